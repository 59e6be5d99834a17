//! The table of routes: which task shows which address.

use std::cell::Cell;

use crate::live::{Effect, Memo};
use leptos::prelude::*;

use super::not_found::NotFound;
use crate::browser::{element, parts};
use crate::domain::CustomerId;
use crate::screen::shared::customer_page::CustomerFrame;
use crate::screen::{
    activity, create, customers, dashboard, licenses, passwords, restore, subscriptions, upload,
    users, workspace,
};
use crate::session::Session;
use crate::session::address::route::Route;
use crate::ui::dynamic;

/// A route that equals every other route of the same view.
struct ViewOf(Route);

impl PartialEq for ViewOf {
    fn eq(&self, other: &Self) -> bool {
        self.0.is_same_view(&other.0)
    }
}

/// The screen of the address. It is kept while the address changes only its page or search.
#[component]
pub fn RoutedScreen() -> impl IntoView {
    let session = Session::get();
    let route = session.navigation.route();
    let view = Memo::new(move |_| ViewOf(route.get()));
    let is_begun = Cell::new(false);
    Effect::new(move |_| {
        view.track();
        if is_begun.replace(true) {
            session.notices.clear_passing();
            element::scroll_to_top();
            // Who works in the panel stays there.
            if !parts::is_focus_in_panel() {
                element::focus_soon("main h1");
            }
        }
    });
    dynamic(move || screen_of(session, view.read().0.clone()))
}

fn screen_of(session: Session, route: Route) -> AnyView {
    let Some(customer) = route.customer() else {
        return match route {
            Route::Dashboard | Route::Welcome => dashboard::view(&route),
            Route::Customers(_) => customers::view(&route),
            Route::Activity(..) => activity::view(None),
            Route::Workspace | Route::Open(_) => workspace::view(&route),
            _ => view! { <NotFound /> }.into_any(),
        };
    };
    let state = session.workspace();
    if state.with_untracked(|workspace| workspace.customer(customer).is_none()) {
        let words = session.words();
        let (title, text) = (words.unknown_customer, words.unknown_customer_text);
        return view! { <NotFound title text /> }.into_any();
    }
    let screen = customer_screen(&route, customer);
    view! { <CustomerFrame customer>{screen}</CustomerFrame> }.into_any()
}

fn customer_screen(route: &Route, customer: CustomerId) -> AnyView {
    match route {
        Route::Account(_) => customers::view(route),
        Route::Subscriptions(..) => subscriptions::view(customer),
        Route::Users(..) | Route::User(..) => users::view(customer, route),
        Route::AddUser(_) => create::view(customer),
        Route::ManageLicenses(..) | Route::LicensesUpdated(_) => licenses::view(customer, route),
        Route::PasswordsReset(_) => passwords::view(customer),
        Route::DeletedUsers(..) | Route::UsersRestored(_) => restore::view(customer, route),
        Route::UploadUsers(..) | Route::UsersUploaded(_) => upload::view(customer, route),
        Route::Activity(..) => activity::view(Some(customer)),
        Route::Dashboard
        | Route::Welcome
        | Route::Customers(_)
        | Route::Workspace
        | Route::Open(_)
        | Route::Unknown(_) => view! { <NotFound /> }.into_any(),
    }
}
