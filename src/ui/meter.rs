//! A meter.

use leptos::prelude::*;

/// A native `<meter>` that shows when it is nearly full or full.
#[component]
pub fn Meter(
    /// The accessible name.
    #[prop(into)]
    label: String,
    used: u32,
    total: u32,
    /// From where on it is nearly full: from nine tenths, if nothing is said.
    #[prop(optional)]
    high: Option<u32>,
) -> impl IntoView {
    let high = high.unwrap_or(total - total / 10);
    // Without a total, any use is too much.
    let most = total.max(1);
    let value = if used > total { most } else { used };
    view! {
        <meter aria-label=label min="0" max=most high=high optimum="0" value=value>
            {used}
            "/"
            {total}
        </meter>
    }
}
