//! A customer: a company with domains, subscriptions and users.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{
    CompanyName, DomainName, Entitlement, Guid, LazyUsers, Location, Misfit, Sku, Subscription,
    SubscriptionId, SubscriptionStatus,
};

/// The identifier of a customer, shown as "Microsoft ID".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CustomerId(pub Guid);

/// The domains of a customer, of which there is at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Domains {
    /// The domain of new user names, unless another is chosen.
    pub primary: DomainName,
    pub others: Vec<DomainName>,
}

impl Domains {
    /// Returns all domains, the primary one first.
    pub fn iter(&self) -> impl Iterator<Item = &DomainName> {
        std::iter::once(&self.primary).chain(&self.others)
    }
}

/// From how many users on a customer is a large one.
const LARGE: usize = 1_000;

/// What the form of a customer's account shows and changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustomerDetails {
    pub company: CompanyName,
    /// Where the company is, and the default location of new users.
    pub location: Location,
}

/// A company whose users and licenses are managed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    pub id: CustomerId,
    pub company: CompanyName,
    pub domains: Domains,
    pub location: Location,
    pub subscriptions: Vec<Subscription>,
    pub users: LazyUsers,
}

impl Customer {
    /// Returns what can be edited.
    pub fn details(&self) -> CustomerDetails {
        CustomerDetails {
            company: self.company.clone(),
            location: self.location,
        }
    }

    /// Replaces what can be edited.
    pub fn set_details(&mut self, details: CustomerDetails) {
        let CustomerDetails { company, location } = details;
        (self.company, self.location) = (company, location);
    }

    pub fn subscription(&self, id: SubscriptionId) -> Option<&Subscription> {
        self.subscriptions
            .iter()
            .find(|subscription| subscription.id == id)
    }

    fn subscription_mut(&mut self, id: SubscriptionId) -> Option<&mut Subscription> {
        self.subscriptions
            .iter_mut()
            .find(|subscription| subscription.id == id)
    }

    pub(super) fn change_subscription(
        &mut self,
        id: SubscriptionId,
        change: impl FnOnce(&mut Subscription),
    ) -> Result<(), Misfit> {
        self.subscription_mut(id)
            .map(change)
            .ok_or(Misfit::UnknownSubscription)
    }

    /// Adds a subscription, unless the identifier is taken.
    pub(super) fn add_subscription(&mut self, subscription: Subscription) -> Result<(), Misfit> {
        if self.subscription(subscription.id).is_some() {
            return Err(Misfit::SubscriptionTaken);
        }
        self.subscriptions.push(subscription);
        Ok(())
    }

    /// Replaces the subscription with the same identifier, or adds it.
    pub fn put_subscription(&mut self, subscription: Subscription) {
        match self.subscription_mut(subscription.id) {
            Some(known) => *known = subscription,
            None => self.subscriptions.push(subscription),
        }
    }

    /// Returns the fewest seats to which an active subscription can be reduced, given what is
    /// assigned and what other subscriptions have. Returns `None` for a suspended one, whose seats
    /// do not count.
    pub fn fewest_seats(&self, subscription: &Subscription) -> Option<u32> {
        let seats = self.entitlement(subscription.sku)?;
        let others = seats.total.saturating_sub(subscription.quantity);
        let least = seats.consumed.saturating_sub(others);
        (subscription.status == SubscriptionStatus::Active).then_some(least)
    }

    /// Returns whether the product was bought but every subscription to it is suspended.
    pub fn is_suspended(&self, sku: Sku) -> bool {
        self.entitlement(sku).is_some_and(|seats| seats.total == 0)
    }

    /// Returns the seats of all products that were bought, in catalogue order, also of those with
    /// only suspended subscriptions.
    pub fn entitlements(&self) -> Vec<Entitlement> {
        let mut skus = BTreeSet::new();
        skus.extend(
            self.subscriptions
                .iter()
                .map(|subscription| subscription.sku),
        );
        skus.into_iter()
            .filter_map(|sku| self.entitlement(sku))
            .collect()
    }

    /// Returns the seats of all products together: those in use, and those of active subscriptions.
    pub fn seats(&self) -> (u32, u32) {
        let (mut used, mut total) = (0_u32, 0_u32);
        for seats in self.entitlements() {
            used = used.saturating_add(seats.consumed);
            total = total.saturating_add(seats.total);
        }
        (used, total)
    }

    /// Returns whether the customer is a large one, for demonstrations at scale.
    pub fn is_large(&self) -> bool {
        self.users.len() >= LARGE
    }

    /// Returns the seats of one product, or `None` if it was never bought.
    pub fn entitlement(&self, sku: Sku) -> Option<Entitlement> {
        let mut entitlement = None;
        for subscription in &self.subscriptions {
            if subscription.sku == sku {
                let seats = entitlement.get_or_insert_with(|| Entitlement {
                    sku,
                    total: 0,
                    consumed: self.users.holder_count(sku),
                });
                if subscription.status == SubscriptionStatus::Active {
                    seats.total = seats.total.saturating_add(subscription.quantity);
                }
            }
        }
        entitlement
    }
}
