//! The program: banner, menu and settings around the screen of the address.

use crate::live::{Memo, RwSignal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::beside::{HowTo, SideOfWork};
use super::chunks;
use super::clock::{ClockButton, SimulatedTime};
use super::leave_dialog::LeaveDialog;
use super::notices::Notices;
use super::routes::RoutedScreen;
use super::settings::{Role, Settings};
use crate::browser::{address, clock, element};
use crate::journal::{OpenError, StorageError};
use crate::session::address::route::Route;
use crate::session::{Session, StartError, Started};
use crate::ui::{Message, MessageTone, current, dynamic};

/// The program: the frame with the screens in it, or the reason why it cannot start.
#[component]
pub fn App(started: Result<Started, StartError>) -> impl IntoView {
    match started {
        Err(error) => {
            element::remove_skeleton();
            view! { <Trouble error /> }.into_any()
        }
        Ok(started) => {
            let session = Session::begin(started);
            // Each of beginning, drawing the frame and drawing the screen takes a slow machine a
            // while. The skeleton covers the frame until its screen is there.
            let is_begun = RwSignal::new(false);
            let has_screen = RwSignal::new(false);
            spawn_local(async move {
                clock::next_task().await;
                is_begun.set(true);
                clock::next_task().await;
                element::remove_skeleton();
                has_screen.set(true);
                chunks::fetch_all();
            });
            let shown = Memo::new(move |_| (session.language(), session.scope().without_state()));
            // A new language rebuilds the screen, and so does another workspace. Unfinished forms
            // are kept in the session.
            dynamic(move || {
                // Reads instead of tracking: a memo is not recomputed until it is read.
                let _ = shown.get();
                if is_begun.get() {
                    view! { <Frame has_screen /> }.into_any()
                } else {
                    ().into_any()
                }
            })
        }
    }
}

#[component]
fn Trouble(error: StartError) -> impl IntoView {
    let words = error.language.words();
    let text = match &error.error {
        OpenError::NewerVersion => words.newer_version.to_owned(),
        OpenError::Behind => words.behind.to_owned(),
        OpenError::Busy => words.other_tab_saves.to_owned(),
        OpenError::Unavailable => words.not_loaded_text.to_owned(),
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
fn Frame(has_screen: RwSignal<bool>) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let is_activity =
        move || matches!(*session.navigation.route().read(), Route::Activity(None, _));
    let is_dashboard = move || *session.navigation.route().read() == Route::Dashboard;
    let is_training = move || *session.navigation.route().read() == Route::Training;
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
                <Role />
            </div>
            <div class="bar">
                <a class="brand" href=session.link(&Route::Dashboard)>
                    "Seatwork"
                </a>
                <nav class="dashboard" aria-label=words.main_menu>
                    <a href=session.link(&Route::Dashboard) aria-current=current(is_dashboard)>
                        {words.dashboard}
                    </a>
                    <a href=session.link(&Route::customers()) aria-current=current(is_customers)>
                        {words.customers}
                    </a>
                    <a href=session.link(&Route::activity(None)) aria-current=current(is_activity)>
                        {words.activity_log}
                    </a>
                    <a href=session.link(&Route::Training) aria-current=current(is_training)>
                        {words.training}
                    </a>
                </nav>
                <ClockButton />
                <HowTo />
                <Settings />
            </div>
        </header>
        <Notices />
        <main id="main">
            {dynamic(move || {
                let screen = || view! { <RoutedScreen /> }.into_any();
                has_screen.get().then(screen).into_any()
            })}
        </main>
        <SideOfWork />
        <footer>
            <p>{words.not_affiliated} " " {words.all_times_utc}</p>
        </footer>
        <LeaveDialog />
        <div class="presented" popover="manual" aria-hidden="true"></div>
    }
}
