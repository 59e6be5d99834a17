//! What can be taken back: the commands that do it, the latest last.

use std::collections::BTreeSet;

use crate::domain::{Command, CustomerCommand, CustomerId, UserNumber};
use crate::live::RwSignal;

/// So many steps back.
const MOST: usize = 50;

/// The way back, of this tab and since it was opened.
#[derive(Clone, Copy)]
pub struct UndoHistory(RwSignal<Vec<Command>>);

impl UndoHistory {
    pub(in crate::session) fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// A change was made that this takes back. What cannot be taken back leaves the way as it is: each step is decided like
    /// any other command, and refused should the ground be gone.
    pub fn note(self, undo: Option<Command>) {
        if let Some(command) = undo {
            self.0.update(|all| {
                if all.len() == MOST {
                    all.remove(0);
                }
                all.push(command);
            });
        }
    }

    /// These users are back, or gone for ever: what would only bring them back is no step any more. Was the latest step one of those?
    pub fn forget_restoring(self, of: CustomerId, back: &BTreeSet<UserNumber>) -> bool {
        let is_done = |command: &Command| match command {
            Command::Customer(customer, CustomerCommand::RestoreUsers { users }) => {
                *customer == of && users.iter().all(|one| back.contains(&one.user))
            }
            _ => false,
        };
        let is_latest = self.0.with_untracked(|all| all.last().is_some_and(is_done));
        self.0.update(|all| all.retain(|command| !is_done(command)));
        is_latest
    }

    /// The command that takes the latest change back, taken off the way, so that a second press meanwhile goes on to the one
    /// before.
    pub fn take_latest(self) -> Option<Command> {
        let mut latest = None;
        self.0.update(|all| latest = all.pop());
        latest
    }
}
