//! Reads and writes addresses.

pub mod follow;
pub mod listing;
pub mod log_listing;
pub mod place;
pub mod problem_listing;
pub mod result_listing;
pub mod route;
pub mod scope;
pub mod shown;
pub mod whole;
