//! On which screen each step of a replay is shown.

use seatwork::results::{Happened, Recording};
use seatwork::session::address::route::Route;
use seatwork::training::{Act, Exercise};

use super::Played;
use crate::training::course;

/// The screens of the steps of a solved exercise.
fn screens(exercise: &Exercise) -> Vec<Route> {
    let played = Played::begin(&exercise.id, 0).solves();
    let recording = Recording::new(&played.filed(1), exercise).expect("its start can be read");
    let states = 1..=recording.steps().len();
    states
        .map(|state| {
            let there = recording.follow(exercise, state).expect("it is whole");
            let step = recording.step_to(state).expect("there is a step");
            Route::showing(&step.what, there.state())
        })
        .collect()
}

#[test]
fn each_step_of_every_solution_has_a_screen_of_its_customer() {
    for exercise in &course().exercises {
        for route in screens(exercise) {
            let is_of_all = route == Route::customers();
            assert!(
                is_of_all || route.customer().is_some(),
                "{}: {route}",
                exercise.id
            );
        }
    }
}

#[test]
fn a_step_is_shown_where_it_was_done() {
    for (exercise, expected) in [
        // Nobody knows for whom an act of a solution is.
        ("first-user", vec!["users", "customers"]),
        ("free-seat", vec!["deleted", "licenses"]),
        ("buy-seats", vec!["subscriptions", "users"]),
    ] {
        let exercise = course().exercise(exercise).expect("it is there");
        let routes = screens(exercise);
        let kinds: Vec<&str> = routes
            .iter()
            .map(|route| match route {
                Route::Users(..) => "users",
                Route::DeletedUsers(..) => "deleted",
                Route::ManageLicenses(..) => "licenses",
                Route::Subscriptions(..) => "subscriptions",
                Route::Customers(_) => "customers",
                _ => "another",
            })
            .collect();
        assert_eq!(kinds, expected, "{}", exercise.id);
    }
    let played = Played::begin("first-user", 0);
    let workspace = &played.stage.workspace;
    let customer = workspace.customers().next().expect("there are some").id;
    for (act, expected) in [
        (Act::CredentialsDownloaded, Route::users(customer)),
        (Act::Filtered, Route::users(customer)),
        (Act::Uploaded, Route::upload_users(customer)),
        (
            Act::SubscriptionsExported,
            Route::Subscriptions(customer, None),
        ),
        (Act::LogExported, Route::activity(Some(customer))),
    ] {
        let happened = Happened::Acted(act, Some(customer));
        assert_eq!(Route::showing(&happened, workspace), expected, "{act:?}");
    }
}
