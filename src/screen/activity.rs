//! Activity log: what was done, when and by whom.

use leptos::prelude::*;

use super::not_found::NotFound;
use crate::domain::CustomerId;

/// The log of one customer, or of all.
#[component]
pub fn Activity(
    /// Whose; all customers' where none.
    of: Option<CustomerId>,
) -> impl IntoView {
    let _ = of;
    view! { <NotFound /> }
}
