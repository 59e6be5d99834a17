//! What can be taken back: the commands that do it, the latest last.

use crate::domain::Command;
use crate::live::RwSignal;

/// So many steps back.
const MOST: usize = 50;

/// The way back, of this tab and since it was opened.
#[derive(Clone, Copy)]
pub struct Undo(RwSignal<Vec<Command>>);

impl Undo {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// A change was made that this takes back. What cannot be taken back leaves the way as it is: each step is decided like
    /// any other command, and refused should the ground be gone.
    pub(super) fn note(self, undo: Option<Command>) {
        if let Some(command) = undo {
            self.0.update(|all| {
                if all.len() == MOST {
                    all.remove(0);
                }
                all.push(command);
            });
        }
    }

    /// The command that takes the latest change back, taken off the way, so that a second press meanwhile goes on to the one
    /// before.
    pub(super) fn take_latest(self) -> Option<Command> {
        let mut latest = None;
        self.0.update(|all| latest = all.pop());
        latest
    }
}
