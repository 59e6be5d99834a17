//! The person at the screen, whose role decides what they may do.

use serde::{Deserialize, Serialize};

/// A role of partner staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub enum PartnerRole {
    /// May do everything.
    #[default]
    AdminAgent,
    /// Helps users: resets passwords, assigns licenses.
    HelpdeskAgent,
    /// Sells: licenses and subscriptions.
    SalesAgent,
}

impl PartnerRole {
    /// Every role, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::AdminAgent, Self::HelpdeskAgent, Self::SalesAgent];

    /// Returns the name under which the role is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::AdminAgent => "admin",
            Self::HelpdeskAgent => "helpdesk",
            Self::SalesAgent => "sales",
        }
    }

    /// Returns the role with this stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Returns whether the role has the right.
    pub const fn may(self, right: Right) -> bool {
        match right {
            Right::ManageUsers | Right::EditCustomers => matches!(self, Self::AdminAgent),
            Right::ResetPasswords => matches!(self, Self::AdminAgent | Self::HelpdeskAgent),
            Right::AssignLicenses => true,
            Right::ManageSubscriptions => matches!(self, Self::AdminAgent | Self::SalesAgent),
        }
    }
}

impl TryFrom<String> for PartnerRole {
    type Error = &'static str;

    fn try_from(code: String) -> Result<Self, Self::Error> {
        Self::from_code(&code).ok_or("not a role")
    }
}

impl From<PartnerRole> for &'static str {
    fn from(role: PartnerRole) -> Self {
        role.code()
    }
}

/// Something that not every role may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// Create, edit, delete and restore users; upload users.
    ManageUsers,
    ResetPasswords,
    AssignLicenses,
    ManageSubscriptions,
    /// Change a customer's company name and location (ours).
    EditCustomers,
}

impl Right {
    /// Every right.
    pub const ALL: [Self; 5] = [
        Self::ManageUsers,
        Self::ResetPasswords,
        Self::AssignLicenses,
        Self::ManageSubscriptions,
        Self::EditCustomers,
    ];

    /// Returns the roles that have it, in the order in which roles are offered.
    pub fn roles(self) -> impl Iterator<Item = PartnerRole> {
        PartnerRole::ALL
            .into_iter()
            .filter(move |role| role.may(self))
    }
}

/// The person who acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartnerUser {
    /// Their name, as the activity log shows it.
    pub name: String,
    pub role: PartnerRole,
}
