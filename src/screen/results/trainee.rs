//! What one trainee has come to, exercise by exercise.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use crate::browser::{element, intl};
use crate::results::{Cell, Trainee};
use crate::session::Session;
use crate::session::address::listing::Listing;
use crate::session::address::route::Route;
use crate::session::address::scope::Scope;
use crate::session::address::whole::Address;
use crate::text::{CourseWords, ResultsWords};
use crate::training::{Course, Exercise};
use crate::ui::dynamic;

/// The page of the trainee of this name.
pub fn trainee(name: String) -> AnyView {
    let session = Session::get();
    element::set_title(&format!("{name} – Seatwork"));
    spawn_local(session.look_up_results());
    session.assess_with_courses();
    let desk = Desk::new(session);
    dynamic(move || {
        let courses = session.results.courses.read();
        let of_courses = courses.iter().filter_map(|one| {
            let mut trainees = one.class.trainees.iter();
            let found = trainees.find(|trainee| trainee.name == name)?;
            Some((one.course, found))
        });
        let sections = of_courses
            .map(|(course, trainee)| section(desk, course, trainee))
            .collect::<Vec<_>>();
        if sections.is_empty() {
            return unknown(session);
        }
        view! {
            <div class="head">
                <h1 tabindex="-1" dir="auto">
                    {name.clone()}
                </h1>
            </div>
            <p>{back(session)}</p>
            <div class="class-results">{sections}</div>
        }
        .into_any()
    })
}

fn back(session: Session) -> AnyView {
    let link = session.link(&Route::Results(Listing::default()));
    view! { <a href=link>{session.texts::<ResultsWords>().back_to_results}</a> }.into_any()
}

fn unknown(session: Session) -> AnyView {
    let texts = session.texts::<ResultsWords>();
    // What was kept is still being read.
    if session.results.progress.read().is_some() {
        return view! {
            <p class="opening" role="status">
                {texts.reading_results}
            </p>
        }
        .into_any();
    }
    view! {
        <div class="head">
            <h1 tabindex="-1">{texts.unknown_trainee}</h1>
        </div>
        <div class="empty">
            <p>{texts.unknown_trainee_text}</p>
            {back(session)}
        </div>
    }
    .into_any()
}

fn section(desk: Desk, course: &'static Course, trainee: &Trainee) -> AnyView {
    let texts = desk.session.texts::<ResultsWords>();
    let course_texts = desk.session.texts::<CourseWords>();
    let language = untrack(|| desk.session.language());
    let heads = [
        (course_texts.exercise, ""),
        (course_texts.state, ""),
        (course_texts.time_taken, "number"),
        (course_texts.hints_taken, "number"),
        (texts.differences, ""),
        (course_texts.attempts, ""),
    ];
    let head = |(label, class): (&'static str, &'static str)| {
        view! {
            <th scope="col" class=class>
                {label}
            </th>
        }
    };
    let exercises = course.exercises.iter().zip(&trainee.cells);
    let rows = exercises.map(|(exercise, cell)| row(desk, exercise, cell.as_ref()));
    let title = language.of(&course.title).to_owned();
    view! {
        <section class="of-trainee">
            <h2>{title.clone()}</h2>
            <div class="table" role="region" aria-label=title tabindex="0">
                <table>
                    <thead>
                        <tr>{heads.map(head).collect_view()}</tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn row(desk: Desk, exercise: &'static Exercise, cell: Option<&Cell>) -> AnyView {
    let session = desk.session;
    let words = session.words();
    let texts = session.texts::<ResultsWords>();
    let course_texts = session.texts::<CourseWords>();
    let title = desk.title(exercise);
    let Some(cell) = cell else {
        return view! {
            <tr>
                <th scope="row">{title}</th>
                <td colspan="5" class="quiet">
                    {course_texts.not_begun_yet}
                </td>
            </tr>
        }
        .into_any();
    };
    let best = &cell.best;
    let begun = intl::moment(words.language_tag, cell.attempt.attempt.begun);
    let replay = Scope::Replay(cell.attempt.id, None);
    let replay = Address::new(replay, Route::customers(), None).to_string();
    let replay_name = format!("{} – {title}", course_texts.replay);
    let differences = best.detours.iter();
    let differences =
        differences.map(|detour| view! { <li dir="auto">{desk.difference(detour)}</li> });
    let doubts = desk.doubts(&best.doubts).into_iter().map(|doubt| {
        let text = format!("{}: {doubt}", texts.marked_result);
        view! { <p class="wrong">{text}</p> }
    });
    view! {
        <tr>
            <th scope="row">{title}</th>
            <td>{desk.standing(best)} {doubts.collect_view()}</td>
            <td class="number">{session.sentences().time_span(best.seconds)}</td>
            <td class="number">{session.number(best.hints)}</td>
            <td>
                <ul>{differences.collect_view()}</ul>
            </td>
            <td>
                <p>{session.sentences().attempts(cell.attempts, &session.number(cell.attempts))}</p>
                <p class="note">{begun}</p>
                <p>
                    <a href=replay aria-label=replay_name>
                        {course_texts.replay}
                    </a>
                </p>
            </td>
        </tr>
    }
    .into_any()
}
