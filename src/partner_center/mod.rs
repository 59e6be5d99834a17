//! The calls of the real service that are equivalent to a change, as REST requests and as
//! PowerShell commands. Passwords are masked.
//!
//! Sources: the Partner Center REST reference ("Create user accounts for a customer", "Update user
//! accounts for a customer", "Reset user password for a customer", "Delete a user account for a
//! customer", "Restore a user for a customer", "Assign licenses to a user", "Set user roles for a
//! customer", "Remove a customer user from a role", "Create an order", "Change the quantity of a
//! subscription", "Suspend a subscription", "Update a customer's billing profile") and the
//! reference of the PowerShell module `PartnerCenter`.

mod account;
mod body;
mod call;
mod calls;
mod powershell;
mod users;

pub use call::Call;
pub use calls::{Calls, calls};
