//! Everything there is.

use super::{Customer, CustomerId, Moment, OrderedMap, gathered};

/// The state of the simulation: what results from all changes so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Workspace {
    pub(super) customers: OrderedMap<CustomerId, Customer>,
    pub(super) latest_change: Option<Moment>,
}

impl Workspace {
    /// The workspace with these customers.
    pub fn new(
        customers: impl IntoIterator<Item = Customer>,
        latest_change: Option<Moment>,
    ) -> Self {
        Self {
            customers: gathered(
                customers
                    .into_iter()
                    .map(|customer| (customer.id, customer)),
            ),
            latest_change,
        }
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

    /// The time of the workspace, by this clock: never before the latest change, should the clock have been put back.
    pub fn now(&self, clock: Moment) -> Moment {
        self.latest_change.map_or(clock, |latest| latest.max(clock))
    }
}
