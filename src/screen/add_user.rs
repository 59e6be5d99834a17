//! Add user: the form, and after saving the confirmation.

use crate::live::{RwSignal, Signal, shown, spawn};
use leptos::prelude::*;

use super::customer;
use super::details_form::{DetailsForm, Edit, problems_at};
use super::user_created::UserCreated;
use crate::browser::element;
use crate::domain::{
    Command, Customer, CustomerId, DetailsDraft, Entitlement, Field, Licenses, Plan, Problem,
    ProblemKind, Refusal, Right, Sku,
};
use crate::session::route::Route;
use crate::session::{AddUser as Form, Failure, Session, Tone};
use crate::ui::{FieldGroup, ProblemList, dynamic, state, text, warning, when};

/// The form, or the confirmation of what was created with it.
#[component]
pub fn AddUser(
    /// Whose user.
    customer: CustomerId,
) -> impl IntoView {
    let session = Session::get();
    session.workspace().with_untracked(|workspace| {
        if let Some(customer) = workspace.customer(customer) {
            session.forms.open_add_user(customer);
        }
    });
    let confirming = Signal::memo(move |_| {
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
    element::set_title(&customer::title(session, customer, words.add_user));
    let draft = Signal::derive(move || read(session, |form| form.draft.details.clone()));
    // Nothing is held against a form that was not saved yet; from then on it is checked with every change.
    let problems = Signal::memo(move |_| {
        let tried = read(session, |form| form.tried.then(|| form.draft.clone()));
        let validate = |draft: crate::domain::UserDraft| {
            session.with_customer(customer, |customer| {
                draft.validate(customer).err().unwrap_or_default()
            })
        };
        tried.and_then(validate).unwrap_or_default()
    });
    let may_not = Signal::derive(move || session.why_not(Right::ManageUsers));
    let saving = RwSignal::new(false);
    let save = move || {
        if !saving.get_untracked() && may_not.read_untracked().is_none() {
            saving.set(true);
            spawn(async move {
                save(session, customer).await;
                saving.set(false);
            });
        }
    };
    let clear = move || {
        session.workspace().with_untracked(|workspace| {
            if let Some(customer) = workspace.customer(customer) {
                session.forms.clear_add_user(customer);
            }
        });
    };
    // Passwords of users created before wait on the confirmation: the way back to them.
    let nothing_waits = when(move || read(session, |form| form.created.is_empty()));
    let show_waiting = move |_| {
        change(session, |form| form.confirming = true);
        element::focus_soon("main h1");
    };
    view! {
        <div class="head">
            <h1 tabindex="-1">{words.add_user}</h1>
        </div>
        {warning(may_not)}
        <p hidden=nothing_waits>
            <button type="button" on:click=show_waiting>
                {words.back_to_passwords}
            </button>
        </p>
        <form
            class="form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <DetailsForm
                customer
                draft
                on_edit=Callback::new(move |edit| change(session, |form| edit_details(form, edit)))
                problems
                disabled=Signal::derive(move || may_not.read().is_some())
            />
            <LicenseFields customer problems disabled=Signal::derive(move || may_not.read().is_some()) />
            <Mistakes problems />
            <div class="buttons">
                <button
                    type="submit"
                    class="primary"
                    aria-disabled=state(move || saving.get() || may_not.read().is_some())
                >
                    {text(move || if saving.get() { words.saving } else { words.save }.to_owned())}
                </button>
                <button
                    type="button"
                    on:click=move |_| {
                        clear();
                        session.navigation.go(Route::users(customer));
                    }
                >
                    {words.cancel}
                </button>
                <button
                    type="button"
                    class="quiet"
                    on:click=move |_| {
                        clear();
                        element::focus_soon("#first-name");
                    }
                >
                    {words.discard_draft}
                </button>
            </div>
        </form>
    }
}

/// The display name follows first and last name until it is typed by hand; emptied, it follows again.
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
    let done = match new {
        None => Err(Failure::Refused(Refusal::UnknownCustomer)),
        Some(Err(problems)) => Err(Failure::Refused(Refusal::Problems(problems))),
        Some(Ok(user)) => {
            session
                .dispatch(Command::CreateUser {
                    customer,
                    user: Box::new(user),
                })
                .await
        }
    };
    match done {
        Ok(created) => {
            change(session, |form| {
                form.created.extend(created);
                form.handed_over = false;
                form.confirming = true;
            });
            element::focus_soon("main h1");
        }
        // They stand at their fields: the state is caught up with other tabs by now, and the form checked against it.
        Err(Failure::Refused(Refusal::Problems(_))) => {
            element::focus_soon("main [aria-invalid=true]")
        }
        Err(Failure::Refused(refusal)) => session
            .notices
            .show(Tone::Error, session.sentences().refusal(&refusal)),
        Err(Failure::NotSaved(reason)) => session
            .notices
            .show(Tone::Error, session.sentences().not_saved(&reason)),
    }
}

/// A sentence over the buttons that names every field with a mistake.
#[component]
pub(super) fn Mistakes(problems: Signal<Vec<Problem>>) -> impl IntoView {
    let session = Session::get();
    let fields = move || {
        let mut fields: Vec<_> = problems
            .read()
            .iter()
            .map(|one| session.sentences().field(one.field))
            .collect();
        fields.dedup();
        if fields.is_empty() {
            String::new()
        } else {
            format!("{} {}", session.words().mistakes, fields.join(", "))
        }
    };
    view! {
        <p class="mistakes" role="alert">
            {text(fields)}
        </p>
    }
}

/// The products that the customer has seats of.
#[component]
fn LicenseFields(
    customer: CustomerId,
    problems: Signal<Vec<Problem>>,
    disabled: Signal<bool>,
) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let licenses = Signal::derive(move || read(session, |form| form.draft.licenses.clone()));
    // The products stay while the form is open; their seats follow.
    let skus = |customer: &Customer| {
        customer
            .entitlements()
            .into_iter()
            .map(|one| one.sku)
            .collect()
    };
    let skus: Vec<Sku> = untrack(|| session.with_customer(customer, skus)).unwrap_or_default();
    let has_none = skus.is_empty();
    let field = move |sku| {
        let entitlement = Signal::derive(move || {
            session
                .with_customer(customer, |of| of.entitlement(sku))
                .flatten()
        });
        view! { <ProductField customer sku entitlement licenses problems disabled /> }
    };
    view! {
        <FieldGroup legend=words.licenses>
            <p class="note" hidden=!has_none>
                {words.no_subscriptions}
                " "
                {words.no_subscriptions_hint}
            </p>
            <ul class="products">{skus.into_iter().map(field).collect_view()}</ul>
        </FieldGroup>
    }
}

/// One product: assign it or not, its seats, and its service plans.
#[component]
fn ProductField(
    customer: CustomerId,
    sku: Sku,
    entitlement: Signal<Option<Entitlement>>,
    licenses: Signal<Licenses>,
    problems: Signal<Vec<Problem>>,
    disabled: Signal<bool>,
) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let own = problems_at(session, problems, Field::License(sku));
    let id = element::unique_id("product");
    let (problems_id, plans_id) = (format!("{id}-problems"), format!("{id}-plans"));
    let held = Signal::derive(move || licenses.read().holds(sku));
    let open = RwSignal::new(false);
    let available = move || {
        let entitlement = entitlement.get();
        let (available, total) = entitlement.map_or((0, 0), |one| (one.available(), one.total));
        session
            .sentences()
            .seats_available(&session.number(available), &session.number(total))
    };
    let is_exhausted = move || {
        entitlement.get().is_none_or(|one| one.available() < 1)
            || problems
                .read()
                .iter()
                .any(|one| one.field == Field::License(sku) && is_about_seats(&one.kind))
    };
    let assign = move |event| {
        let checked = event_target_checked(&event);
        change(session, |form| {
            if checked {
                form.draft.licenses.assign(sku, [])
            } else {
                form.draft.licenses.revoke(sku)
            }
        });
    };
    view! {
        <li class:wrong=when(move || !own.read().is_empty())>
            <div class="product">
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=held.shown()
                        disabled=disabled
                        aria-invalid=state(move || !own.read().is_empty())
                        aria-describedby=format!("{id} {problems_id}")
                        on:change=assign
                    />
                    <span>{sku.name}</span>
                </label>
                <span class="seats" class:exhausted=when(is_exhausted) id=id>
                    {text(available)}
                </span>
                <a href=Route::Subscriptions(customer).to_string() hidden=when(move || !is_exhausted())>
                    {words.buy_more}
                </a>
                <button
                    type="button"
                    class="quiet"
                    aria-expanded=shown(move || Some(if open.get() { "true" } else { "false" }))
                    aria-controls=plans_id.clone()
                    aria-label=format!("{} – {}", words.view_plans, sku.name)
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {words.view_plans}
                </button>
            </div>
            <ProblemList id=problems_id problems=own />
            <ul class="plans" id=plans_id hidden=when(move || !open.get()) aria-label=words.view_plans>
                {sku.plans().map(|plan| plan_field(session, sku, plan, licenses, held, disabled)).collect_view()}
            </ul>
        </li>
    }
}

fn is_about_seats(kind: &ProblemKind) -> bool {
    matches!(kind, ProblemKind::NoSeat { .. } | ProblemKind::NotEntitled)
}

/// One service plan of a product: on or off. It can be chosen once the product is.
fn plan_field(
    session: Session,
    sku: Sku,
    plan: Plan,
    licenses: Signal<Licenses>,
    held: Signal<bool>,
    disabled: Signal<bool>,
) -> impl IntoView {
    let is_on = move || {
        licenses
            .read()
            .plans_on()
            .any(|(of, on)| of == sku && on == plan)
    };
    let switch = move |event| {
        let on = event_target_checked(&event);
        change(session, |form| form.draft.licenses.switch(sku, plan, on));
    };
    view! {
        <li>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=when(is_on)
                    disabled=when(move || disabled.get() || !held.get())
                    on:change=switch
                />
                <span>{plan.name}</span>
            </label>
        </li>
    }
}
