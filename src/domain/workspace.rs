//! The workspace.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::upload::RecordLimit;
use super::{Customer, CustomerId, DeletedUser, Moment};

/// The state of the simulation, the result of all changes so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Workspace {
    pub(super) customers: BTreeMap<CustomerId, Customer>,
    pub(super) latest_change: Option<Moment>,
    pub(super) ahead: TimeDelta,
    pub(super) record_limit: RecordLimit,
}

/// The last moment of the clock: the end of the year 9999 (ours), the last one with four digits.
pub const END_OF_TIME: Moment = match Moment::from_timestamp_millis(253_402_300_799_999) {
    Some(moment) => moment,
    None => Moment::MAX_UTC,
};

impl Workspace {
    /// Creates a workspace with these customers.
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

    /// Takes over what was stored of the clock: how far it is ahead of the browser's, and when
    /// something was last changed. Neither goes back.
    pub fn resume_clock(&mut self, ahead: TimeDelta, latest_change: Option<Moment>) {
        self.ahead = self.ahead.max(ahead);
        self.latest_change = self.latest_change.max(latest_change);
    }

    /// Takes over what was stored of how many users a file may have.
    pub fn resume_record_limit(&mut self, limit: RecordLimit) {
        self.record_limit = limit;
    }

    /// Returns the number of users that a file may have.
    pub fn record_limit(&self) -> RecordLimit {
        self.record_limit
    }

    /// Returns how far the clock is ahead of the browser's.
    pub fn ahead(&self) -> TimeDelta {
        self.ahead
    }

    /// Returns the customers, in the order of their identifiers.
    pub fn customers(&self) -> impl ExactSizeIterator<Item = &Customer> {
        self.customers.values()
    }

    /// Returns a customer.
    pub fn customer(&self, id: CustomerId) -> Option<&Customer> {
        self.customers.get(&id)
    }

    /// Puts a customer as it was stored in the place of the one that is there; the latest change is
    /// the later of both.
    pub fn load(&mut self, customer: Customer, latest_change: Option<Moment>) {
        self.customers.insert(customer.id, customer);
        self.latest_change = self.latest_change.max(latest_change);
    }

    /// Returns the time of the latest change.
    pub fn latest_change(&self) -> Option<Moment> {
        self.latest_change
    }

    /// Returns the workspace's time, given that of the browser. It is never before the latest
    /// change, even if the browser's clock was set back, and stops at [`END_OF_TIME`].
    pub fn now(&self, browser_time: Moment) -> Moment {
        let now = browser_time
            .checked_add_signed(self.ahead)
            .map_or(END_OF_TIME, |now| now.min(END_OF_TIME));
        self.latest_change.map_or(now, |latest| latest.max(now))
    }

    /// Returns the customers with deleted users who can no longer be restored at this moment.
    pub fn to_purge_at(&self, now: Moment) -> Vec<CustomerId> {
        let customers = self.customers();
        let is_due = |customer: &&Customer| customer.users.expired_at(now).next().is_some();
        customers
            .filter(is_due)
            .map(|customer| customer.id)
            .collect()
    }

    /// Returns when the next deleted user can no longer be restored.
    pub fn next_purge(&self) -> Option<Moment> {
        let deleted = self
            .customers()
            .flat_map(|customer| customer.users.deleted());
        deleted.map(DeletedUser::restorable_until).min()
    }
}
