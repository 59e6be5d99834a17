//! A form's problems in words: at its fields, and above its buttons.

use crate::live::Signal;
use leptos::prelude::*;

use crate::domain::{Field, Problem};
use crate::session::Session;
use crate::ui::text;

/// Returns the sentences about one field's problems.
pub fn problems_at(
    session: Session,
    problems: Signal<Vec<Problem>>,
    field: Field,
) -> Signal<Vec<String>> {
    Signal::derive(move || {
        let sentences = session.sentences();
        problems
            .read()
            .iter()
            .filter(|problem| problem.field == field)
            .map(|problem| sentences.problem(problem))
            .collect()
    })
}

/// A sentence that names every field with a problem.
#[component]
pub fn Mistakes(problems: Signal<Vec<Problem>>) -> impl IntoView {
    let session = Session::get();
    let fields = move || {
        let mut fields: Vec<_> = problems
            .read()
            .iter()
            .map(|problem| session.sentences().field(problem.field))
            .collect();
        fields.dedup();
        if fields.is_empty() {
            String::new()
        } else {
            format!("{} {}", session.words().mistakes, fields.join(", "))
        }
    };
    view! {
        <p class="mistakes" role="alert">
            {text(fields)}
        </p>
    }
}
