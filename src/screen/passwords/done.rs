//! Password reset: the new temporary passwords, shown once. Source: "Reset a user's password".

use leptos::prelude::*;

use super::credentials::SignIn;
use super::shown::PasswordsShown;
use crate::domain::CustomerId;
use crate::session::Session;
use crate::session::address::route::Route;
use crate::text::PasswordWords;

/// Names and passwords, until the screen is left.
#[component]
pub fn PasswordsReset(customer: CustomerId) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let texts = session.texts::<PasswordWords>();
    let count = session.forms.passwords.with_untracked(|passwords| {
        passwords
            .as_ref()
            .map_or(0, |passwords| passwords.once.len())
    });
    let title = match count {
        0 | 1 => words.password_reset,
        _ => texts.passwords_reset,
    };
    let shown = PasswordsShown {
        session,
        customer,
        title,
        route: Route::PasswordsReset(customer),
        sign_in: SignIn::Next,
        download_first: false,
        steps: None,
        ways_on: back,
    };
    shown.page()
}

/// Links back to the previous screen.
fn back(session: Session, customer: CustomerId) -> AnyView {
    let words = session.words();
    let passwords = session.forms.passwords;
    let user =
        passwords.with_untracked(|passwords| passwords.as_ref().and_then(|shown| shown.user));
    let to_user = user.map(|user| {
        let user = session.link(&Route::User(customer, user));
        view! { <a href=user>{words.back_to_user}</a> }
    });
    view! {
        <p class="work">
            {to_user}
            <a href=session.link(&Route::users(customer))>{words.back_to_users}</a>
        </p>
    }
    .into_any()
}
