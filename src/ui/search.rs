//! A search box that searches while one types.

use crate::live::{Signal, reactive};
use leptos::prelude::*;

use super::{Glyph, Icon};

/// A native search field in a search landmark.
#[component]
pub fn SearchBox(
    label: &'static str,
    hint: &'static str,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    /// Called before anything is typed.
    #[prop(optional, into)]
    on_focus: Option<Callback<()>>,
) -> impl IntoView {
    view! {
        <search class="search">
            <Icon glyph=Glyph::Search />
            <input
                type="search"
                aria-label=label
                placeholder=hint
                autocomplete="off"
                spellcheck="false"
                prop:value=reactive(move || value.get())
                on:focus=move |_| {
                    if let Some(on_focus) = on_focus {
                        on_focus.run(());
                    }
                }
                on:input=move |event| on_input.run(event_target_value(&event))
            />
        </search>
    }
}
