//! A customer's users: the list, and the page of one user.

pub mod export;
pub mod list;
pub mod page;
pub mod selection_bar;
