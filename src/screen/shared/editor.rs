//! Editing stored data: the form follows the stored value until the person types, and takes over
//! other tabs' changes to fields that the person has not changed.

use crate::live::{Effect, Memo, RwSignal, Signal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::form_problems::Mistakes;
use crate::browser::element;
use crate::domain::{Command, Decision, Problem, ProblemKind, Refusal, Right};
use crate::session::{Failure, Session, Tone};
use crate::text::DetailsWords;
use crate::ui::{SaveButton, state, warning};

/// Something that an [`Editor`] edits.
pub trait Subject: Copy + Send + Sync + 'static {
    /// The stored value.
    type Details: Clone + Send + Sync + 'static;
    /// The value as typed.
    type Draft: Clone + PartialEq + Send + Sync + 'static;

    /// Returns the stored details and tracks them; `None` once the subject is gone.
    fn now(self, session: Session) -> Option<Self::Details>;

    /// Returns the draft that shows these details.
    fn draft(details: &Self::Details) -> Self::Draft;

    /// Parses a draft, or returns every problem with it.
    fn validate(self, session: Session, draft: &Self::Draft)
    -> Result<Self::Details, Vec<Problem>>;

    /// Takes over changes made elsewhere, except to fields that the person has changed.
    fn rebase(draft: &mut Self::Draft, before: &Self::Details, now: &Self::Details);

    /// Returns the command that saves the change.
    fn command(self, seen: Self::Details, wanted: Self::Details) -> Command;

    /// Returns the unsaved edit that the tab keeps: the stored details that the person has seen,
    /// and the draft.
    fn kept(self, session: Session) -> Option<(Self::Details, Self::Draft)>;

    /// Lets the tab keep an unsaved edit, or none.
    fn keep(self, session: Session, edit: Option<(Self::Details, Self::Draft)>);
}

/// An edit. Its signals are disposed of with the page.
pub struct Editor<S: Subject> {
    session: Session,
    subject: S,
    /// The stored details that the person has seen.
    seen: RwSignal<S::Details>,
    pub draft: RwSignal<S::Draft>,
    /// Problems are shown only after the first attempt to save.
    tried: RwSignal<bool>,
    /// Fields that were changed elsewhere in the meantime.
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
    /// Opens an editor on these details, or on the edit of them that the tab has kept.
    pub fn begin(session: Session, subject: S, opened: S::Details) -> Self {
        let kept = untrack(|| subject.kept(session));
        let (seen, draft) = kept.unwrap_or_else(|| {
            let draft = S::draft(&opened);
            (opened, draft)
        });
        let editor = Self {
            session,
            subject,
            draft: RwSignal::new(draft),
            seen: RwSignal::new(seen),
            tried: RwSignal::new(false),
            clashes: RwSignal::new(Vec::new()),
            saving: RwSignal::new(false),
        };
        // An unchanged form follows changes from other tabs.
        Effect::new(move |_| {
            if let Some(now) = subject.now(session)
                && !untrack(|| editor.is_changed())
            {
                editor.show(now);
            }
        });
        Effect::new(move |_| {
            let is_changed = editor.is_changed();
            session.forms.editing.set(is_changed);
            let edit = is_changed.then(|| (editor.seen.get(), editor.draft.get()));
            subject.keep(session, edit);
        });
        on_cleanup(move || session.forms.editing.set(false));
        editor
    }

    fn is_changed(self) -> bool {
        *self.draft.read() != S::draft(&self.seen.read())
    }

    /// Returns the draft's problems; none before the first attempt to save.
    pub fn problems(self) -> Signal<Vec<Problem>> {
        Memo::new(move |_| {
            let validate = || self.subject.validate(self.session, &self.draft.read());
            let found = self.tried.get().then(|| validate().err());
            let mut problems = found.flatten().unwrap_or_default();
            problems.extend(self.clashes.get());
            problems
        })
        .into()
    }

    /// Changes the draft.
    pub fn change(self, change: impl FnOnce(&mut S::Draft)) {
        self.clashes.set(Vec::new());
        self.draft.update(change);
    }

    /// Replaces the draft with these details.
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
        spawn_local(async move {
            let result = self.session.dispatch(command).await;
            self.saving.set(false);
            self.show_result(result);
        });
    }

    fn show_result(self, result: Result<Decision, Failure>) {
        let (session, words) = (self.session, self.session.words());
        if self.saving.is_disposed() {
            // The page was left while saving.
            return match result {
                Ok(decision) => session.say_done(&decision, words.saved),
                Err(failure) => session.notices.show(Tone::Error, session.reason(&failure)),
            };
        }
        let now = untrack(|| self.subject.now(session));
        match result {
            Ok(decision) => session.say_done(&decision, words.saved),
            Err(Failure::Refused(Refusal::NothingToChange)) => {
                session.notices.show(Tone::Success, words.nothing_to_change)
            }
            Err(Failure::Refused(Refusal::Problems(found))) => {
                // The next attempt to save accepts the other change as seen.
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

    /// Returns the form; `fields` gets the problems and whether the fields are disabled.
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

/// The part of the form that does not depend on the subject, compiled only once.
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
        let texts = session.texts::<DetailsWords>();
        let why_not = Signal::derive(move || {
            let unchanged = || (!is_changed.get()).then(|| texts.nothing_edited.to_owned());
            may_not.get().or_else(unchanged)
        });
        view! {
            {warning(may_not)}
            <form
                class="form"
                novalidate
                aria-label=label
                on:submit=move |event| {
                    event.prevent_default();
                    if why_not.read_untracked().is_none() {
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
                        why_not
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
