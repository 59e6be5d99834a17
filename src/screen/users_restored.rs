//! Users restored: what became of every single one.

use leptos::prelude::*;

use super::not_found::NotFound;
use crate::domain::CustomerId;

/// The results of the latest restore.
#[component]
pub fn UsersRestored(
    /// Whose users.
    customer: CustomerId,
) -> impl IntoView {
    let _ = customer;
    view! { <NotFound /> }
}
