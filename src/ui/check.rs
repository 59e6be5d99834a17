//! Check boxes, including mixed ones.

use crate::live::{Effect, Signal};
use leptos::html;
use leptos::prelude::*;

use super::state;
use crate::browser::element;

/// A native check box without a label of its own. It shows only the state that it is given:
/// pressing it requests a change.
#[component]
pub fn CheckBox(
    /// The name, unless a `<label>` is around it.
    #[prop(into, default = Signal::stored(None))]
    label: Signal<Option<String>>,
    /// `None` is mixed.
    #[prop(into)]
    checked: Signal<Option<bool>>,
    /// Called with the state that the browser would show next, which is checked after mixed.
    #[prop(into)]
    on_press: Callback<bool>,
    #[prop(into, default = Signal::stored(false))] disabled: Signal<bool>,
    #[prop(into, default = Signal::stored(false))] wrong: Signal<bool>,
    /// The ids for `aria-describedby`.
    #[prop(optional)]
    described_by: String,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let show = move |checked| {
        if let Some(input) = input.get() {
            element::set_checked(&input, checked);
        }
    };
    Effect::new(move |_| show(checked.get()));
    view! {
        <input
            node_ref=input
            type="checkbox"
            aria-label=label
            disabled=disabled
            aria-invalid=state(move || wrong.get())
            aria-describedby=(!described_by.is_empty()).then_some(described_by)
            on:change=move |event| {
                on_press.run(event_target_checked(&event));
                // The browser has already changed it.
                show(checked.get_untracked());
            }
        />
    }
}
