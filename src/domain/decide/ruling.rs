//! A decision in the making.

use super::decision::Credential;
use super::outcome::{LicenseOutcome, RestoreOutcome};
use crate::domain::{Command, CustomerCommand, CustomerEvent, CustomerId, Event, Moment};

/// What follows from a command, before it has a time and a person.
pub(super) struct Ruling<E, C> {
    pub(super) event: E,
    /// When it happens, if that is another time than now.
    pub(super) at: Option<Moment>,
    pub(super) once: Vec<Credential>,
    pub(super) outcomes: Vec<LicenseOutcome>,
    pub(super) restored: Vec<RestoreOutcome>,
    pub(super) undo: Option<C>,
}

pub(super) type CustomerRuling = Ruling<CustomerEvent, CustomerCommand>;
pub(super) type WorkspaceRuling = Ruling<Event, Command>;

impl<E, C> From<E> for Ruling<E, C> {
    fn from(event: E) -> Self {
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

impl CustomerRuling {
    pub(super) fn about(self, customer: CustomerId) -> WorkspaceRuling {
        Ruling {
            event: Event::Customer(customer, self.event),
            at: self.at,
            once: self.once,
            outcomes: self.outcomes,
            restored: self.restored,
            undo: self.undo.map(|undo| Command::Customer(customer, undo)),
        }
    }
}
