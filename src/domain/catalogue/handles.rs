//! Products, service plans, and the handles to them.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

use serde::{Deserialize, Serialize};

use crate::domain::Guid;

/// What a customer subscribes to and a user is licensed for, such as "Office 365 E3".
pub struct Product {
    /// The `skuId` of Microsoft Graph and Partner Center.
    pub id: Guid,
    /// The name on the screen, the same in every language.
    pub name: &'static str,
    /// The `skuPartNumber` ("String ID"), such as `ENTERPRISEPACK`.
    pub part_number: &'static str,
    /// The principal service plans, in the order of "View service plans"; no two exclude each
    /// other.
    pub plans: &'static [Plan],
    /// The usage locations (ISO 3166-1 alpha-2, upper case) in which the product may not be
    /// assigned. See [`Sku::is_blocked_in`].
    pub blocked_locations: &'static [&'static str],
    pub(super) order: u16,
}

/// One service within a product that can be switched on and off for a user, such as "Exchange
/// Online (Plan 2)".
pub struct ServicePlan {
    /// The `servicePlanId`.
    pub id: Guid,
    /// The `servicePlanName`, such as `EXCHANGE_S_ENTERPRISE`.
    pub code: &'static str,
    /// The friendly name on the screen, the same in every language. Plans of one service may share
    /// a name.
    pub name: &'static str,
    pub(super) order: u16,
}

/// A product of the catalogue.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub struct Sku(pub(super) &'static Product);

/// A service plan of the catalogue. A plan is the same whichever product it comes with.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub struct Plan(pub(super) &'static ServicePlan);

impl Sku {
    /// Returns the service plans of this product, in the order in which they are listed.
    pub fn plans(self) -> impl ExactSizeIterator<Item = Plan> + DoubleEndedIterator + Clone {
        self.0.plans.iter().copied()
    }

    /// Tells whether a user with this usage location (ISO 3166-1 alpha-2, in either case) may not
    /// hold the product.
    ///
    /// Source: the pages "Availability in …" under "Country and region availability for Audio
    /// Conferencing and Calling Plans". Simplified **(ours)**: a few example countries where the
    /// product could not be bought when those pages were written.
    pub fn is_blocked_in(self, location: &str) -> bool {
        self.blocked_locations
            .iter()
            .any(|blocked| blocked.eq_ignore_ascii_case(location))
    }
}

macro_rules! handle {
    ($handle:ident to $data:ident, $code:ident, found $by_code:ident) => {
        impl TryFrom<String> for $handle {
            type Error = &'static str;

            fn try_from(code: String) -> Result<Self, Self::Error> {
                Self::$by_code(&code).ok_or("not in the catalogue")
            }
        }

        impl From<$handle> for &'static str {
            fn from(handle: $handle) -> Self {
                handle.0.$code
            }
        }

        impl Deref for $handle {
            type Target = $data;

            fn deref(&self) -> &$data {
                self.0
            }
        }

        impl PartialEq for $handle {
            fn eq(&self, other: &Self) -> bool {
                self.0.order == other.0.order
            }
        }

        impl Eq for $handle {}

        impl Ord for $handle {
            fn cmp(&self, other: &Self) -> Ordering {
                self.0.order.cmp(&other.0.order)
            }
        }

        impl PartialOrd for $handle {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Hash for $handle {
            fn hash<H: Hasher>(&self, state: &mut H) {
                self.0.order.hash(state);
            }
        }

        impl fmt::Debug for $handle {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.0.$code)
            }
        }
    };
}

handle!(Sku to Product, part_number, found by_part_number);
handle!(Plan to ServicePlan, code, found by_code);
