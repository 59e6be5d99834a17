//! The workspaces in which an author arranges, records and tries. They are attempts at a course
//! that is made of the draft.

use leptos::prelude::*;

use crate::domain::PartnerRole;
use crate::journal::NotSaved;
use crate::session::Session;
use crate::session::address::route::Route;
use crate::session::state::training::OpenAttempt;
use crate::training::{Course, Making};

impl Session {
    /// Returns what the author does in the workspace that this tab is in, and tracks it; `None`
    /// where somebody does an exercise.
    pub fn making(self) -> Option<Making> {
        let making = |open: &OpenAttempt| Some(Making::of_course(&open.course.id)?.0);
        self.with_attempt(making).flatten()
    }

    /// Returns the page of the exercise that is being made in this tab.
    pub fn page_of_making(self) -> Option<Route> {
        let page = |open: &OpenAttempt| {
            let (_, draft) = Making::of_course(&open.course.id)?;
            let exercise = open.exercise.id.clone();
            Some(Route::Draft(draft.to_owned(), Some(exercise)))
        };
        untrack(|| self.with_attempt(page)).flatten()
    }

    /// Returns the course that is made of a draft for this purpose, by its name.
    pub(in crate::session) fn made_course(self, id: &str) -> Option<&'static Course> {
        let (making, draft) = Making::of_course(id)?;
        let course = untrack(|| self.with_draft(draft, |draft| draft.course.clone()))?;
        let course = made_of(course, making, id);
        let made = self.authoring.made;
        let known = made.with_value(|all| all.iter().copied().find(|made| **made == course));
        Some(known.unwrap_or_else(|| {
            let course: &'static Course = Box::leak(Box::new(course));
            made.update_value(|all| all.push(course));
            course
        }))
    }

    /// Returns whether there is a workspace for this purpose that the author has not left for good,
    /// and tracks them.
    pub fn is_being_made(self, making: Making, draft: &str, exercise: &str) -> bool {
        let course = making.course(draft);
        self.all_attempts()
            .iter()
            .any(|stored| stored.attempt.course == course && stored.attempt.exercise == exercise)
    }

    /// Opens a workspace for this purpose. A trial begins anew, a recording goes on.
    ///
    /// # Errors
    /// When it cannot be stored.
    pub async fn begin_making(
        self,
        making: Making,
        draft: &str,
        exercise: &str,
    ) -> Result<(), NotSaved> {
        if making == Making::Trial {
            self.discard_making(making, draft, exercise).await?;
        }
        let course = self.made_course(&making.course(draft));
        let exercise = course.and_then(|course| course.exercise(exercise));
        match course.zip(exercise) {
            Some((course, exercise)) => self.begin_exercise(course, exercise).await,
            None => Err(NotSaved::Unreadable),
        }
    }

    /// Deletes the workspaces for this purpose.
    ///
    /// # Errors
    /// When the storage refuses.
    pub async fn discard_making(
        self,
        making: Making,
        draft: &str,
        exercise: &str,
    ) -> Result<(), NotSaved> {
        let all = untrack(|| self.all_attempts()).into_iter();
        let course = making.course(draft);
        let all = all.filter(|stored| {
            stored.attempt.course == course && stored.attempt.exercise == exercise
        });
        self.delete_attempts(all.map(|stored| stored.id).collect())
            .await
    }
}

/// Returns the course in which an author works: without goals unless it is tried.
fn made_of(mut course: Course, making: Making, id: &str) -> Course {
    if making == Making::Trial {
        course = course.without_blank_hints();
    }
    id.clone_into(&mut course.id);
    for exercise in &mut course.exercises {
        if making == Making::Trial {
            continue;
        }
        exercise.goals.clear();
        exercise.solution.clear();
        if making == Making::Start {
            // Whoever prepares may do everything.
            exercise.role = PartnerRole::AdminAgent;
        }
    }
    course
}
