//! Add user: the form, and after saving the confirmation.

use std::sync::Arc;

use crate::live::{Memo, RwSignal, Signal};
use leptos::prelude::*;

use super::user_created::UserCreated;
use crate::browser::element;
use crate::domain::{
    Customer, CustomerCommand, CustomerId, DetailsDraft, Field, Licenses, Plan, Problem, Refusal,
    Right, Sku, UserDraft,
};
use crate::screen::licenses::{ProductForm, ProductTable};
use crate::screen::shared::customer_page;
use crate::screen::shared::details_form::{DetailsForm, Edit};
use crate::screen::shared::form_problems::{Mistakes, problems_at};
use crate::screen::shared::saving_form::submit;
use crate::session::address::route::Route;
use crate::session::{AddUser as Form, Failure, Session, Tone};
use crate::text::DetailsWords;
use crate::ui::{FieldGroup, SaveButton, dynamic, warning, when};

/// The form, or the confirmation.
#[component]
pub fn AddUser(customer: CustomerId) -> impl IntoView {
    let session = Session::get();
    untrack(|| session.with_customer(customer, |customer| session.forms.open_add_user(customer)));
    let confirming = Memo::new(move |_| {
        session
            .forms
            .add_user
            .with(|form| form.as_ref().is_some_and(|form| form.confirming))
    });
    dynamic(move || {
        if confirming.get() {
            view! { <UserCreated customer /> }.into_any()
        } else {
            view! { <AddUserForm customer /> }.into_any()
        }
    })
}

/// Reads the open form.
fn read<T: Default>(session: Session, read: impl FnOnce(&Form) -> T) -> T {
    session
        .forms
        .add_user
        .with(|form| form.as_ref().map(read).unwrap_or_default())
}

fn change(session: Session, change: impl FnOnce(&mut Form)) {
    session.forms.add_user.update(|form| {
        if let Some(form) = form {
            change(form);
        }
    });
}

#[component]
fn AddUserForm(customer: CustomerId) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    customer_page::set_title(session, customer, words.add_user);
    let draft = Signal::derive(move || read(session, |form| form.draft.details.clone()));
    let problems = problems(session, customer);
    let may_not = Signal::derive(move || session.why_not(Right::ManageUsers));
    let disabled = Signal::derive(move || may_not.read().is_some());
    let saving = RwSignal::new(false);
    let on_submit = move |event| submit(&event, saving, may_not, save(session, customer));
    view! {
        <div class="head">
            <h1 tabindex="-1">{words.add_user}</h1>
        </div>
        {warning(may_not)}
        {back_to_passwords(session)}
        <form class="form" novalidate on:submit=on_submit>
            <DetailsForm
                customer
                draft
                on_edit=Callback::new(move |edit| change(session, |form| edit_details(form, edit)))
                problems
                disabled
                suggested=suggested_local_part(session, customer, draft)
            />
            <FieldGroup legend=words.licenses>
                <ProductTable
                    customer
                    form=Arc::new(NewLicenses { session, problems })
                    has_assigned=false
                    disabled
                />
            </FieldGroup>
            <Mistakes problems />
            <div class="buttons">
                <SaveButton
                    label=words.save
                    busy_label=words.saving
                    busy=saving
                    why_not=may_not
                />
                {clearing_buttons(session, customer)}
            </div>
        </form>
    }
}

/// Returns the problems of the draft, once saving was tried.
fn problems(session: Session, customer: CustomerId) -> Signal<Vec<Problem>> {
    let problems = Memo::new(move |_| {
        let tried = read(session, |form| form.tried.then(|| form.draft.clone()));
        let validate = |draft: UserDraft| {
            session.read_customer(customer, |customer| {
                draft.validate(customer).err().unwrap_or_default()
            })
        };
        tried.map(validate).unwrap_or_default()
    });
    problems.into()
}

/// Returns a user name made of the names, while there is none.
fn suggested_local_part(
    session: Session,
    customer: CustomerId,
    draft: Signal<DetailsDraft>,
) -> Signal<Option<String>> {
    let suggested = Memo::new(move |_| {
        let draft = draft.read();
        let suggest = |customer: &Customer| draft.suggest_local_part(customer);
        let is_empty = draft.local_part.is_empty();
        is_empty
            .then(|| session.read_customer(customer, suggest))
            .flatten()
    });
    suggested.into()
}

/// The way to the confirmation with the passwords of users created before.
fn back_to_passwords(session: Session) -> AnyView {
    let nothing_waits = when(move || read(session, |form| form.created.is_empty()));
    let show = move |_| {
        change(session, |form| form.confirming = true);
        element::focus_soon("main h1");
    };
    view! {
        <p class="tools" hidden=nothing_waits>
            <button type="button" on:click=show>
                {session.texts::<DetailsWords>().back_to_passwords}
            </button>
        </p>
    }
    .into_any()
}

/// "Cancel" and "Discard draft".
fn clearing_buttons(session: Session, customer: CustomerId) -> AnyView {
    let cancel = move |_| {
        clear_form(session, customer);
        session.navigation.go(Route::users(customer));
    };
    let discard = move |_| {
        clear_form(session, customer);
        element::focus_soon("#first-name");
    };
    view! {
        <button type="button" on:click=cancel>
            {session.words().cancel}
        </button>
        <button type="button" class="quiet" on:click=discard>
            {session.texts::<DetailsWords>().discard_draft}
        </button>
    }
    .into_any()
}

fn clear_form(session: Session, customer: CustomerId) {
    untrack(|| session.with_customer(customer, |customer| session.forms.clear_add_user(customer)));
}

/// Applies an edit. The display name follows first and last name until it is typed by hand;
/// when emptied, it follows them again.
fn edit_details(form: &mut Form, edit: Edit) {
    if let Edit::DisplayName(text) = &edit {
        form.display_name_edited = !text.is_empty();
    }
    let follows =
        matches!(edit, Edit::FirstName(_) | Edit::LastName(_)) && !form.display_name_edited;
    let details = &mut form.draft.details;
    edit.apply(details);
    if follows {
        let DetailsDraft {
            first_name,
            last_name,
            ..
        } = details;
        details.display_name = format!("{} {}", first_name.trim(), last_name.trim())
            .trim()
            .to_owned();
    }
}

async fn save(session: Session, customer: CustomerId) {
    change(session, |form| form.tried = true);
    let draft = untrack(|| read(session, |form| form.draft.clone()));
    let new = untrack(|| session.with_customer(customer, |customer| draft.validate(customer)));
    let result = match new {
        None => Err(Failure::Refused(Refusal::UnknownCustomer)),
        Some(Err(problems)) => Err(Failure::Refused(Refusal::Problems(problems))),
        Some(Ok(user)) => {
            session
                .dispatch(
                    CustomerCommand::CreateUser {
                        user: Box::new(user),
                    }
                    .about(customer),
                )
                .await
        }
    };
    match result {
        Ok(decision) => {
            change(session, |form| {
                form.created.extend(decision.once);
                form.at_risk = true;
                form.confirming = true;
            });
            element::focus_soon("main h1");
        }
        // The form shows the problems at their fields, because it is checked against the latest
        // state.
        Err(Failure::Refused(Refusal::Problems(_))) => {
            element::focus_soon("main [aria-invalid=true]")
        }
        Err(failure) => session.notices.show(Tone::Error, session.reason(&failure)),
    }
}

/// The licenses of the new user.
#[derive(Clone, Copy)]
struct NewLicenses {
    session: Session,
    problems: Signal<Vec<Problem>>,
}

impl NewLicenses {
    fn read<T: Default>(self, read: impl FnOnce(&Licenses) -> T) -> T {
        self::read(self.session, |form| read(&form.draft.licenses))
    }

    fn change(self, change: impl FnOnce(&mut Licenses)) {
        self::change(self.session, |form| change(&mut form.draft.licenses));
    }
}

impl ProductForm for NewLicenses {
    fn checked(&self, sku: Sku) -> Option<bool> {
        Some(self.read(|licenses| licenses.holds(sku)))
    }

    fn press(&self, sku: Sku) {
        self.change(|licenses| {
            if licenses.holds(sku) {
                licenses.revoke(sku)
            } else {
                licenses.assign(sku, [])
            }
        });
    }

    fn plan(&self, sku: Sku, plan: Plan) -> Option<Option<bool>> {
        self.read(|licenses| {
            licenses
                .switched_off(sku)
                .map(|off| Some(!off.contains(&plan)))
        })
    }

    fn press_plan(&self, sku: Sku, plan: Plan) {
        self.change(|licenses| {
            let is_off = licenses
                .switched_off(sku)
                .is_some_and(|off| off.contains(&plan));
            licenses.switch(sku, plan, is_off);
        });
    }

    fn problems(&self, sku: Sku) -> Vec<String> {
        problems_at(self.session, self.problems, Field::License(sku)).get()
    }

    fn is_short(&self, sku: Sku) -> bool {
        self.problems
            .read()
            .iter()
            .any(|problem| problem.field == Field::License(sku) && problem.kind.is_about_seats())
    }

    fn action(&self, _: Sku) -> Option<&'static str> {
        None
    }

    fn assigned(&self, _: Sku) -> Option<AnyView> {
        None
    }
}
