//! The exercises of a draft, in their order.

use leptos::prelude::*;

use super::desk::{Desk, shown_title};
use super::order::order_buttons;
use crate::browser::element;
use crate::live::{Memo, RwSignal, Signal};
use crate::screen::shared::question::Question;
use crate::session::address::route::Route;
use crate::text::{AuthoringWords, CourseWords, Language};
use crate::training::{Bilingual, Course, Exercise, lacks, move_by_one, move_to};
use crate::ui::{SelectField, dynamic};

/// What the list shows of an exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    id: String,
    title: Bilingual,
    missing: usize,
}

/// The exercises, and the ways to add one.
pub fn exercises_section(desk: Desk) -> AnyView {
    let words = desk.session.words();
    let texts = desk.session.texts::<AuthoringWords>();
    let course_texts = desk.session.texts::<CourseWords>();
    let lines = Memo::new(move |_| {
        let lines =
            desk.with_course(|course| course.exercises.iter().map(line).collect::<Vec<_>>());
        lines.unwrap_or_default()
    });
    let (doomed, asks) = (RwSignal::new(None::<String>), RwSignal::new(false));
    let question = Question {
        title: texts.delete_exercise_title,
        text: texts.delete_exercise_text,
        yes: texts.delete_exercise,
        no: words.cancel,
        is_dangerous: true,
        focus: "#exercises",
    };
    let doomed_title = move || {
        let title = doomed.get().and_then(|id| {
            desk.with_course(|course| Some(course.exercise(&id)?.title.clone()))
                .flatten()
        });
        let untitled = course_texts.untitled_exercise;
        title
            .map(|title| shown_title(desk.session, &title, untitled))
            .unwrap_or_default()
    };
    let delete = move || {
        let id = doomed.get_untracked();
        desk.edit_course(|course| {
            course
                .exercises
                .retain(|exercise| Some(&exercise.id) != id.as_ref());
        });
        element::focus_soon("#exercises");
    };
    let shown = move || {
        let lines = lines.get();
        let last = lines.len().saturating_sub(1);
        let items = lines.iter().enumerate();
        let items = items.map(|(at, line)| item(desk, at, at == last, line, doomed, asks));
        view! { <ol class="drafted">{items.collect_view()}</ol> }.into_any()
    };
    view! {
        <section aria-labelledby="exercises">
            <h2 id="exercises" tabindex="-1">
                {course_texts.exercises}
            </h2>
            {dynamic(shown)}
            {adding(desk)}
            {question.view_about(Signal::derive(doomed_title), asks, delete)}
        </section>
    }
    .into_any()
}

fn line(exercise: &Exercise) -> Line {
    Line {
        id: exercise.id.clone(),
        title: exercise.title.clone(),
        missing: lacks(exercise).len(),
    }
}

fn item(
    desk: Desk,
    at: usize,
    is_last: bool,
    line: &Line,
    doomed: RwSignal<Option<String>>,
    asks: RwSignal<bool>,
) -> AnyView {
    let session = desk.session;
    let (texts, sentences) = (session.texts::<AuthoringWords>(), session.sentences());
    let untitled = session.texts::<CourseWords>().untitled_exercise;
    let title = shown_title(session, &line.title, untitled);
    let name = |label| sentences.button_for(label, &title);
    let focus = format!("#drafted-{}", line.id);
    let shift = move |is_down| {
        desk.edit_course(|course| move_by_one(&mut course.exercises, at, is_down));
        // The list is made anew.
        element::focus_soon(&focus);
    };
    let id = line.id.clone();
    let delete = move |_| {
        doomed.set(Some(id.clone()));
        asks.set(true);
    };
    let missing = sentences.things_missing(line.missing, &session.number(line.missing));
    let link = session.link(&Route::Draft(desk.draft(), Some(line.id.clone())));
    view! {
        <li>
            {position_field(desk, at, &line.id, name(texts.position))}
            <a id=format!("drafted-{}", line.id) dir="auto" href=link>
                {title.clone()}
            </a>
            <span class="note">{missing}</span>
            <span class="buttons">
                {order_buttons(session, &title, at, is_last, shift)}
                <button
                    type="button"
                    class="quiet"
                    aria-label=name(texts.duplicate)
                    on:click=move |_| duplicate(desk, at)
                >
                    {texts.duplicate}
                </button>
                <button
                    type="button"
                    class="quiet"
                    aria-label=name(texts.delete_exercise)
                    on:click=delete
                >
                    {texts.delete_exercise}
                </button>
            </span>
        </li>
    }
    .into_any()
}

/// Adds a copy after the exercise, titled as one.
fn duplicate(desk: Desk, at: usize) {
    desk.edit_course(|course| {
        if let Some(mut exercise) = course.exercises.get(at).cloned() {
            for language in Language::ALL {
                let title = language.own_mut(&mut exercise.title);
                if !title.trim().is_empty() {
                    let texts = language.texts::<AuthoringWords>();
                    *title = format!("{title} {}", texts.is_copy);
                }
            }
            course.add_copy(&exercise, at + 1);
        }
    });
    element::focus_soon("#exercises");
}

/// The place of an exercise, from 1, where another one can be typed: in a long course, others are
/// far away.
fn position_field(desk: Desk, at: usize, id: &str, name: String) -> AnyView {
    let id = format!("position-{id}");
    let focus = format!("#{id}");
    let place = move |event: leptos::ev::Event| {
        if let Ok(number) = event_target_value(&event).parse::<usize>() {
            let to = number.saturating_sub(1);
            desk.edit_course(|course| move_to(&mut course.exercises, at, to));
        }
        element::focus_soon(&focus);
    };
    view! {
        <input
            id=id
            class="place"
            type="number"
            min="1"
            aria-label=name
            value=(at + 1).to_string()
            on:change=place
        />
    }
    .into_any()
}

/// "Add exercise", and one of the built-in course as a starting point.
fn adding(desk: Desk) -> AnyView {
    let session = desk.session;
    let texts = session.texts::<AuthoringWords>();
    let go = move |id: String| {
        let route = Route::Draft(desk.draft(), Some(id));
        session.navigation.go(route);
    };
    let add = move |_| {
        let mut id = String::new();
        if desk.edit_course(|course| id = course.add_exercise()) {
            go(id);
        }
    };
    let language = untrack(|| session.language());
    let all = || Course::all().flat_map(|course| course.exercises.iter());
    let options =
        all().map(|exercise| (exercise.id.clone(), language.of(&exercise.title).to_owned()));
    let first = all().next().map(|exercise| exercise.id.clone());
    let chosen = RwSignal::new(first.unwrap_or_default());
    let take = move |_| {
        let chosen = chosen.get_untracked();
        let mut id = String::new();
        let is_stored = all()
            .find(|exercise| exercise.id == chosen)
            .is_some_and(|exercise| {
                desk.edit_course(|course| id = course.add_copy(exercise, usize::MAX))
            });
        if is_stored {
            go(id);
        }
    };
    view! {
        <div class="buttons">
            <button type="button" on:click=add>
                {texts.add_exercise}
            </button>
        </div>
        <div class="take-exercise">
            <SelectField
                id="built-in-exercise"
                label=texts.built_in_exercise
                options=options.collect()
                value=Signal::from(chosen)
                on_change=move |id| chosen.set(id)
            />
            <button type="button" on:click=take>
                {texts.take_exercise}
            </button>
        </div>
    }
    .into_any()
}
