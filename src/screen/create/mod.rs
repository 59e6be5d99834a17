//! Create user accounts for a customer.

pub mod add_user;
pub mod user_created;
