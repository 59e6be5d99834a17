//! Reads and writes addresses.

pub mod listing;
pub mod log_listing;
pub mod problem_listing;
pub mod route;
