//! Create multiple users for a customer account, from a CSV file.

mod created;
mod file;
mod limit;
mod mending;
mod parts;
mod problem_filter;
mod problems;
mod progress;
mod steps;
mod upload_users;

use leptos::prelude::*;

use crate::domain::CustomerId;
use crate::session::address::route::Route;

/// The screen of the route: the created users, or else the form.
pub fn view(customer: CustomerId, route: &Route) -> AnyView {
    match route {
        Route::UsersUploaded(_) => view! { <created::UsersUploaded customer /> }.into_any(),
        _ => view! { <upload_users::UploadUsers customer /> }.into_any(),
    }
}
