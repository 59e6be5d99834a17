//! A bar that shows how much of something is used.

use leptos::prelude::*;

/// A native `<meter>`: nearly full and full look different.
#[component]
pub fn Meter(
    /// What it measures, for those who do not see it.
    #[prop(into)]
    label: String,
    /// How much is used.
    used: u32,
    /// How much there is.
    total: u32,
) -> impl IntoView {
    let high = total - total / 10;
    // Of nothing, anything is too much.
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
