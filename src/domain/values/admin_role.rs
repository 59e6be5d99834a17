//! Administrator roles of a customer's users.

use serde::{Deserialize, Serialize};

/// An administrator role that a user may hold beside "Can use licenses and services", which
/// everybody has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub enum AdminRole {
    /// Everything in the customer's account.
    Global,
    /// Purchases, subscriptions, support tickets.
    Billing,
    /// Service health and support tickets.
    Service,
    /// Users, groups, and the passwords of most users.
    UserManagement,
    /// Passwords of users without an administrator role.
    Password,
}

impl AdminRole {
    /// Every role, in the order in which the form offers them.
    pub const ALL: [Self; 5] = [
        Self::Global,
        Self::Billing,
        Self::Service,
        Self::UserManagement,
        Self::Password,
    ];

    /// Returns the name under which the role is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Global => "global",
            Self::Billing => "billing",
            Self::Service => "service",
            Self::UserManagement => "users",
            Self::Password => "passwords",
        }
    }

    /// Returns the role with this stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

impl TryFrom<String> for AdminRole {
    type Error = &'static str;

    fn try_from(code: String) -> Result<Self, Self::Error> {
        Self::from_code(&code).ok_or("not an administrator role")
    }
}

impl From<AdminRole> for &'static str {
    fn from(role: AdminRole) -> Self {
        role.code()
    }
}
