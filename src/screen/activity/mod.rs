//! The activity log, of one customer or of all.

mod desk;
mod entry;
mod filter;
mod list;

use leptos::prelude::*;

use crate::domain::CustomerId;

/// The log of one customer; of all customers where none is given.
pub fn view(customer: Option<CustomerId>) -> AnyView {
    view! { <list::Activity customer /> }.into_any()
}
