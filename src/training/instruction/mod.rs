//! Commands in stable names, as a course writes them.
//!
//! An instruction names customers by one of their domains, products and plans by part number and
//! code, users by user name, never by an identifier. Carried out on a workspace, it becomes a
//! [`Command`](crate::domain::Command) for what these names stand for there.

mod command;
mod fields;
mod order;
mod written;

pub use self::command::NoCommand;
pub use self::order::{AccountEdit, Instruction, NewAccount, Order, ProductOrder, UsersOrder};
