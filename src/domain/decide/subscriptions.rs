//! What a customer has bought, and the customer itself.

use super::refusal::Refusal;
use super::ruling::{CustomerRuling, Ruling};
use crate::domain::problem::in_order;
use crate::domain::{
    Customer, CustomerCommand, CustomerDetails, CustomerEvent, Field, Guid, Problem, ProblemKind,
    Quantity, Random, Sku, Subscription, SubscriptionId, SubscriptionStatus,
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
        let kind = ProblemKind::SeatsInUse {
            in_use: customer.users.holder_count(subscription.sku),
            least,
        };
        return Err(Refusal::Problems(vec![Problem {
            field: Field::Quantity,
            kind,
        }]));
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

/// What somebody else changed meanwhile is kept where the person left it alone, and is a problem where they changed it too.
pub(super) fn edit_customer(
    customer: &Customer,
    seen: &CustomerDetails,
    wanted: &CustomerDetails,
) -> Result<CustomerRuling, Refusal> {
    let now = customer.details();
    let mut details = now.clone();
    let mut problems = Vec::new();
    let mut check = |field, is_clash: bool| {
        if is_clash {
            problems.push(Problem {
                field,
                kind: ProblemKind::ChangedMeanwhile,
            });
        }
    };
    if wanted.company != seen.company {
        check(
            Field::Company,
            now.company != seen.company && now.company != wanted.company,
        );
        details.company = wanted.company.clone();
    }
    if wanted.location != seen.location {
        check(
            Field::Location,
            now.location != seen.location && now.location != wanted.location,
        );
        details.location = wanted.location;
    }
    if !problems.is_empty() {
        return Err(Refusal::Problems(in_order(problems)));
    }
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
