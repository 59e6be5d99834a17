//! A user's page: facts, and the form to change them.

use std::collections::BTreeSet;

use crate::live::{Effect, Memo, Signal};
use leptos::prelude::*;

use crate::browser::{element, intl};
use crate::domain::{
    Command, Customer, CustomerCommand, CustomerId, DetailsDraft, Problem, Right, Sku,
    User as Person, UserDetails, UserId, UserNumber,
};
use crate::screen::delete::delete_action;
use crate::screen::passwords::reset_action;
use crate::screen::shared::customer_page;
use crate::screen::shared::details_form::{DetailsForm, Edit};
use crate::screen::shared::editor::{Editor, Subject};
use crate::screen::shared::saving_form::Saving;
use crate::screen::shared::user_question::UserQuestion;
use crate::session::address::route::Route;
use crate::session::{Session, UserEdit};
use crate::text::DetailsWords;
use crate::ui::{ActionButton, dynamic, text};

/// The page of one user.
#[component]
pub fn User(customer: CustomerId, user: UserId) -> impl IntoView {
    let session = Session::get();
    let saving = Saving::new(session);
    let person = Memo::new(move |before: Option<&Option<Person>>| {
        let read = |customer: &Customer| customer.users.with_id(user).cloned();
        let now = session.read_customer(customer, read);
        // After deleting, the person is on the way to another page.
        let before = before.cloned().flatten();
        now.or_else(|| before.filter(|_| saving.is_busy()))
    });
    let asked = Memo::new(move |before: Option<&BTreeSet<UserNumber>>| {
        let number = person.with(|person| person.as_ref().map(|person| person.number));
        let before = || before.cloned().unwrap_or_default();
        number.map_or_else(before, |number| BTreeSet::from([number]))
    });
    // Outside the page, so that it stays open when the user is deleted elsewhere.
    let question = UserQuestion::new(session, customer, Some(user), asked.into(), saving);
    let is_there = Memo::new(move |_| person.read().is_some());
    view! {
        {dynamic(move || {
            let person_now = is_there.get().then(|| person.get_untracked()).flatten();
            match person_now {
                None => nobody(session, customer),
                Some(opened) => {
                    view! { <UserPage question opened person=person.into() /> }.into_any()
                }
            }
        })}
        {question.dialog()}
    }
}

/// The page shown for an unknown or deleted user.
fn nobody(session: Session, customer: CustomerId) -> AnyView {
    let words = session.words();
    customer_page::set_title(session, customer, words.unknown_user);
    element::focus_if_lost("main h1");
    let deleted = move || {
        let now = session.now();
        let count =
            session.read_customer(customer, |customer| customer.users.deleted_at(now).count());
        session.sentences().deleted_users(&session.number(count))
    };
    view! {
        <div class="empty">
            <h1 tabindex="-1">{words.unknown_user}</h1>
            <p>{words.unknown_user_text}</p>
            <a href=session.link(&Route::users(customer))>{words.back_to_users}</a>
            <a href=session.link(&Route::deleted_users(customer))>{text(deleted)}</a>
        </div>
    }
    .into_any()
}

#[component]
fn UserPage(
    question: UserQuestion,
    opened: Person,
    person: Signal<Option<Person>>,
) -> impl IntoView {
    let UserQuestion {
        session, customer, ..
    } = question;
    let words = session.words();
    let texts = session.texts::<DetailsWords>();
    let read = move |read: fn(&Person) -> String| {
        Signal::derive(move || person.read().as_ref().map(read).unwrap_or_default())
    };
    let id = opened.id;
    let unsaved = move || {
        let editing = session.forms.editing.get();
        editing.then(|| texts.save_first.to_owned())
    };
    let actions = [reset_action(session), delete_action(session)];
    let name = read(|person| person.details.display_name.as_str().to_owned());
    Effect::new(move |_| customer_page::set_title(session, customer, &name.get()));
    view! {
        <div class="head">
            <div>
                <h1 tabindex="-1" dir="auto">
                    {name}
                </h1>
                <p class="note">{read(|person| person.details.user_name.as_str().to_owned())}</p>
            </div>
        </div>
        {details_form(session, customer, &opened)}
        <section class="panel">
            <h2>{words.licenses}</h2>
            {dynamic(move || {
                person.read().as_ref().map(|person| licenses(session, customer, person)).into_any()
            })}
            <p>
                <ActionButton
                    label=words.manage_licenses
                    why_not=Signal::derive(move || session.why_not(Right::AssignLicenses))
                    on_press=move || {
                        session.navigation.go(Route::ManageLicenses(customer, Some(id)));
                    }
                />
            </p>
        </section>
        <section class="panel">
            <h2>{words.account}</h2>
            {dynamic(move || {
                let person = person.read();
                person.as_ref().map(|person| facts(session, person).into_any()).into_any()
            })}
        </section>
        <section class="panel">
            <h2>{words.actions}</h2>
            <div class="work">{question.buttons(actions, Signal::derive(unsaved))}</div>
        </section>
        <p>
            <a href=session.link(&Route::users(customer))>{words.back_to_users}</a>
        </p>
    }
}

/// The products held, with their disabled plans.
fn licenses(session: Session, customer: CustomerId, person: &Person) -> AnyView {
    let words = session.words();
    let texts = session.texts::<DetailsWords>();
    if person.licenses.is_empty() {
        return view! { <p class="note">{texts.no_licenses}</p> }.into_any();
    }
    let held: Vec<(Sku, Vec<&str>)> = person
        .licenses
        .iter()
        .map(|(sku, off)| (sku, off.iter().map(|plan| plan.name).collect()))
        .collect();
    let item = move |(sku, off): (Sku, Vec<&str>)| {
        let plans = if off.is_empty() {
            texts.all_plans.to_owned()
        } else {
            session.sentences().plans_off(&off.join(", "))
        };
        let seats = session.read_customer(customer, |customer| customer.entitlement(sku));
        let is_over = seats.is_some_and(|seats| seats.available() < 0);
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
    let texts = session.texts::<DetailsWords>();
    let moment = |moment| intl::moment(words.language_tag, moment);
    let state = person
        .password
        .must_change
        .then(|| format!(" – {}", texts.password_temporary));
    view! {
        <dl class="facts">
            <dt>{words.microsoft_id}</dt>
            <dd>
                <code>{person.id.0.to_string()}</code>
            </dd>
            <dt>{texts.created_on}</dt>
            <dd>{moment(person.created_at)}</dd>
            <dt>{texts.password_set}</dt>
            <dd>{moment(person.password.set_at)} {state}</dd>
        </dl>
    }
}

/// A user whose names, location and permissions are edited.
#[derive(Clone, Copy)]
struct Details {
    customer: CustomerId,
    user: UserId,
    number: UserNumber,
}

impl Subject for Details {
    type Details = UserDetails;
    type Draft = DetailsDraft;

    fn now(self, session: Session) -> Option<UserDetails> {
        session.read_customer(self.customer, |customer| {
            let user = customer.users.get(self.number);
            user.map(|user| user.details.clone())
        })
    }

    fn draft(details: &UserDetails) -> DetailsDraft {
        DetailsDraft::from(details)
    }

    fn validate(self, session: Session, draft: &DetailsDraft) -> Result<UserDetails, Vec<Problem>> {
        let validate = |customer: &Customer| draft.validate(customer, Some(self.number));
        let validated = session.with_customer(self.customer, validate);
        validated.unwrap_or(Err(Vec::new()))
    }

    fn rebase(draft: &mut DetailsDraft, before: &UserDetails, now: &UserDetails) {
        draft.rebase(before, now);
    }

    fn command(self, seen: UserDetails, wanted: UserDetails) -> Command {
        CustomerCommand::EditUser {
            user: self.number,
            seen: Box::new(seen),
            wanted: Box::new(wanted),
        }
        .about(self.customer)
    }

    fn kept(self, session: Session) -> Option<(UserDetails, DetailsDraft)> {
        let edit = session.forms.user_edit.get()?;
        let is_own = (edit.customer, edit.user) == (self.customer, self.user);
        is_own.then_some((edit.seen, edit.draft))
    }

    fn keep(self, session: Session, edit: Option<(UserDetails, DetailsDraft)>) {
        session
            .forms
            .user_edit
            .set(edit.map(|(seen, draft)| UserEdit {
                customer: self.customer,
                user: self.user,
                seen,
                draft,
            }));
    }
}

fn details_form(session: Session, customer: CustomerId, opened: &Person) -> AnyView {
    let details = Details {
        customer,
        user: opened.id,
        number: opened.number,
    };
    let edit = Editor::begin(session, details, opened.details.clone());
    let fields = move |problems, disabled| {
        view! {
            <DetailsForm
                customer
                draft=edit.draft.into()
                on_edit=Callback::new(move |change: Edit| edit.change(|draft| change.apply(draft)))
                problems
                disabled
            />
        }
        .into_any()
    };
    edit.form(
        session.texts::<DetailsWords>().edit_user,
        Right::ManageUsers,
        fields,
    )
}
