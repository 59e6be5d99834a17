//! Making courses: the drafts, a course, and an exercise in steps.

mod check;
mod course;
mod desk;
mod drafts;
mod exercise;
mod exercises;
mod files;
mod goals;
mod hints;
mod order;
mod recorded;

use leptos::prelude::*;

use crate::session::address::route::Route;

/// The drafts, one of them, or one of its exercises.
pub fn view(route: &Route) -> AnyView {
    match route {
        Route::Draft(course, None) => course::course(course),
        Route::Draft(course, Some(exercise)) => exercise::exercise(course, exercise),
        _ => drafts::drafts(),
    }
}
