//! What the parts of the activity log share.

use std::collections::BTreeSet;

use crate::live::{RwSignal, Signal};

use crate::domain::CustomerId;
use crate::journal::LogEntry;
use crate::session::Session;
use crate::session::address::log_listing::LogListing;
use crate::session::address::route::Route;

/// The log as its address asks for it: what the parts of the screen share.
#[derive(Clone, Copy)]
pub struct ActivityDesk {
    pub session: Session,
    /// The customer whose log it is; none for the log of all customers.
    pub customer: Option<CustomerId>,
    pub listing: Signal<LogListing>,
    /// The numbers of the entries that are unfolded.
    pub unfolded: RwSignal<BTreeSet<u64>>,
}

impl ActivityDesk {
    /// Shows something else of the log.
    pub fn show(self, listing: LogListing) {
        let route = Route::Activity(self.customer, listing);
        self.session.navigation.adjust(route);
    }

    /// Whether the listing shows the entry.
    pub fn matches(self, listing: &LogListing, entry: &LogEntry) -> bool {
        let is_own = self
            .customer
            .is_none_or(|customer| entry.customer() == Some(customer));
        is_own && listing.matches(entry)
    }
}
