//! Opens an exercise, and says why if that does not work.

use crate::live::RwSignal;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::element;
use crate::journal::NotSaved;
use crate::session::Session;
use crate::session::address::route::Route;
use crate::text::TrainingWords;
use crate::training::Exercise;
use crate::ui::{Message, MessageTone, dynamic};

/// The screen of the address at which an exercise begins.
pub fn start(course: &str, exercise: &str) -> AnyView {
    let session = Session::get();
    let texts = session.texts::<TrainingWords>();
    let course = session.course_named(course);
    let exercise = course.and_then(|course| course.exercise(exercise));
    let Some((course, exercise)) = course.zip(exercise) else {
        return unknown(session);
    };
    let trouble = RwSignal::new(None);
    let begin = move || {
        trouble.set(None);
        spawn_local(async move {
            if let Err(reason) = session.open_exercise(course, exercise).await {
                trouble.set(Some(reason));
                element::focus_soon("main h1");
            }
        });
    };
    begin();
    element::set_title(&format!("{} – Seatwork", title(session, exercise)));
    dynamic(move || match trouble.get() {
        None => view! {
            <div class="head">
                <h1 tabindex="-1">{title(session, exercise)}</h1>
            </div>
            <p role="status">{texts.opening_exercise}</p>
        }
        .into_any(),
        Some(reason) => not_begun(session, &reason, begin),
    })
}

fn title(session: Session, exercise: &'static Exercise) -> &'static str {
    untrack(|| session.language()).of(&exercise.title)
}

fn not_begun(
    session: Session,
    reason: &NotSaved,
    again: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let words = session.words();
    let texts = session.texts::<TrainingWords>();
    let text = session.sentences().storage_trouble(reason);
    view! {
        <div class="head">
            <h1 tabindex="-1">{texts.not_begun}</h1>
        </div>
        <Message tone=MessageTone::Error text />
        <p class="training-hint">{texts.not_begun_hint}</p>
        <div class="buttons">
            <button type="button" class="primary" on:click=move |_| again()>
                {words.try_again}
            </button>
            <a href=session.link(&Route::Training)>{words.to_training}</a>
            <a href=session.link(&Route::Workspace)>{words.workspace}</a>
        </div>
    }
    .into_any()
}

fn unknown(session: Session) -> AnyView {
    let words = session.words();
    let texts = session.texts::<TrainingWords>();
    element::set_title(&format!("{} – Seatwork", texts.unknown_exercise));
    view! {
        <div class="head">
            <h1 tabindex="-1">{texts.unknown_exercise}</h1>
        </div>
        <div class="empty">
            <p>{texts.unknown_exercise_text}</p>
            <a href=session.link(&Route::Training)>{words.to_training}</a>
        </div>
    }
    .into_any()
}
