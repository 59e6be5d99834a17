//! The workspace as a whole: how much of the storage it takes, backing up, restoring a backup,
//! opening a prepared workspace, and beginning anew.

mod backup;
mod desk;
mod page;
mod prepared;
mod reset;

use leptos::prelude::*;

use crate::session::address::route::Route;

/// The page of a prepared workspace, or else the page Workspace.
pub fn view(route: &Route) -> AnyView {
    match route {
        Route::Open(url) => view! { <prepared::Prepared url=url.clone() /> }.into_any(),
        _ => view! { <page::WorkspacePage /> }.into_any(),
    }
}
