//! The activity log, of one customer or of all.

mod desk;
mod entry;
mod filter;
mod list;

use leptos::prelude::*;

use crate::domain::CustomerId;

/// The log of one customer, or of all.
pub fn view(customer: Option<CustomerId>) -> AnyView {
    view! { <list::Activity customer /> }.into_any()
}
