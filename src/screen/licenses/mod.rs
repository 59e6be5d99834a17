//! Add or remove user licenses; assign or revoke licenses to multiple users.

pub mod manage;
pub mod product_table;
pub mod selected_users;
pub mod updated;
