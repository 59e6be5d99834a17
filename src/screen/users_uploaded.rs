//! Users created: the temporary passwords of the users of a file, shown once, and the way on to their licenses.

use crate::live::Signal;
use leptos::prelude::*;

use super::credentials::Credentials;
use super::customer;
use super::passwords_reset::{handed_over, nothing, read};
use super::upload_problems::download_results;
use crate::browser::element;
use crate::domain::{Customer, CustomerId, Right};
use crate::session::Session;
use crate::session::route::Route;
use crate::session::uploading::Outcome;
use crate::ui::{ActionButton, Glyph, dynamic, text};

/// Names and passwords, until the screen is left.
#[component]
pub fn UsersUploaded(
    /// Whose users.
    customer: CustomerId,
) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    element::set_title(&customer::title(session, customer, words.users_created));
    let route = Route::UsersUploaded(customer);
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
                <h1 tabindex="-1">{words.users_created}</h1>
                <p class="note">{text(move || if is_there.get() { counted() } else { String::new() })}</p>
            </div>
        </div>
        {dynamic(move || if is_there.get() { sheet(session, customer) } else { nothing(session, customer) })}
    }
}

fn sheet(session: Session, customer: CustomerId) -> AnyView {
    let words = session.words();
    let route = Route::UsersUploaded(customer);
    let created =
        Signal::derive(move || read(session, &route, |of| of.once.clone()).unwrap_or_default());
    let company = |of: &Customer| of.company.as_str().to_owned();
    let company = untrack(|| session.with_customer(customer, company));
    let may_not = Signal::derive(move || session.why_not(Right::AssignLicenses));
    let manage = move || {
        let users = session.forms.upload.created.get_untracked();
        session.selection.clear();
        session.selection.set(users.unwrap_or_default(), true);
        session.navigation.go(Route::ManageLicenses(customer, None));
    };
    let another = move || session.navigation.go(Route::upload_users(customer));
    view! {
        <Credentials
            company=company.unwrap_or_default()
            must_change=words.must_change
            created
            download_first=true
            on_handed_over=Callback::new(move |()| handed_over(session))
        />
        <div class="buttons">
            <ActionButton label=words.manage_licenses why_not=may_not on_press=manage />
            <ActionButton
                label=words.download_results
                glyph=Glyph::Download
                on_press=move || download_results(session, customer, Outcome::Created)
            />
            <ActionButton label=words.upload_another on_press=another />
            <a href=Route::users(customer).to_string()>{words.back_to_users}</a>
        </div>
    }
    .into_any()
}
