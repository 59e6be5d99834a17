//! What the attempt came to.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::calls::calls_section;
use super::export::export_section;
use crate::browser::{element, intl};
use crate::live::Memo;
use crate::screen::shared::ticked_goals::ticked_goals;
use crate::session::address::route::Route;
use crate::session::address::scope::Scope;
use crate::session::address::whole::Address;
use crate::session::{OpenAttempt, Session};
use crate::text::{CourseWords, TrainingWords};
use crate::training::{Course, Detour, Exercise, Making};
use crate::ui::{Message, MessageTone, dynamic};

/// The page at the end of an attempt, or for a while without one.
pub fn result() -> AnyView {
    let session = Session::get();
    element::set_title(&format!("{} – Seatwork", session.words().result));
    dynamic(move || {
        let page = session.with_attempt(|open| page(session, open));
        page.into_any()
    })
}

fn page(session: Session, open: &OpenAttempt) -> AnyView {
    let (words, sentences) = (session.words(), session.sentences());
    let texts = session.texts::<TrainingWords>();
    let course_texts = session.texts::<CourseWords>();
    let OpenAttempt {
        course,
        exercise,
        attempt,
        replay,
        ..
    } = open;
    let is_passed = replay.progress().is_complete();
    let (tone, text) = if is_passed {
        (MessageTone::Success, texts.well_done)
    } else {
        (MessageTone::Warning, texts.not_all_goals)
    };
    let changes = sentences.changes_beside(
        &session.number(replay.progress().changes()),
        &session.number(exercise.solution_changes()),
    );
    let attempts = Memo::new(move |_| session.attempts());
    let is_of_trainee = Making::of_course(&course.id).is_none();
    let found = replay.detours(exercise, attempt, attempt.begun);
    view! {
        <div class="head">
            <h1 tabindex="-1">{words.result} ": " {session.title_of_exercise(exercise)}</h1>
        </div>
        <div class="result">
            <Message tone text />
            <section aria-labelledby="result-goals">
                <h2 id="result-goals">{course_texts.goals}</h2>
                {ticked_goals(session, exercise, open.reached())}
            </section>
            <dl class="facts">
                <dt>{texts.attempt_begun}</dt>
                <dd>{intl::moment(words.language_tag, attempt.begun)}</dd>
                <dt>{course_texts.time_taken}</dt>
                <dd>{sentences.time_beside(attempt.seconds, exercise.minutes)}</dd>
                <dt>{course_texts.hints_taken}</dt>
                <dd>{session.number(attempt.hints_taken())}</dd>
                <dt>{course_texts.changes_made}</dt>
                <dd>{changes}</dd>
            </dl>
            {detours(session, &found)}
            {what_next(session, exercise)}
            {ways_on(session, course, exercise, is_passed)}
            {calls_section(session, open)}
            {is_of_trainee.then(|| export_section(session, attempts.into()))}
        </div>
    }
    .into_any()
}

fn detours(session: Session, found: &[Detour]) -> AnyView {
    let (texts, sentences) = (session.texts::<TrainingWords>(), session.sentences());
    let item = |detour: &Detour| {
        let company = detour.customer.and_then(|id| {
            session.with_customer(id, |customer| customer.company.as_str().to_owned())
        });
        let number = |number: i64| session.number(number);
        let text = sentences.detour(detour, &company.unwrap_or_default(), &number);
        view! { <li dir="auto">{text}</li> }
    };
    let content = if found.is_empty() {
        view! { <p>{texts.no_detours}</p> }.into_any()
    } else {
        view! {
            <ul class="detours">{found.iter().map(item).collect_view()}</ul>
            <p class="note">{texts.detours_note}</p>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="detours">
            <h2 id="detours">{texts.detours}</h2>
            {content}
        </section>
    }
    .into_any()
}

fn what_next(session: Session, exercise: &'static Exercise) -> Option<AnyView> {
    let language = untrack(|| session.language());
    let next = exercise.next.as_ref()?;
    Some(
        view! {
            <section aria-labelledby="try-next">
                <h2 id="try-next">{session.texts::<TrainingWords>().try_next}</h2>
                <p>{language.of(next).to_owned()}</p>
            </section>
        }
        .into_any(),
    )
}

fn ways_on(
    session: Session,
    course: &'static Course,
    exercise: &'static Exercise,
    is_passed: bool,
) -> AnyView {
    let (words, sentences) = (session.words(), session.sentences());
    let texts = session.texts::<TrainingWords>();
    let course_texts = session.texts::<CourseWords>();
    let language = untrack(|| session.language());
    let resume = (!is_passed).then(|| {
        view! {
            <button
                type="button"
                class="primary"
                on:click=move |_| spawn_local(session.resume_exercise())
            >
                {course_texts.keep_working}
            </button>
        }
    });
    // An author returns to the exercise that is being made.
    let (way_out, way_out_label) = match session.page_of_making() {
        Some(page) => (page, texts.to_drafted),
        None => (Route::Training, words.to_training),
    };
    let is_of_trainee = way_out == Route::Training;
    let next = course.next_after(&exercise.id);
    let next = next.filter(|_| is_of_trainee).map(|next| {
        let link = session.link(&Route::Exercise(course.id.clone(), next.id.clone()));
        let label = sentences.next_exercise_is(language.of(&next.title));
        view! {
            <a class:go=is_passed href=link>
                {label}
            </a>
        }
    });
    let again = is_of_trainee.then(|| again(session, course, exercise));
    let id = untrack(|| session.attempt());
    let replay = id.map(|id| {
        let link = Address::new(Scope::Replay(id, None), Route::customers(), None).to_string();
        view! { <a href=link>{course_texts.replay}</a> }
    });
    view! {
        <p class="ways-on">
            {resume} {next} {again} {replay} <a href=session.link(&way_out)>{way_out_label}</a>
        </p>
    }
    .into_any()
}

/// "Try again", which begins another attempt.
fn again(session: Session, course: &'static Course, exercise: &'static Exercise) -> AnyView {
    let again = move |_| spawn_local(session.try_exercise_again(course, exercise));
    view! {
        <button type="button" on:click=again>
            {session.words().try_again}
        </button>
    }
    .into_any()
}
