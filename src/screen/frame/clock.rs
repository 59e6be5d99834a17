//! Advance clock: the simulated time, and putting it forward.

use crate::live::{Memo, RwSignal, Signal};
use leptos::prelude::*;

use crate::browser::{element, intl};
use crate::domain::{Advance, Command, Field, Moment, WorkspaceCommand, day};
use crate::screen::shared::form_problems::problems_at;
use crate::screen::shared::saving_form::Saving;
use crate::session::Session;
use crate::ui::{Dialog, Glyph, Icon, TextField, dynamic, text, when};

/// Numbers of days offered as buttons.
const STEPS: [u16; 3] = [1, 7, 30];

/// The simulated time, if it differs from the real one.
#[component]
pub fn SimulatedTime() -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let shown = Memo::new(move |_| {
        let now = session.simulated_now();
        now.map(|now| intl::moment(words.language_tag, now))
    });
    view! {
        <p class="simulated" hidden=when(move || shown.read().is_none())>
            {words.simulated_time} ": "
            <strong>{text(move || shown.get().unwrap_or_default())}</strong>
        </p>
    }
}

/// The button to put the clock forward, and its dialog.
#[component]
pub fn ClockButton() -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let is_open = RwSignal::new(false);
    view! {
        <button
            type="button"
            class="advance"
            aria-haspopup="dialog"
            on:click=move |_| is_open.set(true)
        >
            <Icon glyph=Glyph::Clock />
            <span>{words.advance_clock}</span>
        </button>
        <Dialog
            open=is_open
            title=words.advance_clock.to_owned()
            on_close=move || {
                is_open.set(false);
                element::focus_if_lost(".advance");
            }
        >
            {dynamic(move || is_open.get().then(|| content(session, is_open)).into_any())}
        </Dialog>
    }
}

fn content(session: Session, is_open: RwSignal<bool>) -> AnyView {
    let (words, sentences) = (session.words(), session.sentences());
    let saving = Saving::new(session);
    let advance = move |advance: Advance, to: Moment| {
        let moment = intl::moment(words.language_tag, to);
        let count = untrack(|| purged_until(session, to));
        let message = sentences.clock_advanced(&moment, count, &session.number(count));
        saving.send(
            Command::Workspace(WorkspaceCommand::AdvanceClock(advance)),
            message,
            move || is_open.set(false),
        );
    };
    let step = move |days: u16| {
        let press = move |_| {
            let now = untrack(|| session.now());
            let to = now.checked_add_signed(chrono::TimeDelta::days(days.into()));
            advance(Advance::Days(days), to.unwrap_or(now));
        };
        view! {
            <button type="button" on:click=press>
                {sentences.days(days)}
            </button>
        }
    };
    // Warns beforehand that accounts will be purged.
    let purges = move |days: u16| {
        let now = session.now();
        let to = now.checked_add_signed(chrono::TimeDelta::days(days.into()));
        let count = purged_until(session, to.unwrap_or(now));
        let text = sentences.would_purge(days, count, &session.number(count));
        (count > 0).then(|| view! { <li>{text}</li> })
    };
    view! {
        <p>
            {words.simulated_time} ": "
            <strong>{text(move || intl::exact_moment(words.language_tag, session.now()))}</strong>
        </p>
        <p class="note">{words.clock_forward_only}</p>
        <fieldset class="steps">
            <legend>{words.advance_by}</legend>
            {STEPS.map(step).collect_view()}
        </fieldset>
        <ul class="note">
            {dynamic(move || STEPS.map(purges).collect_view().into_any())}
        </ul>
        {to_a_day(session, saving, move |to| advance(Advance::To(to), to), is_open)}
    }
    .into_any()
}

/// The field for a day, and the buttons of the dialog.
fn to_a_day(
    session: Session,
    saving: Saving,
    advance: impl Fn(Moment) + Send + 'static,
    is_open: RwSignal<bool>,
) -> AnyView {
    let words = session.words();
    let (typed, tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    let problems = Memo::new(move |_| {
        let mistake = tried.get().then(|| day(&typed.read()).err()).flatten();
        match mistake {
            Some(kind) => vec![kind.at(Field::Day)],
            None => saving.refused(),
        }
    });
    let save = move || {
        tried.set(true);
        match day(&typed.read_untracked()) {
            Ok(to) => advance(to),
            Err(_) => element::focus_soon("#day"),
        }
    };
    let content = view! {
        <TextField
            id="day"
            label=words.day
            value=typed
            on_input=move |text| {
                saving.forget_refused();
                typed.set(text);
            }
            problems=problems_at(session, problems.into(), Field::Day)
            day=true
        />
    };
    let everybody_may = Signal::stored(false);
    let close = move || is_open.set(false);
    // The focus starts on Cancel: a second Enter must not advance the clock.
    saving.form(
        content.into_any(),
        words.advance,
        true,
        everybody_may,
        save,
        close,
    )
}

/// Returns how many users who can be restored now no longer can at this moment.
fn purged_until(session: Session, to: Moment) -> usize {
    let now = session.now();
    session.workspace().with(|workspace| {
        let customers = workspace.customers();
        let restorable = customers.flat_map(|customer| customer.users.deleted_at(now));
        restorable
            .filter(|deleted| !deleted.is_restorable_at(to))
            .count()
    })
}
