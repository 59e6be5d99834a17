//! Purges deleted users who can no longer be restored.

use leptos::prelude::*;

use super::dispatch::Failure;
use crate::domain::{CustomerCommand, CustomerEvent, CustomerId, Event, Refusal};
use crate::session::Session;
use crate::session::state::notices::Tone;
use leptos::task::spawn_local;

impl Session {
    /// Purges expired users of every customer.
    pub(in crate::session) fn purge(self) {
        if self.training.room.get_untracked().is_read_only() {
            return;
        }
        let due = untrack(|| {
            let now = self.now();
            self.workspace.with(|workspace| workspace.to_purge_at(now))
        });
        self.clock.purging.set(true);
        spawn_local(async move {
            if let Err(failure) = self.purge_all(due).await {
                self.notices.show(Tone::Warning, self.reason(&failure));
            } else {
                self.clock.purging.set(false);
            }
        });
    }

    async fn purge_all(self, due: Vec<CustomerId>) -> Result<(), Failure> {
        for customer in due {
            match self
                .dispatch_locked(CustomerCommand::PurgeUsers.about(customer))
                .await
            {
                // Another tab may have purged them already.
                Err(Failure::Refused(Refusal::NothingToChange)) => {}
                Ok(decision) => {
                    if let Event::Customer(_, CustomerEvent::UsersPurged { users }) =
                        &decision.change.event
                    {
                        self.forget_offer(customer, users);
                    }
                }
                Err(failure) => return Err(failure),
            }
        }
        Ok(())
    }
}
