//! Saving a form, once at a time. Errors of a dialog are shown in it, because it covers the
//! messages of the page.

use crate::live::{Memo, RwSignal, Signal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::form_problems::problems_at;
use crate::browser::element;
use crate::domain::{Command, Decision, Field, Problem, Quantity, Refusal};
use crate::session::{Failure, Session, Tone};
use crate::ui::{Message, MessageTone, SaveButton, TextField, dynamic};

/// The first invalid field of the open dialog; for product choices, the first visible one.
const FIRST_MISTAKE: &str = "dialog[open] fieldset[aria-invalid] label:not([hidden]) input, \
    dialog[open] input[aria-invalid]";

/// Puts the focus on the first mistake in the open dialog.
pub fn focus_mistake() {
    element::focus_soon(FIRST_MISTAKE);
}

/// Handles the submit event of a page's form: saves, unless it is being saved or may not be.
pub fn submit(
    event: &leptos::ev::SubmitEvent,
    saving: RwSignal<bool>,
    may_not: Signal<Option<String>>,
    save: impl Future<Output = ()> + 'static,
) {
    event.prevent_default();
    if !saving.get_untracked() && may_not.read_untracked().is_none() {
        saving.set(true);
        spawn_local(async move {
            save.await;
            saving.set(false);
        });
    }
}

/// The state of saving from a dialog. Its signals are disposed of with the dialog.
#[derive(Clone, Copy)]
pub struct Saving {
    session: Session,
    busy: RwSignal<bool>,
    refused: RwSignal<Vec<Problem>>,
    failure: RwSignal<Option<String>>,
}

impl Saving {
    pub fn new(session: Session) -> Self {
        Self {
            session,
            busy: RwSignal::new(false),
            refused: RwSignal::new(Vec::new()),
            failure: RwSignal::new(None),
        }
    }

    /// Returns whether the screen was left while saving.
    pub fn is_disposed(self) -> bool {
        self.busy.is_disposed()
    }

    pub fn is_busy(self) -> bool {
        self.busy.get()
    }

    /// Clears problems and failure, when the dialog is reopened.
    pub fn forget(self) {
        self.refused.set(Vec::new());
        self.failure.set(None);
    }

    /// Returns the problems with the last attempt.
    pub fn refused(self) -> Vec<Problem> {
        self.refused.get()
    }

    /// Clears the problems, once something else is typed.
    pub fn forget_refused(self) {
        self.refused.set(Vec::new());
    }

    /// Carries out the command, shows `message` on the page, and calls `then` if the screen still
    /// exists. A second call while saving does nothing.
    pub fn send(self, command: Command, message: String, then: impl FnOnce() + 'static) {
        let session = self.session;
        self.carry_out(command, move |decision| {
            if !self.is_disposed() {
                then();
            }
            match decision {
                Some(decision) => session.say_done(&decision, message),
                None => {
                    let text = session.words().nothing_to_change;
                    session.notices.show(Tone::Success, text);
                }
            }
        });
    }

    /// Carries out the command and passes on the decision, or `None` if nothing changed.
    /// The screen may have been left by then. A second call while saving does nothing.
    pub fn carry_out(self, command: Command, then: impl FnOnce(Option<Decision>) + 'static) {
        if !self.busy.get_untracked() {
            self.busy.set(true);
            self.forget();
            self.start(command, Box::new(then));
        }
    }

    fn start(self, command: Command, then: Box<dyn FnOnce(Option<Decision>)>) {
        let session = self.session;
        spawn_local(async move {
            let result = session.dispatch(command).await;
            self.busy.set(false);
            match result {
                Ok(decision) => then(Some(decision)),
                Err(Failure::Refused(Refusal::NothingToChange)) => then(None),
                Err(Failure::Refused(Refusal::Problems(found))) => {
                    self.refused.set(found);
                    focus_mistake();
                }
                Err(failure) => self.failure.set(Some(session.reason(&failure))),
            }
        });
    }

    /// Returns the dialog's form: its content, then the error and the [buttons](Self::buttons).
    pub fn form(
        self,
        content: AnyView,
        label: &'static str,
        is_question: bool,
        may_not: Signal<bool>,
        save: impl Fn() + Send + 'static,
        close: impl Fn() + Send + 'static,
    ) -> AnyView {
        let submit = move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            if !may_not.get_untracked() {
                save();
            }
        };
        view! {
            <form class="form" novalidate on:submit=submit>
                {content}
                {self.buttons(label, is_question, may_not, close)}
            </form>
        }
        .into_any()
    }

    /// Returns the error and the buttons to save or cancel. A question has the focus on Cancel.
    pub fn buttons(
        self,
        label: &'static str,
        is_question: bool,
        may_not: Signal<bool>,
        close: impl Fn() + Send + 'static,
    ) -> AnyView {
        let words = self.session.words();
        let message = |text| view! { <Message tone=MessageTone::Error text /> }.into_any();
        view! {
            <div role="alert">
                {dynamic(move || self.failure.get().map(message).into_any())}
            </div>
            <div class="buttons">
                // Why it may not be stands in the dialog, or at the button that opens it.
                <SaveButton
                    label
                    busy_label=words.saving
                    busy=self.busy
                    why_not=Signal::derive(move || may_not.get().then(String::new))
                />
                <button type="button" autofocus=is_question on:click=move |_| close()>
                    {words.cancel}
                </button>
            </div>
        }
        .into_any()
    }
}

/// The field "Quantity", which keeps the typed text until it is saved.
#[derive(Clone, Copy)]
pub struct QuantityField {
    saving: Saving,
    /// `None` while nothing was typed: the field then shows what is stored.
    typed: RwSignal<Option<String>>,
    stored: Signal<String>,
    tried: RwSignal<bool>,
}

impl QuantityField {
    /// Creates a field that shows what is stored until something is typed.
    pub fn new(saving: Saving, stored: Signal<String>) -> Self {
        Self {
            saving,
            typed: RwSignal::new(None),
            stored,
            tried: RwSignal::new(false),
        }
    }

    fn text(self) -> String {
        self.typed.get().unwrap_or_else(|| self.stored.get())
    }

    /// Returns the quantity to save, and from now on shows what is wrong with it.
    pub fn take(self) -> Option<Quantity> {
        self.tried.set(true);
        Quantity::parse(&untrack(|| self.text())).ok()
    }

    /// Returns whether saving was tried, after which mistakes are shown.
    pub fn is_tried(self) -> bool {
        self.tried.get()
    }

    pub fn view(self, help: Signal<String>, autofocus: bool) -> AnyView {
        let session = self.saving.session;
        let problems = Memo::new(move |_| {
            let parsed = self
                .tried
                .get()
                .then(|| Quantity::parse(&self.text()).err());
            let mistake = parsed.flatten().map(|kind| kind.at(Field::Quantity));
            let refused = self.saving.refused.get();
            mistake.map_or(refused, |mistake| vec![mistake])
        });
        let on_input = move |text| {
            self.saving.refused.set(Vec::new());
            self.typed.set(Some(text));
        };
        view! {
            <TextField
                id="quantity"
                label=session.words().quantity
                value=Signal::derive(move || self.text())
                on_input
                problems=problems_at(session, problems.into(), Field::Quantity)
                required=true
                help=help
                digits=true
                autofocus
            />
        }
        .into_any()
    }
}
