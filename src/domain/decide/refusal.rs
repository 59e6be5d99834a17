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
        /// The right that it takes.
        right: Right,
    },
    /// No such customer.
    UnknownCustomer,
    /// No such active user: never there, deleted or purged.
    UnknownUser,
    /// No such subscription.
    UnknownSubscription,
    /// The rules do not allow it for any of the users.
    NobodyChanged(Vec<LicenseOutcome>),
    /// None of the users can be restored.
    NobodyRestored(Vec<RestoreOutcome>),
    /// The users of a file cannot be created any more as they were validated.
    Upload(Vec<RowProblem>),
    /// This many users of an upload were changed or deleted since.
    ChangedSince(usize),
    /// Everything already is as asked for.
    NothingToChange,
    /// All mistakes in the values.
    Problems(Vec<Problem>),
    /// The browser gave no random numbers, so that no safe password can be generated.
    NoRandomness,
}

impl From<NoRandomness> for Refusal {
    fn from(_: NoRandomness) -> Self {
        Self::NoRandomness
    }
}
