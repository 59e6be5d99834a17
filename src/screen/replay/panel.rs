//! What the panel shows of a replay.

use crate::live::Memo;
use leptos::prelude::*;

use super::controls::controls;
use crate::results::Happened;
use crate::screen::shared::ticked_goals::ticked_goals;
use crate::session::address::listing::Listing;
use crate::session::address::route::Route;
use crate::session::{OpenReplay, Session};
use crate::text::{BesideWords, CourseWords};
use crate::ui::{Message, MessageTone, breaks, dynamic};

/// The replay that this tab shows.
pub fn panel(session: Session) -> AnyView {
    // It stays the same until the tab enters another workspace, which rebuilds everything.
    let id = Memo::new(move |_| session.with_replay(|open| open.id));
    dynamic(move || {
        id.track();
        let content = untrack(|| session.with_replay(|open| content(session, open)));
        content.into_any()
    })
}

fn content(session: Session, open: &OpenReplay) -> AnyView {
    let texts = session.texts::<BesideWords>();
    let course_texts = session.texts::<CourseWords>();
    let whose = open.name.as_ref().map(|name| {
        let text = session.sentences().attempt_of(name);
        view! { <p dir="auto">{text}</p> }
    });
    let back = match &open.name {
        Some(name) => Route::Trainee(name.clone()),
        None => Route::Training,
    };
    let incomplete = (!open.recording.is_whole()).then(|| {
        let text = texts.replay_incomplete;
        view! { <Message tone=MessageTone::Warning text /> }
    });
    let results = (open.name.is_some()).then(|| {
        let link = session.link(&Route::Results(Listing::default()));
        view! { <a href=link>{course_texts.class_results}</a> }
    });
    let goals = move |open: &OpenReplay| ticked_goals(session, open.exercise, &open.reached);
    view! {
        {whose}
        <p class="note">{texts.replay_note}</p>
        {incomplete}
        {controls(session, open.recording.steps().len())}
        {dynamic(move || session.with_replay(|open| step(session, open)).into_any())}
        <h3>{course_texts.goals}</h3>
        {dynamic(move || session.with_replay(goals).into_any())}
        <p class="ways-on">
            <a href=session.link(&back)>{texts.leave_replay}</a>
            {results}
        </p>
    }
    .into_any()
}

/// What was done last, and when.
fn step(session: Session, open: &OpenReplay) -> AnyView {
    let sentences = session.sentences();
    let since = (open.state > 0).then(|| {
        let begun = open.recording.attempt.begun;
        let since = open.recording.at(open.state).signed_duration_since(begun);
        let seconds = u32::try_from(since.num_seconds()).unwrap_or_default();
        view! { <p class="note">{sentences.since_beginning(seconds)}</p> }
    });
    let event = match open.recording.step_to(open.state).map(|step| &step.what) {
        Some(Happened::Changed(event)) => Some(event),
        _ => None,
    };
    let details = event.map(|event| {
        let number = |count| session.number(count);
        session.workspace().with_untracked(|workspace| {
            let customer = event.customer().and_then(|id| workspace.customer(id));
            let company = customer.map(|customer| customer.company.as_str().to_owned());
            let company = company.map(|name| (session.words().affected_customer, name));
            let details = sentences.log_details(event, customer, &number);
            company.into_iter().chain(details).collect::<Vec<_>>()
        })
    });
    let item = |(label, text): (&'static str, String)| {
        view! {
            <dt>{label}</dt>
            <dd dir="auto">{breaks(&text)}</dd>
        }
    };
    let details = details.unwrap_or_default();
    let details = (!details.is_empty()).then(|| {
        view! { <dl class="facts">{details.into_iter().map(item).collect_view()}</dl> }
    });
    view! {
        <div class="replay-step">
            <h3>{session.step_text(open)}</h3>
            {since}
            {details}
        </div>
    }
    .into_any()
}
