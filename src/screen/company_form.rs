//! Company name and location of a customer: the form to change them.

use crate::live::{RwSignal, Signal, effect, spawn};
use leptos::prelude::*;

use super::add_user::Mistakes;
use super::details_form::{locations, problems_at};
use crate::browser::element;
use crate::domain::{
    Command, CustomerDetails, CustomerDraft, CustomerId, Field, Problem, Refusal, Right,
};
use crate::session::{Failure, Session, Tone};
use crate::ui::{FieldGroup, SaveButton, SelectField, TextField, state, warning};

/// The form, in signals of its own: an edit that was begun ends with its screen.
#[derive(Clone, Copy)]
struct Edit {
    session: Session,
    customer: CustomerId,
    /// The details as the person has seen them.
    seen: RwSignal<CustomerDetails>,
    draft: RwSignal<CustomerDraft>,
    /// Saving was tried: from then on mistakes are shown.
    tried: RwSignal<bool>,
    clashes: RwSignal<Vec<Problem>>,
    saving: RwSignal<bool>,
}

impl Edit {
    /// The details as they are stored, followed.
    fn now(self) -> Option<CustomerDetails> {
        self.session.with_customer(self.customer, |of| of.details())
    }

    fn is_changed(self) -> bool {
        *self.draft.read() != CustomerDraft::of(&self.seen.read())
    }

    fn problems(self) -> Vec<Problem> {
        let found = self.tried.get().then(|| self.draft.read().validate().err());
        let mut problems = found.flatten().unwrap_or_default();
        problems.extend(self.clashes.get());
        problems
    }

    fn change(self, change: impl FnOnce(&mut CustomerDraft)) {
        self.clashes.set(Vec::new());
        self.draft.update(change);
    }

    /// Shows these details, and nothing that was typed.
    fn show(self, details: CustomerDetails) {
        self.draft.set(CustomerDraft::of(&details));
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
        let Ok(wanted) = self.draft.with_untracked(CustomerDraft::validate) else {
            return element::focus_soon("main [aria-invalid=true]");
        };
        let command = Command::EditCustomer {
            customer: self.customer,
            seen: Box::new(self.seen.get_untracked()),
            wanted: Box::new(wanted),
        };
        self.saving.set(true);
        spawn(async move {
            let done = self.session.dispatch(command).await;
            self.saving.set(false);
            self.saved(done.err());
        });
    }

    fn saved(self, failure: Option<Failure>) {
        let (session, words) = (self.session, self.session.words());
        let now = untrack(|| self.now());
        match (failure, now) {
            (None, now) => {
                now.into_iter().for_each(|now| self.show(now));
                session.notices.show(Tone::Success, words.saved);
            }
            (Some(Failure::Refused(Refusal::NothingToChange)), now) => {
                now.into_iter().for_each(|now| self.show(now));
                session.notices.show(Tone::Success, words.nothing_to_change);
            }
            (Some(Failure::Refused(Refusal::Problems(found))), Some(now)) => {
                // Saving again means: after having seen what somebody else changed.
                let before = self.seen.get_untracked();
                self.draft.update(|draft| draft.rebase(&before, &now));
                self.seen.set(now);
                self.clashes.set(found);
                element::focus_soon("main [aria-invalid=true]");
            }
            (Some(failure), _) => session.notices.show(Tone::Error, session.reason(&failure)),
        }
    }
}

/// The form.
#[component]
pub(super) fn CompanyForm(
    /// Whose company name and location.
    customer: CustomerId,
    /// The details with which it opens.
    opened: CustomerDetails,
    /// What nobody changes, below the fields.
    children: Children,
) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let edit = Edit {
        session,
        customer,
        draft: RwSignal::new(CustomerDraft::of(&opened)),
        seen: RwSignal::new(opened),
        tried: RwSignal::new(false),
        clashes: RwSignal::new(Vec::new()),
        saving: RwSignal::new(false),
    };
    // While nothing is typed the form shows what is there, also when another tab changes it.
    effect(move || {
        if let Some(now) = edit.now()
            && !untrack(|| edit.is_changed())
        {
            edit.show(now);
        }
    });
    effect(move || session.forms.editing.set(edit.is_changed()));
    on_cleanup(move || session.forms.editing.set(false));
    let problems = Signal::memo(move |_| edit.problems());
    let may_not = Signal::derive(move || session.why_not(Right::EditCustomers));
    let disabled = Signal::derive(move || may_not.read().is_some());
    let draft = edit.draft;
    view! {
        {warning(may_not)}
        <form
            class="form"
            novalidate
            aria-label=words.edit_customer
            on:submit=move |event| {
                event.prevent_default();
                if !disabled.get_untracked() {
                    edit.save();
                }
            }
        >
            <FieldGroup legend=words.company_data>
                <div class="pair">
                    <TextField
                        id="company"
                        label=words.company_name
                        required=true
                        value=Signal::derive(move || draft.read().company.clone())
                        on_input=move |text| edit.change(|draft| draft.company = text)
                        problems=problems_at(session, problems, Field::Company)
                        disabled
                    />
                    <SelectField
                        id="location"
                        label=words.location
                        options=locations(session)
                        value=Signal::derive(move || draft.read().location.clone())
                        on_change=move |code| edit.change(|draft| draft.location = code)
                        problems=problems_at(session, problems, Field::Location)
                        disabled
                    />
                </div>
                {children()}
            </FieldGroup>
            <Mistakes problems />
            <div class="buttons">
                <SaveButton label=words.save busy_label=words.saving busy=edit.saving disabled />
                <button
                    type="button"
                    aria-disabled=state(move || !edit.is_changed())
                    on:click=move |_| edit.show(edit.seen.get_untracked())
                >
                    {words.cancel}
                </button>
            </div>
        </form>
    }
}
