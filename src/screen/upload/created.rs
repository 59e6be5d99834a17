//! Users created: a file's users with their temporary passwords, shown once.

use crate::live::Signal;
use leptos::prelude::*;

use super::problems::download_results;
use super::steps;
use crate::domain::{CustomerId, Right};
use crate::screen::passwords::{PasswordsShown, SignIn};
use crate::session::Session;
use crate::session::address::route::Route;
use crate::session::user_file::Outcome;
use crate::text::UploadWords;
use crate::ui::{ActionButton, Glyph};

/// Names and passwords, until the screen is left.
#[component]
pub fn UsersUploaded(customer: CustomerId) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let shown = PasswordsShown {
        session,
        customer,
        title: words.users_created,
        route: Route::UsersUploaded(customer),
        sign_in: SignIn::First,
        download_first: true,
        steps: Some(steps::of_passwords),
        ways_on,
    };
    shown.page()
}

fn ways_on(session: Session, customer: CustomerId) -> AnyView {
    let words = session.words();
    let texts = session.texts::<UploadWords>();
    let may_not = Signal::derive(move || session.why_not(Right::AssignLicenses));
    let manage = move || {
        let users = session.forms.upload.created.get_untracked();
        session.selection.clear();
        session.selection.set(users.unwrap_or_default(), true);
        session.navigation.go(Route::ManageLicenses(customer, None));
    };
    let another = move || session.navigation.go(Route::upload_users(customer));
    view! {
        <div class="buttons">
            <ActionButton label=words.manage_licenses why_not=may_not on_press=manage />
            <ActionButton
                label=words.download_results
                glyph=Glyph::Download
                on_press=move || download_results(session, customer, Outcome::Created)
            />
            <ActionButton label=texts.upload_another on_press=another />
            <a href=session.link(&Route::users(customer))>{words.back_to_users}</a>
        </div>
    }
    .into_any()
}
