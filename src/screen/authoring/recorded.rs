//! The starting state and the recorded solution, each as a list of what was done.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use crate::browser::{clock, element};
use crate::live::Memo;
use crate::session::Tone;
use crate::text::{AuthoringWords, CourseWords};
use crate::training::{Exercise, Instruction, Making};
use crate::ui::dynamic;

/// The first step: the workspace in which a trainee begins.
pub fn start_step(desk: Desk) -> AnyView {
    let session = desk.session;
    let texts = session.texts::<AuthoringWords>();
    let course_texts = session.texts::<CourseWords>();
    let has_any = Memo::new(move |_| {
        let has_any = desk.with_exercise(|exercise| !exercise.start.is_empty());
        has_any.unwrap_or_default()
    });
    let from_own = move |_| {
        let (draft, exercise) = (desk.draft(), desk.exercise());
        if session.start_from_own_workspace(&draft, &exercise) {
            session.notices.show(Tone::Success, texts.start_taken);
        }
    };
    let from_sample = move |_| {
        desk.edit(|exercise| exercise.start.clear());
        element::focus_soon("#step-start");
    };
    let sample = move || {
        let button = has_any.get().then(|| {
            view! {
                <button type="button" on:click=from_sample>
                    {texts.start_from_sample}
                </button>
            }
        });
        button.into_any()
    };
    view! {
        <section aria-labelledby="step-start">
            <h2 id="step-start" tabindex="-1">
                {course_texts.step_start}
            </h2>
            <p>{texts.step_start_text}</p>
            {steps(desk, |exercise| &exercise.start, texts.start_is_sample)}
            <div class="buttons">
                {begin_button(desk, Making::Start, texts.arrange_start, texts.go_on_arranging)}
                <button type="button" on:click=from_own>
                    {texts.start_from_own}
                </button>
                {dynamic(sample)}
            </div>
        </section>
    }
    .into_any()
}

/// The second step: one right way, recorded.
pub fn solution_step(desk: Desk) -> AnyView {
    let texts = desk.session.texts::<AuthoringWords>();
    let course_texts = desk.session.texts::<CourseWords>();
    view! {
        <section aria-labelledby="step-solution">
            <h2 id="step-solution">{course_texts.step_solution}</h2>
            <p>{texts.step_solution_text}</p>
            {steps(desk, |exercise| &exercise.solution, texts.nothing_recorded)}
            <div class="buttons">
                {begin_button(desk, Making::Solution, texts.record_solution, texts.go_on_recording)}
            </div>
        </section>
    }
    .into_any()
}

/// What was done, in words.
fn steps(desk: Desk, read: fn(&Exercise) -> &Vec<Instruction>, empty: &'static str) -> AnyView {
    let sentences = desk.session.sentences();
    let steps = Memo::new(move |_| {
        let steps = desk.with_exercise(|exercise| read(exercise).clone());
        steps.unwrap_or_default()
    });
    dynamic(move || {
        let steps = steps.get();
        if steps.is_empty() {
            return view! { <p class="note">{empty}</p> }.into_any();
        }
        // People are named as they are called in the end.
        let end = untrack(|| desk.with_exercise(|exercise| exercise.end(clock::now()))).flatten();
        let end = end.unwrap_or_default();
        let items = steps.iter().map(|step| {
            view! { <li dir="auto">{sentences.instruction(step, &end)}</li> }
        });
        view! { <ol class="recorded">{items.collect_view()}</ol> }.into_any()
    })
}

fn begin_button(
    desk: Desk,
    making: Making,
    begin_label: &'static str,
    go_on_label: &'static str,
) -> AnyView {
    let session = desk.session;
    let is_begun =
        Memo::new(move |_| session.is_being_made(making, &desk.draft(), &desk.exercise()));
    let begin = move |_| {
        spawn_local(async move {
            let (draft, exercise) = (desk.draft(), desk.exercise());
            let begun = session.begin_making(making, &draft, &exercise).await;
            desk.say_failed(begun);
        });
    };
    dynamic(move || {
        let label = if is_begun.get() {
            go_on_label
        } else {
            begin_label
        };
        view! {
            <button type="button" class="primary" on:click=begin>
                {label}
            </button>
        }
        .into_any()
    })
}
