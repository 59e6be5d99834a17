//! A customer's own data and its subscriptions, each in one line.

use super::cells::{Cells, line};
use crate::domain::{
    CompanyName, CustomerDetails, Location, Sku, Subscription, SubscriptionId, SubscriptionStatus,
};

/// Company name, location.
pub(super) fn write_details(details: &CustomerDetails) -> String {
    line(&[details.company.as_str(), details.location.code()])
}

/// Reads what [`write_details`] wrote, from the next cell to the end of the line.
pub(super) fn read_details(mut cells: Cells<'_>) -> Option<CustomerDetails> {
    let details = CustomerDetails {
        company: CompanyName::parse(cells.text()?).ok()?,
        location: Location::parse(cells.text()?)?,
    };
    cells.end()?;
    Some(details)
}

/// Identifier, product, seats, status.
pub(super) fn write(subscription: &Subscription) -> String {
    line(&[
        &subscription.id.0.to_string(),
        subscription.sku.part_number,
        &subscription.quantity.to_string(),
        subscription.status.code(),
    ])
}

/// Reads what [`write`] wrote, from the next cell to the end of the line.
pub(super) fn read(mut cells: Cells<'_>) -> Option<Subscription> {
    let subscription = Subscription {
        id: SubscriptionId(cells.parsed()?),
        sku: Sku::by_part_number(cells.text()?)?,
        quantity: cells.parsed()?,
        status: SubscriptionStatus::from_code(cells.text()?)?,
    };
    cells.end()?;
    Some(subscription)
}
