//! A button that stays where it is, and says why, when it may not be pressed.

use crate::live::{Memo, Signal};
use leptos::prelude::*;

use super::{Glyph, Icon, state, text, when};
use crate::browser::element;

/// A button with an optional icon. While `why_not` says something it is disabled – but can be reached with the keyboard,
/// so that everybody learns the reason.
#[component]
pub fn ActionButton(
    /// Its words.
    #[prop(into)]
    label: Signal<&'static str>,
    /// Its whole name, where the words alone do not tell it from another button; it begins with them.
    #[prop(into, default = Signal::stored(None))]
    name: Signal<Option<String>>,
    /// Its icon.
    #[prop(optional)]
    glyph: Option<Glyph>,
    /// The one that most people will want here.
    #[prop(optional)]
    primary: bool,
    /// Why it may not be pressed; none where it may.
    #[prop(into, default = Signal::stored(None))]
    why_not: Signal<Option<String>>,
    /// Called when it is pressed and may be.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let id = element::unique_id("why");
    let described_by = id.clone();
    let is_off = move || why_not.read().is_some();
    view! {
        <span class="action">
            <button
                type="button"
                class:primary=primary
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

/// The button that sends a form: it says so while that takes its time, and why where the form may not be sent.
#[component]
pub fn SaveButton(
    /// Its words.
    label: &'static str,
    /// Its words while the form is being saved.
    busy_label: &'static str,
    /// Is the form being saved?
    #[prop(into)]
    busy: Signal<bool>,
    /// Why the form may not be saved; none where it may. An empty reason is one that stands elsewhere.
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
