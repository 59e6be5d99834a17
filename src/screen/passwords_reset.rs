//! Password reset: the new temporary passwords, shown once. Source: "Reset a user's password".

use crate::live::Signal;
use leptos::prelude::*;

use super::credentials::Credentials;
use super::customer;
use crate::browser::element;
use crate::domain::{Customer, CustomerId, UserId};
use crate::session::Session;
use crate::session::route::Route;
use crate::ui::{dynamic, text};

/// Names and passwords, until the screen is left.
#[component]
pub fn PasswordsReset(
    /// Whose users.
    customer: CustomerId,
) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    element::set_title(&customer::title(session, customer, words.password_reset));
    let is_there = Signal::memo(move |_| session.forms.passwords.read().is_some());
    view! {
        <div class="head">
            <h1 tabindex="-1">{words.password_reset}</h1>
        </div>
        {dynamic(move || if is_there.get() { sheet(session, customer) } else { nothing(session, customer) })}
    }
}

/// After a reload: passwords are stored nowhere.
fn nothing(session: Session, customer: CustomerId) -> AnyView {
    let words = session.words();
    view! {
        <div class="empty">
            <p>{words.no_passwords}</p>
            <p class="note">{words.no_passwords_hint}</p>
            {back(session, customer, None)}
        </div>
    }
    .into_any()
}

fn sheet(session: Session, customer: CustomerId) -> AnyView {
    let passwords = session.forms.passwords;
    let user = passwords.with_untracked(|all| all.as_ref().and_then(|all| all.user));
    let created = Signal::derive(move || {
        passwords.with(|all| all.as_ref().map(|all| all.once.clone()).unwrap_or_default())
    });
    let count =
        Signal::memo(move |_| passwords.with(|all| all.as_ref().map_or(0, |all| all.once.len())));
    let handed_over = move || {
        passwords.update(|all| {
            if let Some(all) = all {
                all.handed_over = true;
            }
        });
    };
    let company = |of: &Customer| of.company.as_str().to_owned();
    let company = untrack(|| session.with_customer(customer, company));
    view! {
        <p class="note counted">
            {text(move || {
                let count = count.get();
                session.sentences().users(count, &session.number(count))
            })}
        </p>
        <Credentials
            company=company.unwrap_or_default()
            must_change=session.words().must_change_next
            created
            on_handed_over=Callback::new(move |()| handed_over())
        />
        <div class="buttons">{back(session, customer, user)}</div>
    }
    .into_any()
}

/// To where one came from.
fn back(session: Session, customer: CustomerId, user: Option<UserId>) -> AnyView {
    let words = session.words();
    let to_user = user.map(|user| {
        let user = Route::User(customer, user).to_string();
        view! { <a href=user>{words.back_to_user}</a> }
    });
    view! {
        {to_user}
        <a href=Route::users(customer).to_string()>{words.back_to_users}</a>
    }
    .into_any()
}
