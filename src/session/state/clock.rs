//! The browser's clock, as this tab goes by it.

use crate::browser::clock;
use crate::domain::Moment;
use crate::live::RwSignal;
use chrono::TimeDelta;

/// The browser's clock as this tab goes by it.
#[derive(Clone, Copy)]
pub struct Clock {
    /// The latest that it has shown.
    pub latest: RwSignal<Moment>,
    /// So much is added to what the browser's clock shows, since it was put back.
    put_back: RwSignal<TimeDelta>,
    /// Users are being purged, or could not be: then it is tried again only when the page is opened anew.
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

    /// The browser's clock, as if it had never been put back behind `latest` or behind this moment: time goes on from there.
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
