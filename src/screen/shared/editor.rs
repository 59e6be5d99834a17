//! Editing something that is there already: the form shows what is stored until something is typed, and takes over what
//! other tabs change where the person has left it alone.

use crate::live::{RwSignal, Signal, effect, spawn};
use leptos::prelude::*;

use super::form_problems::Mistakes;
use crate::browser::element;
use crate::domain::{Command, Decision, Problem, ProblemKind, Refusal, Right};
use crate::session::{Failure, Session, Tone};
use crate::ui::{SaveButton, state, warning};

/// What is edited.
pub trait Subject: Copy + Send + Sync + 'static {
    /// It, as it is stored.
    type Details: Clone + Send + Sync + 'static;
    /// It, as typed.
    type Draft: PartialEq + Send + Sync + 'static;

    /// The details as they are stored, followed; none when it is gone.
    fn now(self, session: Session) -> Option<Self::Details>;

    /// The draft that shows these details.
    fn draft(details: &Self::Details) -> Self::Draft;

    /// The details that are wanted, or everything that is wrong with them.
    fn validate(self, session: Session, draft: &Self::Draft)
    -> Result<Self::Details, Vec<Problem>>;

    /// Takes over what somebody else changed, except where the person has changed the same.
    fn rebase(draft: &mut Self::Draft, before: &Self::Details, now: &Self::Details);

    /// The command that saves it.
    fn command(self, seen: Self::Details, wanted: Self::Details) -> Command;
}

/// An edit, in signals of its own: it ends with its page.
pub struct Editor<S: Subject> {
    session: Session,
    subject: S,
    /// The details as the person has seen them.
    seen: RwSignal<S::Details>,
    /// What is typed.
    pub draft: RwSignal<S::Draft>,
    /// Saving was tried: from then on mistakes are shown.
    tried: RwSignal<bool>,
    /// What was changed elsewhere meanwhile.
    clashes: RwSignal<Vec<Problem>>,
    saving: RwSignal<bool>,
}

impl<S: Subject> Clone for Editor<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S: Subject> Copy for Editor<S> {}

impl<S: Subject> Editor<S> {
    /// Begins with these details.
    pub fn begin(session: Session, subject: S, opened: S::Details) -> Self {
        let editor = Self {
            session,
            subject,
            draft: RwSignal::new(S::draft(&opened)),
            seen: RwSignal::new(opened),
            tried: RwSignal::new(false),
            clashes: RwSignal::new(Vec::new()),
            saving: RwSignal::new(false),
        };
        // While nothing is typed the form shows what is there, also when another tab changes it.
        effect(move || {
            if let Some(now) = subject.now(session)
                && !untrack(|| editor.is_changed())
            {
                editor.show(now);
            }
        });
        effect(move || session.forms.editing.set(editor.is_changed()));
        on_cleanup(move || session.forms.editing.set(false));
        editor
    }

    fn is_changed(self) -> bool {
        *self.draft.read() != S::draft(&self.seen.read())
    }

    /// What is wrong, once saving was tried.
    pub fn problems(self) -> Signal<Vec<Problem>> {
        Signal::memo(move |_| {
            let validate = || self.subject.validate(self.session, &self.draft.read());
            let found = self.tried.get().then(|| validate().err());
            let mut problems = found.flatten().unwrap_or_default();
            problems.extend(self.clashes.get());
            problems
        })
    }

    /// Something is typed or chosen.
    pub fn change(self, change: impl FnOnce(&mut S::Draft)) {
        self.clashes.set(Vec::new());
        self.draft.update(change);
    }

    /// Shows these details, and nothing that was typed.
    fn show(self, details: S::Details) {
        self.draft.set(S::draft(&details));
        self.seen.set(details);
        self.tried.set(false);
        self.clashes.set(Vec::new());
    }

    fn save(self) {
        if self.saving.get_untracked() {
            return;
        }
        self.tried.set(true);
        self.clashes.set(Vec::new());
        let validated = untrack(|| self.subject.validate(self.session, &self.draft.read()));
        let Ok(wanted) = validated else {
            return element::focus_soon("main [aria-invalid=true]");
        };
        let command = self.subject.command(self.seen.get_untracked(), wanted);
        self.saving.set(true);
        spawn(async move {
            let done = self.session.dispatch(command).await;
            self.saving.set(false);
            self.saved(done);
        });
    }

    fn saved(self, done: Result<Decision, Failure>) {
        let (session, words) = (self.session, self.session.words());
        if self.saving.is_gone() {
            // The page was left meanwhile: there is nothing to show it in.
            return match done {
                Ok(decision) => session.say_done(&decision, words.saved),
                Err(failure) => session.notices.show(Tone::Error, session.reason(&failure)),
            };
        }
        let now = untrack(|| self.subject.now(session));
        match done {
            Ok(decision) => session.say_done(&decision, words.saved),
            Err(Failure::Refused(Refusal::NothingToChange)) => {
                session.notices.show(Tone::Success, words.nothing_to_change)
            }
            Err(Failure::Refused(Refusal::Problems(found))) => {
                // Saving again means: after having seen what somebody else changed.
                let is_clash = |problem: &Problem| problem.kind == ProblemKind::ChangedMeanwhile;
                if let Some(now) = now.filter(|_| found.iter().any(is_clash)) {
                    let before = self.seen.get_untracked();
                    self.draft.update(|draft| S::rebase(draft, &before, &now));
                    self.seen.set(now);
                }
                self.clashes.set(found);
                return element::focus_soon("main [aria-invalid=true]");
            }
            Err(failure) => return session.notices.show(Tone::Error, session.reason(&failure)),
        }
        // It may be gone by now.
        now.into_iter().for_each(|now| self.show(now));
    }

    /// The form around the fields, which are made by `fields` out of what is wrong and whether nothing may be changed.
    pub fn form(
        self,
        label: &'static str,
        right: Right,
        fields: impl FnOnce(Signal<Vec<Problem>>, Signal<bool>) -> AnyView,
    ) -> AnyView {
        let problems = self.problems();
        let may_not = Signal::derive(move || self.session.why_not(right));
        let disabled = Signal::derive(move || may_not.read().is_some());
        let frame = Frame {
            session: self.session,
            label,
            problems,
            may_not,
            saving: self.saving.into(),
            is_changed: Signal::derive(move || self.is_changed()),
        };
        let cancel = move || self.show(self.seen.get_untracked());
        frame.around(
            fields(problems, disabled),
            Box::new(move || self.save()),
            Box::new(cancel),
        )
    }
}

/// The form, whatever is edited.
struct Frame {
    session: Session,
    label: &'static str,
    problems: Signal<Vec<Problem>>,
    may_not: Signal<Option<String>>,
    saving: Signal<bool>,
    is_changed: Signal<bool>,
}

impl Frame {
    fn around(
        self,
        fields: AnyView,
        save: Box<dyn Fn() + Send>,
        cancel: Box<dyn Fn() + Send>,
    ) -> AnyView {
        let Self {
            session,
            label,
            problems,
            may_not,
            saving,
            is_changed,
        } = self;
        let words = session.words();
        view! {
            {warning(may_not)}
            <form
                class="form"
                novalidate
                aria-label=label
                on:submit=move |event| {
                    event.prevent_default();
                    if may_not.read_untracked().is_none() {
                        save();
                    }
                }
            >
                {fields}
                <Mistakes problems />
                <div class="buttons">
                    <SaveButton
                        label=words.save
                        busy_label=words.saving
                        busy=saving
                        why_not=may_not
                    />
                    <button
                        type="button"
                        aria-disabled=state(move || !is_changed.get())
                        on:click=move |_| cancel()
                    >
                        {words.cancel}
                    </button>
                </div>
            </form>
        }
        .into_any()
    }
}
