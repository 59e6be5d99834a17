//! What can be undone: the commands that do it, the latest last.

use std::collections::BTreeSet;

use crate::domain::{Command, CustomerCommand, CustomerId, UserNumber};
use crate::live::RwSignal;

/// The most changes that can be undone.
const MAX_STEPS: usize = 50;

/// The undo history of this tab since it was opened.
#[derive(Clone, Copy)]
pub struct UndoHistory(RwSignal<Vec<Command>>);

impl UndoHistory {
    pub(in crate::session) fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// Adds the command that undoes a change. A change without one does not clear the history: each
    /// undo is decided like any other command and may be refused.
    pub fn note(self, undo: Option<Command>) {
        if let Some(command) = undo {
            self.0.update(|all| {
                if all.len() == MAX_STEPS {
                    all.remove(0);
                }
                all.push(command);
            });
        }
    }

    /// Forgets the undo of deleting users who are restored or purged. Returns whether that was the
    /// latest.
    pub fn forget_restoring(self, customer: CustomerId, back: &BTreeSet<UserNumber>) -> bool {
        let is_done = |command: &Command| match command {
            Command::Customer(id, CustomerCommand::RestoreUsers { users }) => {
                *id == customer && users.iter().all(|restoring| back.contains(&restoring.user))
            }
            _ => false,
        };
        let is_latest = self.0.with_untracked(|all| all.last().is_some_and(is_done));
        self.0.update(|all| all.retain(|command| !is_done(command)));
        is_latest
    }

    /// Forgets everything, because the workspace was replaced.
    pub fn clear(self) {
        self.0.set(Vec::new());
    }

    /// Returns whether there is nothing to undo.
    pub fn is_empty(self) -> bool {
        self.0.with_untracked(Vec::is_empty)
    }

    /// Takes the command that undoes the latest change off the history, so that a second press
    /// meanwhile undoes the change before it.
    pub fn take_latest(self) -> Option<Command> {
        let mut latest = None;
        self.0.update(|all| latest = all.pop());
        latest
    }
}
