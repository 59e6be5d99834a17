//! Why a command is refused.

use super::outcome::{LicenseOutcome, RestoreOutcome};
use crate::domain::upload::RowProblem;
use crate::domain::{NoRandomness, PartnerRole, Problem, Right};

/// Why a command is not carried out. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    NotAllowed {
        role: PartnerRole,
        right: Right,
    },
    UnknownCustomer,
    /// No such active user: never there, deleted or purged.
    UnknownUser,
    UnknownSubscription,
    /// The rules do not allow it for any of the users.
    NobodyChanged(Vec<LicenseOutcome>),
    NobodyRestored(Vec<RestoreOutcome>),
    /// The users of a file cannot be created any more as they were validated.
    Upload(Vec<RowProblem>),
    /// This many users of an upload were changed or deleted since.
    ChangedSince(usize),
    NothingToChange,
    Problems(Vec<Problem>),
    /// The browser gave no random numbers, so that no safe password can be generated.
    NoRandomness,
}

impl From<NoRandomness> for Refusal {
    fn from(_: NoRandomness) -> Self {
        Self::NoRandomness
    }
}
