//! An attempt as it can be shown again, step by step.

use super::examine::read_records;
use super::file::FiledAttempt;
use crate::domain::{Change, CustomerId, Event, Moment, PartnerRole};
use crate::journal::{Storage, StorageError, StoredOrigin, lay_out};
use crate::training::{Act, Attempt, Exercise, Replay};

/// What was done in an attempt, one thing after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recording {
    /// The attempt, as it was in the end.
    pub attempt: Attempt,
    origin: String,
    /// The stored records, as far as they can be read.
    records: Vec<String>,
    changes: Vec<(u64, Change)>,
    steps: Vec<Step>,
    is_whole: bool,
}

/// Something that was done in an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub what: Happened,
    pub at: Moment,
    /// The role in which it was done.
    pub role: PartnerRole,
    /// How many records there are after it.
    records: usize,
    /// How many acts there are after it.
    acts: usize,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happened {
    Changed(Event),
    /// Something that is no change, and for which customer.
    Acted(Act, Option<CustomerId>),
}

impl Recording {
    /// Returns what was done in an attempt at this exercise, or `None` if the workspace in which it
    /// began cannot be read.
    pub fn new(filed: &FiledAttempt, exercise: &Exercise) -> Option<Self> {
        StoredOrigin::read(&filed.origin).ok()?;
        let attempt = filed.attempt.clone();
        let changes = read_records(&filed.records);
        let mut records = filed.records.clone();
        records.truncate(changes.len());
        let prepared = prepared(&attempt, changes.len());
        let mut steps = Steps {
            attempt: &attempt,
            all: Vec::new(),
            records: prepared,
            acts: 0,
            role: exercise.role,
        };
        for (number, change) in changes.iter().skip(prepared) {
            steps.add_acts_before(*number);
            steps.records += 1;
            steps.role = change.by.role;
            steps.add(Happened::Changed(change.event.clone()), change.at);
        }
        steps.add_acts_before(u64::MAX);
        Some(Self {
            is_whole: changes.len() == filed.records.len(),
            steps: steps.all,
            attempt,
            origin: filed.origin.clone(),
            records,
            changes,
        })
    }

    /// Returns the steps, of which the first one leads from state 0 to state 1.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Returns the step that leads to this state, or `None` at the beginning and beyond the end.
    pub fn step_to(&self, state: usize) -> Option<&Step> {
        self.steps.get(state.checked_sub(1)?)
    }

    /// Returns whether all changes can be read. If not, it ends before the first that cannot.
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Returns when this state was reached, by the browser's clock.
    pub fn at(&self, state: usize) -> Moment {
        let begun = self.attempt.begun;
        self.step_to(state).map_or(begun, |step| step.at)
    }

    /// Stores the workspace in this state: that of the beginning is 0.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn lay_out(&self, state: usize, storage: &impl Storage) -> Result<(), StorageError> {
        let count = self.counts(state).0;
        let records = self.records.get(..count).unwrap_or(&self.records);
        lay_out(storage, &self.origin, records)
    }

    /// Follows the goals of the exercise up to this state.
    pub fn follow(&self, exercise: &Exercise, state: usize) -> Option<Replay> {
        let (records, acts) = self.counts(state);
        let origin = StoredOrigin::read(&self.origin).ok()?;
        let prepared = prepared(&self.attempt, self.changes.len());
        let start = self.changes.get(..prepared)?;
        let rest = self.changes.get(prepared..records)?;
        let mut so_far = self.attempt.clone();
        so_far.acts.truncate(acts);
        let mut replay = Replay::new(exercise, origin.sample_workspace(), start);
        replay.follow(exercise, &so_far, rest, self.at(state));
        Some(replay)
    }

    /// Returns how many records and how many acts there are in this state.
    fn counts(&self, state: usize) -> (usize, usize) {
        let beginning = (prepared(&self.attempt, self.changes.len()), 0);
        let step = self.step_to(state.min(self.steps.len()));
        step.map_or(beginning, |step| (step.records, step.acts))
    }
}

/// Returns how many of the changes were there when the trainee began.
fn prepared(attempt: &Attempt, changes: usize) -> usize {
    let prepared = usize::try_from(attempt.prepared).unwrap_or(usize::MAX);
    prepared.min(changes)
}

/// The steps so far.
struct Steps<'a> {
    attempt: &'a Attempt,
    all: Vec<Step>,
    records: usize,
    acts: usize,
    role: PartnerRole,
}

impl Steps<'_> {
    fn add(&mut self, what: Happened, at: Moment) {
        self.all.push(Step {
            what,
            at,
            role: self.role,
            records: self.records,
            acts: self.acts,
        });
    }

    /// Adds the acts before the change of this number.
    fn add_acts_before(&mut self, number: u64) {
        while let Some(acted) = self.attempt.acts.get(self.acts)
            && acted.after < number
        {
            self.acts += 1;
            self.add(Happened::Acted(acted.act, acted.customer), acted.at);
        }
    }
}
