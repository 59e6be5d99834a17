//! The steps of a procedure, each with "Show me".

use crate::live::{Effect, Memo, Signal, reactive};
use leptos::prelude::*;

use crate::browser::element;
use crate::screen::shared::marked::marked;
use crate::session::Session;
use crate::session::address::follow::Follow;
use crate::text::{BesideWords, CourseWords};
use crate::training::{OfficialPage, Procedure, ProcedureId, Step, Target};

/// The steps, the page where they are described, and the way to the other procedures.
pub fn steps(session: Session, id: ProcedureId) -> AnyView {
    let texts = session.texts::<BesideWords>();
    let Ok(Procedure { page, steps, .. }) = id.read() else {
        return ().into_any();
    };
    session.keep_up(id);
    let last = steps.len();
    let current = Memo::new(move |_| match session.navigation.followed().get() {
        Some(Follow::Step(_, step)) => step.min(last),
        Some(Follow::All) | None => 1,
    });
    // In a long procedure the current step may be further down.
    Effect::new(move |_| {
        current.track();
        element::scroll_to_soon(".side [aria-current]");
    });
    let targets: Vec<Target> = steps.iter().map(|step| step.show.clone()).collect();
    let items = steps.into_iter().enumerate().map(|(at, step)| {
        let number = at + 1;
        let until_here = targets.get(..number).unwrap_or_default().to_vec();
        let show = move || {
            session.navigation.follow(Some(Follow::Step(id, number)));
            session.show_me(until_here.clone());
        };
        item(session, current.into(), number, step, show)
    });
    view! {
        <ol class="procedure">{items.collect_view()}</ol>
        {official(session, &page)}
        <button
            type="button"
            on:click=move |_| {
                session.navigation.follow(Some(Follow::All));
                // The button disappears with the steps.
                element::focus_soon(".side h2");
            }
        >
            {texts.all_procedures}
        </button>
    }
    .into_any()
}

fn item(
    session: Session,
    current: Signal<usize>,
    number: usize,
    step: Step,
    show: impl Fn() + Send + 'static,
) -> AnyView {
    let texts = session.texts::<CourseWords>();
    let is_current = reactive(move || (current.get() == number).then_some("step"));
    let note = step
        .note
        .map(|note| view! { <p class="note">{marked(session, &note)}</p> });
    let label = format!(
        "{} – {}",
        texts.show_me,
        session.sentences().step(&session.number(number))
    );
    view! {
        <li aria-current=is_current>
            <p>{marked(session, &step.text)}</p>
            {note}
            <button type="button" aria-label=label on:click=move |_| show()>
                {texts.show_me}
            </button>
        </li>
    }
    .into_any()
}

fn official(session: Session, page: &OfficialPage) -> AnyView {
    let title = untrack(|| session.language()).of(&page.title).to_owned();
    view! {
        <p class="note">
            {session.texts::<BesideWords>().official_page} " "
            <a href=page.address() target="_blank" rel="noreferrer">
                {title}
            </a>
        </p>
    }
    .into_any()
}
