//! Conditions on the state and on what happened in an attempt.
//!
//! A check is data, and total: it can neither fail nor loop. It names customers by one of their
//! domains, products and plans by part number and code, users by user name, never by an identifier.

mod condition;
mod fields;
mod filter;
mod scene;
mod user;
mod written;

pub use self::condition::{Amount, Check, CountCheck, SeatsCheck};
pub use self::filter::CountFilter;
pub use self::scene::{Scene, customer_at};
pub use self::user::{UserCheck, Who};
