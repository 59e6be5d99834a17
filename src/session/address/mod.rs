//! What the address says, and how it is read and written.

pub mod listing;
pub mod log_listing;
pub mod problem_listing;
pub mod route;
