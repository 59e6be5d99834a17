//! Exercises: the courses, where an exercise is begun, and what an attempt came to.

mod attempts;
mod calls;
mod courses;
mod result;
mod start;

use leptos::prelude::*;

use crate::session::address::route::Route;

/// The courses, the beginning of an exercise, or the result of the attempt.
pub fn view(route: &Route) -> AnyView {
    match route {
        Route::Exercise(course, exercise) => start::start(course, exercise),
        Route::Result => result::result(),
        _ => courses::courses(),
    }
}
