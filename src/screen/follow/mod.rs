//! Follow the documentation: its procedures in the panel beside the work, step by step.

mod choice;
mod steps;

use crate::live::{Memo, Signal};
use leptos::prelude::*;

use crate::screen::shared::beside::Beside;
use crate::session::Session;
use crate::session::address::follow::Follow;
use crate::training::{Place, ProcedureId};
use crate::ui::dynamic;

/// The procedure that is followed, or the choice among all of them.
pub fn view() -> Beside {
    let session = Session::get();
    let procedure = Memo::new(move |_| match session.navigation.followed().get() {
        Some(Follow::Step(procedure, _)) => Some(procedure),
        Some(Follow::All) | None => None,
    });
    Beside {
        title: Signal::derive(move || title(session, procedure.get())),
        content: dynamic(move || match procedure.get() {
            Some(procedure) => steps::steps(session, procedure),
            None => choice::choice(session),
        }),
    }
}

/// Returns where the panel opens for a screen, with the title: at the procedure that belongs to it,
/// or at the choice where several do.
pub fn help(session: Session, place: Option<Place>) -> (Follow, String) {
    let of_screen = |id: ProcedureId| {
        let procedure = id.read().ok()?;
        let is_here = place.is_some_and(|place| procedure.on.contains(&place));
        is_here.then_some((id, procedure))
    };
    let mut here = ProcedureId::ALL.into_iter().filter_map(of_screen);
    match (here.next(), here.next()) {
        (Some((id, procedure)), None) => {
            let step = place.and_then(|place| procedure.first_step_on(place));
            let follow = Follow::Step(id, step.unwrap_or(1));
            (follow, title(session, Some(id)))
        }
        _ => (Follow::All, title(session, None)),
    }
}

fn title(session: Session, procedure: Option<ProcedureId>) -> String {
    let read = procedure.and_then(|procedure| procedure.read().ok());
    let title = read.map(|procedure| {
        untrack(|| session.language())
            .of(&procedure.title)
            .to_owned()
    });
    title.unwrap_or_else(|| session.words().follow_docs.to_owned())
}
