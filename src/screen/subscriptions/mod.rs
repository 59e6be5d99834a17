//! A customer's subscriptions: buy more seats, change the quantity, suspend and reactivate.

mod add;
mod change_quantity;
mod desk;
mod list;
mod suspend;

use leptos::prelude::*;

use crate::domain::CustomerId;

/// The list of a customer's subscriptions, with its dialogs.
pub fn view(customer: CustomerId) -> AnyView {
    view! { <list::Subscriptions customer /> }.into_any()
}
