//! Password reset: the new temporary passwords, shown once. Source: "Reset a user's password".

use crate::live::Signal;
use leptos::prelude::*;

use super::credentials::Credentials;
use super::customer;
use crate::browser::element;
use crate::domain::{Customer, CustomerId, UserId};
use crate::session::route::Route;
use crate::session::{Passwords, Session};
use crate::ui::{dynamic, text, when};

/// Names and passwords, until the screen is left.
#[component]
pub fn PasswordsReset(
    /// Whose users.
    customer: CustomerId,
) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    element::set_title(&customer::title(session, customer, words.password_reset));
    let route = Route::PasswordsReset(customer);
    let count = Signal::memo(move |_| read(session, &route, |of| of.once.len()).unwrap_or(0));
    let is_there = Signal::memo(move |_| count.get() > 0);
    let counted = move || {
        session
            .sentences()
            .users(count.get(), &session.number(count.get()))
    };
    view! {
        <div class="head">
            <div>
                <h1 tabindex="-1">{words.password_reset}</h1>
                <p class="note" hidden=when(move || count.get() < 2)>
                    {text(counted)}
                </p>
            </div>
        </div>
        {dynamic(move || if is_there.get() { sheet(session, customer) } else { nothing(session, customer) })}
    }
}

/// Reads what there is to show in this view; none where there is nothing.
pub(super) fn read<T>(
    session: Session,
    route: &Route,
    read: impl FnOnce(&Passwords) -> T,
) -> Option<T> {
    session.forms.passwords.with(|passwords| {
        let own = passwords.as_ref().filter(|of| of.route == *route);
        own.map(read)
    })
}

/// The passwords were taken along in one way or other.
pub(super) fn handed_over(session: Session) {
    session.forms.passwords.update(|passwords| {
        if let Some(passwords) = passwords {
            passwords.handed_over = true;
        }
    });
}

/// After a reload: passwords are stored nowhere.
pub(super) fn nothing(session: Session, customer: CustomerId) -> AnyView {
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
    let route = Route::PasswordsReset(customer);
    let user = untrack(|| read(session, &route, |of| of.user)).flatten();
    let created =
        Signal::derive(move || read(session, &route, |of| of.once.clone()).unwrap_or_default());
    let company = |of: &Customer| of.company.as_str().to_owned();
    let company = untrack(|| session.with_customer(customer, company));
    view! {
        <Credentials
            company=company.unwrap_or_default()
            must_change=session.words().must_change_next
            created
            on_handed_over=Callback::new(move |()| handed_over(session))
        />
        <p class="work">{back(session, customer, user)}</p>
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
