//! What became of each user whom a command concerned.

use std::collections::BTreeSet;

use crate::domain::{LicenseUpdate, PersonName, Problem, Sku, UserName, UserNumber};

/// Users whose licenses were to be changed, with the same result. Each user is in one outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LicenseOutcome {
    /// The users, in order of their numbers.
    pub users: Vec<UserNumber>,
    pub result: LicenseResult,
}

/// What became of a user whose licenses were to be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LicenseResult {
    /// Their licenses were changed, in exactly this way.
    Changed(LicenseUpdate),
    Unchanged,
    /// The rules do not allow it; nothing was changed.
    Refused(Vec<Problem>),
    Gone,
}

/// Deleted users who were to be restored, with the same result. Each user is in one outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestoreOutcome {
    /// The users, in the order in which they were to be restored.
    pub users: Vec<UserNumber>,
    pub result: RestoreResult,
}

/// What became of a deleted user who was to be restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RestoreResult {
    Restored {
        /// The products that they hold again.
        back: BTreeSet<Sku>,
        /// Why they do not hold the others, for each.
        lost: Vec<Problem>,
    },
    NameTaken {
        /// Display name of that user.
        by: PersonName,
        /// The name with the next free number.
        suggestion: Option<UserName>,
    },
    /// There is no such deleted user (any more): restored meanwhile, or purged.
    Gone,
}
