//! The table of routes: which task shows which address.

use crate::live::{Effect, Memo};
use leptos::prelude::*;

use super::chunks;
use super::entering::entering;
use super::not_found::NotFound;
use crate::browser::{element, parts};
use crate::domain::CustomerId;
use crate::screen::dashboard;
use crate::screen::shared::customer_page::CustomerFrame;
use crate::screen::shared::loading::{Part, Spot, when_loaded};
use crate::session::address::route::Route;
use crate::session::{AttemptTrouble, Session};
use crate::ui::dynamic;

/// What is shown; a route equals every other route of the same view.
enum ViewOf {
    Route(Route),
    /// The workspace of the address is not open yet, or why it will not be.
    Entering(Option<AttemptTrouble>),
}

impl PartialEq for ViewOf {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Route(one), Self::Route(other)) => one.is_same_view(other),
            (Self::Entering(one), Self::Entering(other)) => one == other,
            _ => false,
        }
    }
}

/// The screen of the address. It is kept while the address changes only its page or search.
#[component]
pub fn RoutedScreen() -> impl IntoView {
    let session = Session::get();
    let route = session.navigation.route();
    let view = Memo::new(move |_| match session.attempt_trouble().get() {
        None if !session.is_entering() => ViewOf::Route(route.get()),
        trouble => ViewOf::Entering(trouble),
    });
    let is_first = StoredValue::new(true);
    Effect::new(move |_| {
        view.track();
        let was_first = is_first.get_value();
        is_first.set_value(false);
        if !was_first {
            session.notices.clear_passing();
            element::scroll_to_top();
            // Who works in the panel stays there.
            if !parts::is_focus_in_panel() {
                element::focus_soon("main h1");
            }
        }
    });
    dynamic(move || match &*view.read() {
        ViewOf::Route(route) => {
            let spot = if is_first.get_value() {
                Spot::FirstScreen
            } else {
                Spot::Screen
            };
            screen_of(session, route.clone(), spot)
        }
        ViewOf::Entering(trouble) => entering(session, trouble.as_ref()),
    })
}

fn screen_of(session: Session, route: Route, spot: Spot) -> AnyView {
    let when_loaded = |part: Part| when_loaded(session, Part { spot, ..part });
    let Some(customer) = route.customer() else {
        return match route {
            Route::Dashboard | Route::Welcome => dashboard::view(&route),
            Route::Customers(_) => when_loaded(chunks::of_lists(None)),
            Route::Activity(..) => when_loaded(chunks::of_log(None)),
            Route::Workspace
            | Route::Open(_)
            | Route::Training
            | Route::CourseFile(_)
            | Route::Exercise(..) => when_loaded(chunks::of_learning(&route)),
            Route::Drafts | Route::Draft(..) | Route::Results(_) | Route::Trainee(_) => {
                when_loaded(chunks::of_teaching(&route))
            }
            Route::Result if untrack(|| session.attempt()).is_some() => {
                when_loaded(chunks::of_learning(&route))
            }
            _ => view! { <NotFound /> }.into_any(),
        };
    };
    let state = session.workspace();
    if state.with_untracked(|workspace| workspace.customer(customer).is_none()) {
        let words = session.words();
        let (title, text) = (words.unknown_customer, words.unknown_customer_text);
        return view! { <NotFound title text /> }.into_any();
    }
    let screen = customer_screen(session, &route, customer, spot);
    view! { <CustomerFrame customer>{screen}</CustomerFrame> }.into_any()
}

fn customer_screen(session: Session, route: &Route, customer: CustomerId, spot: Spot) -> AnyView {
    let when_loaded = |part: Part| when_loaded(session, Part { spot, ..part });
    match route {
        Route::Users(..) => when_loaded(chunks::of_lists(Some(customer))),
        Route::Account(_)
        | Route::Subscriptions(..)
        | Route::User(..)
        | Route::AddUser(_)
        | Route::ManageLicenses(..)
        | Route::LicensesUpdated(_)
        | Route::PasswordsReset(_)
        | Route::DeletedUsers(..)
        | Route::UsersRestored(_)
        | Route::UploadUsers(..)
        | Route::UsersUploaded(_)
        | Route::Activity(..) => when_loaded(chunks::of_customer(customer, route)),
        Route::Dashboard
        | Route::Welcome
        | Route::Customers(_)
        | Route::Workspace
        | Route::Open(_)
        | Route::Training
        | Route::CourseFile(_)
        | Route::Drafts
        | Route::Draft(..)
        | Route::Exercise(..)
        | Route::Result
        | Route::Results(_)
        | Route::Trainee(_)
        | Route::Unknown(_) => view! { <NotFound /> }.into_any(),
    }
}
