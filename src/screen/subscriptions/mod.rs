//! A customer's subscriptions: buy, change the quantity, suspend.

pub mod add;
pub mod change_quantity;
pub mod desk;
pub mod list;
pub mod suspend;
