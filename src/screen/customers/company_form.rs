//! Company name and location of a customer: the form to change them.

use crate::live::Signal;
use leptos::prelude::*;

use crate::domain::{
    Command, CustomerCommand, CustomerDetails, CustomerDraft, CustomerId, Field, Problem, Right,
};
use crate::screen::shared::details_form::locations;
use crate::screen::shared::editor::{Editor, Subject};
use crate::screen::shared::form_problems::problems_at;
use crate::session::{AccountEdit, Session};
use crate::text::DetailsWords;
use crate::ui::{FieldGroup, SelectField, TextField};

/// A customer whose company name and location are edited.
#[derive(Clone, Copy)]
struct Company(CustomerId);

impl Subject for Company {
    type Details = CustomerDetails;
    type Draft = CustomerDraft;

    fn now(self, session: Session) -> Option<CustomerDetails> {
        session.with_customer(self.0, |customer| customer.details())
    }

    fn draft(details: &CustomerDetails) -> CustomerDraft {
        CustomerDraft::from(details)
    }

    fn validate(self, _: Session, draft: &CustomerDraft) -> Result<CustomerDetails, Vec<Problem>> {
        draft.validate()
    }

    fn rebase(draft: &mut CustomerDraft, before: &CustomerDetails, now: &CustomerDetails) {
        draft.rebase(before, now);
    }

    fn command(self, seen: CustomerDetails, wanted: CustomerDetails) -> Command {
        CustomerCommand::EditCustomer {
            seen: Box::new(seen),
            wanted: Box::new(wanted),
        }
        .about(self.0)
    }

    fn kept(self, session: Session) -> Option<(CustomerDetails, CustomerDraft)> {
        let edit = session.forms.account_edit.get()?;
        (edit.customer == self.0).then_some((edit.seen, edit.draft))
    }

    fn keep(self, session: Session, edit: Option<(CustomerDetails, CustomerDraft)>) {
        let customer = self.0;
        let edit = edit.map(|(seen, draft)| AccountEdit {
            customer,
            seen,
            draft,
        });
        session.forms.account_edit.set(edit);
    }
}

/// The form.
#[component]
pub fn CompanyForm(
    customer: CustomerId,
    opened: CustomerDetails,
    /// Content below the fields.
    children: Children,
) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let texts = session.texts::<DetailsWords>();
    let edit = Editor::begin(session, Company(customer), opened);
    let draft = edit.draft;
    let fields = move |problems, disabled| {
        view! {
            <FieldGroup legend=texts.company_data>
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
        }
        .into_any()
    };
    edit.form(texts.edit_customer, Right::EditCustomers, fields)
}
