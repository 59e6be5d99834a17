//! A question or a piece of work in front of the page: a native modal `<dialog>`.

use crate::live::{Effect, Signal};
use leptos::html;
use leptos::prelude::*;

use crate::browser::element;

/// A modal dialog. Escape closes it like any native one; `on_close` hears of every way of closing.
#[component]
pub fn Dialog(
    /// Is it open?
    #[prop(into)]
    open: Signal<bool>,
    /// Its heading, which names it.
    #[prop(into)]
    title: Signal<String>,
    /// Called when it was closed.
    #[prop(into)]
    on_close: Callback<()>,
    /// The content, with its buttons.
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
    view! {
        <dialog node_ref=dialog aria-labelledby=labelled_by on:close=move |_| on_close.run(())>
            <h2 id=heading>{title}</h2>
            {children()}
        </dialog>
    }
}
