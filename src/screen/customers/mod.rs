//! The list of customers, and one customer's account.

pub mod account;
pub mod company_form;
pub mod list;
