//! The panel beside the work, the marker of what it points at, and the button that opens it.

use crate::live::{Memo, Signal};
use leptos::prelude::*;

use crate::screen::{exercise, follow, replay};
use crate::session::Session;
use crate::session::address::follow::Follow;
use crate::training::{Procedure, ProcedureId};
use crate::ui::{Glyph, Icon, SidePanel, when};

/// The panel, in which a task shows what belongs beside the work, and the marker.
#[component]
pub fn SideOfWork() -> impl IntoView {
    let session = Session::get();
    let followed = session.navigation.followed();
    // An exercise, unless the documentation is open over it.
    let is_exercise = Memo::new(move |_| session.attempt().is_some() && followed.read().is_none());
    let is_replay = Memo::new(move |_| session.scope().is_read_only() && followed.read().is_none());
    let (docs, task, again) = (follow::view(), exercise::view(), replay::view());
    let is_docs = move || !is_exercise.get() && !is_replay.get();
    let title = Signal::derive(move || {
        let beside = match (is_exercise.get(), is_replay.get()) {
            (true, _) => task.title,
            (_, true) => again.title,
            _ => docs.title,
        };
        beside.get()
    });
    let collapsed = Memo::new(move |_| session.preferences().collapsed);
    view! {
        <SidePanel
            words=session.words()
            title
            open=session.has_panel()
            collapsed=Signal::from(collapsed)
            said=session.pointing.said()
            on_collapse=move |collapsed| session.collapse_panel(collapsed)
            on_close=move |()| session.close_panel()
            is_fixed=Signal::derive(move || !is_docs())
        >
            <div class="beside" hidden=when(move || !is_docs())>
                {back_to_exercise(session)}
                {docs.content}
            </div>
            <div class="beside" hidden=when(move || !is_exercise.get())>
                {task.content}
            </div>
            <div class="beside" hidden=when(move || !is_replay.get())>
                {again.content}
            </div>
        </SidePanel>
        <div class="marker" aria-hidden="true" hidden></div>
    }
}

/// The way from the documentation back to the exercise, while there is one.
fn back_to_exercise(session: Session) -> Option<AnyView> {
    let is_any = untrack(|| session.attempt()).is_some();
    is_any.then(|| {
        view! {
            <button type="button" on:click=move |_| session.close_panel()>
                {session.words().back_to_exercise}
            </button>
        }
        .into_any()
    })
}

/// The button "How to …": opens the panel at the procedure of the screen, or at the choice where
/// several belong to it.
#[component]
pub fn HowTo() -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let open = move |_| {
        let place = session.navigation.route().read_untracked().place();
        let of_screen = |id: ProcedureId| {
            let procedure = id.read().ok()?;
            let is_here = place.is_some_and(|place| procedure.on.contains(&place));
            is_here.then_some((id, procedure))
        };
        let mut here = ProcedureId::ALL.into_iter().filter_map(of_screen);
        match (here.next(), here.next()) {
            (Some((id, procedure)), None) => {
                let step = place.and_then(|place| procedure.first_step_on(place));
                let title = title(session, &procedure);
                session.open_panel(Follow::Step(id, step.unwrap_or(1)), &title);
            }
            _ => session.open_panel(Follow::All, words.follow_docs),
        }
    };
    view! {
        <button type="button" class="how-to" on:click=open>
            <Icon glyph=Glyph::Help />
            <span>{words.how_to}</span>
        </button>
    }
}

fn title(session: Session, procedure: &Procedure) -> String {
    let language = untrack(|| session.language());
    language.of(&procedure.title).to_owned()
}
