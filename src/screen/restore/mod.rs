//! Restore a deleted user.

mod deleted_users;
mod rename;
mod restored;

use leptos::prelude::*;

use crate::domain::CustomerId;
use crate::session::address::route::Route;

/// The screen of the route: the results, or else the list of deleted users.
pub fn view(customer: CustomerId, route: &Route) -> AnyView {
    match route {
        Route::UsersRestored(_) => view! { <restored::UsersRestored customer /> }.into_any(),
        _ => view! { <deleted_users::DeletedUsers customer /> }.into_any(),
    }
}
