//! The workspace.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::upload::RecordLimit;
use super::{Customer, CustomerId, Moment, RestoreWindow};

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
    pub fn new(
        customers: impl IntoIterator<Item = Customer>,
        latest_change: Option<Moment>,
    ) -> Self {
        let mut workspace = Self {
            latest_change,
            ..Self::default()
        };
        for customer in customers {
            workspace.customers.insert(customer.id, customer);
        }
        workspace
    }

    /// Creates the workspace that was stored: this sample, with the customers that have changed
    /// since, the clock and the settings.
    pub fn from_stored(
        mut sample: Self,
        changed: impl IntoIterator<Item = Customer>,
        ahead: TimeDelta,
        latest_change: Option<Moment>,
        record_limit: RecordLimit,
    ) -> Self {
        let changed = changed.into_iter();
        sample
            .customers
            .extend(changed.map(|customer| (customer.id, customer)));
        Self {
            customers: sample.customers,
            latest_change: sample.latest_change.max(latest_change),
            ahead,
            record_limit,
        }
    }

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

    pub fn customer(&self, id: CustomerId) -> Option<&Customer> {
        self.customers.get(&id)
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
        let is_due = |customer: &&Customer| {
            let mut windows = customer.users.windows();
            windows.any(|window| !window.is_open_at(now))
        };
        customers
            .filter(is_due)
            .map(|customer| customer.id)
            .collect()
    }

    /// Returns how many users who can be restored at `now` no longer can at `then`, and of how many
    /// customers they are.
    pub fn to_purge_between(&self, now: Moment, then: Moment) -> (usize, usize) {
        let lost = |customer: &Customer| {
            let open = customer
                .users
                .windows()
                .filter(|window| window.is_open_at(now));
            open.filter(|window| !window.is_open_at(then)).count()
        };
        let lost = self.customers().map(lost).filter(|count| *count > 0);
        lost.fold((0, 0), |(users, customers), count| {
            (
                usize::saturating_add(users, count),
                usize::saturating_add(customers, 1),
            )
        })
    }

    /// Returns when the next deleted user can no longer be restored.
    pub fn next_purge(&self) -> Option<Moment> {
        let windows = self
            .customers()
            .flat_map(|customer| customer.users.windows());
        windows.map(RestoreWindow::end).min()
    }
}
