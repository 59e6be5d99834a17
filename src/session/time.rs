//! The workspace's time, and what its passing does.

use std::time::Duration;

use crate::live::{RwSignal, Signal, effect, spawn};
use leptos::prelude::*;

use super::dispatch::Failure;
use super::notices::Tone;
use super::store::Session;
use crate::browser::clock;
use crate::domain::{Command, CustomerId, Moment, Refusal};

/// How often the screens hear that time has passed.
const TICK: Duration = Duration::from_secs(15);

/// The browser's clock as this tab has seen it.
#[derive(Clone, Copy)]
pub(super) struct Time {
    /// The latest that the browser's clock has shown.
    latest: RwSignal<Moment>,
    /// Users are being purged, or could not be: then it is tried again only when the page is opened anew.
    purging: RwSignal<bool>,
}

impl Time {
    pub(super) fn new() -> Self {
        Self {
            latest: RwSignal::new(clock::now()),
            purging: RwSignal::new(false),
        }
    }

    /// Never back, should the browser's clock be put back.
    fn tick(self) {
        let now = clock::now();
        let is_later = |latest: &mut Moment| {
            let is_later = now > *latest;
            *latest = now.max(*latest);
            is_later
        };
        self.latest.maybe_update(is_later);
    }
}

impl Session {
    /// The time of the workspace; moves on by itself, and never back.
    pub fn now(self) -> Moment {
        let clock = self.time.latest.get();
        self.workspace.with(|workspace| workspace.now(clock))
    }

    /// The time of the workspace where it is another than the browser's by more than what a tick may take.
    pub fn simulated_now(self) -> Option<Moment> {
        let now = self.now();
        let ahead = now.signed_duration_since(clock::now());
        (ahead.num_seconds() > 60).then_some(now)
    }

    /// The browser's clock, for a decision.
    pub(super) fn clock(self) -> Moment {
        clock::now().max(self.time.latest.get_untracked())
    }

    /// Follows the clock, and purges deleted users when their time is over.
    pub(super) fn watch_time(self) {
        clock::every(TICK, move || self.time.tick());
        let next = Signal::memo(move |_| {
            let next = self.workspace.with(|workspace| workspace.next_purge());
            let left = next.map(|next| next.signed_duration_since(self.now()).num_milliseconds());
            left.filter(|left| *left <= i64::try_from(TICK.as_millis()).unwrap_or(i64::MAX))
        });
        effect(
            move || match next.get().filter(|_| !self.time.purging.get()) {
                // Between two ticks: to the millisecond.
                Some(left @ 1..) => {
                    let pause = Duration::from_millis(left.unsigned_abs());
                    clock::after(pause, move || self.time.tick());
                }
                Some(_) => self.purge(),
                None => {}
            },
        );
    }

    fn purge(self) {
        let due = untrack(|| {
            let now = self.now();
            self.workspace.with(|workspace| workspace.to_purge_at(now))
        });
        self.time.purging.set(true);
        spawn(async move {
            if let Err(failure) = self.purge_all(due).await {
                self.notices.show(Tone::Warning, self.reason(&failure));
            } else {
                self.time.purging.set(false);
            }
        });
    }

    async fn purge_all(self, due: Vec<CustomerId>) -> Result<(), Failure> {
        for customer in due {
            match self.dispatch_locked(Command::PurgeUsers { customer }).await {
                // Another tab may have been quicker.
                Ok(_) | Err(Failure::Refused(Refusal::NothingToChange)) => {}
                Err(failure) => return Err(failure),
            }
        }
        Ok(())
    }
}
