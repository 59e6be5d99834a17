//! A customer's users: the list, and the page of one user.

mod export;
mod filter;
mod list;
mod page;
mod selection_bar;
mod tabs;

use leptos::prelude::*;

use crate::domain::CustomerId;
use crate::session::address::route::Route;

pub use tabs::UsersTabs;

/// The screen of the route: the page of one user, or else the list.
pub fn view(customer: CustomerId, route: &Route) -> AnyView {
    match route {
        Route::User(_, user) => view! { <page::User customer user=*user /> }.into_any(),
        _ => view! { <list::UserList customer /> }.into_any(),
    }
}
