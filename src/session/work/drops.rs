//! Files that are dropped on the page.

use leptos::task::spawn_local;

use crate::browser::incoming::{self, Chosen};
use crate::domain::CustomerId;
use crate::later::{Unavailable, later};
use crate::live::RwSignal;
use crate::session::Session;
use crate::session::address::route::Route;

later! { in upload:
    /// Reads a file of users.
    fn users(session: Session, customer: CustomerId, chosen: Chosen) -> () {
        let upload = session.forms.upload;
        upload.dropping_corrections(move || spawn_local(session.upload(customer, chosen)));
    }
}

later! { in training:
    /// Reads a backup.
    fn backup(session: Session, chosen: Chosen) -> () {
        spawn_local(session.read_backup(chosen));
    }

    /// Reads the file of a course.
    fn course(session: Session, chosen: Chosen) -> () {
        spawn_local(session.read_course_file(chosen));
    }
}

later! { in teaching:
    /// Reads results of a class.
    fn results(session: Session, chosen: Chosen) -> () {
        spawn_local(session.add_results(chosen));
    }
}

/// Returns whether files of courses can be dropped on this page.
fn takes_courses(here: &Route) -> bool {
    matches!(here, Route::Training | Route::Drafts)
}

impl Session {
    /// Reads files dropped on the page of the form, backups dropped on the page Workspace, and
    /// courses and results dropped on theirs.
    pub(in crate::session) fn follow_drops(self) {
        let (upload, backup) = (self.forms.upload, self.replacement);
        let (courses, results) = (self.courses, self.results);
        let here = move || self.navigation.route().get_untracked();
        let set = |signal: RwSignal<bool>, is_over: bool| {
            if signal.get_untracked() != is_over {
                signal.set(is_over);
            }
            is_over
        };
        let is_over = move |is_over: bool| {
            let here = here();
            let is_upload = matches!(here, Route::UploadUsers(..));
            let over_upload = set(upload.is_dragged_over, is_over && is_upload);
            let over_backup = set(backup.is_dragged_over, is_over && here == Route::Workspace);
            let over_courses = set(courses.is_dragged_over, is_over && takes_courses(&here));
            let is_results = matches!(here, Route::Results(_));
            let over_results = set(results.is_dragged_over, is_over && is_results);
            over_upload || over_backup || over_courses || over_results
        };
        incoming::on_drop(is_over, move |chosen| {
            spawn_local(async move {
                let read = match here() {
                    Route::UploadUsers(customer, _) => users::call(self, customer, chosen).await,
                    Route::Workspace => backup::call(self, chosen).await,
                    Route::Training | Route::Drafts => course::call(self, chosen).await,
                    Route::Results(_) => results::call(self, chosen).await,
                    _ => Ok(()),
                };
                if let Err(Unavailable) = read {
                    self.say_not_loaded();
                }
            });
        });
    }
}
