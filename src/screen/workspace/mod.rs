//! The workspace as a whole: how much of the storage it takes, backing up, restoring a backup, and
//! beginning anew.

mod backup;
mod desk;
mod page;
mod reset;

use leptos::prelude::*;

/// The page Workspace.
pub fn view() -> AnyView {
    view! { <page::WorkspacePage /> }.into_any()
}
