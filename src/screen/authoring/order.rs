//! The buttons that change the order of a list.

use leptos::prelude::*;

use crate::session::Session;
use crate::text::AuthoringWords;

/// "Move up" and "Move down" of the entry of this name at this place. `shift` is called with
/// whether it goes down.
pub fn order_buttons(
    session: Session,
    name: &str,
    at: usize,
    is_last: bool,
    shift: impl Fn(bool) + Clone + 'static,
) -> AnyView {
    let (texts, sentences) = (session.texts::<AuthoringWords>(), session.sentences());
    let ways = [
        (texts.move_up, at == 0, false),
        (texts.move_down, is_last, true),
    ];
    let button = |(label, disabled, is_down)| {
        let shift = shift.clone();
        view! {
            <button
                type="button"
                class="quiet"
                aria-label=sentences.button_for(label, name)
                disabled=disabled
                on:click=move |_| shift(is_down)
            >
                {label}
            </button>
        }
    };
    ways.map(button).collect_view().into_any()
}
