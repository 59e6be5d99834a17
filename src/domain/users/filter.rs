//! Users by what they hold and what they are: "Filter users by…" in "Assign or revoke licenses to multiple users".

use crate::domain::{Sku, User};

/// Some of a customer's users.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UserFilter {
    /// Those who hold no product.
    Unlicensed,
    /// Those who hold any product.
    Licensed,
    /// Those who hold this product.
    Holding(Sku),
    /// Those who do not hold this product.
    NotHolding(Sku),
    /// Those with an administrator role.
    Administrators,
    /// Those without a usage location.
    WithoutLocation,
}

impl UserFilter {
    /// Is the user one of them?
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
