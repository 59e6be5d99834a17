//! The attempt at an exercise that this tab is in.

use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::{GetValue as _, LocalStorage, Owner, StoredValue};

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
    /// What is done about the attempt that is open, once its code is loaded.
    pub(in crate::session) work: StoredValue<Option<Rc<dyn AttemptWork>>, LocalStorage>,
    /// The owner of what goes on as long as the program.
    pub(in crate::session) owner: StoredValue<Option<Owner>, LocalStorage>,
}

/// Changes an attempt.
pub type Edit = Box<dyn FnOnce(&mut Attempt)>;

/// What is done about the attempt whose workspace is open. Its code is loaded with exercises, so
/// that only this names it.
pub trait AttemptWork {
    /// Takes note of what other tabs have written to the attempt.
    fn note(&self);

    /// Returns whether another tab has written to the attempt.
    fn is_behind(&self) -> bool;

    /// Returns how often a stored attempt was changed.
    fn edits(&self, id: AttemptId) -> Option<u64>;

    /// Stores a change to an attempt. To be called under the lock.
    ///
    /// # Errors
    /// When the storage refuses.
    fn write(&self, id: AttemptId, edit: Edit) -> Result<(), StorageError>;
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
    /// The code for exercises could not be loaded.
    NotLoaded,
    NotOpened(NotSaved),
}

/// An attempt that is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredAttempt {
    pub id: AttemptId,
    pub attempt: Attempt,
    /// The characters that it takes.
    pub size: usize,
    /// Whether it was only opened.
    pub is_untouched: bool,
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
            work: StoredValue::new_local(None),
            owner: StoredValue::new_local(Owner::current()),
        }
    }

    /// Returns what is done about the attempt that is open, or `None` outside of attempts.
    pub(in crate::session) fn work(self) -> Option<Rc<dyn AttemptWork>> {
        let is_any = self.room.get_untracked().attempt().is_some();
        self.work.get_value().filter(|_| is_any)
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
