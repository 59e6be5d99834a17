//! The goals of an exercise, with their checks in words and their hints.

use leptos::prelude::*;

use super::desk::Desk;
use super::hints::hint_fields;
use super::order::order_buttons;
use crate::browser::{clock, element};
use crate::live::{Memo, Signal};
use crate::session::Tone;
use crate::text::AuthoringWords;
use crate::training::{Bilingual, Check, Exercise, Goal, Hint, TextOf, move_by_one};
use crate::ui::{ActionButton, CheckField, dynamic};

/// What the list of goals is made of; texts change without it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    id: String,
    check: Check,
    hints: usize,
}

/// The third step: what is to be reached.
pub fn goals_step(desk: Desk) -> AnyView {
    let session = desk.session;
    let texts = session.texts::<AuthoringWords>();
    let lines = Memo::new(move |_| {
        let lines =
            desk.with_exercise(|exercise| exercise.goals.iter().map(line).collect::<Vec<_>>());
        lines.unwrap_or_default()
    });
    let propose = move || {
        let exercise = untrack(|| desk.with_exercise(Exercise::clone));
        let Some(exercise) = exercise else { return };
        let is_new = |goal: &Goal| exercise.goals.iter().all(|known| known.check != goal.check);
        let mut proposed = session.proposed_goals(&exercise);
        proposed.retain(is_new);
        let count = proposed.len();
        desk.edit(|exercise| {
            for mut goal in proposed {
                goal.id = exercise.free_goal_id();
                exercise.goals.push(goal);
            }
        });
        if count == 0 {
            session.notices.show(Tone::Success, texts.no_other_goals);
        }
        element::focus_soon("#step-goals");
    };
    let why_not = Signal::derive(move || {
        let is_recorded = desk.with_exercise(|exercise| !exercise.solution.is_empty());
        let is_recorded = is_recorded.unwrap_or_default();
        (!is_recorded).then(|| texts.nothing_recorded.to_owned())
    });
    let shown = move || {
        let lines = lines.get();
        if lines.is_empty() {
            return view! { <p class="note">{texts.no_goals_yet}</p> }.into_any();
        }
        let count = lines.len();
        // People are named as they are called in the end.
        let end = untrack(|| desk.with_exercise(|exercise| exercise.end(clock::now()))).flatten();
        let end = end.unwrap_or_default();
        let items = lines.iter().enumerate().map(|(at, line)| {
            let check = session.sentences().check(&line.check, &end);
            item(desk, at, count, line, check)
        });
        view! { <ol class="goals-made">{items.collect_view()}</ol> }.into_any()
    };
    view! {
        <section aria-labelledby="step-goals">
            <h2 id="step-goals" tabindex="-1">
                {texts.step_goals}
            </h2>
            <p>{texts.step_goals_text}</p>
            {dynamic(shown)}
            <div class="buttons">
                <ActionButton label=texts.propose_goals why_not=why_not on_press=propose />
            </div>
        </section>
    }
    .into_any()
}

fn line(goal: &Goal) -> Line {
    Line {
        id: goal.id.clone(),
        check: goal.check.clone(),
        hints: goal.hints.len(),
    }
}

fn item(desk: Desk, at: usize, count: usize, line: &Line, check: String) -> AnyView {
    let session = desk.session;
    let (texts, sentences) = (session.texts::<AuthoringWords>(), session.sentences());
    let label = sentences.goal_number(&session.number(at + 1));
    let heading = format!("goal-heading-{at}");
    let hints = (0..line.hints).map(|hint| hint_fields(desk, at, hint, &label));
    let hints = hints.collect_view();
    let add_hint = move |_| {
        desk.edit(|exercise| {
            if let Some(goal) = exercise.goals.get_mut(at) {
                goal.hints.push(Hint {
                    text: Bilingual::default(),
                    show: None,
                });
            }
        });
        let language = untrack(|| session.language());
        // The list is made anew.
        let hint = untrack(|| {
            desk.with_exercise(|exercise| exercise.goals.get(at).map(|goal| goal.hints.len()))
        });
        let hint = hint.flatten().unwrap_or(1).saturating_sub(1);
        element::focus_soon(&format!("#goal-{at}-hint-{hint}-{}", language.tag()));
    };
    view! {
        <li>
            <h3 id=heading.clone() tabindex="-1">
                {label.clone()}
            </h3>
            <p class="checked-how" dir="auto">
                <strong>{texts.checked}</strong>
                " "
                {check}
            </p>
            {desk.text_fields(TextOf::Goal(at), &label, 1)}
            {once_field(desk, at, &label)}
            {hints}
            <div class="buttons">
                <button
                    type="button"
                    class="quiet"
                    aria-label=sentences.button_for(texts.add_hint, &label)
                    on:click=add_hint
                >
                    {texts.add_hint}
                </button>
                {goal_buttons(desk, at, count, &label)}
            </div>
        </li>
    }
    .into_any()
}

/// Whether the goal stays reached.
fn once_field(desk: Desk, at: usize, label: &str) -> AnyView {
    let is_once = move || {
        let is_once = desk.with_exercise(|exercise| exercise.goals.get(at).map(|goal| goal.once));
        is_once.flatten().unwrap_or_default()
    };
    let set_once = move |once| {
        desk.edit(|exercise| {
            if let Some(goal) = exercise.goals.get_mut(at) {
                goal.once = once;
            }
        });
    };
    view! {
        <CheckField
            label=desk.session.sentences().goal_once(label)
            checked=Signal::derive(is_once)
            on_change=set_once
        />
    }
    .into_any()
}

fn goal_buttons(desk: Desk, at: usize, count: usize, label: &str) -> AnyView {
    let session = desk.session;
    let (texts, sentences) = (session.texts::<AuthoringWords>(), session.sentences());
    let shift = move |is_down| {
        desk.edit(|exercise| move_by_one(&mut exercise.goals, at, is_down));
        let other = if is_down {
            at + 1
        } else {
            at.saturating_sub(1)
        };
        element::focus_soon(&format!("#goal-heading-{other}"));
    };
    let remove = move |_| {
        desk.edit(|exercise| {
            if at < exercise.goals.len() {
                exercise.goals.remove(at);
            }
        });
        element::focus_soon("#step-goals");
    };
    view! {
        {order_buttons(session, label, at, at + 1 == count, shift)}
        <button
            type="button"
            class="quiet"
            aria-label=sentences.button_for(texts.remove_goal, label)
            on:click=remove
        >
            {texts.remove_goal}
        </button>
    }
    .into_any()
}
