//! What the sections of the page have in common: whether something is being done, and what became
//! of it.

use crate::browser::element;
use crate::live::Signal;
use crate::session::address::route::Route;
use crate::session::{Session, Tone};

/// Returns the reason why nothing can be begun while something is being done.
pub fn busy(session: Session) -> Signal<Option<String>> {
    let reason = session.words().saving;
    let is_busy = session.replacement.is_busy;
    Signal::derive(move || is_busy.get().then(|| reason.to_owned()))
}

/// Says that the workspace was replaced, with an offer to undo it, or why not.
pub fn finish(session: Session, done: Result<(), String>, message: &str) {
    match done {
        Ok(()) => {
            let undo = session.words().undo;
            // Who has opened a prepared workspace is done here.
            let here = session.navigation.route().get_untracked();
            if matches!(here, Route::Open(_)) {
                session.navigation.go(Route::customers());
            }
            session.notices.show_undoable(Tone::Success, message, undo);
            // What was pressed is gone.
            element::focus_if_lost("main h1");
        }
        Err(reason) => session.notices.show(Tone::Error, reason),
    }
}
