//! The catalogue: the products (SKUs) that can be sold, the service plans in them, and which plans
//! exclude or need each other.
//!
//! Fixed data from Microsoft's reference "Product names and service plan identifiers for licensing"
//! (the version of 29 October 2025, some rows an earlier one): names, part numbers and GUIDs are
//! the real ones.
//!
//! Simplified **(ours)**: a product lists its principal plans, not all of up to 60; plans that are
//! a mere technical foundation (`EXCHANGE_S_FOUNDATION`) are left out;
//! [`Product::blocked_locations`] names examples, not every country.
//!
//! [`Sku`] and [`Plan`] are handles into this data: small, copyable, and never dangling. They
//! compare in the order of the catalogue, which is the order in which the screens list products and
//! plans.

mod handles;
pub mod plans;
pub mod products;
mod rules;

pub use handles::{Plan, Product, ServicePlan, Sku};
