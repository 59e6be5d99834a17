//! A bar that shows how far something is.

use crate::live::{Signal, reactive};
use leptos::prelude::*;

/// A native `<progress>`.
#[component]
pub fn ProgressBar(
    /// What is being done, for those who do not see it.
    label: Signal<String>,
    /// How much of a hundred is done; none where it cannot be told.
    percent: Signal<Option<u32>>,
) -> impl IntoView {
    let value = move || percent.get().map(|percent| percent.to_string());
    view! { <progress aria-label=label max="100" value=reactive(value)></progress> }
}
