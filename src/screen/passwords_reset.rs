//! Passwords reset: the new temporary passwords, shown once.

use leptos::prelude::*;

use super::not_found::NotFound;
use crate::domain::CustomerId;

/// Names and passwords, until the screen is left.
#[component]
pub fn PasswordsReset(
    /// Whose users.
    customer: CustomerId,
) -> impl IntoView {
    let _ = customer;
    view! { <NotFound /> }
}
