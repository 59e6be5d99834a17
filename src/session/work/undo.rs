//! What can be taken back: the commands that do it, the latest last.

use std::collections::BTreeSet;
use std::time::Duration;

use super::dispatch::Failure;
use crate::browser::{clock, element};
use crate::domain::{
    Command, CustomerCommand, CustomerEvent, CustomerId, Decision, Event, LicenseResult, Refusal,
    UserNumber,
};
use crate::live::RwSignal;
use crate::session::address::route::Route;
use crate::session::start::Session;
use crate::session::state::notices::Tone;

/// So many steps back.
const MOST: usize = 50;

/// The way back, of this tab and since it was opened.
#[derive(Clone, Copy)]
pub struct Undo(RwSignal<Vec<Command>>);

impl Undo {
    pub(in crate::session) fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// A change was made that this takes back. What cannot be taken back leaves the way as it is: each step is decided like
    /// any other command, and refused should the ground be gone.
    pub(in crate::session) fn note(self, undo: Option<Command>) {
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
    pub(in crate::session) fn forget_restoring(
        self,
        of: CustomerId,
        back: &BTreeSet<UserNumber>,
    ) -> bool {
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
    pub(in crate::session) fn take_latest(self) -> Option<Command> {
        let mut latest = None;
        self.0.update(|all| latest = all.pop());
        latest
    }
}

impl Session {
    /// Takes back the latest change of this tab that can be taken back: by a change that is decided like any other.
    pub async fn take_back(self) {
        let Some(command) = self.undo.take_latest() else {
            return self
                .notices
                .show_passing(Tone::Warning, self.words().nothing_to_undo);
        };
        match self.dispatch_locked(command.clone()).await {
            Ok(decision) => self.taken_back(&decision),
            Err(Failure::Refused(Refusal::NobodyRestored(outcomes))) => {
                self.notices.clear_undoable();
                if let Command::Customer(customer, CustomerCommand::RestoreUsers { .. }) = command {
                    self.show_restored(customer, outcomes);
                }
            }
            Err(failure) => {
                // It may be possible later – unless there is nothing left to take back.
                if failure != Failure::Refused(Refusal::NothingToChange) {
                    self.undo.note(Some(command));
                }
                let text = self.sentences().not_undone(&self.reason(&failure));
                self.notices.show(Tone::Error, text);
            }
        }
    }

    fn taken_back(self, decision: &Decision) {
        self.notices.clear_undoable();
        // The button, or the results it was pressed on, are gone.
        element::focus_if_lost("main h1");
        let (tone, text) = match &decision.change.event {
            Event::Customer(customer, CustomerEvent::UsersRestored { .. }) => {
                return self.restored_again(*customer, decision.restored.clone());
            }
            Event::Customer(customer, CustomerEvent::UploadUndone { .. }) => {
                self.upload_taken_back(*customer);
                (Tone::Success, self.words().undone.to_owned())
            }
            Event::Customer(_, CustomerEvent::LicensesChanged { .. }) => {
                self.leave_results();
                self.licenses_taken_back(decision)
            }
            _ => (Tone::Success, self.words().undone.to_owned()),
        };
        // After the form has taken the place of the results: what passes would go with them.
        clock::after(Duration::ZERO, move || {
            self.notices.show_passing(tone, text);
        });
    }

    fn licenses_taken_back(self, decision: &Decision) -> (Tone, String) {
        let (mut undone, mut kept) = (0, 0);
        for outcome in &decision.outcomes {
            match outcome.result {
                LicenseResult::Changed(_) | LicenseResult::Unchanged => {
                    undone += outcome.users.len();
                }
                LicenseResult::Refused(_) | LicenseResult::Gone => kept += outcome.users.len(),
            }
        }
        let tone = if kept == 0 {
            Tone::Success
        } else {
            Tone::Warning
        };
        let sentences = self.sentences();
        let text = sentences.undone(&self.number(undone), &self.number(kept), kept > 0);
        (tone, text)
    }

    /// The change that the results on the screen tell of was taken back: the form is shown again.
    fn leave_results(self) {
        let mut left = None;
        self.forms.results.update(|results| left = results.take());
        let here = self.navigation.route().get_untracked();
        if let (Some(results), Route::LicensesUpdated(_)) = (left, here) {
            let form = Route::ManageLicenses(results.customer, results.user);
            self.navigation.adjust(form);
        }
    }
}
