//! A customer: a company with domains, subscriptions and users.

use std::collections::BTreeSet;

use serde::{Deserialize, Deserializer, Serialize};

use super::{CompanyName, DomainName, Guid, Location, Misfit, ProblemKind, Sku, Users};

/// The identifier of a customer, shown as "Microsoft ID".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CustomerId(pub Guid);

/// The identifier of a subscription.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SubscriptionId(pub Guid);

/// The domains of a customer; there is always a primary one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Domains {
    /// The one that new user names get unless another is chosen.
    pub primary: DomainName,
    pub others: Vec<DomainName>,
}

impl Domains {
    /// All of them, the primary one first.
    pub fn iter(&self) -> impl Iterator<Item = &DomainName> {
        std::iter::once(&self.primary).chain(&self.others)
    }
}

/// Whether the seats of a subscription count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub enum SubscriptionStatus {
    Active,
    Suspended,
}

impl SubscriptionStatus {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Active, Self::Suspended];

    /// The name under which it is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
        }
    }

    /// The status with this stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}

impl TryFrom<String> for SubscriptionStatus {
    type Error = &'static str;

    fn try_from(code: String) -> Result<Self, Self::Error> {
        Self::from_code(&code).ok_or("not a status")
    }
}

impl From<SubscriptionStatus> for &'static str {
    fn from(status: SubscriptionStatus) -> Self {
        status.code()
    }
}

/// How many seats a subscription may have: 1 to 10,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Quantity(u32);

impl Quantity {
    /// The most seats of one subscription.
    pub const MAX: u32 = 10_000;

    /// Trims and checks what was typed: digits only, so that nobody has to guess what `1.000` or `1e3` stands for.
    ///
    /// # Errors
    /// Why it is no quantity.
    pub fn parse(text: &str) -> Result<Self, ProblemKind> {
        let text = text.trim();
        if text.is_empty() {
            return Err(ProblemKind::Required);
        }
        let number = text
            .bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| text.parse().unwrap_or(u32::MAX));
        number.and_then(Self::new).ok_or(ProblemKind::NotAQuantity)
    }

    /// The quantity, if it is one.
    pub fn new(number: u32) -> Option<Self> {
        (1..=Self::MAX).contains(&number).then_some(Self(number))
    }

    /// The number of seats.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl TryFrom<u32> for Quantity {
    type Error = &'static str;

    fn try_from(number: u32) -> Result<Self, Self::Error> {
        Self::new(number).ok_or("not a number of seats")
    }
}

impl From<Quantity> for u32 {
    fn from(quantity: Quantity) -> Self {
        quantity.0
    }
}

/// Reads a number of seats that is a [`Quantity`].
pub(super) fn seats<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    Quantity::deserialize(deserializer).map(Quantity::get)
}

/// A number of seats of one product. There may be several to the same product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subscription {
    pub id: SubscriptionId,
    pub sku: Sku,
    #[serde(deserialize_with = "seats")]
    pub quantity: u32,
    pub status: SubscriptionStatus,
}

/// What a customer may use of one product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entitlement {
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

/// What the form of a customer's account shows and changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustomerDetails {
    pub company: CompanyName,
    /// Where it is, preset for new users.
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
    pub users: Users,
}

impl Customer {
    /// What can be edited of it.
    pub fn details(&self) -> CustomerDetails {
        CustomerDetails {
            company: self.company.clone(),
            location: self.location,
        }
    }

    /// Puts other details in their place.
    pub fn set_details(&mut self, details: CustomerDetails) {
        let CustomerDetails { company, location } = details;
        (self.company, self.location) = (company, location);
    }

    /// One subscription.
    pub fn subscription(&self, id: SubscriptionId) -> Option<&Subscription> {
        self.subscriptions.iter().find(|one| one.id == id)
    }

    /// Changes one subscription.
    ///
    /// # Errors
    /// When there is none with this identifier.
    pub(super) fn change_subscription(
        &mut self,
        id: SubscriptionId,
        change: impl FnOnce(&mut Subscription),
    ) -> Result<(), Misfit> {
        let found = self.subscriptions.iter_mut().find(|one| one.id == id);
        found.map(change).ok_or(Misfit::UnknownSubscription)
    }

    /// Adds a subscription.
    ///
    /// # Errors
    /// When there already is one with this identifier.
    pub(super) fn add_subscription(&mut self, subscription: Subscription) -> Result<(), Misfit> {
        if self.subscription(subscription.id).is_some() {
            return Err(Misfit::SubscriptionTaken);
        }
        self.subscriptions.push(subscription);
        Ok(())
    }

    /// Puts a subscription as it was stored in the place of the one with its identifier, or adds it.
    pub fn put_subscription(&mut self, subscription: Subscription) {
        let found = self.subscriptions.iter_mut();
        match found.into_iter().find(|one| one.id == subscription.id) {
            Some(there) => *there = subscription,
            None => self.subscriptions.push(subscription),
        }
    }

    /// The fewest seats to which an active subscription can be reduced, given what is assigned and what other subscriptions
    /// have; none for a suspended one, whose seats do not count.
    pub fn fewest_seats(&self, subscription: &Subscription) -> Option<u32> {
        let seats = self.entitlement(subscription.sku)?;
        let others = seats.total.saturating_sub(subscription.quantity);
        let least = seats.consumed.saturating_sub(others);
        (subscription.status == SubscriptionStatus::Active).then_some(least)
    }

    /// Has the product been bought, but is every subscription to it suspended?
    pub fn is_suspended(&self, sku: Sku) -> bool {
        self.entitlement(sku).is_some_and(|seats| seats.total == 0)
    }

    /// The products of all subscriptions, also suspended ones, in catalogue order, with their seats.
    pub fn entitlements(&self) -> Vec<Entitlement> {
        let skus: BTreeSet<Sku> = self
            .subscriptions
            .iter()
            .map(|subscription| subscription.sku)
            .collect();
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
            consumed: self.users.holder_count(sku),
        })
    }
}
