//! The activity log.

pub mod entry;
pub mod filter;
pub mod list;
