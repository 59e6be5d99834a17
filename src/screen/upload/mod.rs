//! Create multiple users for a customer account from a CSV file.

pub mod created;
pub mod file;
pub mod limit;
pub mod parts;
pub mod problems;
pub mod progress;
pub mod upload_users;
