//! Finish, Restart and Leave, each asked first where something would be lost or is missing.

use crate::live::{Memo, RwSignal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::shared::question::Question;
use crate::session::address::route::Route;
use crate::session::{OpenAttempt, Session};
use crate::text::{BesideWords, CourseWords};
use crate::ui::{Message, MessageTone, dynamic, when};

/// The ways out of the exercise.
pub fn buttons(session: Session) -> AnyView {
    let words = session.words();
    let texts = session.texts::<BesideWords>();
    let course_texts = session.texts::<CourseWords>();
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
                view! { <Message tone=MessageTone::Success text=texts.all_goals_reached /> }
            })
            .into_any()
    };
    // An author returns to the exercise that is being made.
    let way_out = session.page_of_making().unwrap_or(Route::Training);
    let restart_question = Question {
        title: texts.restart_title,
        text: texts.restart_text,
        yes: texts.restart,
        no: words.cancel,
        is_dangerous: false,
        focus: ".side h2",
    };
    let finish_question = Question {
        title: texts.finish_early_title,
        text: texts.finish_early_text,
        yes: texts.finish,
        no: course_texts.keep_working,
        ..restart_question
    };
    view! {
        <div class="exercise-end" class:complete=when(move || is_complete.get())>
            {dynamic(complete)} <div class="exercise-buttons">
            <button type="button" class:primary=move || is_complete.get() on:click=finish>
                {texts.finish}
            </button>
            <button type="button" on:click=restart>
                {texts.restart}
            </button>
            <a href=session.link(&way_out)>{texts.leave_exercise}</a>
            </div>
        </div>
        {restart_question.view(asks_restart, move || spawn_local(session.restart_and_say()))}
        {finish_question.view(asks_finish, move || spawn_local(session.finish_exercise()))}
    }
    .into_any()
}
