//! "Filter users by…". Source: "Assign or revoke licenses to multiple users".

use crate::domain::{Sku, User};

/// A condition on users.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UserFilter {
    Unlicensed,
    Licensed,
    Holding(Sku),
    NotHolding(Sku),
    Administrators,
    WithoutLocation,
}

impl UserFilter {
    pub fn matches(self, user: &User) -> bool {
        match self {
            Self::Unlicensed => user.licenses.is_empty(),
            Self::Licensed => !user.licenses.is_empty(),
            Self::Holding(sku) => user.licenses.holds(sku),
            Self::NotHolding(sku) => !user.licenses.holds(sku),
            Self::Administrators => !user.details.roles.is_empty(),
            Self::WithoutLocation => user.details.location.is_none(),
        }
    }
}
