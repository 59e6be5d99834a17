//! The list of customers, and the account of one.

mod account;
mod company_form;
mod list;

use leptos::prelude::*;

use crate::domain::CustomerId;

/// The list of customers.
pub fn list_view() -> AnyView {
    view! { <list::Customers /> }.into_any()
}

/// The account of a customer.
pub fn account_view(customer: CustomerId) -> AnyView {
    view! { <account::Account customer /> }.into_any()
}
