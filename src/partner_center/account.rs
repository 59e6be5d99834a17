//! Calls about a customer's subscriptions and profile.

use super::body::{
    Address, Attributes, BillingProfile, Order, OrderLineItem, SubscriptionChange, json,
};
use super::call::{Call, path};
use super::powershell::{Cmdlet, quoted};
use crate::domain::{Customer, CustomerDetails, Subscription, SubscriptionId, SubscriptionStatus};

/// Orders a subscription. The catalogue has products, not offers, so a placeholder stands for the
/// offer.
pub(super) fn order(customer: &Customer, subscription: &Subscription) -> Call {
    let Subscription { sku, quantity, .. } = subscription;
    let offer = format!("<offer of {}>", sku.part_number);
    let body = Order {
        line_items: [OrderLineItem {
            line_item_number: 0,
            offer_id: &offer,
            friendly_name: sku.name,
            quantity: *quantity,
        }],
        billing_cycle: "monthly",
    };
    let lines = [
        "$lineItem = New-Object -TypeName \
         Microsoft.Store.PartnerCenter.PowerShell.Models.Orders.PSOrderLineItem"
            .to_owned(),
        "$lineItem.LineItemNumber = 0".to_owned(),
        format!("$lineItem.OfferId = {}", quoted(&offer)),
        format!("$lineItem.Quantity = {quantity}"),
        Cmdlet::new("New-PartnerCustomerOrder", customer)
            .expression("LineItems", "@($lineItem)")
            .expression("BillingCycle", "Monthly")
            .into_text(),
    ];
    Call {
        method: "POST",
        path: path(customer, "/orders"),
        body: json(&body),
        powershell: lines.join("\n"),
    }
}

/// Changes the quantity of a subscription.
pub(super) fn change_quantity(
    customer: &Customer,
    id: SubscriptionId,
    quantity: u32,
) -> Option<Call> {
    let (mut body, cmdlet) = subscription_change(customer, id)?;
    body.quantity = Some(quantity);
    let cmdlet = cmdlet.expression("Quantity", &quantity.to_string());
    Some(patch_subscription(customer, &body, cmdlet))
}

/// Suspends or reactivates a subscription.
pub(super) fn change_status(
    customer: &Customer,
    id: SubscriptionId,
    status: SubscriptionStatus,
) -> Option<Call> {
    let (mut body, cmdlet) = subscription_change(customer, id)?;
    let (rest, powershell) = match status {
        SubscriptionStatus::Active => ("active", "Active"),
        SubscriptionStatus::Suspended => ("suspended", "Suspended"),
    };
    body.status = Some(rest);
    let cmdlet = cmdlet.expression("Status", powershell);
    Some(patch_subscription(customer, &body, cmdlet))
}

/// Returns a change that changes nothing yet.
fn subscription_change(
    customer: &Customer,
    id: SubscriptionId,
) -> Option<(SubscriptionChange, Cmdlet)> {
    let sku = customer.subscription(id)?.sku;
    let id = id.0.to_string();
    let cmdlet =
        Cmdlet::new("Set-PartnerCustomerSubscription", customer).value("SubscriptionId", &id);
    let body = SubscriptionChange {
        id,
        friendly_name: sku.name,
        quantity: None,
        status: None,
        attributes: Attributes::new("Subscription"),
    };
    Some((body, cmdlet))
}

fn patch_subscription(customer: &Customer, body: &SubscriptionChange, cmdlet: Cmdlet) -> Call {
    Call {
        method: "PATCH",
        path: path(customer, &format!("/subscriptions/{}", body.id)),
        body: json(body),
        powershell: cmdlet.into_text(),
    }
}

/// Changes the company's name and location.
pub(super) fn edit_customer(customer: &Customer, details: &CustomerDetails) -> Call {
    let company_name = details.company.as_str();
    let country = details.location.code();
    let body = BillingProfile {
        company_name,
        default_address: Address { country },
        attributes: Attributes::new("CustomerBillingProfile"),
    };
    Call {
        method: "PUT",
        path: path(customer, "/profiles/billing"),
        body: json(&body),
        powershell: Cmdlet::new("Set-PartnerCustomer", customer)
            .value("Name", company_name)
            .value("BillingAddressCountry", country)
            .into_text(),
    }
}
