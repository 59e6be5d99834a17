//! What a customer has bought: seats of products.

use serde::{Deserialize, Deserializer, Serialize};

use super::values::{coded, typed_number};
use super::{Guid, ProblemKind, Sku};

/// The identifier of a subscription.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SubscriptionId(pub Guid);

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

/// Deserializes a number of seats that is a [`Quantity`].
pub(super) fn seats<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    Quantity::deserialize(deserializer).map(Quantity::get)
}

coded! {
    /// Whether the seats of a subscription count.
    #[derive(Serialize, Deserialize)]
    #[serde(try_from = "String", into = "&'static str")]
    pub enum SubscriptionStatus {
        Active = "active",
        Suspended = "suspended",
    }
}

/// How many seats a subscription may have: 1 to 10,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Quantity(u32);

impl Quantity {
    pub const MAX: u32 = 10_000;

    pub fn parse(text: &str) -> Result<Self, ProblemKind> {
        let number = typed_number(text)?.and_then(Self::new);
        number.ok_or(ProblemKind::NotAQuantity)
    }

    /// Returns the quantity, unless it is out of range.
    pub fn new(number: u32) -> Option<Self> {
        (1..=Self::MAX).contains(&number).then_some(Self(number))
    }

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

/// What a customer may use of one product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entitlement {
    pub sku: Sku,
    /// Seats of the active subscriptions.
    pub total: u32,
    /// Active users who hold the product.
    pub consumed: u32,
}

impl Entitlement {
    /// Returns the seats that can still be assigned. The number is negative if seats were given
    /// back below what is assigned.
    pub fn available(self) -> i64 {
        i64::from(self.total).saturating_sub(i64::from(self.consumed))
    }
}
