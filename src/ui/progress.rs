//! A progress bar.

use crate::live::{Signal, reactive};
use leptos::prelude::*;

/// A native `<progress>`.
#[component]
pub fn ProgressBar(
    /// The accessible name.
    label: Signal<String>,
    /// `None` where it is unknown.
    percent: Signal<Option<u32>>,
) -> impl IntoView {
    let value = move || percent.get().map(|percent| percent.to_string());
    view! { <progress aria-label=label max="100" value=reactive(value)></progress> }
}
