//! Administrator roles of a customer's users.

use serde::{Deserialize, Serialize};

use super::coded::coded;

coded! {
    /// An administrator role that a user may hold beside "Can use licenses and services", which
    /// everybody has.
    #[derive(Serialize, Deserialize)]
    #[serde(try_from = "String", into = "&'static str")]
    pub enum AdminRole {
        /// Everything in the customer's account.
        Global = "global",
        /// Purchases, subscriptions, support tickets.
        Billing = "billing",
        /// Service health and support tickets.
        Service = "service",
        /// Users, groups, and the passwords of most users.
        UserManagement = "users",
        /// Passwords of users without an administrator role.
        Password = "passwords",
    }
}
