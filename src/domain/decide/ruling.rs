//! A decision in the making.

use super::decision::Credential;
use super::outcome::{LicenseOutcome, RestoreOutcome};
use crate::domain::{
    Command, CustomerCommand, CustomerEvent, CustomerId, Event, Moment, WorkspaceCommand,
    WorkspaceEvent,
};

/// What follows from a command, before it has a time, a person and a customer.
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
pub(super) type WorkspaceRuling = Ruling<WorkspaceEvent, WorkspaceCommand>;

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
    pub(super) fn about(self, customer: CustomerId) -> Ruling<Event, Command> {
        self.map(
            |event| Event::Customer(customer, event),
            |undo| Command::Customer(customer, undo),
        )
    }
}

impl WorkspaceRuling {
    pub(super) fn about_workspace(self) -> Ruling<Event, Command> {
        self.map(Event::Workspace, Command::Workspace)
    }
}

impl<E, C> Ruling<E, C> {
    fn map<F, D>(self, event: impl FnOnce(E) -> F, undo: impl FnOnce(C) -> D) -> Ruling<F, D> {
        Ruling {
            event: event(self.event),
            at: self.at,
            once: self.once,
            outcomes: self.outcomes,
            restored: self.restored,
            undo: self.undo.map(undo),
        }
    }
}
