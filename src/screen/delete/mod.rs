//! Delete a user account.

pub mod question;
