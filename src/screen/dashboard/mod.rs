//! Where to begin: the Dashboard, and the first visit.

mod figures;
mod overview;
mod ways;

use leptos::prelude::*;

use crate::session::address::route::Route;

/// The first visit, or else the Dashboard.
pub fn view(route: &Route) -> AnyView {
    match route {
        Route::Welcome => view! { <ways::Welcome /> }.into_any(),
        _ => view! { <overview::Dashboard /> }.into_any(),
    }
}
