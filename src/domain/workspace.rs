//! Everything there is.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::upload::RecordLimit;
use super::{Customer, CustomerId, DeletedUser, Moment};

/// The state of the simulation: what results from all changes so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Workspace {
    pub(super) customers: BTreeMap<CustomerId, Customer>,
    pub(super) latest_change: Option<Moment>,
    pub(super) ahead: TimeDelta,
    pub(super) record_limit: RecordLimit,
}

/// The last moment to which the clock can be put: the end of the year 9999 (ours), beyond which dates have no four-digit year.
pub const END_OF_TIME: Moment = match Moment::from_timestamp_millis(253_402_300_799_999) {
    Some(moment) => moment,
    None => Moment::MAX_UTC,
};

impl Workspace {
    /// The workspace with these customers.
    pub fn new(
        customers: impl IntoIterator<Item = Customer>,
        latest_change: Option<Moment>,
    ) -> Self {
        Self {
            customers: customers
                .into_iter()
                .map(|customer| (customer.id, customer))
                .collect(),
            latest_change,
            ahead: TimeDelta::zero(),
            record_limit: RecordLimit::default(),
        }
    }

    /// Takes over what was stored of the clock: how far it is ahead of the browser's, and when something was last changed.
    /// Neither goes back.
    pub fn resume_clock(&mut self, ahead: TimeDelta, latest_change: Option<Moment>) {
        self.ahead = self.ahead.max(ahead);
        self.latest_change = self.latest_change.max(latest_change);
    }

    /// Takes over what was stored of how many users a file may have.
    pub fn resume_record_limit(&mut self, limit: RecordLimit) {
        self.record_limit = limit;
    }

    /// How many users a file may have.
    pub fn record_limit(&self) -> RecordLimit {
        self.record_limit
    }

    /// How far the clock was put ahead of the browser's.
    pub fn ahead(&self) -> TimeDelta {
        self.ahead
    }

    /// The customers, in order of their identifiers.
    pub fn customers(&self) -> impl ExactSizeIterator<Item = &Customer> {
        self.customers.values()
    }

    /// One customer.
    pub fn customer(&self, id: CustomerId) -> Option<&Customer> {
        self.customers.get(&id)
    }

    /// Puts a customer as it was stored in the place of the one that is there; the latest change is the later of both.
    pub fn load(&mut self, customer: Customer, latest_change: Option<Moment>) {
        self.customers.insert(customer.id, customer);
        self.latest_change = self.latest_change.max(latest_change);
    }

    /// When something was last changed.
    pub fn latest_change(&self) -> Option<Moment> {
        self.latest_change
    }

    /// The time of the workspace, by the browser's clock: as far ahead of it as was advanced, and never before the latest
    /// change, should the browser's clock have been put back.
    pub fn now(&self, clock: Moment) -> Moment {
        let ahead = clock.checked_add_signed(self.ahead);
        // At the end of time the clock stands.
        let ahead = ahead.unwrap_or(END_OF_TIME).min(END_OF_TIME);
        self.latest_change.map_or(ahead, |latest| latest.max(ahead))
    }

    /// The customers with deleted users who can no longer be restored at this moment.
    pub fn to_purge_at(&self, now: Moment) -> Vec<CustomerId> {
        let customers = self.customers();
        let is_due = |customer: &&Customer| customer.users.expired_at(now).next().is_some();
        customers
            .filter(is_due)
            .map(|customer| customer.id)
            .collect()
    }

    /// When the next deleted user can no longer be restored; none where nobody is deleted.
    pub fn next_purge(&self) -> Option<Moment> {
        let deleted = self
            .customers()
            .flat_map(|customer| customer.users.deleted());
        deleted.map(DeletedUser::restorable_until).min()
    }
}
