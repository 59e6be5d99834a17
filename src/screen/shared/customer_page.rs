//! The frame around a customer's screens: breadcrumb and customer menu.

use crate::live::Memo;
use leptos::prelude::*;

use crate::browser::element;
use crate::domain::{Customer, CustomerId, UserId};
use crate::session::Session;
use crate::session::address::route::Route;
use crate::ui::{current, dynamic, text};

/// Breadcrumb and customer menu over a screen.
#[component]
pub fn CustomerFrame(customer: CustomerId, children: Children) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let route = session.navigation.route();
    let entry = move |label: &'static str, target: Route, is_here: fn(&Route) -> bool| {
        view! {
            <a href=session.link(&target) aria-current=current(move || is_here(&route.read()))>
                {label}
            </a>
        }
    };
    let is_users = |route: &Route| {
        matches!(
            route,
            Route::Users(..)
                | Route::DeletedUsers(..)
                | Route::UsersRestored(_)
                | Route::PasswordsReset(_)
                | Route::AddUser(_)
                | Route::UploadUsers(..)
                | Route::UsersUploaded(_)
                | Route::User(..)
                | Route::ManageLicenses(..)
                | Route::LicensesUpdated(_)
        )
    };
    view! {
        <div class="customer">
            <div class="customer-head">
                <nav class="breadcrumb" aria-label=words.breadcrumb>
                    <ol>
                        <li>
                            <a href=session.link(&Route::customers())>{words.customers}</a>
                        </li>
                        {trail(session, customer)}
                    </ol>
                </nav>
                <nav class="customer-menu" aria-label=words.customer_menu>
                    {entry(
                        words.subscriptions,
                        Route::Subscriptions(customer, None),
                        |route| matches!(route, Route::Subscriptions(..)),
                    )} {entry(words.users_and_licenses, Route::users(customer), is_users)}
                    {entry(
                        words.account,
                        Route::Account(customer),
                        |route| matches!(route, Route::Account(_)),
                    )}
                    {entry(
                        words.activity_log,
                        Route::activity(Some(customer)),
                        |route| matches!(route, Route::Activity(..)),
                    )}
                </nav>
            </div>
            {unfinished(session, customer)}
            {children()}
        </div>
    }
}

/// The part of the breadcrumb below "Customers": the company, and what of it is open.
fn trail(session: Session, customer: CustomerId) -> AnyView {
    let words = session.words();
    let route = session.navigation.route().get_untracked();
    let link = move |to: Route, text: AnyView| {
        view! {
            <li>
                <a href=session.link(&to) dir="auto">
                    {text}
                </a>
            </li>
        }
        .into_any()
    };
    let here = |text: AnyView| {
        view! {
            <li>
                <span aria-current="location" dir="auto">
                    {text}
                </span>
            </li>
        }
        .into_any()
    };
    let company = text(move || company(session, customer)).into_any();
    let person = move |user| text(move || person(session, customer, user)).into_any();
    let task = match route {
        Route::User(_, user) => here(person(user)),
        Route::ManageLicenses(_, Some(user)) => view! {
            {link(Route::User(customer, user), person(user))}
            {here(words.manage_licenses.into_any())}
        }
        .into_any(),
        Route::ManageLicenses(_, None) => here(words.manage_licenses.into_any()),
        Route::LicensesUpdated(_) => here(words.licenses_updated.into_any()),
        Route::AddUser(_) => here(words.add_user.into_any()),
        Route::UploadUsers(..) | Route::UsersUploaded(_) => here(words.upload_users.into_any()),
        Route::PasswordsReset(_) => here(words.reset_password.into_any()),
        Route::UsersRestored(_) => here(words.users_restored.into_any()),
        _ => return here(company),
    };
    view! {
        {link(Route::users(customer), company)}
        {link(Route::users(customer), words.users_and_licenses.into_any())} {task}
    }
    .into_any()
}

/// Returns the display name of a user, deleted or not.
fn person(session: Session, customer: CustomerId, user: UserId) -> String {
    session.read_customer(customer, |customer| {
        let user = customer.users.with_id(user);
        user.map(|user| user.details.display_name.as_str().to_owned())
            .unwrap_or_default()
    })
}

/// The way back to the customer's unfinished form, on all screens but that of the form.
fn unfinished(session: Session, customer: CustomerId) -> AnyView {
    let words = session.words();
    let waiting = Memo::new(move |_| {
        let waiting = |customer: &Customer| session.forms.waiting(customer);
        let form = session.with_customer(customer, waiting).flatten()?;
        (form != *session.navigation.route().read()).then_some(form)
    });
    let bar = move |form: Route| {
        let name = match form {
            Route::AddUser(_) => words.add_user,
            _ => words.manage_licenses,
        };
        let address = session.link(&form);
        let discard = move |_| {
            session.forms.discard(&form);
            // The button disappears with the form.
            element::focus_soon("main h1");
        };
        view! {
            <div class="waiting">
                <p>
                    <a href=address>{words.back_to_form}</a>
                    <span class="note">{format!(" – {name}")}</span>
                </p>
                <button type="button" class="quiet" on:click=discard>
                    {words.discard_form}
                </button>
            </div>
        }
        .into_any()
    };
    dynamic(move || waiting.get().map(bar).into_any())
}

/// Sets the browser tab's title for a customer's screen.
pub fn set_title(session: Session, customer: CustomerId, screen: &str) {
    let company = untrack(|| company(session, customer));
    element::set_title(&format!("{screen} – {company} – Seatwork"));
}

fn company(session: Session, customer: CustomerId) -> String {
    session.read_customer(customer, |customer| customer.company.as_str().to_owned())
}
