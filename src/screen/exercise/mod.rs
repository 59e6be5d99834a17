//! The exercise beside the work: story, goals, hints, files, time, and the ways out.

mod buttons;
mod goals;
mod panel;
mod recording;

use leptos::prelude::*;

use crate::live::Signal;
use crate::screen::shared::beside::Beside;
use crate::session::Session;
use crate::text::CourseWords;
use crate::training::Making;

/// The attempt that this tab is in.
pub fn view() -> Beside {
    let session = Session::get();
    let title = move || {
        let language = untrack(|| session.language());
        let texts = session.texts::<CourseWords>();
        let title = match session.making() {
            Some(Making::Start) => return texts.step_start.to_owned(),
            Some(Making::Solution) => return texts.step_solution.to_owned(),
            _ => session.with_attempt(|open| language.of(&open.exercise.title).to_owned()),
        };
        title.unwrap_or_default()
    };
    Beside {
        title: Signal::derive(title),
        content: panel::panel(session),
    }
}
