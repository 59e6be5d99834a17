//! What follows from a command.

use super::outcome::{LicenseOutcome, RestoreOutcome};
use crate::domain::{Change, Command, PersonName, TemporaryPassword, UserName};

/// A user name with its temporary password, to be shown once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    pub display_name: PersonName,
    pub user_name: UserName,
    pub password: TemporaryPassword,
}

/// What follows from a command: what is stored, and what is shown once and forgotten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The change, to be stored and then applied with `evolve`.
    pub change: Change,
    /// Secrets for the confirmation screen, which are nowhere else.
    pub once: Vec<Credential>,
    pub outcomes: Vec<LicenseOutcome>,
    pub restored: Vec<RestoreOutcome>,
    /// The command that undoes the change, if there is one. It is decided like any other, and may
    /// be refused.
    pub undo: Option<Command>,
}
