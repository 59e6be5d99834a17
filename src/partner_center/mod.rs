//! What one would have asked of the real service: the REST request and the PowerShell command for every change, with its
//! values. Passwords are masked.
//!
//! Sources: the Partner Center REST reference ("Create user accounts for a customer", "Update user accounts for a customer",
//! "Reset user password for a customer", "Delete a user account for a customer", "Restore a user for a customer", "Assign
//! licenses to a user", "Set user roles for a customer", "Remove a customer user from a role", "Create an order", "Change
//! the quantity of a subscription", "Suspend a subscription", "Update a customer's billing profile") and the reference of the
//! PowerShell module `PartnerCenter`. Names of properties are spelled as in the examples there.

mod json;
mod powershell;
mod users;

use self::json::Json;
use self::powershell::Cmdlet;
use crate::domain::{
    Customer, CustomerDetails, Event, Restored, Subscription, SubscriptionId, SubscriptionStatus,
    UserId, UserNumber, Workspace,
};

/// What stands in the place of a password.
const MASKED: &str = "•••";

/// One call of the real service, in both ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The method of the REST request, such as `POST`.
    pub method: &'static str,
    /// Its path, from `/v1` on.
    pub path: String,
    /// Its body (JSON, in lines), where it has one.
    pub body: Option<String>,
    /// The PowerShell command; for some it takes several lines.
    pub powershell: String,
}

/// The calls that come to the same as a change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calls {
    /// The calls, in the order in which they are to be made.
    pub calls: Vec<Call>,
    /// So many further users need a call of the same kind.
    pub more_users: usize,
}

impl Call {
    /// The request as a text: method and path, then the body.
    pub fn rest(&self) -> String {
        let body = self.body.as_ref().map(|body| format!("\n\n{body}"));
        format!("{} {}{}", self.method, self.path, body.unwrap_or_default())
    }
}

/// The calls for a change, for as many of its users as asked for. There are none for what only the simulator does, for what
/// the real service does by itself, and for users who are gone for ever.
///
/// Users are looked up as they are now; a service plan that the change does not mention is taken to be as it is now.
pub fn calls(workspace: &Workspace, event: &Event, most_users: usize) -> Calls {
    let Some(customer) = event.customer().and_then(|id| workspace.customer(id)) else {
        return Calls::default();
    };
    let mut work = Work {
        customer,
        left: most_users,
        done: Calls::default(),
    };
    match event {
        Event::UsersCreated { users, .. } | Event::UsersUploaded { users, .. } => {
            let there = users
                .iter()
                .filter(|user| id_of(customer, user.number).is_some());
            work.for_each(there, |user| users::create(customer, user));
        }
        Event::UserEdited {
            user,
            details,
            before,
            ..
        } => work.for_users([*user], |id, _| {
            users::edit(customer, id, details, before.as_deref())
        }),
        Event::PasswordsReset { users, .. } => {
            work.for_users(users.iter().copied(), |id, _| {
                vec![users::reset_password(customer, id)]
            });
        }
        Event::UsersDeleted { users, .. } => {
            work.for_users(users.iter().copied(), |id, _| {
                vec![users::delete(customer, id)]
            });
        }
        Event::UsersRestored { users, renamed, .. } => {
            let all = users.iter().flat_map(|Restored { users, .. }| users);
            work.for_users(all.copied(), |id, number| {
                let name = renamed.iter().find(|(who, _)| *who == number);
                users::restore(customer, id, name.map(|(_, name)| name))
            });
        }
        Event::LicensesChanged { changes, .. } => {
            for change in changes {
                work.for_users(change.users.iter().copied(), |id, number| {
                    vec![users::licenses(customer, (id, number), &change.update)]
                });
            }
        }
        Event::SubscriptionAdded { subscription, .. } => work.add(order(customer, subscription)),
        Event::QuantityChanged {
            subscription,
            quantity,
            ..
        } => work.add_some(change_subscription(
            customer,
            *subscription,
            Some(*quantity),
            None,
        )),
        Event::StatusChanged {
            subscription,
            status,
            ..
        } => work.add_some(change_subscription(
            customer,
            *subscription,
            None,
            Some(*status),
        )),
        Event::CustomerEdited { details, .. } => work.add(edit_customer(customer, details)),
        // What only the simulator does, or time.
        Event::UploadUndone { .. }
        | Event::RecordLimitChanged { .. }
        | Event::UsersPurged { .. }
        | Event::ClockAdvanced { .. } => {}
    }
    work.done
}

struct Work<'a> {
    customer: &'a Customer,
    /// For so many users calls are still to be made.
    left: usize,
    done: Calls,
}

impl Work<'_> {
    fn for_each<T>(&mut self, all: impl Iterator<Item = T>, make: impl Fn(T) -> Vec<Call>) {
        for one in all {
            match self.left.checked_sub(1) {
                Some(left) => {
                    self.left = left;
                    self.done.calls.extend(make(one));
                }
                None => self.done.more_users = self.done.more_users.saturating_add(1),
            }
        }
    }

    fn for_users(
        &mut self,
        users: impl IntoIterator<Item = UserNumber>,
        make: impl Fn(UserId, UserNumber) -> Vec<Call>,
    ) {
        let customer = self.customer;
        let users = users.into_iter();
        let known = users.filter_map(|number| Some((id_of(customer, number)?, number)));
        self.for_each(known, |(id, number)| make(id, number));
    }

    fn add(&mut self, call: Call) {
        self.done.calls.push(call);
    }

    fn add_some(&mut self, call: Option<Call>) {
        self.done.calls.extend(call);
    }
}

/// The identifier of a user, active or deleted.
fn id_of(customer: &Customer, number: UserNumber) -> Option<UserId> {
    customer.users.of(number).map(|user| user.id)
}

fn path(customer: &Customer, rest: &str) -> String {
    format!("/v1/customers/{}{rest}", customer.id.0)
}

/// The offer of a product is not known here: the simulator's catalogue has products, not offers.
fn order(customer: &Customer, subscription: &Subscription) -> Call {
    let offer = format!("<offer of {}>", subscription.sku.part_number);
    let quantity = subscription.quantity;
    let line = Json::object([
        ("LineItemNumber", Json::number(0)),
        ("OfferId", Json::text(&offer)),
        ("FriendlyName", Json::text(subscription.sku.name)),
        ("Quantity", Json::number(quantity)),
    ]);
    let body = Json::object([
        ("LineItems", Json::list([line])),
        ("BillingCycle", Json::text("monthly")),
    ]);
    let lines = [
        "$lineItem = New-Object -TypeName Microsoft.Store.PartnerCenter.PowerShell.Models.Orders.PSOrderLineItem"
            .to_owned(),
        "$lineItem.LineItemNumber = 0".to_owned(),
        format!("$lineItem.OfferId = {}", powershell::quoted(&offer)),
        format!("$lineItem.Quantity = {quantity}"),
        Cmdlet::new("New-PartnerCustomerOrder", customer)
            .plain("LineItems", "@($lineItem)")
            .plain("BillingCycle", "Monthly")
            .text(),
    ];
    Call {
        method: "POST",
        path: path(customer, "/orders"),
        body: Some(body.write()),
        powershell: lines.join("\n"),
    }
}

fn change_subscription(
    customer: &Customer,
    id: SubscriptionId,
    quantity: Option<u32>,
    status: Option<SubscriptionStatus>,
) -> Option<Call> {
    let sku = customer.subscription(id)?.sku;
    let subscription = id.0.to_string();
    let mut properties = vec![
        ("Id", Json::text(&subscription)),
        ("FriendlyName", Json::text(sku.name)),
    ];
    let mut cmdlet = Cmdlet::new("Set-PartnerCustomerSubscription", customer)
        .value("SubscriptionId", &subscription);
    if let Some(quantity) = quantity {
        properties.push(("Quantity", Json::number(quantity)));
        cmdlet = cmdlet.plain("Quantity", &quantity.to_string());
    }
    if let Some(status) = status {
        properties.push(("Status", Json::text(status.code())));
        cmdlet = cmdlet.plain(
            "Status",
            match status {
                SubscriptionStatus::Active => "Active",
                SubscriptionStatus::Suspended => "Suspended",
            },
        );
    }
    properties.push(Json::attributes("Subscription"));
    Some(Call {
        method: "PATCH",
        path: path(customer, &format!("/subscriptions/{subscription}")),
        body: Some(Json::object(properties).write()),
        powershell: cmdlet.text(),
    })
}

fn edit_customer(customer: &Customer, details: &CustomerDetails) -> Call {
    let company = details.company.as_str();
    let country = details.location.code();
    let body = Json::object([
        ("CompanyName", Json::text(company)),
        (
            "DefaultAddress",
            Json::object([("Country", Json::text(country))]),
        ),
        Json::attributes("CustomerBillingProfile"),
    ]);
    Call {
        method: "PUT",
        path: path(customer, "/profiles/billing"),
        body: Some(body.write()),
        powershell: Cmdlet::new("Set-PartnerCustomer", customer)
            .value("Name", company)
            .value("BillingAddressCountry", country)
            .text(),
    }
}
