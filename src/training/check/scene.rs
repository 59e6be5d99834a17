//! What checks look at.

use crate::domain::{Customer, DomainName, Moment, UserName, Workspace};
use crate::training::{Happening, Trace};

/// A moment of an attempt: the state, and what has happened so far.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    pub state: &'a Workspace,
    /// The time of the workspace.
    pub now: Moment,
    pub traces: &'a [Trace],
    /// How many things had happened when each goal was first reached, by the goals' names. Goals
    /// that never were are not in it.
    pub reached: &'a [(String, usize)],
    /// How many of the first things that happened do not count.
    pub since: usize,
}

impl<'a> Scene<'a> {
    /// Returns the customer with this domain.
    pub(super) fn customer(&self, domain: &DomainName) -> Option<&'a Customer> {
        customer_at(self.state, domain.as_str())
    }

    pub(super) fn is_deleted(&self, name: &UserName) -> bool {
        customer_at(self.state, name.domain()).is_some_and(|customer| {
            let mut deleted = customer.users.deleted_at(self.now);
            deleted.any(|deleted| deleted.user.details.user_name == *name)
        })
    }

    /// Returns whether something happened, perhaps to this customer and this user.
    pub(super) fn happened(
        &self,
        what: Happening,
        customer: Option<&DomainName>,
        user: Option<&UserName>,
    ) -> bool {
        let customer = customer.map(|domain| self.customer(domain).map(|customer| customer.id));
        self.traces.iter().skip(self.since).any(|trace| {
            let is_such = match (what, trace.what) {
                (Happening::Changed(action), Happening::Changed(happened)) => action == happened,
                (Happening::Acted(act), Happening::Acted(happened)) => act.includes(happened),
                _ => false,
            };
            is_such
                && customer.is_none_or(|customer| customer.is_some() && customer == trace.customer)
                && user.is_none_or(|user| trace.users.contains(user))
        })
    }

    /// Returns the scene without what happened until the goal was first reached, or `None` if it
    /// never was.
    pub(super) fn after(&self, goal: &str) -> Option<Self> {
        let (_, count) = self.reached.iter().find(|(name, _)| name == goal)?;
        Some(Self {
            since: self.since.max(*count),
            ..*self
        })
    }
}

/// Returns the customer with this domain.
pub fn customer_at<'a>(workspace: &'a Workspace, domain: &str) -> Option<&'a Customer> {
    let mut customers = workspace.customers();
    customers.find(|customer| {
        let mut own = customer.domains.iter();
        own.any(|own| own.as_str() == domain)
    })
}
