//! The exercise beside the work: story, goals, hints, files, time, and the ways out.

mod buttons;
mod goals;
mod panel;
mod recording;

use crate::live::Signal;
use crate::screen::shared::beside::Beside;
use crate::session::Session;

/// The attempt that this tab is in.
pub fn view() -> Beside {
    let session = Session::get();
    let title = move || session.title_of_panel().unwrap_or_default();
    Beside {
        title: Signal::derive(title),
        content: panel::panel(session),
    }
}
