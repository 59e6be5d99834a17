//! A customer's users: the list, and the page of one user.

mod export;
mod filter;
mod list;
mod page;
mod selection_bar;
mod tabs;

use leptos::prelude::*;

use crate::domain::{CustomerId, UserId};

pub use tabs::UsersTabs;

/// The list of users.
pub fn list_view(customer: CustomerId) -> AnyView {
    view! { <list::UserList customer /> }.into_any()
}

/// The page of one user.
pub fn page_view(customer: CustomerId, user: UserId) -> AnyView {
    view! { <page::User customer user /> }.into_any()
}
