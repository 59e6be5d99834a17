//! The goals of an exercise with their ticks.

use leptos::prelude::*;

use crate::session::Session;
use crate::text::CourseWords;
use crate::training::Exercise;
use crate::ui::{Glyph, Icon};

/// A tick if the goal is reached, or the room for it; said in words as well.
pub fn goal_tick(session: Session, is_reached: bool) -> AnyView {
    let texts = session.texts::<CourseWords>();
    let (class, glyph, state) = if is_reached {
        ("tick reached", Some(Glyph::Success), texts.goal_done)
    } else {
        ("tick", None, texts.goal_open)
    };
    view! {
        <span class=class>{glyph.map(|glyph| view! { <Icon glyph /> })}</span>
        <span class="unseen">{state} ": "</span>
    }
    .into_any()
}

/// Goals with their texts and ticks, in their order.
pub fn ticked_goals(session: Session, exercise: &Exercise, reached: &[bool]) -> AnyView {
    let language = untrack(|| session.language());
    let goals = exercise.goals.iter().enumerate();
    let goals = goals.map(|(at, goal)| {
        view! {
            <li>
                <div class="goal">
                    {goal_tick(session, reached.get(at) == Some(&true))}
                    <span>{language.of(&goal.text).to_owned()}</span>
                </div>
            </li>
        }
    });
    view! { <ol class="goals">{goals.collect_view()}</ol> }.into_any()
}
