//! The panel beside the work, the marker of what it points at, and the button that opens it.

use crate::live::{Memo, RwSignal, Signal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::chunks::{self, Beside};
use crate::later::Unavailable;
use crate::screen::shared::loading::when_loaded;
use crate::session::Session;
use crate::ui::{Glyph, Icon, SidePanel, dynamic, when};

/// The panel, in which a task shows what belongs beside the work, and the marker.
#[component]
pub fn SideOfWork() -> impl IntoView {
    let session = Session::get();
    let followed = session.navigation.followed();
    // An exercise, unless the documentation is open over it.
    let is_exercise = Memo::new(move |_| session.attempt().is_some() && followed.read().is_none());
    let is_replay = Memo::new(move |_| session.scope().is_read_only() && followed.read().is_none());
    let is_docs = move || !is_exercise.get() && !is_replay.get();
    let titles = [(); 3].map(|()| RwSignal::new(String::new()));
    let [docs, task, again] = titles;
    let title = Signal::derive(move || match (is_exercise.get(), is_replay.get()) {
        (true, _) => task.get(),
        (_, true) => again.get(),
        _ => docs.get(),
    });
    let is_followed = Memo::new(move |_| followed.read().is_some());
    let is_attempt = Memo::new(move |_| session.attempt().is_some());
    let is_replayed = Memo::new(move |_| session.scope().is_read_only());
    let content = move |is_shown: Memo<bool>, beside, title| {
        dynamic(move || {
            let part = || when_loaded(session, chunks::of_panel(beside, title));
            is_shown.get().then(part).into_any()
        })
    };
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
                {content(is_followed, Beside::Documentation, docs)}
            </div>
            <div class="beside" hidden=when(move || !is_exercise.get())>
                {content(is_attempt, Beside::Exercise, task)}
            </div>
            <div class="beside" hidden=when(move || !is_replay.get())>
                {content(is_replayed, Beside::Replay, again)}
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
        spawn_local(async move {
            match chunks::help_for(session, place).await {
                Ok((follow, title)) => session.open_panel(follow, &title),
                Err(Unavailable) => session.say_not_loaded(),
            }
        });
    };
    view! {
        <button type="button" class="how-to" on:click=open>
            <Icon glyph=Glyph::Help />
            <span>{words.how_to}</span>
        </button>
    }
}
