//! From a change that happened to the orders that would do the same.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    Customer, CustomerDetails, CustomerEvent, Event, LicenseChange, PersonName, Plan, Quantity,
    Restored, Sku, Subscription, SubscriptionId, User, UserDetails, UserName, UserNumber,
    Workspace, WorkspaceEvent,
};
use crate::training::instruction::{AccountEdit, NewAccount, Order, ProductOrder, UsersOrder};

/// The milliseconds of a day.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// Returns the orders that do the same as the event did in this workspace, or `None` where a course
/// has no words for it. What time does takes none.
pub(super) fn orders(event: &Event, before: &Workspace) -> Option<Vec<Order>> {
    match event {
        Event::Customer(id, event) => of_customer(event, before.customer(*id)?),
        Event::Workspace(event) => Some(vec![of_workspace(event)?]),
    }
}

fn of_workspace(event: &WorkspaceEvent) -> Option<Order> {
    Some(match event {
        // A part of a day is rounded up: whoever was to be purged by then is.
        WorkspaceEvent::ClockAdvanced { by, .. } => {
            let days = by
                .num_milliseconds()
                .checked_add(DAY - 1)?
                .checked_div(DAY)?;
            Order::AdvanceClock(u16::try_from(days).ok()?)
        }
        WorkspaceEvent::RecordLimitChanged { limit, .. } => Order::SetRecordLimit(*limit),
    })
}

fn of_customer(event: &CustomerEvent, customer: &Customer) -> Option<Vec<Order>> {
    let domain = || customer.domains.primary.clone();
    let for_users = |users: &BTreeSet<UserNumber>, what: UsersOrder| {
        let users = names(customer, users.iter())?;
        Some(vec![Order::ForUsers { users, what }])
    };
    match event {
        CustomerEvent::UsersCreated { users } => {
            let create = |user| Order::Create(Box::new(account(user)));
            Some(users.iter().map(create).collect())
        }
        CustomerEvent::UsersUploaded { users } => Some(vec![Order::Upload {
            rows: users.iter().map(row).collect(),
            customer: domain(),
            location: users.first()?.details.location?,
        }]),
        CustomerEvent::UserEdited {
            user,
            details,
            before,
        } => {
            let user = customer.users.get(*user)?.details.user_name.clone();
            let edit = edit(user, before, details)?;
            Some(vec![Order::Edit(Box::new(edit))])
        }
        CustomerEvent::PasswordsReset { users } => for_users(users, UsersOrder::ResetPasswords),
        CustomerEvent::UsersDeleted { users } => for_users(users, UsersOrder::Delete),
        CustomerEvent::UsersRestored { users, renamed } => {
            Some(vec![restore(customer, users, renamed)?])
        }
        CustomerEvent::UsersPurged { .. } => Some(Vec::new()),
        CustomerEvent::UploadUndone { .. } => None,
        CustomerEvent::LicensesChanged { changes } => licenses(customer, changes),
        CustomerEvent::SubscriptionAdded {
            subscription: Subscription { sku, quantity, .. },
        } => {
            let what = ProductOrder::AddSubscription(Quantity::new(*quantity)?);
            Some(vec![for_product(customer, *sku, what)])
        }
        CustomerEvent::QuantityChanged {
            subscription,
            quantity,
        } => {
            let what = ProductOrder::ChangeQuantity(Quantity::new(*quantity)?);
            let sku = first_to_product(customer, *subscription)?;
            Some(vec![for_product(customer, sku, what)])
        }
        CustomerEvent::StatusChanged {
            subscription,
            status,
        } => {
            let sku = first_to_product(customer, *subscription)?;
            let what = ProductOrder::ChangeStatus(*status);
            Some(vec![for_product(customer, sku, what)])
        }
        CustomerEvent::CustomerEdited { details } => Some(vec![edit_customer(customer, details)]),
    }
}

fn account(user: &User) -> NewAccount {
    let details = &user.details;
    let mut licenses = BTreeSet::new();
    let mut plans_off: BTreeMap<Sku, BTreeSet<Plan>> = BTreeMap::new();
    for (sku, off) in user.licenses.iter() {
        licenses.insert(sku);
        if !off.is_empty() {
            plans_off.insert(sku, off.clone());
        }
    }
    NewAccount {
        user: details.user_name.clone(),
        first_name: details.first_name.clone(),
        last_name: details.last_name.clone(),
        display_name: details.display_name.clone(),
        location: details.location,
        roles: details.roles.clone(),
        licenses,
        plans_off,
    }
}

/// Returns a user as a row of a file.
pub(super) fn row(user: &User) -> [String; 4] {
    let text = |name: &Option<PersonName>| name.as_ref().map_or("", PersonName::as_str).to_owned();
    let details = &user.details;
    [
        text(&details.first_name),
        text(&details.last_name),
        details.display_name.as_str().to_owned(),
        details.user_name.as_str().to_owned(),
    ]
}

/// Returns the edit, or `None` where something was taken away, for which a course has no words.
fn edit(user: UserName, before: &UserDetails, after: &UserDetails) -> Option<AccountEdit> {
    let is_kept = (before.first_name.is_none() || after.first_name.is_some())
        && (before.last_name.is_none() || after.last_name.is_some())
        && (before.location.is_none() || after.location.is_some());
    is_kept.then(|| AccountEdit {
        user,
        user_name: changed(&before.user_name, &after.user_name),
        first_name: changed(&before.first_name, &after.first_name).flatten(),
        last_name: changed(&before.last_name, &after.last_name).flatten(),
        display_name: changed(&before.display_name, &after.display_name),
        location: changed(&before.location, &after.location).flatten(),
        roles: changed(&before.roles, &after.roles),
    })
}

fn changed<T: PartialEq + Clone>(before: &T, after: &T) -> Option<T> {
    (before != after).then(|| after.clone())
}

fn restore(
    customer: &Customer,
    users: &[Restored],
    renamed: &[(UserNumber, UserName)],
) -> Option<Order> {
    let numbers = users.iter().flat_map(|group| &group.users);
    let users = names(customer, numbers)?;
    let mut all = BTreeMap::new();
    for (number, new) in renamed {
        let user = customer.users.get_any(*number)?;
        all.insert(user.details.user_name.clone(), new.clone());
    }
    Some(Order::Restore {
        users,
        renamed: all,
    })
}

/// What frees seats comes first.
fn licenses(customer: &Customer, changes: &[LicenseChange]) -> Option<Vec<Order>> {
    let frees = |change: &&LicenseChange| change.update.revoked().next().is_some();
    let (first, then): (Vec<_>, Vec<_>) = changes.iter().partition(frees);
    let order = |change: &LicenseChange| {
        let what = UsersOrder::ChangeLicenses(change.update.clone());
        let users = names(customer, change.users.iter())?;
        Some(Order::ForUsers { users, what })
    };
    first.into_iter().chain(then).map(order).collect()
}

fn for_product(customer: &Customer, product: Sku, what: ProductOrder) -> Order {
    let customer = customer.domains.primary.clone();
    Order::ForProduct {
        product,
        customer,
        what,
    }
}

/// Returns the product of a subscription, if it is the customer's first one to it: a course names
/// no other.
fn first_to_product(customer: &Customer, id: SubscriptionId) -> Option<Sku> {
    let sku = customer.subscription(id)?.sku;
    let mut all = customer.subscriptions.iter();
    let first = all.find(|subscription| subscription.sku == sku)?;
    (first.id == id).then_some(sku)
}

fn edit_customer(customer: &Customer, details: &CustomerDetails) -> Order {
    Order::EditCustomer {
        customer: customer.domains.primary.clone(),
        company: changed(&customer.company, &details.company),
        location: changed(&customer.location, &details.location),
    }
}

/// Returns the user names of active or deleted users, or `None` where one is neither.
fn names<'a>(
    customer: &Customer,
    numbers: impl Iterator<Item = &'a UserNumber>,
) -> Option<Vec<UserName>> {
    let name = |number: &UserNumber| {
        let user = customer.users.get_any(*number)?;
        Some(user.details.user_name.clone())
    };
    numbers.map(name).collect()
}
