//! Check boxes, also those that stand for many things at once and may be mixed.

use crate::live::{Effect, Signal};
use leptos::html;
use leptos::prelude::*;

use super::state;
use crate::browser::element;

/// A native check box without words: its name comes from a `<label>` around it, or from `label`.
///
/// It shows what it is told and nothing else: pressing it asks for a change, and what came of that is shown.
#[component]
pub fn CheckBox(
    /// Its name, where no `<label>` is around it.
    #[prop(into, default = Signal::stored(None))]
    label: Signal<Option<String>>,
    /// Is it checked? None stands for mixed.
    #[prop(into)]
    checked: Signal<Option<bool>>,
    /// Called when it is pressed, with what the browser takes it for then; from mixed that is checked.
    #[prop(into)]
    on_press: Callback<bool>,
    /// May it not be pressed?
    #[prop(into, default = Signal::stored(false))]
    disabled: Signal<bool>,
    /// Is something wrong with it?
    #[prop(into, default = Signal::stored(false))]
    wrong: Signal<bool>,
    /// The ids of what describes it.
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
                // The browser has set it to what it thinks is next.
                show(checked.get_untracked());
            }
        />
    }
}
