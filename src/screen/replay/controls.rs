//! The slider and the buttons.

use crate::live::{Memo, Signal, reactive};
use leptos::prelude::*;

use crate::session::Session;
use crate::text::BesideWords;
use crate::ui::{state, text};

/// The slider, which the arrow keys move, and the buttons First, Previous, Next and Last.
pub fn controls(session: Session, last: usize) -> AnyView {
    let texts = session.texts::<BesideWords>();
    let now = Memo::new(move |_| session.with_replay(|open| open.state).unwrap_or_default());
    let label = Signal::derive(move || {
        let text = session.with_replay(|open| session.step_text(open));
        text.unwrap_or_default()
    });
    let slide = move |event: leptos::ev::Event| {
        if let Ok(step) = event_target_value(&event).parse() {
            session.go_to_step(step);
        }
    };
    let button = move |label: &'static str, target: Signal<usize>| {
        let is_there = move || target.get() == now.get();
        view! {
            <button
                type="button"
                aria-disabled=state(is_there)
                on:click=move |_| {
                    if !untrack(is_there) {
                        session.go_to_step(target.get_untracked());
                    }
                }
            >
                {label}
            </button>
        }
    };
    let previous = Signal::derive(move || now.get().saturating_sub(1));
    let next = Signal::derive(move || now.get().saturating_add(1).min(last));
    view! {
        <div class="replay-controls">
            <label for="replay-step">{texts.replay_step}</label>
            <input
                id="replay-step"
                type="range"
                min="0"
                max=last.to_string()
                step="1"
                prop:value=text(move || now.get().to_string())
                aria-valuetext=reactive(move || Some(label.get()))
                on:input=slide
            />
            <div class="buttons">
                {button(texts.replay_first, Signal::stored(0))}
                {button(texts.replay_previous, previous)} {button(texts.replay_next, next)}
                {button(texts.replay_last, Signal::stored(last))}
            </div>
        </div>
    }
    .into_any()
}
