//! What is stored of an attempt beside its workspace.

use std::collections::BTreeMap;

use chrono::serde::ts_milliseconds;
use serde::{Deserialize, Serialize};

use crate::domain::{CustomerId, Moment, PartnerRole};
use crate::training::act::Act;
use crate::training::course::Course;
use crate::training::exercise::Exercise;

/// One run of an exercise. Its workspace, with every change, is stored beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attempt {
    /// The name of the course.
    pub course: String,
    /// The version of the course's content.
    pub version: u32,
    /// The name of the exercise.
    pub exercise: String,
    /// When it was begun, by the browser's clock.
    #[serde(with = "ts_milliseconds")]
    pub begun: Moment,
    /// The role in which the trainee works now.
    pub role: PartnerRole,
    /// How many changes were there when the trainee began.
    pub prepared: u64,
    /// What the trainee did that is no change, in order.
    #[serde(default)]
    pub acts: Vec<Acted>,
    /// How many hints were taken for each goal.
    #[serde(default)]
    pub hints: BTreeMap<String, usize>,
    /// How long the trainee has worked at it, in seconds.
    #[serde(default)]
    pub seconds: u32,
    /// What it came to, once it is finished.
    #[serde(default)]
    pub outcome: Option<Outcome>,
    /// How often it was written, by which tabs know whether they have seen the latest.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub edits: u64,
}

/// Something that was done and is no change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acted {
    pub act: Act,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    #[serde(with = "ts_milliseconds")]
    pub at: Moment,
    /// The number of the change before it.
    pub after: u64,
}

/// What an attempt came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    #[serde(with = "ts_milliseconds")]
    pub at: Moment,
    /// The names of the goals that were reached.
    pub reached: Vec<String>,
    pub changes: usize,
    pub detours: usize,
}

/// Returns whether the number need not be stored.
const fn is_zero(number: &u64) -> bool {
    *number == 0
}

impl Attempt {
    /// Begins an attempt at an exercise, for which so many changes were prepared.
    pub fn new(course: &Course, exercise: &Exercise, begun: Moment, prepared: u64) -> Self {
        Self {
            course: course.id.clone(),
            version: course.version,
            exercise: exercise.id.clone(),
            begun,
            role: exercise.role,
            prepared,
            acts: Vec::new(),
            hints: BTreeMap::new(),
            seconds: 0,
            outcome: None,
            edits: 0,
        }
    }

    /// Returns how many hints were taken.
    pub fn hints_taken(&self) -> usize {
        self.hints.values().sum()
    }

    /// Returns whether it was only opened: nothing was done in it, with its changes up to this
    /// number.
    pub fn is_untouched(&self, last: u64) -> bool {
        let is_idle = self.acts.is_empty() && self.hints_taken() == 0;
        is_idle && self.outcome.is_none() && last <= self.prepared
    }

    /// Returns whether it was finished with all of these goals reached.
    pub fn is_passed(&self, exercise: &Exercise) -> bool {
        let Some(outcome) = &self.outcome else {
            return false;
        };
        let mut goals = exercise.goals.iter();
        goals.all(|goal| outcome.reached.contains(&goal.id))
    }
}
