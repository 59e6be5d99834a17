//! What the parts of the activity log share.

use std::collections::BTreeSet;

use crate::live::{RwSignal, Signal};

use crate::domain::CustomerId;
use crate::journal::LogEntry;
use crate::session::Session;
use crate::session::address::log_listing::LogListing;
use crate::session::address::route::Route;

/// What the parts of the activity log share.
#[derive(Clone, Copy)]
pub struct ActivityDesk {
    pub session: Session,
    pub customer: Option<CustomerId>,
    pub listing: Signal<LogListing>,
    /// The numbers of unfolded entries.
    pub unfolded: RwSignal<BTreeSet<u64>>,
}

impl ActivityDesk {
    /// Changes what the log shows.
    pub fn show(self, listing: LogListing) {
        let route = Route::Activity(self.customer, listing);
        self.session.navigation.adjust(route);
    }

    /// Returns whether the log shows the entry.
    pub fn matches(self, listing: &LogListing, entry: &LogEntry) -> bool {
        let is_own = self
            .customer
            .is_none_or(|customer| entry.customer() == Some(customer));
        is_own && listing.matches(entry)
    }
}
