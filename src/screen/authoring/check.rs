//! What is missing in a draft, and what is wrong with its solution.

use leptos::prelude::*;

use crate::session::Session;
use crate::text::AuthoringWords;
use crate::training::{Lack, Mistake};
use crate::ui::{Message, MessageTone};

/// What is missing; a sentence that all is there, if nothing is.
pub fn lack_list(session: Session, lacks: &[Lack]) -> AnyView {
    let sentences = session.sentences();
    let number = |number: usize| session.number(number);
    if lacks.is_empty() {
        let text = session.texts::<AuthoringWords>().nothing_missing;
        return view! { <p class="note">{text}</p> }.into_any();
    }
    let items = lacks.iter().map(|lack| {
        let class = if lack.is_blocking() {
            "blocking"
        } else {
            "note"
        };
        view! { <li class=class>{sentences.lack(*lack, &number)}</li> }
    });
    view! { <ul class="lacks">{items.collect_view()}</ul> }.into_any()
}

/// What came of running the solution against the goals.
pub fn rehearsed(session: Session, mistakes: &[Mistake]) -> AnyView {
    let (texts, sentences) = (session.texts::<AuthoringWords>(), session.sentences());
    if mistakes.is_empty() {
        let text = texts.solution_works;
        return view! { <Message tone=MessageTone::Success text /> }.into_any();
    }
    let number = |number: usize| session.number(number);
    let items = mistakes.iter().map(|mistake| {
        view! { <li>{sentences.exercise_mistake(mistake, &number)}</li> }
    });
    view! {
        <Message tone=MessageTone::Error text=texts.solution_fails />
        <ul class="course-mistakes">{items.collect_view()}</ul>
    }
    .into_any()
}
