//! The catalogue: the products (SKUs) that can be sold, the service plans in them, and which plans exclude or need each other.
//!
//! Fixed data out of Microsoft's reference "Product names and service plan identifiers for licensing" (the version of 29 October
//! 2025, some rows an earlier one): names, part numbers and GUIDs are the real ones.
//!
//! Simplified **(ours)**: a product lists its principal plans, not all of up to 60; the plans that are a mere technical
//! foundation (`EXCHANGE_S_FOUNDATION`) are left out; [`Product::blocked_locations`] names examples, not every country.
//! What may not sit together and what needs what is told in `rules.rs`.
//!
//! [`Sku`] and [`Plan`] are handles into this data: small, copyable, and there is no handle to something that does not exist.
//! Compared and sorted, they follow the order of the catalogue, which is the order in which the screens list products and plans.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

use super::Guid;

pub mod plans;
pub mod products;
mod rules;

/// What a customer subscribes to and a user is licensed for, e.g. "Office 365 E3".
pub struct Product {
    /// The `skuId` of Microsoft Graph and Partner Center.
    pub id: Guid,
    /// The name on the screens, the same in every language.
    pub name: &'static str,
    /// The `skuPartNumber` ("String ID"), e.g. `ENTERPRISEPACK`.
    pub part_number: &'static str,
    /// The principal service plans, in the order in which "View service plans" lists them; no two exclude each other.
    pub plans: &'static [Plan],
    /// The usage locations (ISO 3166-1 alpha-2, upper case) in which the product may not be assigned. See [`Sku::is_blocked_in`].
    pub blocked_locations: &'static [&'static str],
    order: u16,
}

/// One service within a product, which can be switched on and off for a user, e.g. "Exchange Online (Plan 2)".
pub struct ServicePlan {
    /// The `servicePlanId`.
    pub id: Guid,
    /// The `servicePlanName`, e.g. `EXCHANGE_S_ENTERPRISE`.
    pub code: &'static str,
    /// The friendly name on the screens, the same in every language. Not unique: plans of one service may share a name.
    pub name: &'static str,
    order: u16,
}

/// A product of the catalogue. Equal when it is the same product, sorted as in the catalogue.
#[derive(Clone, Copy)]
pub struct Sku(&'static Product);

/// A service plan of the catalogue. Equal when it is the same plan – whichever product it came with – and sorted as in the catalogue.
#[derive(Clone, Copy)]
pub struct Plan(&'static ServicePlan);

/// Every product, in catalogue order. [`products::ALL`] is the same as a slice.
pub fn products() -> impl ExactSizeIterator<Item = Sku> + DoubleEndedIterator + Clone {
    products::ALL.iter().copied()
}

/// Every service plan of any product, in catalogue order. [`plans::ALL`] is the same as a slice.
pub fn plans() -> impl ExactSizeIterator<Item = Plan> + DoubleEndedIterator + Clone {
    plans::ALL.iter().copied()
}

impl Sku {
    /// The product with exactly this part number (upper and lower case matter).
    pub fn by_part_number(part_number: &str) -> Option<Self> {
        products().find(|sku| sku.part_number == part_number)
    }

    /// The product with this `skuId`.
    pub fn by_id(id: Guid) -> Option<Self> {
        products().find(|sku| sku.id == id)
    }

    /// The service plans in this product, in the order in which they are listed.
    pub fn plans(self) -> impl ExactSizeIterator<Item = Plan> + DoubleEndedIterator + Clone {
        self.0.plans.iter().copied()
    }

    /// Whether a user with this usage location (ISO 3166-1 alpha-2, in either case) may not hold the product.
    ///
    /// From the pages "Availability in …" under "Country and region availability for Audio Conferencing and Calling Plans";
    /// simplified **(ours)**: blocked are the countries where it could not be bought when those pages were written, a few examples only.
    pub fn is_blocked_in(self, location: &str) -> bool {
        self.blocked_locations
            .iter()
            .any(|blocked| blocked.eq_ignore_ascii_case(location))
    }
}

impl Plan {
    /// The plan with exactly this code (upper and lower case matter).
    pub fn by_code(code: &str) -> Option<Self> {
        plans().find(|plan| plan.code == code)
    }

    /// The plan with this `servicePlanId`.
    pub fn by_id(id: Guid) -> Option<Self> {
        plans().find(|plan| plan.id == id)
    }

    /// The plans that may not be switched on for the same user together with this one. Never itself: the same plan out of
    /// two products is no conflict. If `a` conflicts with `b`, then `b` with `a`.
    ///
    /// From "Service plans that cannot be assigned at the same time", the last part of the reference (error `MutuallyExclusiveViolation`).
    pub fn conflicts_with(self) -> impl Iterator<Item = Plan> {
        rules::CONFLICTS.iter().filter_map(move |&(one, other)| {
            if one == self {
                Some(other)
            } else if other == self {
                Some(one)
            } else {
                None
            }
        })
    }

    /// What else must be switched on for the same user: **every** group, and of each group **any one** plan. Empty for most plans.
    ///
    /// From "Manage licenses for products with prerequisites" in "Identify and resolve license assignment problems for a group"
    /// (error `DependencyViolation`); which plans, see `rules.rs`.
    pub fn requires(self) -> &'static [&'static [Plan]] {
        rules::REQUIREMENTS
            .iter()
            .find(|(plan, _)| *plan == self)
            .map_or(&[], |(_, groups)| groups)
    }
}

macro_rules! handle {
    ($handle:ident to $data:ident, printed as $printed:ident) => {
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
                f.write_str(self.0.$printed)
            }
        }
    };
}

handle!(Sku to Product, printed as part_number);
handle!(Plan to ServicePlan, printed as code);
