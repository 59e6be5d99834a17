//! What the screens with temporary passwords share.

use crate::live::{Memo, Signal};
use leptos::prelude::*;

use super::credentials::{Credentials, SignIn};
use crate::domain::CustomerId;
use crate::screen::shared::customer_page;
use crate::session::address::route::Route;
use crate::session::{Passwords, Session};
use crate::text::PasswordWords;
use crate::ui::{dynamic, text, when};

/// A screen with passwords.
#[derive(Clone)]
pub struct PasswordsShown {
    pub session: Session,
    pub customer: CustomerId,
    pub title: &'static str,
    pub route: Route,
    pub sign_in: SignIn,
    pub download_first: bool,
    /// The steps of which this is the last one.
    pub steps: Option<fn(Session) -> AnyView>,
    pub ways_on: fn(Session, CustomerId) -> AnyView,
}

impl PasswordsShown {
    /// Returns the screen. After a reload it is empty, because passwords are not stored.
    pub fn page(self) -> AnyView {
        let (session, customer, title) = (self.session, self.customer, self.title);
        customer_page::set_title(session, customer, title);
        let route = self.route.clone();
        let count = Memo::new(move |_| {
            read(session, &route, |passwords| passwords.once.len()).unwrap_or(0)
        });
        let is_there = Memo::new(move |_| count.get() > 0);
        let counted = move || {
            session
                .sentences()
                .users(count.get(), &session.number(count.get()))
        };
        view! {
            <div class="head">
                <div>
                    <h1 tabindex="-1">{title}</h1>
                    <p class="note" hidden=when(move || count.get() < 2)>
                        {text(counted)}
                    </p>
                </div>
            </div>
            {self.steps.map(|steps| steps(session))}
            {dynamic(move || {
                if is_there.get() { self.clone().sheet() } else { nothing(session, customer) }
            })}
        }
        .into_any()
    }

    fn sheet(self) -> AnyView {
        let (session, customer, route) = (self.session, self.customer, self.route);
        let created = Signal::derive(move || {
            read(session, &route, |passwords| passwords.once.clone()).unwrap_or_default()
        });
        let handed_over = move || {
            session.forms.passwords.update(|passwords| {
                if let Some(passwords) = passwords {
                    passwords.handed_over = true;
                }
            });
        };
        view! {
            <Credentials
                customer
                sign_in=self.sign_in
                created
                download_first=self.download_first
                on_handed_over=Callback::new(move |()| handed_over())
            />
            {(self.ways_on)(session, customer)}
        }
        .into_any()
    }
}

/// Reads the passwords for this view, if there are any.
fn read<T>(session: Session, route: &Route, read: impl FnOnce(&Passwords) -> T) -> Option<T> {
    session.forms.passwords.with(|passwords| {
        let own = passwords
            .as_ref()
            .filter(|passwords| passwords.route == *route);
        own.map(read)
    })
}

fn nothing(session: Session, customer: CustomerId) -> AnyView {
    let words = session.words();
    let texts = session.texts::<PasswordWords>();
    view! {
        <div class="empty">
            <p>{texts.no_passwords}</p>
            <p class="note">{texts.no_passwords_hint}</p>
            <a href=session.link(&Route::users(customer))>{words.back_to_users}</a>
        </div>
    }
    .into_any()
}
