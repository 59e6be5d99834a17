//! Purges deleted users who can no longer be restored.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::saving::Failure;
use crate::domain::{CustomerCommand, CustomerEvent, CustomerId, Event, Refusal};
use crate::later::later;
use crate::session::Session;
use crate::session::state::notices::Tone;

later! { in saving:
    /// Purges expired users of these customers.
    fn purging(session: Session, due: Vec<CustomerId>) -> Pin<Box<dyn Future<Output = ()>>> {
        Box::pin(session.purge_and_say(due))
    }
}

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
        if due.is_empty() {
            return;
        }
        self.clock.purging.set(true);
        spawn_local(async move {
            match purging::call(self, due).await {
                Ok(purged) => purged.await,
                // Tried again with the next look at the clock.
                Err(_) => self.clock.purging.set(false),
            }
        });
    }

    async fn purge_and_say(self, due: Vec<CustomerId>) {
        if let Err(failure) = self.purge_all(due).await {
            self.notices.show(Tone::Warning, self.reason(&failure));
        } else {
            self.clock.purging.set(false);
        }
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
