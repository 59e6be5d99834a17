//! The time of the workspace.

use std::time::Duration;

use crate::browser::clock;
use crate::domain::Moment;
use crate::live::{Effect, Memo};
use crate::session::Session;

/// How often the screens hear that time has passed.
const TICK: Duration = Duration::from_secs(15);

impl Session {
    /// The time of the workspace; moves on by itself, and never back.
    pub fn now(self) -> Moment {
        let clock = self.clock.latest.get();
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
        self.clock.read(least.unwrap_or(Moment::MIN_UTC))
    }

    fn tick(self) {
        let now = self.clock();
        self.clock.latest.maybe_update(|latest| {
            let is_later = now > *latest;
            *latest = now;
            is_later
        });
    }

    /// Follows the clock, and purges deleted users when their time is over.
    pub(in crate::session) fn watch_time(self) {
        self.tick();
        clock::every(TICK, move || self.tick());
        let next = Memo::new(move |_| {
            let next = self.workspace.with(|workspace| workspace.next_purge());
            let left = next.map(|next| next.signed_duration_since(self.now()).num_milliseconds());
            left.filter(|left| *left <= i64::try_from(TICK.as_millis()).unwrap_or(i64::MAX))
        });
        Effect::new(
            move |_| match next.get().filter(|_| !self.clock.purging.get()) {
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
}
