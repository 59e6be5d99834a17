//! The workspace's time, and what its passing does.

use std::time::Duration;

use chrono::TimeDelta;
use leptos::prelude::*;

use super::dispatch::Failure;
use crate::browser::clock;
use crate::domain::{Command, CustomerCommand, CustomerEvent, CustomerId, Event, Moment, Refusal};
use crate::live::{RwSignal, Signal, effect, spawn};
use crate::session::start::Session;
use crate::session::state::notices::Tone;

/// How often the screens hear that time has passed.
const TICK: Duration = Duration::from_secs(15);

/// The browser's clock as this tab goes by it.
#[derive(Clone, Copy)]
pub(in crate::session) struct Time {
    /// The latest that it has shown.
    latest: RwSignal<Moment>,
    /// So much is added to what the browser's clock shows, since it was put back.
    put_back: RwSignal<TimeDelta>,
    /// Users are being purged, or could not be: then it is tried again only when the page is opened anew.
    purging: RwSignal<bool>,
}

impl Time {
    pub(in crate::session) fn new() -> Self {
        Self {
            latest: RwSignal::new(clock::now()),
            put_back: RwSignal::new(TimeDelta::zero()),
            purging: RwSignal::new(false),
        }
    }

    /// The browser's clock, as if it had never been put back behind `latest` or behind this moment: time goes on from there.
    fn read(self, least: Moment) -> Moment {
        let least = least.max(self.latest.get_untracked());
        let shown = clock::now();
        if shown >= least {
            self.put_back.set(TimeDelta::zero());
            return shown;
        }
        let now = shown.checked_add_signed(self.put_back.get_untracked());
        let now = now.unwrap_or(shown);
        if now < least {
            self.put_back.set(least.signed_duration_since(shown));
        }
        now.max(least)
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

    /// The browser's clock, never before what the workspace has seen of it.
    pub(in crate::session) fn clock(self) -> Moment {
        let least = self.workspace.with_untracked(|workspace| {
            let latest = workspace.latest_change()?;
            latest.checked_sub_signed(workspace.ahead())
        });
        self.time.read(least.unwrap_or(Moment::MIN_UTC))
    }

    fn tick(self) {
        let now = self.clock();
        self.time.latest.maybe_update(|latest| {
            let is_later = now > *latest;
            *latest = now;
            is_later
        });
    }

    /// Follows the clock, and purges deleted users when their time is over.
    pub(in crate::session) fn watch_time(self) {
        self.tick();
        clock::every(TICK, move || self.tick());
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
                    clock::after(pause, move || self.tick());
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
            match self
                .dispatch_locked(Command::Customer(customer, CustomerCommand::PurgeUsers))
                .await
            {
                // Another tab may have been quicker.
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
