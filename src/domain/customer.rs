//! A customer: a company with domains, subscriptions and users.

use super::{DomainName, Guid, Location, OrderedSet, Sku, Users, gathered};

/// The identifier of a customer, shown as "Microsoft ID".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CustomerId(pub Guid);

/// The identifier of a subscription.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SubscriptionId(pub Guid);

/// The domains of a customer; there is always a primary one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Domains {
    /// The one that new user names get unless another is chosen.
    pub primary: DomainName,
    /// The others.
    pub further: Vec<DomainName>,
}

impl Domains {
    /// All of them, the primary one first.
    pub fn iter(&self) -> impl Iterator<Item = &DomainName> {
        std::iter::once(&self.primary).chain(&self.further)
    }
}

/// Whether the seats of a subscription count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SubscriptionStatus {
    /// They do.
    Active,
    /// They do not, until it is reactivated.
    Suspended,
}

/// A number of seats of one product. There may be several to the same product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    /// Identifier.
    pub id: SubscriptionId,
    /// The product.
    pub sku: Sku,
    /// Seats, 1 to 10,000.
    pub quantity: u32,
    /// Active or suspended.
    pub status: SubscriptionStatus,
}

/// What a customer may use of one product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entitlement {
    /// The product.
    pub sku: Sku,
    /// Seats of the active subscriptions.
    pub total: u32,
    /// Active users that hold the product.
    pub consumed: u32,
}

impl Entitlement {
    /// Seats that can still be assigned; negative when seats were taken away below what is assigned.
    pub fn available(self) -> i64 {
        i64::from(self.total).saturating_sub(i64::from(self.consumed))
    }
}

/// A company whose users and licenses are managed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    /// Identifier.
    pub id: CustomerId,
    /// Name of the company.
    pub company: String,
    /// Its domains.
    pub domains: Domains,
    /// Where it is, preset for new users.
    pub location: Location,
    /// What it has bought.
    pub subscriptions: Vec<Subscription>,
    /// Its users, active and deleted.
    pub users: Users,
}

impl Customer {
    /// The products of all subscriptions, also suspended ones, in catalogue order, with their seats.
    pub fn entitlements(&self) -> Vec<Entitlement> {
        let skus: OrderedSet<Sku> = gathered(
            self.subscriptions
                .iter()
                .map(|subscription| subscription.sku),
        );
        skus.into_iter()
            .filter_map(|sku| self.entitlement(sku))
            .collect()
    }

    /// The seats of one product; none where there is no subscription to it.
    pub fn entitlement(&self, sku: Sku) -> Option<Entitlement> {
        let mut of_sku = self
            .subscriptions
            .iter()
            .filter(|subscription| subscription.sku == sku)
            .peekable();
        of_sku.peek()?;
        let total = of_sku
            .filter(|subscription| subscription.status == SubscriptionStatus::Active)
            .fold(0_u32, |sum, subscription| {
                sum.saturating_add(subscription.quantity)
            });
        Some(Entitlement {
            sku,
            total,
            consumed: self.users.holding(sku),
        })
    }
}
