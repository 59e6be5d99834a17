//! Buttons that stay in place, and say why, when they may not be pressed.

use crate::live::{Memo, Signal};
use leptos::prelude::*;

use super::{Glyph, Icon, state, text, when};
use crate::browser::element;

/// A button with an optional icon. While there is a reason in `why_not` it is disabled, but has
/// keyboard focus, so that everybody learns the reason.
#[component]
pub fn ActionButton(
    #[prop(into)] label: Signal<&'static str>,
    /// The whole name, which begins with the label, where the label is not unique.
    #[prop(into, default = Signal::stored(None))]
    name: Signal<Option<String>>,
    #[prop(optional)] glyph: Option<Glyph>,
    /// Whether it is the main button.
    #[prop(into, default = Signal::stored(false))]
    primary: Signal<bool>,
    /// The reason why it may not be pressed, if there is one.
    #[prop(into, default = Signal::stored(None))]
    why_not: Signal<Option<String>>,
    /// The id of what else is to be known before it is pressed.
    #[prop(optional)]
    described_by: &'static str,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    let id = element::unique_id("why");
    let described_by = format!("{id} {described_by}");
    let is_off = move || why_not.read().is_some();
    view! {
        <span class="action">
            <button
                type="button"
                class:primary=when(move || primary.get())
                aria-label=name
                aria-disabled=state(is_off)
                aria-describedby=described_by
                on:click=move |_| {
                    if why_not.read_untracked().is_none() {
                        on_press.run(());
                    }
                }
            >
                {glyph.map(|glyph| view! { <Icon glyph /> })}
                <span>{text(move || label.get().to_owned())}</span>
            </button>
            <span class="why" role="tooltip" id=id hidden=when(move || !is_off())>
                {text(move || why_not.get().unwrap_or_default())}
            </span>
        </span>
    }
}

/// The button that submits a form. It says when the form is being saved, and why it may not be.
#[component]
pub fn SaveButton(
    label: &'static str,
    busy_label: &'static str,
    #[prop(into)] busy: Signal<bool>,
    /// The reason why the form may not be saved, if there is one; empty if it is shown elsewhere.
    #[prop(into)]
    why_not: Signal<Option<String>>,
) -> impl IntoView {
    let id = element::unique_id("why");
    let described_by = id.clone();
    let reason = Memo::new(move |_| why_not.get().unwrap_or_default());
    view! {
        <span class="action">
            <button
                type="submit"
                class="primary"
                aria-disabled=state(move || busy.get() || why_not.read().is_some())
                aria-describedby=described_by
            >
                {text(move || if busy.get() { busy_label } else { label }.to_owned())}
            </button>
            <span class="why" role="tooltip" id=id hidden=when(move || reason.read().is_empty())>
                {reason}
            </span>
        </span>
    }
}
