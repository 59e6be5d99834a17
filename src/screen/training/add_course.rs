//! Adding a course: choosing its file, or one that lies beside the site; what is in it, or what is
//! wrong with it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::element;
use crate::live::{RwSignal, Signal};
use crate::screen::shared::course_added::show_added;
use crate::screen::shared::course_trouble::course_trouble;
use crate::screen::shared::question::Question;
use crate::session::address::route::Route;
use crate::session::{FoundCourse, Session};
use crate::text::{CourseWords, TrainingWords};
use crate::training::{Course, Tongue};
use crate::ui::{FileDrop, dynamic, text};

/// "Add a course" on the page Training.
pub fn add_course_section(session: Session) -> AnyView {
    let words = session.words();
    let texts = session.texts::<TrainingWords>();
    let page = session.courses;
    page.found.set(None);
    view! {
        <section class="add-course" aria-labelledby="add-course">
            <h2 id="add-course">{texts.add_course}</h2>
            <FileDrop
                id="course-file"
                label=texts.choose_course
                hint=texts.course_file_hint
                drop_hint=words.drop_here
                is_over=page.is_dragged_over
                on_choose=move |chosen| spawn_local(session.read_course_file(chosen))
            />
            {found_course(session)}
        </section>
    }
    .into_any()
}

/// The page of a course file that lies beside the site.
pub fn course_by_link(url: &str) -> AnyView {
    let session = Session::get();
    let words = session.words();
    let texts = session.texts::<TrainingWords>();
    element::set_title(&format!("{} – Seatwork", texts.add_course));
    spawn_local(session.fetch_course_file(url.to_owned()));
    view! {
        <div class="head">
            <h1 tabindex="-1">{texts.add_course}</h1>
        </div>
        <section class="add-course">
            <p>{texts.course_link_hint}</p>
            {found_course(session)}
            <p>
                <a href=session.link(&Route::Training)>{words.to_training}</a>
            </p>
        </section>
    }
    .into_any()
}

/// What became of the chosen file.
fn found_course(session: Session) -> AnyView {
    let page = session.courses;
    let wait = move || {
        let is_busy = page.is_busy.get();
        if is_busy { session.words().loading } else { "" }.to_owned()
    };
    let found = move || match page.found.get() {
        None => ().into_any(),
        Some(Ok(found)) => content(session, found),
        Some(Err(trouble)) => course_trouble(session, &trouble),
    };
    view! {
        <div class="found-course" role="status">
            <p class="note">{text(wait)}</p>
            {dynamic(found)}
        </div>
    }
    .into_any()
}

/// What is in the course, and the button that adds it.
fn content(session: Session, found: FoundCourse) -> AnyView {
    let language = untrack(|| session.language());
    let FoundCourse { name, course } = found;
    let titles = course.exercises.iter().map(|exercise| {
        let title = language.of(&exercise.title).to_owned();
        view! {
            <li>
                <span dir="auto">{title}</span>
                " "
                <span class="note">{session.sentences().about_minutes(exercise.minutes)}</span>
            </li>
        }
    });
    view! {
        {facts(session, name, &course)}
        <p>{language.of(&course.about).to_owned()}</p>
        <ol class="exercises-found">{titles.collect_view()}</ol>
        {add_button(session, course)}
    }
    .into_any()
}

fn facts(session: Session, file: String, course: &Course) -> AnyView {
    let (words, sentences) = (session.words(), session.sentences());
    let texts = session.texts::<TrainingWords>();
    let course_texts = session.texts::<CourseWords>();
    let title = untrack(|| session.language()).of(&course.title);
    let minutes = course.exercises.iter().map(|one| one.minutes);
    let minutes = minutes.fold(0, u16::saturating_add);
    let facts = [
        (course_texts.course, title.to_owned()),
        (words.file, file),
        (texts.languages, languages(session, course)),
        (
            course_texts.exercises,
            session.number(course.exercises.len()),
        ),
        (texts.time_needed, sentences.about_minutes(minutes)),
        (
            course_texts.pass_mark,
            sentences.percent(&session.number(course.pass)),
        ),
    ];
    let facts = facts.map(|(name, value)| {
        view! {
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
        }
    });
    view! { <dl class="facts">{facts.into_iter().collect_view()}</dl> }.into_any()
}

/// The button that adds the course, after a question if it replaces another.
fn add_button(session: Session, course: Arc<Course>) -> AnyView {
    let texts = session.texts::<TrainingWords>();
    let course_texts = session.texts::<CourseWords>();
    let is_known = untrack(|| session.is_own_course(&course.id));
    let asks = RwSignal::new(false);
    let question = Question {
        title: texts.replace_course_title,
        text: texts.replace_course_text,
        yes: course_texts.replace_course,
        no: session.words().cancel,
        is_dangerous: false,
        focus: "main h1",
    };
    // The one that goes: the new one may have another title.
    let known = session.course_named(&course.id);
    let language = untrack(|| session.language());
    let known = known.map(|known| language.of(&known.title).to_owned());
    let known = Signal::stored(known.unwrap_or_default());
    let add = move || spawn_local(add(session, Arc::clone(&course)));
    let press = {
        let add = add.clone();
        move |_| if is_known { asks.set(true) } else { add() }
    };
    let label = if is_known {
        course_texts.replace_course
    } else {
        texts.add_this_course
    };
    view! {
        <button type="button" class="primary" on:click=press>
            {label}
        </button>
        {question.view_about(known, asks, add)}
    }
    .into_any()
}

/// Returns the languages of the course. One whose texts are the same in both has one.
fn languages(session: Session, course: &Course) -> String {
    let texts = session.texts::<TrainingWords>();
    match course.tongue() {
        Tongue::Both => texts.both_languages,
        Tongue::English => texts.only_english,
        Tongue::German => texts.only_german,
        Tongue::Mixed => texts.mixed_languages,
        Tongue::Any => texts.one_language,
    }
    .to_owned()
}

async fn add(session: Session, course: Arc<Course>) {
    match session.add_course(&course).await {
        Ok(()) => {
            session.courses.found.set(None);
            show_added(session, &course.id).await;
        }
        Err(reason) => session.say_not_saved(&reason),
    }
}
