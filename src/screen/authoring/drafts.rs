//! The list of drafts: begin one, go on with one, take one from a file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::shown_title;
use crate::browser::element;
use crate::live::{Effect, Memo, RwSignal, Signal};
use crate::screen::shared::course_trouble::course_trouble;
use crate::screen::shared::question::Question;
use crate::session::Session;
use crate::session::address::route::Route;
use crate::text::{AuthoringWords, CourseWords};
use crate::training::{Bilingual, Course, Draft, lacks};
use crate::ui::{FileDrop, dynamic};

/// What the list shows of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    id: String,
    title: Bilingual,
    exercises: usize,
    missing: usize,
}

/// The page of all drafts.
pub fn drafts() -> AnyView {
    let session = Session::get();
    let words = session.words();
    let texts = session.texts::<AuthoringWords>();
    element::set_title(&format!("{} – Seatwork", texts.my_courses));
    session.courses.found.set(None);
    let begin = move |_| {
        if let Some(id) = session.begin_draft() {
            session.navigation.go(Route::Draft(id, None));
        }
    };
    view! {
        <div class="head">
            <h1 tabindex="-1">{texts.my_courses}</h1>
        </div>
        <p class="training-hint">{texts.my_courses_lead}</p>
        <div class="authoring">
            <div class="buttons">
                <button type="button" class="primary" on:click=begin>
                    {texts.new_course}
                </button>
            </div>
            {import(session)} {import_trouble(session)} {list(session)}
            <p>
                <a href=session.link(&Route::Training)>{words.to_training}</a>
            </p>
        </div>
    }
    .into_any()
}

/// "Import course file".
fn import(session: Session) -> AnyView {
    let words = session.words();
    let texts = session.texts::<AuthoringWords>();
    let course_texts = session.texts::<CourseWords>();
    let asks = RwSignal::new(false);
    let found = session.courses.found;
    let take = move || {
        if let Some(Ok(course)) = found.get_untracked() {
            found.set(None);
            let course = Course::clone(&course.course);
            let route = Route::Draft(course.id.clone(), None);
            if session.put_draft_of(course) {
                session.navigation.go(route);
            }
        }
    };
    take_found(session, asks, take);
    // Its own title: the one of the file may be another.
    let title = move || title_of(session, found_id(session));
    let question = Question {
        title: texts.replace_draft_title,
        text: texts.replace_draft_text,
        yes: course_texts.replace_course,
        no: words.cancel,
        is_dangerous: true,
        focus: "main h1",
    };
    view! {
        <FileDrop
            id="import-file"
            label=texts.import_course
            hint=texts.import_hint
            drop_hint=words.drop_here
            is_over=session.courses.is_dragged_over
            on_choose=move |chosen| spawn_local(session.read_course_file(chosen))
        />
        {question.view_about(Signal::derive(title), asks, take)}
    }
    .into_any()
}

/// Takes the course of a file that was chosen or dropped, after a question if there is a draft of
/// it.
fn take_found(session: Session, asks: RwSignal<bool>, take: impl Fn() + 'static) {
    Effect::new(move |_| {
        let is_known = |id: &String| untrack(|| session.with_draft(id, |_| ())).is_some();
        match found_id(session) {
            Some(id) if is_known(&id) => asks.set(true),
            Some(_) => take(),
            None => {}
        }
    });
}

fn found_id(session: Session) -> Option<String> {
    session.courses.found.with(|found| {
        let found = found.as_ref()?.as_ref().ok()?;
        Some(found.course.id.clone())
    })
}

/// What is wrong with the file that was to be imported.
fn import_trouble(session: Session) -> AnyView {
    let found = session.courses.found;
    let trouble = move || match found.get() {
        Some(Err(trouble)) => course_trouble(session, &trouble),
        _ => ().into_any(),
    };
    view! {
        <div class="found-course" role="status">
            {dynamic(trouble)}
        </div>
    }
    .into_any()
}

fn list(session: Session) -> AnyView {
    let words = session.words();
    let texts = session.texts::<AuthoringWords>();
    let lines = Memo::new(move |_| session.drafts().iter().map(line).collect::<Vec<_>>());
    let asked = RwSignal::new(None::<String>);
    let asks = RwSignal::new(false);
    let question = Question {
        title: texts.delete_draft_title,
        text: texts.delete_draft_text,
        yes: texts.delete_draft,
        no: words.cancel,
        is_dangerous: true,
        focus: "main h1",
    };
    let delete = move || {
        if let Some(id) = asked.get_untracked() {
            spawn_local(async move {
                session.delete_draft(id).await;
                element::focus_if_lost("main h1");
            });
        }
    };
    let shown = move || {
        let lines = lines.get();
        if lines.is_empty() {
            return view! { <p class="note">{texts.no_courses_yet}</p> }.into_any();
        }
        let items = lines
            .into_iter()
            .map(|line| item(session, &line, asked, asks));
        view! { <ul class="drafts">{items.collect_view()}</ul> }.into_any()
    };
    view! {
        {dynamic(shown)}
        {question.view_about(Signal::derive(move || title_of(session, asked.get())), asks, delete)}
    }
    .into_any()
}

/// Returns the title of a draft, or what stands for it.
fn title_of(session: Session, id: Option<String>) -> String {
    let untitled = session.texts::<AuthoringWords>().untitled_course;
    let title = id.and_then(|id| {
        session.with_draft(&id, |draft| {
            shown_title(session, &draft.course.title, untitled)
        })
    });
    title.unwrap_or_default()
}

fn line(draft: &Draft) -> Line {
    let course = &draft.course;
    let of_exercises = course.exercises.iter().flat_map(lacks);
    let missing = course.lacks().into_iter().chain(of_exercises);
    Line {
        id: course.id.clone(),
        title: course.title.clone(),
        exercises: course.exercises.len(),
        missing: missing.count(),
    }
}

fn item(
    session: Session,
    line: &Line,
    asked: RwSignal<Option<String>>,
    asks: RwSignal<bool>,
) -> AnyView {
    let (texts, sentences) = (session.texts::<AuthoringWords>(), session.sentences());
    let title = shown_title(session, &line.title, texts.untitled_course);
    let name = sentences.button_for(texts.delete_draft, &title);
    let exercises = sentences.exercises(line.exercises, &session.number(line.exercises));
    let missing = sentences.things_missing(line.missing, &session.number(line.missing));
    let id = line.id.clone();
    let delete = move |_| {
        asked.set(Some(id.clone()));
        asks.set(true);
    };
    view! {
        <li>
            <a dir="auto" href=session.link(&Route::Draft(line.id.clone(), None))>
                {title}
            </a>
            <span class="note">{exercises} ", " {missing}</span>
            <button type="button" class="quiet" aria-label=name on:click=delete>
                {texts.delete_draft}
            </button>
        </li>
    }
    .into_any()
}
