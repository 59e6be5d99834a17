//! A field for a longer text.

use leptos::prelude::*;

use crate::live::{Signal, reactive};

/// A text field of several lines.
#[component]
pub fn TextArea(
    id: String,
    #[prop(into)] label: String,
    /// The language of the text.
    lang: &'static str,
    rows: u32,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
) -> impl IntoView {
    let of = id.clone();
    view! {
        <div class="field">
            <label for=of>{label}</label>
            <textarea
                id=id
                lang=lang
                rows=rows
                spellcheck="true"
                prop:value=reactive(move || value.get())
                on:input=move |event| on_input.run(event_target_value(&event))
            ></textarea>
        </div>
    }
}
