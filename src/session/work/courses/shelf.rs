//! The courses that the program has: the built-in one, and those that were added.

use leptos::prelude::*;

use crate::browser::locks;
use crate::browser::storage::BrowserStorage;
use crate::journal::{AttemptId, Attempts, NotSaved, Shelf, StorageError};
use crate::session::Session;
use crate::session::state::courses::OwnCourse;
use crate::session::state::notices::Tone;
use crate::text::TrainingWords;
use crate::training::{Attempt, Course};

fn shelf() -> Result<Shelf<BrowserStorage>, StorageError> {
    BrowserStorage::open().map(Shelf::courses)
}

impl Session {
    /// Returns the courses to be done, and tracks them: the one that came with the program in its
    /// package, or else the built-in one and those that were added.
    pub fn courses(self) -> Vec<&'static Course> {
        if let Some(packaged) = self.courses.packaged.get() {
            return vec![packaged];
        }
        let own = self.courses.own.get();
        let own = own.into_iter().map(|own| own.course);
        Course::all().chain(own).collect()
    }

    /// Returns whether the program was started from a package with a course of its own, which is
    /// the only one to be done then.
    pub fn is_packaged(self) -> bool {
        self.courses.packaged.get_untracked().is_some()
    }

    /// Returns the course that a learning management system is told of.
    pub fn first_course(self) -> Option<&'static Course> {
        untrack(|| self.courses()).into_iter().next()
    }

    /// Returns the course of this name, if this program has it.
    pub fn course_named(self, id: &str) -> Option<&'static Course> {
        let all = untrack(|| self.courses());
        let mut all = all.into_iter().chain(Course::all());
        all.find(|course| course.id == id)
            .or_else(|| self.made_course(id))
    }

    /// Returns whether the course is one that was added, and tracks those.
    pub fn is_own_course(self, id: &str) -> bool {
        self.courses
            .own
            .read()
            .iter()
            .any(|own| own.course.id == id)
    }

    /// Reads the courses that were added, as far as they have changed.
    pub(in crate::session) fn read_courses(self) {
        let known = self.courses.own.get_untracked();
        let read = |name: &String| {
            let shelf = shelf().ok()?;
            let (checksum, _) = shelf.state(name).ok()??;
            let mut known = known.iter();
            let same = known.find(|own| own.course.id == *name && own.checksum == checksum);
            same.copied().or_else(|| {
                let course: Course = shelf.read(name).ok()??;
                let course: &'static Course = Box::leak(Box::new(course));
                Some(OwnCourse { course, checksum })
            })
        };
        let names = shelf().and_then(|shelf| shelf.names()).unwrap_or_default();
        let own: Vec<OwnCourse> = names.iter().filter_map(read).collect();
        if own.len() < names.len() {
            let text = self.texts::<TrainingWords>().course_unreadable;
            self.notices.show(Tone::Warning, text);
        }
        if own != known {
            self.courses.own.set(own);
        }
    }

    /// Stores a course, in place of the one of its name.
    ///
    /// # Errors
    /// When the storage refuses; nothing has changed then.
    pub async fn add_course(self, course: &Course) -> Result<(), NotSaved> {
        let course = course.clone();
        let added = locks::exclusive(async move { shelf()?.write(&course.id, &course) });
        let added = added.await.unwrap_or(Err(StorageError::Blocked));
        self.read_courses();
        added.map_err(NotSaved::Storage)
    }

    /// Removes a course that was added, with all attempts at it.
    ///
    /// # Errors
    /// When the storage refuses.
    pub async fn remove_course(self, id: &'static str) -> Result<(), NotSaved> {
        let removed = locks::exclusive(async move {
            let attempts = BrowserStorage::open().map(Attempts::new)?;
            let is_of_course = |attempt: AttemptId| -> Result<bool, StorageError> {
                let read = attempts.read::<Attempt>(attempt)?;
                Ok(read.is_some_and(|read| read.course == id))
            };
            for attempt in attempts.list()? {
                if is_of_course(attempt)? {
                    attempts.remove(attempt)?;
                }
            }
            shelf()?.remove(id)
        });
        let removed = removed.await.unwrap_or(Err(StorageError::Blocked));
        self.read_courses();
        self.training.note_change();
        removed.map_err(NotSaved::Storage)
    }
}
