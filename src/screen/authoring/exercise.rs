//! An exercise that is being made, in steps.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::check::{lack_list, rehearsed};
use super::course::gone;
use super::desk::{Desk, shown_title};
use super::files::files_step;
use super::goals::goals_step;
use super::recorded::{solution_step, start_step};
use crate::browser::{clock, element};
use crate::domain::PartnerRole;
use crate::live::{Memo, RwSignal, Signal};
use crate::session::Session;
use crate::session::address::route::Route;
use crate::text::{AuthoringWords, CourseWords};
use crate::training::{Exercise, Making, Mistake, TextOf, lacks, rehearse};
use crate::ui::{SelectField, TextField, dynamic};

/// The page of an exercise of a draft.
pub fn exercise(draft: &str, exercise: &str) -> AnyView {
    let session = Session::get();
    let desk = Desk::new(session, draft, exercise);
    element::set_title(&format!(
        "{} – Seatwork",
        session.texts::<AuthoringWords>().my_courses
    ));
    let is_there = Memo::new(move |_| desk.with_exercise(|_| ()).is_some());
    dynamic(move || {
        if is_there.get() {
            page(desk)
        } else {
            gone(session)
        }
    })
}

fn page(desk: Desk) -> AnyView {
    let session = desk.session;
    let texts = session.texts::<AuthoringWords>();
    let course_texts = session.texts::<CourseWords>();
    let title = move || {
        let title = desk.with_exercise(|exercise| exercise.title.clone());
        shown_title(
            session,
            &title.unwrap_or_default(),
            course_texts.untitled_exercise,
        )
    };
    let of_course = move || {
        let title = desk.with_course(|course| course.title.clone());
        shown_title(session, &title.unwrap_or_default(), texts.untitled_course)
    };
    let back = session.link(&Route::Draft(desk.draft(), None));
    view! {
        <p class="back">
            <a dir="auto" href=back.clone()>
                {crate::ui::text(of_course)}
            </a>
        </p>
        <div class="head">
            <h1 tabindex="-1" dir="auto">
                {crate::ui::text(title)}
            </h1>
        </div>
        <div class="authoring steps">
            {start_step(desk)} {solution_step(desk)} {goals_step(desk)} {texts_step(desk)}
            {files_step(desk)} {trial_step(desk)} <section aria-labelledby="step-course">
                <h2 id="step-course">{texts.step_course}</h2>
                <p>{texts.step_course_text}</p>
                <p>
                    <a class="go" href=back>
                        {texts.to_course}
                    </a>
                </p>
            </section>
        </div>
    }
    .into_any()
}

/// Title, story, minutes and role, and what is missing.
fn texts_step(desk: Desk) -> AnyView {
    let session = desk.session;
    let texts = session.texts::<AuthoringWords>();
    view! {
        <section aria-labelledby="step-texts">
            <h2 id="step-texts">{texts.step_texts}</h2>
            {desk.text_fields(TextOf::Title, texts.draft_title, 1)}
            {desk.text_fields(TextOf::Story, texts.draft_story, 4)} {minutes(desk)} {role(desk)}
            <h3>{texts.what_is_missing}</h3>
            {dynamic(move || {
                let lacks = desk.with_exercise(lacks).unwrap_or_default();
                lack_list(session, &lacks)
            })}
        </section>
    }
    .into_any()
}

fn minutes(desk: Desk) -> AnyView {
    let texts = desk.session.texts::<AuthoringWords>();
    let typed = untrack(|| desk.with_exercise(|exercise| exercise.minutes.to_string()));
    let typed = RwSignal::new(typed.unwrap_or_default());
    let parse = |text: &str| {
        text.trim()
            .parse::<u16>()
            .ok()
            .filter(|minutes| *minutes > 0)
    };
    let problems = move || {
        let wrong = typed.with(|text| parse(text).is_none());
        let problem = wrong.then(|| texts.not_minutes.to_owned());
        problem.into_iter().collect::<Vec<String>>()
    };
    view! {
        <TextField
            id="minutes"
            label=texts.minutes_expected
            value=typed
            on_input=move |text: String| {
                if let Some(minutes) = parse(&text) {
                    desk.edit(|exercise| exercise.minutes = minutes);
                }
                typed.set(text);
            }
            problems=Signal::derive(problems)
            digits=true
        />
    }
    .into_any()
}

fn role(desk: Desk) -> AnyView {
    let session = desk.session;
    let sentences = session.sentences();
    let options = PartnerRole::ALL.into_iter().map(|role| {
        (
            role.code().to_owned(),
            sentences.partner_role(role).to_owned(),
        )
    });
    let value = move || desk.with_exercise(|exercise| exercise.role.code().to_owned());
    let label = session.texts::<AuthoringWords>().role_at_start;
    view! {
        <SelectField
            id="exercise-role"
            label
            options=options.collect()
            value=Signal::derive(move || value().unwrap_or_default())
            on_change=move |code: String| {
                if let Some(role) = PartnerRole::from_code(&code) {
                    desk.edit(|exercise| exercise.role = role);
                }
            }
        />
    }
    .into_any()
}

/// Runs the solution against the goals, and lets the author do the exercise.
fn trial_step(desk: Desk) -> AnyView {
    let session = desk.session;
    let texts = session.texts::<AuthoringWords>();
    let found = RwSignal::new(None::<Vec<Mistake>>);
    let is_bare = Memo::new(move |_| {
        let is_bare =
            |exercise: &Exercise| exercise.solution.is_empty() || exercise.goals.is_empty();
        desk.with_exercise(is_bare).unwrap_or(true)
    });
    let run = move || {
        let exercise = untrack(|| desk.with_exercise(Exercise::clone));
        let mistakes = exercise.map(|exercise| rehearse(&exercise, clock::now()));
        found.set(mistakes);
    };
    let play = move || {
        spawn_local(async move {
            let (draft, exercise) = (desk.draft(), desk.exercise());
            let begun = session.begin_making(Making::Trial, &draft, &exercise).await;
            desk.say_failed(begun);
        });
    };
    let why_not = Signal::derive(move || is_bare.get().then(|| texts.record_first.to_owned()));
    let shown = move || match found.get() {
        Some(mistakes) => rehearsed(session, &mistakes),
        None => ().into_any(),
    };
    view! {
        <section aria-labelledby="step-trial">
            <h2 id="step-trial">{texts.step_trial}</h2>
            <p>{texts.step_trial_text}</p>
            <div class="buttons">
                <crate::ui::ActionButton label=texts.run_solution why_not=why_not on_press=run />
                <crate::ui::ActionButton label=texts.play_exercise why_not=why_not on_press=play />
            </div>
            <div role="status">{dynamic(shown)}</div>
        </section>
    }
    .into_any()
}
