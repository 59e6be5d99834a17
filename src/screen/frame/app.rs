//! The frame around every screen: banner, menu, settings, messages.

use std::cell::Cell;

use crate::live::{Signal, effect, spawn};
use leptos::prelude::*;

use super::clock::{Clock, SimulatedTime};
use super::not_found::NotFound;
use super::settings::Settings;
use crate::browser::storage::LocalStorage as Disk;
use crate::browser::{address, element, files};
use crate::domain::CustomerId;
use crate::journal::{OpenError, Opened, StorageError};
use crate::screen::activity::list::Activity;
use crate::screen::create::add_user::AddUser;
use crate::screen::customers::account::Account;
use crate::screen::customers::list::Customers;
use crate::screen::licenses::manage::ManageLicenses;
use crate::screen::licenses::updated::LicensesUpdated;
use crate::screen::passwords::done::PasswordsReset;
use crate::screen::restore::deleted_users::DeletedUsers;
use crate::screen::restore::restored::UsersRestored;
use crate::screen::shared::customer_page::CustomerFrame;
use crate::screen::subscriptions::list::Subscriptions;
use crate::screen::upload::created::UsersUploaded;
use crate::screen::upload::upload_users::UploadUsers;
use crate::screen::users::list::Users;
use crate::screen::users::page::User;
use crate::session::address::route::Route;
use crate::session::state::preferences::Preferences;
use crate::session::{Session, StartError, Stay, Tone};
use crate::ui::{Dialog, Glyph, Icon, Message, MessageTone, current, dynamic, text, when};

/// The program: the frame with the screens in it, or the reason why it cannot start.
#[component]
pub fn App(
    /// The open workspace, or why there is none.
    started: Result<(Opened<Disk>, Preferences), StartError>,
) -> impl IntoView {
    match started {
        Err(error) => view! { <Trouble error /> }.into_any(),
        Ok((opened, preferences)) => {
            let session = Session::begin(opened, preferences);
            let language = Signal::memo(move |_| session.language());
            // A new language builds the screen anew; what is unfinished is kept in the session.
            dynamic(move || {
                // Read, not only tracked: a memo that nobody reads does not follow what it is made of.
                let _ = language.get();
                view! { <Frame /> }.into_any()
            })
        }
    }
}

#[component]
fn Trouble(error: StartError) -> impl IntoView {
    let words = error.language.words();
    let text = match &error.error {
        OpenError::NewerVersion => words.newer_version.to_owned(),
        OpenError::Storage(StorageError::Blocked) => words.storage_blocked.to_owned(),
        OpenError::Storage(StorageError::Full) => words.storage_full.to_owned(),
        OpenError::Storage(StorageError::Failed(message)) => {
            format!("{} ({message})", words.storage_blocked)
        }
    };
    view! {
        <header class="top">
            <p class="simulation">{words.simulation}</p>
        </header>
        <main class="trouble">
            <h1>{words.trouble}</h1>
            <Message tone=MessageTone::Error text=text>
                <button type="button" on:click=|_| address::reload()>
                    {words.reload}
                </button>
            </Message>
        </main>
    }
}

#[component]
fn Frame() -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let is_activity =
        move || matches!(*session.navigation.route().read(), Route::Activity(None, _));
    let is_customers = move || matches!(*session.navigation.route().read(), Route::Customers(_));
    view! {
        <a
            class="skip"
            href="#main"
            on:click=|event| {
                event.prevent_default();
                element::focus_soon("main h1");
            }
        >
            {words.skip_to_content}
        </a>
        <header class="top">
            <div class="simulation">
                <p>{words.simulation}</p>
                <SimulatedTime />
            </div>
            <div class="bar">
                <a class="brand" href=Route::customers().to_string()>
                    "Seatwork"
                </a>
                <nav class="dashboard" aria-label=words.dashboard>
                    <a href=Route::customers().to_string() aria-current=current(is_customers)>
                        {words.customers}
                    </a>
                    <a href=Route::activity(None).to_string() aria-current=current(is_activity)>
                        {words.activity_log}
                    </a>
                </nav>
                <Clock />
                <Settings />
            </div>
        </header>
        <Notices />
        <main id="main">
            <View />
        </main>
        <footer>
            <p>{words.not_affiliated} " " {words.all_times_utc}</p>
        </footer>
        <LeaveDialog />
    }
}

/// An address; the same as another where the two are of one view.
struct At(Route);

impl PartialEq for At {
    fn eq(&self, other: &Self) -> bool {
        self.0.is_same_view(&other.0)
    }
}

/// The screen of the address. Within one view (another page, another search) the screen stays and follows by itself.
#[component]
fn View() -> impl IntoView {
    let session = Session::get();
    let route = session.navigation.route();
    let view = Signal::memo(move |_| At(route.get()));
    let is_begun = Cell::new(false);
    effect(move || {
        view.track();
        if is_begun.replace(true) {
            session.notices.clear_passing();
            element::scroll_to_top();
            element::focus_soon("main h1");
        }
    });
    dynamic(move || screen_of(session, view.read().0.clone()))
}

fn screen_of(session: Session, route: Route) -> AnyView {
    let Some(customer) = route.customer() else {
        return match route {
            Route::Customers(_) => view! { <Customers /> }.into_any(),
            Route::Activity(..) => view! { <Activity of=None /> }.into_any(),
            _ => view! { <NotFound /> }.into_any(),
        };
    };
    if session
        .workspace()
        .with_untracked(|workspace| workspace.customer(customer).is_none())
    {
        let words = session.words();
        return view! { <NotFound title=words.unknown_customer text=words.unknown_customer_text /> }.into_any();
    }
    let inside = inside_customer(&route, customer);
    view! { <CustomerFrame customer>{inside}</CustomerFrame> }.into_any()
}

fn inside_customer(route: &Route, customer: CustomerId) -> AnyView {
    match route {
        Route::Subscriptions(..) => view! { <Subscriptions customer /> }.into_any(),
        Route::Users(..) => view! { <Users customer /> }.into_any(),
        Route::DeletedUsers(..) => view! { <DeletedUsers customer /> }.into_any(),
        Route::UsersRestored(_) => view! { <UsersRestored customer /> }.into_any(),
        Route::PasswordsReset(_) => view! { <PasswordsReset customer /> }.into_any(),
        Route::Activity(..) => view! { <Activity of=Some(customer) /> }.into_any(),
        Route::AddUser(_) => view! { <AddUser customer /> }.into_any(),
        Route::UploadUsers(..) => view! { <UploadUsers customer /> }.into_any(),
        Route::UsersUploaded(_) => view! { <UsersUploaded customer /> }.into_any(),
        Route::User(_, user) => view! { <User customer user=*user /> }.into_any(),
        Route::ManageLicenses(_, user) => {
            view! { <ManageLicenses customer user=*user /> }.into_any()
        }
        Route::LicensesUpdated(_) => view! { <LicensesUpdated customer /> }.into_any(),
        Route::Account(_) => view! { <Account customer /> }.into_any(),
        Route::Customers(_) | Route::Unknown(_) => view! { <NotFound /> }.into_any(),
    }
}

/// Where the focus goes when a message is taken away: to the next message, or to the screen.
const NEXT_MESSAGE: &str = ".notices > :not([hidden]) button, main h1";

/// Messages, in a live region that is there from the beginning, so that every message is read out.
#[component]
fn Notices() -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let damaged = move || session.set_aside_count() > 0;
    view! {
        <div class="notices" role="status" aria-label=words.messages>
            <For
                each=move || session.notices.shown().get()
                key=|notice| notice.id
                children=move |notice| {
                    let tone = match notice.tone {
                        Tone::Success => MessageTone::Success,
                        Tone::Warning => MessageTone::Warning,
                        Tone::Error => MessageTone::Error,
                    };
                    let take_back = move |_| spawn(session.take_back());
                    view! {
                        <Message tone text=notice.text>
                            {match notice.stay {
                                Stay::Undoable(label) => Some(
                                    view! {
                                        <button type="button" on:click=take_back>
                                            {label}
                                        </button>
                                    },
                                ),
                                Stay::Passing | Stay::UntilDismissed => None,
                            }}
                            <button
                                type="button"
                                on:click=move |_| {
                                    session.notices.dismiss(notice.id);
                                    // The button is gone with its message.
                                    element::focus_soon(NEXT_MESSAGE);
                                }
                            >
                                {words.dismiss}
                            </button>
                        </Message>
                    }
                }
            />
            <div class="message warning" hidden=when(move || !damaged())>
                    <Icon glyph=Glyph::Warning />
                    <p>{words.damaged_kept}</p>
                    <div class="actions">
                        <button type="button" on:click=move |_| download_damaged(session)>
                            {words.download_damaged}
                        </button>
                        <button
                            type="button"
                            on:click=move |_| {
                                session.forget_set_aside();
                                element::focus_soon(NEXT_MESSAGE);
                            }
                        >
                            {words.delete_damaged}
                        </button>
                    </div>
            </div>
        </div>
    }
}

fn download_damaged(session: Session) {
    let text = session.set_aside_text();
    if files::download("seatwork-damaged.json", "application/json", &text).is_err() {
        session
            .notices
            .show(Tone::Error, session.words().download_failed);
    }
}

/// Asks before something that cannot be had again is left behind.
#[component]
fn LeaveDialog() -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let navigation = session.navigation;
    let pick = move |passwords: &'static str, edits: &'static str| {
        Signal::derive(move || {
            let text = if session.forms.are_passwords_at_risk() {
                passwords
            } else {
                edits
            };
            text.to_owned()
        })
    };
    view! {
        <Dialog
            open=navigation.is_stopped()
            title=pick(words.leave_title, words.leave_edits_title)
            on_close=move || {
                navigation.stay();
                element::focus_if_lost("main h1");
            }
        >
            <p>{text(move || pick(words.leave_text, words.leave_edits_text).get())}</p>
            <div class="buttons">
                <button type="button" class="primary" autofocus on:click=move |_| navigation.stay()>
                    {words.stay}
                </button>
                <button type="button" on:click=move |_| navigation.leave()>
                    {words.leave}
                </button>
            </div>
        </Dialog>
    }
}
