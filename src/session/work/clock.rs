//! The time of the workspace.

use std::time::Duration;

use crate::browser::clock;
use crate::domain::Moment;
use crate::live::{Effect, Memo};
use crate::session::Session;

const TICK: Duration = Duration::from_secs(15);

impl Session {
    /// Returns the time of the workspace, and tracks it. It never goes back.
    pub fn now(self) -> Moment {
        // In a replay, it is as late as it was then.
        let then = self.with_replay(|open| open.recording.at(open.state));
        let clock = then.unwrap_or_else(|| self.clock.latest.get());
        self.workspace.with(|workspace| workspace.now(clock))
    }

    /// Returns the time of the workspace if it differs from the browser's by more than a tick.
    pub fn simulated_now(self) -> Option<Moment> {
        let now = self.now();
        let ahead = now.signed_duration_since(clock::now());
        (ahead.num_seconds() > 60).then_some(now)
    }

    /// Returns the browser's time, never before the latest change.
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

    /// Follows the clock and purges expired users.
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
                // Between two ticks, to the millisecond.
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
