//! Advance clock: the simulated time, and the button to put it forward.

use crate::live::{Memo, RwSignal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::chunks;
use crate::browser::{element, intl};
use crate::later::Unavailable;
use crate::screen::shared::loading::when_loaded;
use crate::session::Session;
use crate::ui::{Dialog, Glyph, Icon, dynamic, state, text, when};

/// The date, or the simulated time if it differs from the real one.
#[component]
pub fn SimulatedTime() -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let shown = Memo::new(move |_| {
        let now = session.simulated_now();
        now.map(|now| intl::moment(words.language_tag, now))
    });
    let today = Memo::new(move |_| intl::day(words.language_tag, session.now()));
    view! {
        <p hidden=when(move || shown.read().is_some())>{today}</p>
        <p class="simulated" hidden=when(move || shown.read().is_none())>
            {words.simulated_time} ": "
            <strong>{text(move || shown.get().unwrap_or_default())}</strong>
        </p>
    }
}

/// The button to put the clock forward, and its dialog.
#[component]
pub fn ClockButton() -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let is_open = RwSignal::new(false);
    let is_off = move || session.why_read_only().is_some();
    let open = move |_| {
        if untrack(is_off) {
            return;
        }
        // The dialog opens with its form in it: what has the focus first is in the form.
        spawn_local(async move {
            match (chunks::of_clock(session, is_open).load)().await {
                Ok(()) => is_open.set(true),
                Err(Unavailable) => session.say_not_loaded(),
            }
        });
    };
    view! {
        <span class="action clock">
            <button
                type="button"
                class="advance"
                aria-haspopup="dialog"
                aria-disabled=state(is_off)
                aria-describedby="why-advance"
                on:click=open
            >
                <Icon glyph=Glyph::Clock />
                <span>{words.advance_clock}</span>
            </button>
            <span class="why" role="tooltip" id="why-advance" hidden=when(move || !is_off())>
                {text(move || session.why_read_only().unwrap_or_default().to_owned())}
            </span>
        </span>
        <Dialog
            open=is_open
            title=words.advance_clock.to_owned()
            on_close=move || {
                is_open.set(false);
                element::focus_if_lost(".advance");
            }
        >
            {dynamic(move || {
                let form = || when_loaded(session, chunks::of_clock(session, is_open));
                is_open.get().then(form).into_any()
            })}
        </Dialog>
    }
}
