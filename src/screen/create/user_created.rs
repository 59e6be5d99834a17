//! User created: the confirmation, with the temporary passwords of the whole set.

use crate::live::{Memo, Signal};
use leptos::prelude::*;

use crate::browser::element;
use crate::domain::CustomerId;
use crate::screen::passwords::{Credentials, SignIn};
use crate::screen::shared::customer_page;
use crate::session::Session;
use crate::session::address::route::Route;
use crate::text::PasswordWords;
use crate::ui::{ActionButton, Glyph, dynamic};

/// Names and passwords of all users created since the form was opened, until the screen is left.
#[component]
pub fn UserCreated(customer: CustomerId) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let texts = session.texts::<PasswordWords>();
    customer_page::set_title(session, customer, words.user_created);
    let form = session.forms.add_user;
    let created = Signal::derive(move || {
        form.with(|form| {
            form.as_ref()
                .map(|form| form.created.clone())
                .unwrap_or_default()
        })
    });
    let handed_over = move || {
        form.update(|form| {
            if let Some(form) = form {
                form.at_risk = false;
            }
        });
    };
    let another = move || {
        untrack(|| {
            session.with_customer(customer, |customer| session.forms.clear_add_user(customer))
        });
        session.notices.clear_passing();
        element::focus_soon("#first-name");
    };
    let is_there = Memo::new(move |_| created.with(|created| !created.is_empty()));
    let sheet = move || {
        view! {
            <Credentials
                customer
                sign_in=SignIn::First
                created
                on_handed_over=Callback::new(move |()| handed_over())
            />
        }
        .into_any()
    };
    let gone = move || {
        view! {
            <div class="empty">
                <p>{texts.no_passwords}</p>
                <p class="note">{texts.no_passwords_hint}</p>
            </div>
        }
        .into_any()
    };
    view! {
        <div class="head">
            <h1 tabindex="-1">{words.user_created}</h1>
        </div>
        {dynamic(move || if is_there.get() { sheet() } else { gone() })}
        <div class="buttons">
            <ActionButton label=words.add_another glyph=Glyph::Add on_press=another />
            <a href=session.link(&Route::users(customer))>{words.back_to_users}</a>
        </div>
    }
}
