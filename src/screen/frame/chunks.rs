//! The screens whose code is loaded when they are first shown, by what is done with them.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::advance::advance_form;
use super::preferences::preferences;
use crate::browser;
use crate::domain::CustomerId;
use crate::later::{Unavailable, later};
use crate::live::{Effect, RwSignal};
use crate::screen::shared::loading::{Loading, Part, Spot};
use crate::screen::{
    activity, authoring, create, customers, exercise, follow, licenses, passwords, replay, restore,
    results, subscriptions, training, upload, users, workspace,
};
use crate::session::address::follow::Follow;
use crate::session::address::route::Route;
use crate::session::{Session, load_saving};
use crate::training::Place;

/// What can stand beside the work.
#[derive(Clone, Copy)]
pub enum Beside {
    Documentation,
    Exercise,
    Replay,
}

later! { in lists:
    /// The lists of customers, and of the users of one.
    fn listing(customer: Option<CustomerId>) -> AnyView {
        customer.map_or_else(customers::list_view, users::list_view)
    }

    /// The fields of the preferences.
    fn preferring(session: Session) -> AnyView {
        preferences(session)
    }
}

later! { in work:
    /// The form of Advance clock.
    fn clock(session: Session, is_open: RwSignal<bool>) -> AnyView {
        advance_form(session, is_open)
    }

    /// Changing users and subscriptions of a customer.
    fn work(customer: CustomerId, route: Route) -> AnyView {
        match route {
            Route::Account(_) => customers::account_view(customer),
            Route::User(_, user) => users::page_view(customer, user),
            Route::Subscriptions(..) => subscriptions::view(customer),
            Route::AddUser(_) => create::view(customer),
            Route::ManageLicenses(..) | Route::LicensesUpdated(_) => {
                licenses::view(customer, &route)
            }
            Route::PasswordsReset(_) => passwords::view(customer),
            _ => restore::view(customer, &route),
        }
    }
}

later! { in upload:
    /// Uploading a file of users.
    fn uploading(customer: CustomerId, route: Route) -> AnyView {
        upload::view(customer, &route)
    }
}

later! { in log:
    /// What was done, and its calls.
    fn log(customer: Option<CustomerId>) -> AnyView {
        activity::view(customer)
    }
}

later! { in training:
    /// Exercises, and what is seldom done with the whole workspace.
    fn learning(route: Route) -> AnyView {
        Session::get().begin_training();
        match route {
            Route::Workspace | Route::Open(_) => workspace::view(&route),
            _ => training::view(&route),
        }
    }

    /// What stands beside the work. Keeps the title up to date.
    fn beside(what: Beside, title: RwSignal<String>) -> AnyView {
        let beside = match what {
            Beside::Documentation => follow::view(),
            Beside::Exercise => exercise::view(),
            Beside::Replay => replay::view(),
        };
        let current = beside.title;
        Effect::new(move |_| title.set(current.get()));
        beside.content
    }

    /// The procedures that belong to a screen, as the panel opens at them.
    fn help(session: Session, place: Option<Place>) -> (Follow, String) {
        follow::help(session, place)
    }
}

later! { in teaching:
    /// Courses of one's own, and results of a class.
    fn teaching(route: Route) -> AnyView {
        Session::get().begin_training();
        match route {
            Route::Drafts | Route::Draft(..) => authoring::view(&route),
            _ => results::view(&route),
        }
    }
}

/// How long after the start the other chunks are fetched.
const IDLE: Duration = Duration::from_millis(300);

/// Fetches all chunks, one after the other, so that nobody waits for one later. What fails is
/// tried again when it is needed.
pub fn fetch_all() {
    spawn_local(async {
        browser::clock::sleep(IDLE).await;
        let all: [fn() -> Loading<()>; 8] = [
            || Box::pin(listing::load()),
            || Box::pin(load_saving()),
            || Box::pin(work::load()),
            || Box::pin(log::load()),
            || Box::pin(learning::load()),
            || Box::pin(beside::load()),
            || Box::pin(uploading::load()),
            || Box::pin(teaching::load()),
        ];
        for load in all {
            // The browser's console says why.
            let _tried_again_later = load().await;
        }
    });
}

/// Returns the list of customers, or of the users of one.
pub fn of_lists(customer: Option<CustomerId>) -> Part {
    Part {
        load: || Box::pin(listing::load()),
        make: Box::new(move || Box::pin(listing::call(customer))),
        spot: Spot::Screen,
    }
}

/// Returns the fields of the preferences.
pub fn of_preferences(session: Session) -> Part {
    Part {
        load: || Box::pin(preferring::load()),
        make: Box::new(move || Box::pin(preferring::call(session))),
        spot: Spot::Section,
    }
}

/// Returns the form of Advance clock.
pub fn of_clock(session: Session, is_open: RwSignal<bool>) -> Part {
    Part {
        load: || Box::pin(clock::load()),
        make: Box::new(move || Box::pin(clock::call(session, is_open))),
        spot: Spot::Section,
    }
}

/// Returns the screen of a customer's route.
pub fn of_customer(customer: CustomerId, route: &Route) -> Part {
    let route = route.clone();
    match route {
        Route::UploadUsers(..) | Route::UsersUploaded(_) => Part {
            load: || Box::pin(uploading::load()),
            make: Box::new(move || Box::pin(uploading::call(customer, route.clone()))),
            spot: Spot::Screen,
        },
        Route::Activity(..) => of_log(Some(customer)),
        _ => Part {
            load: || Box::pin(work::load()),
            make: Box::new(move || Box::pin(work::call(customer, route.clone()))),
            spot: Spot::Screen,
        },
    }
}

/// Returns the activity log, of one customer or of all.
pub fn of_log(customer: Option<CustomerId>) -> Part {
    Part {
        load: || Box::pin(log::load()),
        make: Box::new(move || Box::pin(log::call(customer))),
        spot: Spot::Screen,
    }
}

/// Returns the screen of a route of Training or Workspace.
pub fn of_learning(route: &Route) -> Part {
    let route = route.clone();
    Part {
        load: || Box::pin(learning::load()),
        make: Box::new(move || Box::pin(learning::call(route.clone()))),
        spot: Spot::Screen,
    }
}

/// Returns the screen of a route for trainers.
pub fn of_teaching(route: &Route) -> Part {
    let route = route.clone();
    Part {
        load: || Box::pin(teaching::load()),
        make: Box::new(move || Box::pin(teaching::call(route.clone()))),
        spot: Spot::Screen,
    }
}

/// Returns what stands beside the work.
pub fn of_panel(beside: Beside, title: RwSignal<String>) -> Part {
    Part {
        load: || Box::pin(beside::load()),
        make: Box::new(move || Box::pin(beside::call(beside, title))),
        spot: Spot::Beside,
    }
}

/// Returns where the panel opens with help for a screen, and its title.
pub async fn help_for(
    session: Session,
    place: Option<Place>,
) -> Result<(Follow, String), Unavailable> {
    help::call(session, place).await
}
