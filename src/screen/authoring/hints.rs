//! The hints of a goal.

use leptos::prelude::*;

use super::desk::Desk;
use crate::browser::element;
use crate::live::Memo;
use crate::text::AuthoringWords;
use crate::training::{Exercise, Target, TextOf, known_targets};
use crate::ui::{text, when};

/// The texts of a hint, what it points at, and its removal. `goal` is the name of its goal.
pub fn hint_fields(desk: Desk, at: usize, hint: usize, goal: &str) -> AnyView {
    let session = desk.session;
    let (texts, sentences) = (session.texts::<AuthoringWords>(), session.sentences());
    let number = sentences.hint_number(&session.number(hint + 1));
    let label = format!("{goal}, {number}");
    let remove = move |_| {
        desk.edit(|exercise| {
            if let Some(goal) = exercise.goals.get_mut(at)
                && hint < goal.hints.len()
            {
                goal.hints.remove(hint);
            }
        });
        element::focus_soon(&format!("#goal-heading-{at}"));
    };
    let labels = Memo::new(move |_| {
        let of_hint = |exercise: &Exercise| {
            let text = exercise.text(TextOf::Hint(at, hint));
            text.map(|text| sentences.labels_in(text))
        };
        desk.with_exercise(of_hint).flatten().unwrap_or_default()
    });
    view! {
        <div class="hint-fields">
            {desk.text_fields(TextOf::Hint(at, hint), &label, 1)}
            <p class="note" hidden=when(move || labels.get().is_empty())>
                {text(move || labels.get())}
            </p>
            {target_field(desk, at, hint, &label)}
            <button
                type="button"
                class="quiet"
                aria-label=sentences.button_for(texts.remove_hint, &label)
                on:click=remove
            >
                {texts.remove_hint}
            </button>
        </div>
    }
    .into_any()
}

/// The control that the hint points at, if any.
fn target_field(desk: Desk, at: usize, hint: usize, label: &str) -> AnyView {
    let session = desk.session;
    let (texts, sentences) = (session.texts::<AuthoringWords>(), session.sentences());
    let own = untrack(|| {
        let show = desk.with_exercise(|exercise| {
            let hint = exercise.goals.get(at)?.hints.get(hint)?;
            hint.show.clone()
        });
        show.flatten()
    });
    let mut targets = known_targets();
    targets.extend(own.clone().filter(|own| !targets.contains(own)));
    let chosen = own.and_then(|own| targets.iter().position(|target| *target == own));
    let option = |(place, target): (usize, &Target)| {
        view! {
            <option value=place.to_string() selected=chosen == Some(place)>
                {sentences.target(target)}
            </option>
        }
    };
    let options = targets.iter().enumerate().map(option).collect_view();
    let id = format!("goal-{at}-hint-{hint}-target");
    let choose = move |event: leptos::ev::Event| {
        let place = event_target_value(&event).parse::<usize>().ok();
        let show = place.and_then(|place| targets.get(place).cloned());
        desk.edit(|exercise| {
            let goal = exercise.goals.get_mut(at);
            if let Some(hint) = goal.and_then(|goal| goal.hints.get_mut(hint)) {
                hint.show = show;
            }
        });
    };
    view! {
        <div class="field">
            <label for=id.clone()>{sentences.points_at(label)}</label>
            <select id=id on:change=choose>
                <option value="">{texts.shows_nothing}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}
