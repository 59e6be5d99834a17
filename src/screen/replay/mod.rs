//! An attempt that is shown again, beside the work: the slider, what was done, and the goals.

mod controls;
mod panel;

use leptos::prelude::*;

use crate::live::Signal;
use crate::screen::shared::beside::Beside;
use crate::session::Session;

/// The replay that this tab shows.
pub fn view() -> Beside {
    let session = Session::get();
    let title = move || {
        let language = untrack(|| session.language());
        let title = session.with_replay(|open| language.of(&open.exercise.title));
        title.map_or(String::new(), |title| session.sentences().replay_of(title))
    };
    Beside {
        title: Signal::derive(title),
        content: panel::panel(session),
    }
}
