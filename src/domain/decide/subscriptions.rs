//! What a customer has bought, and the customer itself.

use super::merge::merge_customer;
use super::refusal::Refusal;
use super::ruling::{CustomerRuling, Ruling};
use crate::domain::{
    Customer, CustomerCommand, CustomerDetails, CustomerEvent, Field, Guid, ProblemKind, Quantity,
    Random, Sku, Subscription, SubscriptionId, SubscriptionStatus,
};

pub(super) fn add(
    sku: Sku,
    quantity: Quantity,
    random: &mut dyn Random,
) -> Result<CustomerRuling, Refusal> {
    let subscription = Subscription {
        id: SubscriptionId(Guid::generate(random)?),
        sku,
        quantity: quantity.get(),
        status: SubscriptionStatus::Active,
    };
    Ok(CustomerEvent::SubscriptionAdded { subscription }.into())
}

pub(super) fn change_quantity(
    customer: &Customer,
    id: SubscriptionId,
    quantity: Quantity,
) -> Result<CustomerRuling, Refusal> {
    let subscription = customer
        .subscription(id)
        .ok_or(Refusal::UnknownSubscription)?;
    let quantity = quantity.get();
    if quantity == subscription.quantity {
        return Err(Refusal::NothingToChange);
    }
    if quantity < subscription.quantity
        && let Some(least) = customer.fewest_seats(subscription)
        && quantity < least
    {
        let in_use = customer.users.holder_count(subscription.sku);
        let kind = ProblemKind::SeatsInUse { in_use, least };
        return Err(Refusal::Problems(vec![kind.at(Field::Quantity)]));
    }
    Ok(CustomerEvent::QuantityChanged {
        subscription: id,
        quantity,
    }
    .into())
}

pub(super) fn change_status(
    customer: &Customer,
    id: SubscriptionId,
    status: SubscriptionStatus,
) -> Result<CustomerRuling, Refusal> {
    let subscription = customer
        .subscription(id)
        .ok_or(Refusal::UnknownSubscription)?;
    if subscription.status == status {
        return Err(Refusal::NothingToChange);
    }
    Ok(CustomerEvent::StatusChanged {
        subscription: id,
        status,
    }
    .into())
}

pub(super) fn edit_customer(
    customer: &Customer,
    seen: &CustomerDetails,
    wanted: &CustomerDetails,
) -> Result<CustomerRuling, Refusal> {
    let now = customer.details();
    let details = merge_customer(seen, &now, wanted)?;
    if details == now {
        return Err(Refusal::NothingToChange);
    }
    let event = CustomerEvent::CustomerEdited {
        details: Box::new(details.clone()),
    };
    Ok(Ruling {
        undo: Some(CustomerCommand::EditCustomer {
            seen: Box::new(details),
            wanted: Box::new(now),
        }),
        ..event.into()
    })
}
