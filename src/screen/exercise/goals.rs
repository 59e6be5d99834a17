//! The goals, with ticks, and their hints.

use crate::live::Memo;
use leptos::prelude::*;

use crate::browser::element;
use crate::screen::shared::marked::marked;
use crate::screen::shared::ticked_goals::goal_tick;
use crate::session::Session;
use crate::text::CourseWords;
use crate::training::{Exercise, Goal, Hint};
use crate::ui::{Glyph, Icon, dynamic};

/// The goals of an exercise, in their order.
pub fn goals(session: Session, exercise: &'static Exercise) -> AnyView {
    let goals = exercise.goals.iter().enumerate();
    let items = goals.map(|(at, goal)| item(session, at, goal));
    view! { <ol class="goals">{items.collect_view()}</ol> }.into_any()
}

fn item(session: Session, at: usize, goal: &'static Goal) -> AnyView {
    let language = untrack(|| session.language());
    let is_reached = Memo::new(move |_| {
        let reached = session.with_attempt(|open| open.reached().get(at).copied());
        reached.flatten().unwrap_or_default()
    });
    let taken = Memo::new(move |_| {
        let taken = session.with_attempt(|open| open.attempt.hints.get(&goal.id).copied());
        taken.flatten().unwrap_or_default()
    });
    let text = language.of(&goal.text).to_owned();
    let hints = move || {
        if is_reached.get() {
            return ().into_any();
        }
        let shown = goal.hints.iter().enumerate().take(taken.get());
        view! {
            {shown.map(|(at, hint)| shown_hint(session, goal, at, hint)).collect_view()}
            {more(session, goal, taken.get())}
        }
        .into_any()
    };
    view! {
        <li id=format!("goal-{}", goal.id)>
            <div class="goal">
                {dynamic(move || goal_tick(session, is_reached.get()))}
                <span class="goal-text" tabindex="-1">
                    {text}
                </span>
            </div>
            {dynamic(hints)}
        </li>
    }
    .into_any()
}

fn shown_hint(session: Session, goal: &'static Goal, at: usize, hint: &'static Hint) -> AnyView {
    let texts = session.texts::<CourseWords>();
    let show = hint.show.as_ref().map(|target| {
        let name = format!("{} – {}", texts.show_me, goal_text(session, goal));
        let point = move |_| {
            let subject = |open: &crate::session::OpenAttempt| {
                open.exercise.subject(goal, open.replay.state())
            };
            let about = untrack(|| session.with_attempt(subject)).unwrap_or_default();
            session.show_me_about(vec![target.clone()], about);
        };
        view! {
            <button type="button" aria-label=name on:click=point>
                {texts.show_me}
            </button>
        }
    });
    view! {
        <div class="hint">
            <p>
                <strong>{session.sentences().hint_of(at + 1, goal.hints.len())}</strong>
                " "
                {marked(session, &hint.text)}
            </p>
            {show}
        </div>
    }
    .into_any()
}

/// The button that shows another hint.
fn more(session: Session, goal: &'static Goal, taken: usize) -> Option<AnyView> {
    let texts = session.texts::<CourseWords>();
    let name = format!("{} – {}", texts.hint, goal_text(session, goal));
    let take = move |_| {
        session.take_hint(&goal.id);
        // The button is made anew, or is gone with the last hint.
        element::focus_soon(&format!("#goal-{} .goal-text", goal.id));
    };
    (taken < goal.hints.len()).then(|| {
        view! {
            <button type="button" class="quiet" aria-label=name on:click=take>
                <Icon glyph=Glyph::Help />
                <span>{texts.hint}</span>
            </button>
        }
        .into_any()
    })
}

fn goal_text(session: Session, goal: &'static Goal) -> &'static str {
    untrack(|| session.language()).of(&goal.text)
}
