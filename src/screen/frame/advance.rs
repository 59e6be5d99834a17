//! The form of Advance clock: how far is chosen first, then it is said what follows.

use crate::live::{Memo, RwSignal, Signal};
use leptos::prelude::*;

use crate::browser::{element, intl};
use crate::domain::{Advance, Command, Field, Moment, Problem, ProblemKind, WorkspaceCommand, day};
use crate::screen::shared::form_problems::problems_at;
use crate::screen::shared::saving_form::Saving;
use crate::session::Session;
use crate::ui::{Message, MessageTone, ProblemList, TextField, dynamic, state, text, when};

/// Numbers of days that can be chosen.
const STEPS: [u16; 3] = [1, 7, 30];

/// How far to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Days(u16),
    /// The typed one.
    Date,
}

/// What is chosen in the form.
#[derive(Clone, Copy)]
struct AdvanceForm {
    session: Session,
    saving: Saving,
    choice: RwSignal<Option<Choice>>,
    typed: RwSignal<String>,
    tried: RwSignal<bool>,
}

/// Returns the content of the dialog.
pub fn advance_form(session: Session, is_open: RwSignal<bool>) -> AnyView {
    let form = AdvanceForm {
        session,
        saving: Saving::new(session),
        choice: RwSignal::new(None),
        typed: RwSignal::new(String::new()),
        tried: RwSignal::new(false),
    };
    let words = session.words();
    let content = view! {
        <p>
            {words.simulated_time} ": "
            <strong>{text(move || intl::exact_moment(words.language_tag, session.now()))}</strong>
        </p>
        {form.choices()}
        <div role="status">{dynamic(move || form.what_follows())}</div>
        <p class="note">{words.clock_forward_only}</p>
    };
    let everybody_may = Signal::stored(false);
    let close = move || is_open.set(false);
    let save = move || form.save(is_open);
    form.saving.form(
        content.into_any(),
        words.advance,
        false,
        everybody_may,
        save,
        close,
    )
}

impl AdvanceForm {
    fn choices(self) -> AnyView {
        let (session, words) = (self.session, self.session.words());
        let problems = Memo::new(move |_| match self.choice.get() {
            None if self.tried.get() => vec![words.choose_advance.to_owned()],
            Some(Choice::Days(_)) => problems_at(session, self.refused(), Field::Day).get(),
            _ => Vec::new(),
        });
        let choose = move |choice: Choice| {
            self.saving.forget_refused();
            self.choice.set(Some(choice));
        };
        let radio = move |choice: Choice, label: String, autofocus: bool| {
            view! {
                <label class="check">
                    <input
                        type="radio"
                        name="advance"
                        autofocus=autofocus
                        prop:checked=when(move || self.choice.get() == Some(choice))
                        on:change=move |_| choose(choice)
                    />
                    <span>{label}</span>
                </label>
            }
        };
        let days = |days: u16| {
            radio(
                Choice::Days(days),
                session.sentences().days(days),
                days == 1,
            )
        };
        view! {
            <fieldset
                class="field advance-by"
                role="radiogroup"
                aria-required="true"
                aria-invalid=state(move || !problems.read().is_empty())
                aria-describedby="advance-problems"
            >
                <legend>{words.advance_by}</legend>
                {STEPS.map(days).collect_view()}
                {radio(Choice::Date, words.advance_to_date.to_owned(), false)}
                <TextField
                    id="day"
                    label=words.day
                    value=self.typed
                    on_input=move |text| {
                        choose(Choice::Date);
                        self.typed.set(text);
                    }
                    problems=problems_at(session, self.day_problems(), Field::Day)
                    day=true
                />
                <ProblemList id="advance-problems".to_owned() problems=problems.into() />
            </fieldset>
        }
        .into_any()
    }

    fn refused(self) -> Signal<Vec<Problem>> {
        Signal::derive(move || self.saving.refused())
    }

    /// Returns the problems of the typed date.
    fn day_problems(self) -> Signal<Vec<Problem>> {
        Memo::new(move |_| {
            if self.choice.get() != Some(Choice::Date) {
                return Vec::new();
            }
            let mistake = self.tried.get().then(|| day(&self.typed.read()).err());
            let mistake = mistake
                .flatten()
                .map(|kind: ProblemKind| kind.at(Field::Day));
            mistake.map_or_else(|| self.saving.refused(), |mistake| vec![mistake])
        })
        .into()
    }

    /// Returns the command and the time that it leads to.
    fn target(self) -> Option<(Advance, Moment)> {
        match self.choice.get()? {
            Choice::Days(days) => {
                let by = chrono::TimeDelta::days(days.into());
                let to = self.session.now().checked_add_signed(by);
                Some((Advance::Days(days), to.unwrap_or(Moment::MAX_UTC)))
            }
            Choice::Date => {
                let to = day(&self.typed.read()).ok()?;
                Some((Advance::To(to), to))
            }
        }
    }

    /// Says what advancing will do.
    fn what_follows(self) -> AnyView {
        let (session, sentences) = (self.session, self.session.sentences());
        let now = session.now();
        let Some((_, to)) = self.target().filter(|(_, to)| *to > now) else {
            return ().into_any();
        };
        let (users, customers) = session
            .workspace()
            .with(|workspace| workspace.to_purge_between(now, to));
        let time = sentences.time_will_be(&intl::moment(session.words().language_tag, to));
        let [number, of] = [users, customers].map(|count| session.number(count));
        let purge = sentences.will_purge([(users, &number), (customers, &of)]);
        let text = format!("{time} {purge}");
        if users > 0 {
            view! { <Message tone=MessageTone::Warning text /> }.into_any()
        } else {
            view! { <p>{text}</p> }.into_any()
        }
    }

    fn save(self, is_open: RwSignal<bool>) {
        self.tried.set(true);
        let Some((advance, to)) = untrack(|| self.target()) else {
            let mistake = match self.choice.get_untracked() {
                Some(Choice::Date) => "#day",
                _ => "dialog[open] [type=radio]",
            };
            return element::focus_soon(mistake);
        };
        let (session, sentences) = (self.session, self.session.sentences());
        let (users, _) = untrack(|| {
            let now = session.now();
            let workspace = session.workspace().read();
            workspace.to_purge_between(now, to)
        });
        let moment = intl::moment(session.words().language_tag, to);
        let message = sentences.clock_advanced(&moment, users, &session.number(users));
        self.saving.send(
            Command::Workspace(WorkspaceCommand::AdvanceClock(advance)),
            message,
            move || is_open.set(false),
        );
    }
}
