//! Results of a class: the files of trainees, the table of what they did, and figures for each
//! exercise.

mod desk;
mod export;
mod figures;
mod files;
mod page;
mod table;
mod trainee;

use leptos::prelude::*;

use crate::session::address::route::Route;

/// The results of one trainee, or those of all.
pub fn view(route: &Route) -> AnyView {
    match route {
        Route::Trainee(name) => trainee::trainee(name.clone()),
        _ => page::page(),
    }
}
