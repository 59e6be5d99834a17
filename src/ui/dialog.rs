//! A native modal `<dialog>`.

use crate::live::{Effect, Signal};
use leptos::html;
use leptos::prelude::*;

use crate::browser::element;

/// A modal dialog. `on_close` is called however it is closed, including by Escape.
#[component]
pub fn Dialog(
    #[prop(into)] open: Signal<bool>,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] on_close: Callback<()>,
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let heading = element::unique_id("dialog");
    let labelled_by = heading.clone();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            element::show_modal(&dialog, open.get());
        }
    });
    // The event comes a moment after closing: the dialog may be open again.
    let closed = move |event| {
        if !element::is_open(&event) {
            on_close.run(());
        }
    };
    view! {
        <dialog node_ref=dialog aria-labelledby=labelled_by on:close=closed>
            <h2 id=heading>{title}</h2>
            {children()}
        </dialog>
    }
}
