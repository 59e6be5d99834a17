//! The browser's clock, corrected so that it never goes back.

use crate::browser::clock;
use crate::domain::Moment;
use crate::live::RwSignal;
use chrono::TimeDelta;

/// The browser's clock, corrected so that it never goes back.
#[derive(Clone, Copy)]
pub struct Clock {
    /// The latest time read.
    pub latest: RwSignal<Moment>,
    /// The correction since the clock was set back.
    put_back: RwSignal<TimeDelta>,
    /// Whether users are being purged, or could not be. After a failure, purging waits for a
    /// reload.
    pub purging: RwSignal<bool>,
}

impl Clock {
    pub(in crate::session) fn new() -> Self {
        Self {
            latest: RwSignal::new(clock::now()),
            put_back: RwSignal::new(TimeDelta::zero()),
            purging: RwSignal::new(false),
        }
    }

    /// Returns the time, never before `latest` or `least`. If the clock was set back, time goes on
    /// from there.
    pub fn read(self, least: Moment) -> Moment {
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
