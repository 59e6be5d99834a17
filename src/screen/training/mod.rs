//! Exercises: the courses, where an exercise is begun, and what an attempt came to.

mod add_course;
mod attempts;
mod calls;
mod courses;
mod export;
mod result;
mod start;

use leptos::prelude::*;

use crate::session::address::route::Route;

/// The courses, a course to be added, the beginning of an exercise, or the result of the attempt.
pub fn view(route: &Route) -> AnyView {
    match route {
        Route::Exercise(course, exercise) => start::start(course, exercise),
        Route::CourseFile(url) => add_course::course_by_link(url),
        Route::Result => result::result(),
        _ => courses::courses(),
    }
}
