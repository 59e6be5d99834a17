//! A field for files, which can also be dropped on its page.

use crate::live::Signal;
use leptos::prelude::*;

use super::{text, when};
use crate::browser::incoming::{self, Chosen};

/// The button that chooses a file. The page takes dropped files; the field shows where.
#[component]
pub fn FileDrop(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    /// The hint while a file is dragged over the page.
    drop_hint: &'static str,
    #[prop(into)] is_over: Signal<bool>,
    /// Whether files were chosen before.
    #[prop(into, default = Signal::stored(false))]
    is_done: Signal<bool>,
    /// Whether several files can be chosen at once.
    #[prop(optional)]
    multiple: bool,
    /// The kinds of files.
    #[prop(default = ".json,application/json")]
    accept: &'static str,
    #[prop(into)] on_choose: Callback<Chosen>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    view! {
        <div
            class="drop"
            class:over=when(move || is_over.get())
            class:done=when(move || is_done.get())
        >
            <input
                id=id
                class="unseen"
                type="file"
                accept=accept
                multiple=multiple
                aria-describedby=hint_id.clone()
                on:change=move |event| {
                    if let Some(chosen) = incoming::chosen(&event) {
                        on_choose.run(chosen);
                    }
                }
            />
            <label for=id>{label}</label>
            <p class="note" id=hint_id>
                {text(move || if is_over.get() { drop_hint } else { hint }.to_owned())}
            </p>
        </div>
    }
}
