//! Undoes the latest change.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use super::saving::Failure;
use crate::browser::{clock, element};
use crate::domain::{
    Command, CustomerCommand, CustomerEvent, Decision, Event, LicenseResult, Refusal,
};
use crate::later::later;
use crate::session::Session;
use crate::session::address::route::Route;
use crate::session::state::notices::Tone;

later! { in work:
    /// Undoes the latest change.
    fn undoing(session: Session) -> Pin<Box<dyn Future<Output = ()>>> {
        Box::pin(session.undo_the_latest())
    }
}

impl Session {
    /// Undoes the latest change of this tab, by a command that is decided like any other.
    pub async fn undo_latest(self) {
        match undoing::call(self).await {
            Ok(undone) => undone.await,
            Err(_) => self.say_not_loaded(),
        }
    }

    async fn undo_the_latest(self) {
        let Some(command) = self.undo.take_latest() else {
            if self.replacement.has_previous.get_untracked() {
                return self.go_back().await;
            }
            return self
                .notices
                .show_passing(Tone::Warning, self.words().nothing_to_undo);
        };
        match self.dispatch_locked(command.clone()).await {
            Ok(decision) => self.show_undone(&decision),
            Err(Failure::Refused(Refusal::NobodyRestored(outcomes))) => {
                self.notices.clear_undoable();
                if let Command::Customer(customer, CustomerCommand::RestoreUsers { .. }) = command {
                    self.show_restored(customer, outcomes);
                }
            }
            Err(failure) => {
                let text = self.sentences().not_undone(&self.reason(&failure));
                if !matches!(&failure, Failure::Refused(refusal) if refusal.ends_undo()) {
                    // It may be possible later.
                    self.undo.note(Some(command));
                    return self.notices.show(Tone::Error, text);
                }
                self.notices.clear_undoable();
                if self.undo.is_empty() {
                    return self.notices.show(Tone::Error, text);
                }
                let words = self.words();
                let text = format!("{text} {}", words.undo_before);
                self.notices.show_undoable(Tone::Error, text, words.undo);
            }
        }
    }

    fn show_undone(self, decision: &Decision) {
        self.notices.clear_undoable();
        // The button, or the results with it, are gone.
        element::focus_if_lost("main h1");
        let (tone, text) = match &decision.change.event {
            Event::Customer(customer, CustomerEvent::UsersRestored { .. }) => {
                return self.show_undone_deletion(*customer, decision.restored.clone());
            }
            Event::Customer(customer, CustomerEvent::UploadUndone { .. }) => {
                self.drop_undone_upload(*customer);
                (Tone::Success, self.words().undone.to_owned())
            }
            Event::Customer(_, CustomerEvent::LicensesChanged { .. }) => {
                self.leave_results();
                self.count_undone_licenses(decision)
            }
            _ => (Tone::Success, self.words().undone.to_owned()),
        };
        // After the form has replaced the results, or passing messages would disappear with them.
        clock::after(Duration::ZERO, move || {
            self.notices.show_passing(tone, text);
        });
    }

    fn count_undone_licenses(self, decision: &Decision) -> (Tone, String) {
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

    /// Shows the form again in place of the results of the undone change.
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
