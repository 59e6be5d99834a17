//! What became of each user whom a command concerned.

use std::collections::BTreeSet;

use crate::domain::{LicenseUpdate, PersonName, Problem, Sku, UserName, UserNumber};

/// What became of some users; everybody who was named is in one outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LicenseOutcome {
    /// Who, in order of their numbers.
    pub users: Vec<UserNumber>,
    /// What became of them.
    pub result: LicenseResult,
}

/// What became of a user whose licenses were to be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LicenseResult {
    /// Exactly this was done.
    Changed(LicenseUpdate),
    /// Everything was as asked for already.
    Unchanged,
    /// The rules are against it; nothing was done.
    Refused(Vec<Problem>),
    /// There is no such active user (any more).
    Gone,
}

/// What became of some deleted users; everybody who was named is in one outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestoreOutcome {
    /// Who, in the order in which they were to be restored.
    pub users: Vec<UserNumber>,
    /// What became of them.
    pub result: RestoreResult,
}

/// What became of a deleted user who was to be restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RestoreResult {
    /// They are back.
    Restored {
        /// The products that they have again.
        back: BTreeSet<Sku>,
        /// Why they do not have the others, for each.
        lost: Vec<Problem>,
    },
    /// An active user has their user name: they need another.
    NameTaken {
        /// Display name of that user.
        by: PersonName,
        /// The name with the next free number.
        suggestion: Option<UserName>,
    },
    /// There is no such deleted user (any more): restored meanwhile, or purged.
    Gone,
}
