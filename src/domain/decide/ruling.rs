//! A decision in the making.

use super::decision::Credential;
use super::outcome::{LicenseOutcome, RestoreOutcome};
use crate::domain::{Command, Event, Moment};

/// What follows from a command, before it has a time and a person.
pub(super) struct Ruling {
    pub(super) event: Event,
    /// When it happens, if that is another time than now.
    pub(super) at: Option<Moment>,
    pub(super) once: Vec<Credential>,
    pub(super) outcomes: Vec<LicenseOutcome>,
    pub(super) restored: Vec<RestoreOutcome>,
    pub(super) undo: Option<Command>,
}

impl From<Event> for Ruling {
    fn from(event: Event) -> Self {
        Self {
            event,
            at: None,
            once: Vec::new(),
            outcomes: Vec::new(),
            restored: Vec::new(),
            undo: None,
        }
    }
}
