//! The number of users that a file may have.

use serde::{Deserialize, Serialize};

use crate::domain::ProblemKind;
use crate::domain::values::typed_number;

/// The number of users that a file may have, a setting of the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct RecordLimit(u32);

impl RecordLimit {
    /// The limit of the real service and of a new workspace. Source: "Create multiple users for a
    /// customer account".
    pub const REAL: Self = Self(100);
    /// The highest limit (ours).
    pub const MAX: Self = Self(50_000);

    /// Returns the limit, unless it is out of range.
    pub fn new(number: u32) -> Option<Self> {
        (Self::REAL.0..=Self::MAX.0)
            .contains(&number)
            .then_some(Self(number))
    }

    pub fn parse(text: &str) -> Result<Self, ProblemKind> {
        let number = typed_number(text)?.and_then(Self::new);
        number.ok_or(ProblemKind::NotARecordLimit)
    }

    pub const fn get(self) -> u32 {
        self.0
    }

    /// Returns the number of users, to compare with lengths.
    pub fn count(self) -> usize {
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }
}

impl TryFrom<u32> for RecordLimit {
    type Error = &'static str;

    fn try_from(number: u32) -> Result<Self, Self::Error> {
        Self::new(number).ok_or("not a limit")
    }
}

impl From<RecordLimit> for u32 {
    fn from(limit: RecordLimit) -> Self {
        limit.0
    }
}

impl Default for RecordLimit {
    fn default() -> Self {
        Self::REAL
    }
}
