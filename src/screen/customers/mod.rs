//! The list of customers, and the account of one.

mod account;
mod company_form;
mod list;

use leptos::prelude::*;

use crate::session::address::route::Route;

/// The screen of the route: a customer's account, or else the list of customers.
pub fn view(route: &Route) -> AnyView {
    match route {
        Route::Account(customer) => view! { <account::Account customer=*customer /> }.into_any(),
        _ => view! { <list::Customers /> }.into_any(),
    }
}
