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
    /// There are fewer user numbers left than users to create.
    NumbersExhausted,
    /// The browser gave no random numbers, so that no safe password can be generated.
    NoRandomness,
}

impl Refusal {
    /// Returns whether an undo that is refused for this reason will not be possible later either.
    pub const fn ends_undo(&self) -> bool {
        matches!(
            self,
            Self::UnknownCustomer
                | Self::UnknownUser
                | Self::UnknownSubscription
                | Self::ChangedSince(_)
                | Self::NothingToChange
        )
    }
}

impl From<NoRandomness> for Refusal {
    fn from(_: NoRandomness) -> Self {
        Self::NoRandomness
    }
}
