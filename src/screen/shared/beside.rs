//! What a task shows in the panel beside the work.

use crate::live::Signal;
use leptos::prelude::*;

/// The title and the content of the panel.
pub struct Beside {
    pub title: Signal<String>,
    pub content: AnyView,
}
