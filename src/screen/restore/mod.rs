//! Restore a deleted user.

pub mod deleted_users;
pub mod rename;
pub mod restored;
