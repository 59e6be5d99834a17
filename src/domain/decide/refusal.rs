//! Why a command is refused.

use super::outcome::{LicenseOutcome, RestoreOutcome};
use crate::domain::upload::RowProblem;
use crate::domain::{NoRandomness, PartnerRole, Problem, Right};

/// Why a command is not carried out. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The person at the screen lacks the right.
    NotAllowed {
        /// The role they act in.
        role: PartnerRole,
        /// What it would have taken.
        right: Right,
    },
    /// No such customer.
    UnknownCustomer,
    /// No such active user: never there, deleted or purged.
    UnknownUser,
    /// No such subscription.
    UnknownSubscription,
    /// The rules are against it for every single user: why, for each.
    NobodyChanged(Vec<LicenseOutcome>),
    /// Nobody can be restored: why, for each.
    NobodyRestored(Vec<RestoreOutcome>),
    /// The users of a file cannot be created as they were validated: what speaks against it now.
    Upload(Vec<RowProblem>),
    /// Users of an upload were changed or deleted since: so many.
    ChangedSince(usize),
    /// Everything is already as asked for.
    NothingToChange,
    /// Mistakes in the values, all of them.
    Problems(Vec<Problem>),
    /// The browser gave no random numbers, so that no safe password can be made.
    NoRandomness,
}

impl From<NoRandomness> for Refusal {
    fn from(_: NoRandomness) -> Self {
        Self::NoRandomness
    }
}
