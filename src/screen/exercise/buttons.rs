//! Finish, Restart and Leave, each asked first where something would be lost or is missing.

use crate::live::{Memo, RwSignal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::element;
use crate::session::address::route::Route;
use crate::session::{OpenAttempt, Session};
use crate::ui::{Dialog, Message, MessageTone, dynamic};

/// The ways out of the exercise.
pub fn buttons(session: Session) -> AnyView {
    let words = session.words();
    let is_complete = Memo::new(move |_| {
        let is_complete = session.with_attempt(|open| open.replay.progress().is_complete());
        is_complete.unwrap_or_default()
    });
    let (asks_restart, asks_finish) = (RwSignal::new(false), RwSignal::new(false));
    let finish = move |_| {
        if is_complete.get_untracked() {
            spawn_local(session.finish_exercise());
        } else {
            asks_finish.set(true);
        }
    };
    let restart = move |_| {
        let is_begun = |open: &OpenAttempt| open.replay.last() > open.attempt.prepared;
        if untrack(|| session.with_attempt(is_begun)) == Some(true) {
            asks_restart.set(true);
        } else {
            spawn_local(session.restart_and_say());
        }
    };
    let complete = move || {
        is_complete
            .get()
            .then(|| {
                view! { <Message tone=MessageTone::Success text=words.all_goals_reached /> }
            })
            .into_any()
    };
    view! {
        {dynamic(complete)}
        <div class="exercise-buttons">
            <button type="button" class:primary=move || is_complete.get() on:click=finish>
                {words.finish}
            </button>
            <button type="button" on:click=restart>
                {words.restart}
            </button>
            <a href=session.link(&Route::Training)>{words.leave_exercise}</a>
        </div>
        {question(
            asks_restart,
            [words.restart_title, words.restart_text, words.restart, words.cancel],
            move || spawn_local(session.restart_and_say()),
        )}
        {question(
            asks_finish,
            [
                words.finish_early_title,
                words.finish_early_text,
                words.finish,
                words.keep_working,
            ],
            move || spawn_local(session.finish_exercise()),
        )}
    }
    .into_any()
}

/// A question: title and text, and the labels for yes and no.
fn question(
    is_open: RwSignal<bool>,
    [title, text, yes, no]: [&'static str; 4],
    then: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let confirm = move |_| {
        is_open.set(false);
        then();
    };
    view! {
        <Dialog
            open=is_open
            title=title.to_owned()
            on_close=move || {
                is_open.set(false);
                element::focus_if_lost(".side h2");
            }
        >
            <p>{text}</p>
            <div class="buttons">
                <button type="button" class="primary" on:click=confirm>
                    {yes}
                </button>
                <button type="button" autofocus on:click=move |_| is_open.set(false)>
                    {no}
                </button>
            </div>
        </Dialog>
    }
    .into_any()
}
