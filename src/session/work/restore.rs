//! Restoring deleted users, and the results.

use std::collections::BTreeSet;
use std::time::Duration;

use super::saving::Failure;
use crate::browser::clock;
use crate::domain::{
    CustomerCommand, CustomerId, Problem, Refusal, RestoreOutcome, RestoreResult, Restoring,
    UserNumber,
};
use crate::session::Session;
use crate::session::address::route::Route;
use crate::session::state::forms::RestoreResults;
use crate::session::state::notices::Tone;

impl Session {
    /// Restores deleted users, in this order, and shows the results. Returns the problems with a
    /// chosen user name; shows other failures as a message.
    ///
    /// # Errors
    /// What is wrong with a user name that was chosen; anything else is told in a notice.
    pub async fn restore(
        self,
        customer: CustomerId,
        users: Vec<Restoring>,
    ) -> Result<(), Vec<Problem>> {
        let numbers: Vec<_> = users.iter().map(|restoring| restoring.user).collect();
        let outcomes = match self
            .dispatch(CustomerCommand::RestoreUsers { users }.about(customer))
            .await
        {
            Ok(decision) => {
                let is_back = |outcome: &&RestoreOutcome| {
                    matches!(outcome.result, RestoreResult::Restored { .. })
                };
                let back = decision.restored.iter().filter(is_back);
                let back = back.flat_map(|outcome| &outcome.users).copied().collect();
                self.forget_offer(customer, &back);
                decision.restored
            }
            Err(Failure::Refused(Refusal::NobodyRestored(outcomes))) => outcomes,
            Err(Failure::Refused(Refusal::Problems(problems))) => return Err(problems),
            Err(failure) => {
                self.notices.show(Tone::Error, self.reason(&failure));
                return Ok(());
            }
        };
        self.restoring.set(numbers, false);
        self.show_restored(customer, outcomes);
        Ok(())
    }

    /// Withdraws the offer to undo deleting users who are restored or purged.
    pub(in crate::session) fn forget_offer(
        self,
        customer: CustomerId,
        users: &BTreeSet<UserNumber>,
    ) {
        if self.undo.forget_restoring(customer, users) {
            self.notices.clear_undoable();
        }
    }

    /// Adds results to those on the screen, or shows new ones.
    pub fn show_restored(self, customer: CustomerId, outcomes: Vec<RestoreOutcome>) {
        let route = Route::UsersRestored(customer);
        let is_shown = *self.navigation.route().read_untracked() == route;
        self.forms.restored.update(|results| match results {
            Some(results) if is_shown && results.customer == customer => results.add(outcomes),
            _ => {
                let mut fresh = RestoreResults::new(customer);
                fresh.add(outcomes);
                *results = Some(fresh);
            }
        });
        if !is_shown {
            self.navigation.go(route);
        }
    }

    /// Shows the results of an undone deletion: a page only if somebody came back without their
    /// licenses.
    pub(in crate::session) fn show_undone_deletion(
        self,
        customer: CustomerId,
        outcomes: Vec<RestoreOutcome>,
    ) {
        let is_whole = |outcome: &RestoreOutcome| match &outcome.result {
            RestoreResult::Restored { lost, .. } => lost.is_empty(),
            _ => false,
        };
        if !outcomes.iter().all(is_whole) {
            return self.show_restored(customer, outcomes);
        }
        let count: usize = outcomes.iter().map(|outcome| outcome.users.len()).sum();
        let text = self.sentences().restored(count, &self.number(count));
        clock::after(Duration::ZERO, move || {
            self.notices.show_passing(Tone::Success, text);
        });
    }
}
