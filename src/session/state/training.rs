//! The attempt at an exercise that this tab is in.

use std::sync::Arc;
use std::time::Duration;

use crate::domain::{Moment, PartnerRole};
use crate::journal::{AttemptId, Journal, NotSaved, Storage, StorageError};
use crate::live::RwSignal;
use crate::results::Recording;
use crate::session::address::scope::Scope;
use crate::training::{Attempt, Course, Exercise, Replay};

/// What the tab knows of attempts.
#[derive(Clone, Copy)]
pub struct Training {
    /// The workspace that is open.
    pub(in crate::session) room: RwSignal<Scope>,
    pub(in crate::session) open: RwSignal<Option<OpenAttempt>>,
    /// The attempt that is shown again.
    pub(in crate::session) replay: RwSignal<Option<OpenReplay>>,
    /// Why the workspace of the address is not open.
    pub(in crate::session) trouble: RwSignal<Option<AttemptTrouble>>,
    /// Counts changes to the attempts that are stored.
    pub(in crate::session) changes: RwSignal<u32>,
    /// Until when the time worked has been counted.
    pub(in crate::session) counted: RwSignal<Duration>,
}

/// An attempt that is open.
#[derive(Debug, Clone)]
pub struct OpenAttempt {
    pub id: AttemptId,
    pub course: &'static Course,
    pub exercise: &'static Exercise,
    pub attempt: Attempt,
    pub replay: Replay,
}

/// An attempt that is shown again.
#[derive(Debug, Clone)]
pub struct OpenReplay {
    pub id: AttemptId,
    /// The trainee's name, if it comes from the results of a class.
    pub name: Option<String>,
    pub exercise: &'static Exercise,
    pub recording: Arc<Recording>,
    /// After how many steps it is shown.
    pub state: usize,
    /// The goals at that point.
    pub reached: Vec<bool>,
}

/// Why an attempt is not open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AttemptTrouble {
    /// It is neither stored in this browser nor among the results that are open.
    NotToReplay,
    /// It was deleted, or belongs to an exercise that this program does not have.
    Gone,
    NotOpened(NotSaved),
}

/// An attempt that is stored, and the characters that it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredAttempt {
    pub id: AttemptId,
    pub attempt: Attempt,
    pub size: usize,
}

impl Training {
    pub(in crate::session) fn new() -> Self {
        Self {
            room: RwSignal::new(Scope::Own),
            open: RwSignal::new(None),
            replay: RwSignal::new(None),
            trouble: RwSignal::new(None),
            changes: RwSignal::new(0),
            counted: RwSignal::new(Duration::ZERO),
        }
    }

    pub(in crate::session) fn note_change(self) {
        self.changes
            .update(|changes| *changes = changes.wrapping_add(1));
    }
}

impl OpenReplay {
    /// Returns the role in which the trainee worked at that point.
    pub fn role(&self) -> PartnerRole {
        let step = self.recording.step_to(self.state);
        step.map_or(self.exercise.role, |step| step.role)
    }
}

impl OpenAttempt {
    /// Follows an attempt at an exercise of this course from its beginning, or returns `None` if
    /// this program does not have it.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn new<S: Storage>(
        id: AttemptId,
        attempt: Attempt,
        journal: &Journal<S>,
        course: Option<&'static Course>,
        clock: Moment,
    ) -> Result<Option<Self>, StorageError> {
        let exercise = course.and_then(|course| course.exercise(&attempt.exercise));
        let (Some(course), Some(exercise)) = (course, exercise) else {
            return Ok(None);
        };
        let changes = journal.changes_after(0)?;
        let begun = changes.partition_point(|(number, _)| *number <= attempt.prepared);
        let (prepared, later) = changes.split_at_checked(begun).unwrap_or_default();
        let sample = journal.origin().sample_workspace();
        let mut replay = Replay::new(exercise, sample, prepared);
        replay.follow(exercise, &attempt, later, clock);
        Ok(Some(Self {
            id,
            course,
            exercise,
            attempt,
            replay,
        }))
    }

    /// Returns whether each goal is reached now, in their order.
    pub fn reached(&self) -> &[bool] {
        self.replay.progress().reached()
    }
}
