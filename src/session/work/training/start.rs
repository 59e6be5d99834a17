//! Starts what goes on for exercises, whose code is loaded when it is first needed.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::stored::{read_attempt, write_edit};
use crate::browser::{element, lms};
use crate::journal::{AttemptId, StorageError};
use crate::later::{at_once, later};
use crate::live::Effect;
use crate::results::COURSE_ELEMENT;
use crate::session::Session;
use crate::session::address::scope::Scope;
use crate::session::state::training::{AttemptTrouble, AttemptWork, Edit};
use crate::session::work::courses::packaged_course;

later! { in training:
    /// Starts what goes on for exercises.
    fn starting(session: Session) -> Pin<Box<dyn Future<Output = ()>>> {
        Box::pin(session.start_training())
    }

    /// Opens the workspace of an attempt, of a step of it, or of the person.
    fn entering(session: Session, wanted: Scope) -> Pin<Box<dyn Future<Output = ()>>> {
        Box::pin(async move {
            session.start_training().await;
            session.open_scope(wanted).await;
        })
    }

    /// Begins the attempt anew.
    fn restarting(session: Session) -> Pin<Box<dyn Future<Output = ()>>> {
        Box::pin(session.restart_and_say())
    }

    /// Opens the next exercise.
    fn going_on(session: Session) -> () {
        session.open_next_exercise();
    }
}

impl Session {
    /// Starts what goes on for exercises at once where the program is part of a package, or a
    /// learning management system may have started it. Otherwise that waits until it is needed.
    pub(in crate::session) fn join_training(self) {
        if lms::may_be_there() || element::meta(COURSE_ELEMENT).is_some() {
            spawn_local(async move {
                // Tried again where it is needed.
                if let Ok(started) = starting::call(self).await {
                    started.await;
                }
            });
        }
    }

    /// Starts what goes on for exercises: at once, unless the course of a package is to be fetched.
    pub fn begin_training(self) {
        let mut starting = Box::pin(self.start_training());
        if at_once(starting.as_mut()).is_none() {
            spawn_local(starting);
        }
    }

    /// Starts what goes on for exercises, once.
    async fn start_training(self) {
        let packaged = packaged_course().await;
        if self.training.work.with_value(Option::is_some) {
            return;
        }
        let work = WorkOn { session: self };
        self.training.work.set_value(Some(Rc::new(work)));
        let start = move || {
            self.take_packaged(packaged);
            Effect::new(move |_| {
                self.training.changes.track();
                self.read_courses();
                self.read_drafts();
            });
            self.join_lms();
            self.watch_progress();
        };
        match self.training.owner.get_value() {
            Some(owner) => owner.with(start),
            None => start(),
        }
    }

    /// Opens the workspace of the address.
    pub(super) async fn enter_when_loaded(self, wanted: Scope) {
        match entering::call(self, wanted).await {
            Ok(entered) => entered.await,
            Err(_unavailable) => self.training.trouble.set(Some(AttemptTrouble::NotLoaded)),
        }
    }

    /// Begins the attempt anew, with the key for it.
    pub(in crate::session) async fn restart_by_key(self) {
        // Inside an attempt, the code is there.
        if let Ok(restarted) = restarting::call(self).await {
            restarted.await;
        }
    }

    /// Opens the next exercise, with the key for it.
    pub(in crate::session) async fn go_on_by_key(self) {
        let _unavailable = going_on::call(self).await;
    }
}

struct WorkOn {
    session: Session,
}

impl AttemptWork for WorkOn {
    fn note(&self) {
        self.session.note_attempt();
    }

    fn is_behind(&self) -> bool {
        self.session.is_attempt_behind()
    }

    fn edits(&self, id: AttemptId) -> Option<u64> {
        Some(read_attempt(id).ok()??.edits)
    }

    fn write(&self, id: AttemptId, edit: Edit) -> Result<(), StorageError> {
        write_edit(id, edit)
    }
}
