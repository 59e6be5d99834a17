//! A user's page: what is known of them, and the form to change it.

use crate::live::{RwSignal, Signal, effect, spawn};
use leptos::prelude::*;

use super::add_user::Mistakes;
use super::customer;
use super::details_form::DetailsForm;
use super::not_found::NotFound;
use crate::browser::{element, intl};
use crate::domain::{
    Command, CustomerId, DetailsDraft, Problem, ProblemKind, Refusal, Right, Sku, User as Person,
    UserDetails, UserId,
};
use crate::session::route::Route;
use crate::session::{Failure, Session, Tone};
use crate::ui::{ActionButton, SaveButton, dynamic, state, warning};

/// The page of one user.
#[component]
pub fn User(
    /// Whose user.
    customer: CustomerId,
    /// Who.
    user: UserId,
) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let person = Signal::derive(move || {
        session
            .with_customer(customer, |customer| customer.users.with_id(user).cloned())
            .flatten()
    });
    let is_there = Signal::memo(move |_| person.read().is_some());
    dynamic(move || {
        let Some(person_now) = is_there.get().then(|| person.get_untracked()).flatten() else {
            return view! { <NotFound title=words.unknown_user text=words.unknown_user_text /> }
                .into_any();
        };
        view! { <UserPage customer opened=person_now person /> }.into_any()
    })
}

#[component]
fn UserPage(customer: CustomerId, opened: Person, person: Signal<Option<Person>>) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let read = move |read: fn(&Person) -> String| {
        Signal::derive(move || person.read().as_ref().map(read).unwrap_or_default())
    };
    let id = opened.id;
    let name = read(|person| person.details.display_name.as_str().to_owned());
    effect(move || element::set_title(&customer::title(session, customer, &name.get())));
    view! {
        <div class="head">
            <div>
                <h1 tabindex="-1" dir="auto">
                    {name.shown()}
                </h1>
                <p class="note">{read(|person| person.details.user_name.as_str().to_owned()).shown()}</p>
            </div>
        </div>
        <DetailsEditor customer opened />
        <section class="panel">
            <h2>{words.licenses}</h2>
            {dynamic(move || {
                person.read().as_ref().map(|person| licenses(session, customer, person)).into_any()
            })}
            <p>
                <ActionButton
                    label=words.manage_licenses
                    why_not=Signal::derive(move || session.why_not(Right::AssignLicenses))
                    on_press=move || session.navigation.go(Route::ManageLicenses(customer, Some(id)))
                />
            </p>
        </section>
        <section class="panel">
            <h2>{words.account}</h2>
            {dynamic(move || person.read().as_ref().map(|person| facts(session, person).into_any()).into_any())}
        </section>
        <p>
            <a href=Route::users(customer).to_string()>{words.back_to_users}</a>
        </p>
    }
}

/// The products held, with the plans that are switched off.
fn licenses(session: Session, customer: CustomerId, person: &Person) -> AnyView {
    let words = session.words();
    if person.licenses.is_empty() {
        return view! { <p class="note">{words.no_licenses}</p> }.into_any();
    }
    let held: Vec<(Sku, Vec<&str>)> = person
        .licenses
        .iter()
        .map(|(sku, off)| (sku, off.iter().map(|plan| plan.name).collect()))
        .collect();
    let item = move |(sku, off): (Sku, Vec<&str>)| {
        let plans = if off.is_empty() {
            words.all_plans.to_owned()
        } else {
            session.sentences().plans_off(&off.join(", "))
        };
        let seats = session.with_customer(customer, |of| of.entitlement(sku));
        let is_over = seats.flatten().is_some_and(|seats| seats.available() < 0);
        view! {
            <li>
                <strong>{sku.name}</strong>
                <span class="note">{plans}</span>
                {is_over.then(|| view! { <span class="over">{words.over_assigned}</span> })}
            </li>
        }
    };
    view! { <ul class="held">{held.into_iter().map(item).collect_view()}</ul> }.into_any()
}

fn facts(session: Session, person: &Person) -> impl IntoView + use<> {
    let words = session.words();
    let moment = |moment| intl::moment(words.language_tag, moment);
    let state = person
        .password
        .must_change
        .then(|| format!(" – {}", words.password_temporary));
    view! {
        <dl class="facts">
            <dt>{words.microsoft_id}</dt>
            <dd>
                <code>{person.id.0.to_string()}</code>
            </dd>
            <dt>{words.created_on}</dt>
            <dd>{moment(person.created_at)}</dd>
            <dt>{words.password_set}</dt>
            <dd>{moment(person.password.set_at)} {state}</dd>
        </dl>
    }
}

/// The form, in signals of its own: an edit that was begun ends with its page.
#[component]
fn DetailsEditor(customer: CustomerId, opened: Person) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let number = opened.number;
    let seen = RwSignal::new(opened.details.clone());
    let draft = RwSignal::new(DetailsDraft::of(&opened.details));
    let tried = RwSignal::new(false);
    let clashes = RwSignal::new(Vec::<Problem>::new());
    let saving = RwSignal::new(false);
    let problems = Signal::memo(move |_| {
        let found = tried.get().then(|| {
            session.with_customer(customer, |of| draft.read().validate(of, Some(number)).err())
        });
        let mut problems = found.flatten().flatten().unwrap_or_default();
        problems.extend(clashes.get());
        problems
    });
    // While nothing is typed the form shows what is there, also when another tab changes it.
    effect(move || {
        let now = session
            .with_customer(customer, |of| {
                of.users.get(number).map(|user| user.details.clone())
            })
            .flatten();
        if let Some(now) = now
            && untrack(|| *draft.read() == DetailsDraft::of(&seen.read()))
        {
            draft.set(DetailsDraft::of(&now));
            seen.set(now);
        }
    });
    let may_not = Signal::derive(move || session.why_not(Right::ManageUsers));
    let is_changed = Signal::derive(move || *draft.read() != DetailsDraft::of(&seen.read()));
    effect(move || session.forms.editing.set(is_changed.get()));
    on_cleanup(move || session.forms.editing.set(false));
    let reset = move || {
        draft.set(DetailsDraft::of(&seen.read_untracked()));
        tried.set(false);
        clashes.set(Vec::new());
    };
    let save = move || {
        if saving.get_untracked() || may_not.read_untracked().is_some() {
            return;
        }
        tried.set(true);
        clashes.set(Vec::new());
        let wanted = untrack(|| {
            session.with_customer(customer, |of| draft.read().validate(of, Some(number)))
        });
        let Some(Ok(wanted)) = wanted else {
            element::focus_soon("main [aria-invalid=true]");
            return;
        };
        saving.set(true);
        let command = Command::EditUser {
            customer,
            user: number,
            seen: Box::new(seen.get_untracked()),
            wanted: Box::new(wanted),
        };
        spawn(async move {
            let done = session.dispatch(command).await;
            saving.set(false);
            let now = untrack(|| {
                session
                    .with_customer(customer, |of| {
                        of.users.get(number).map(|user| user.details.clone())
                    })
                    .flatten()
            });
            match done {
                Ok(_) => {
                    take_over(now, seen, draft);
                    tried.set(false);
                    session.notices.show(Tone::Success, words.saved);
                }
                Err(Failure::Refused(Refusal::Problems(found))) => {
                    // Saving again means: after having seen what somebody else changed.
                    if found
                        .iter()
                        .any(|problem| problem.kind == ProblemKind::ChangedMeanwhile)
                        && let Some(now) = now
                    {
                        let before = DetailsDraft::of(&seen.get_untracked());
                        draft.update(|draft| rebase(draft, &before, &DetailsDraft::of(&now)));
                        seen.set(now);
                    }
                    clashes.set(found);
                    element::focus_soon("main [aria-invalid=true]");
                }
                Err(Failure::Refused(Refusal::NothingToChange)) => {
                    take_over(now, seen, draft);
                    session.notices.show(Tone::Success, words.nothing_to_change);
                }
                Err(failure) => session.notices.show(Tone::Error, session.reason(&failure)),
            }
        });
    };
    view! {
        {warning(may_not)}
        <form
            class="form"
            novalidate
            aria-label=words.edit_user
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <DetailsForm
                customer
                draft=draft.into()
                on_edit=Callback::new(move |edit: super::details_form::Edit| {
                    clashes.set(Vec::new());
                    draft.update(|draft| edit.apply(draft));
                })
                problems
                disabled=Signal::derive(move || may_not.read().is_some())
            />
            <Mistakes problems />
            <div class="buttons">
                <SaveButton
                    label=words.save
                    busy_label=words.saving
                    busy=saving
                    disabled=Signal::derive(move || may_not.read().is_some())
                />
                <button
                    type="button"
                    aria-disabled=state(move || !is_changed.get())
                    on:click=move |_| reset()
                >
                    {words.cancel}
                </button>
            </div>
        </form>
    }
}

/// Takes over what somebody else changed, except where the person has changed the same.
fn rebase(draft: &mut DetailsDraft, before: &DetailsDraft, now: &DetailsDraft) {
    let mut roles = now.roles.clone();
    for role in draft.roles.symmetric_difference(&before.roles) {
        if draft.roles.contains(role) {
            roles.insert(*role);
        } else {
            roles.remove(role);
        }
    }
    draft.roles = roles;
    let DetailsDraft {
        first_name,
        last_name,
        display_name,
        local_part,
        domain,
        location,
        roles: _,
    } = draft;
    let texts = [
        (first_name, &before.first_name, &now.first_name),
        (last_name, &before.last_name, &now.last_name),
        (display_name, &before.display_name, &now.display_name),
        (local_part, &before.local_part, &now.local_part),
        (domain, &before.domain, &now.domain),
        (location, &before.location, &now.location),
    ];
    for (text, before, now) in texts {
        if text == before {
            text.clone_from(now);
        }
    }
}

/// The form shows what is stored from now on. It may be gone by now.
fn take_over(now: Option<UserDetails>, seen: RwSignal<UserDetails>, draft: RwSignal<DetailsDraft>) {
    if let Some(now) = now {
        draft.set(DetailsDraft::of(&now));
        seen.set(now);
    }
}
