//! The person at the screen, whose role decides what they may do.

use serde::{Deserialize, Serialize};

use super::coded::coded;

coded! {
    /// A role of partner staff.
    #[derive(Default, Serialize, Deserialize)]
    #[serde(try_from = "String", into = "&'static str")]
    pub enum PartnerRole {
        /// May do everything.
        #[default]
        AdminAgent = "admin",
        /// Helps users: resets passwords, assigns licenses.
        HelpdeskAgent = "helpdesk",
        /// Sells: licenses and subscriptions.
        SalesAgent = "sales",
    }
}

impl PartnerRole {
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
