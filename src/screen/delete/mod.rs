//! Delete a user account.

pub mod delete;
