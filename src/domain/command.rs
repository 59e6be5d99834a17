//! What a person wants done.

use super::{
    CustomerDetails, CustomerId, LicenseChange, NewUser, Quantity, Sku, SubscriptionId,
    SubscriptionStatus, UserDetails, UserNumber,
};

/// An intention, in values that have been validated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Create a user and assign their licenses: all of it or none.
    CreateUser {
        /// Where.
        customer: CustomerId,
        /// Whom.
        user: Box<NewUser>,
    },
    /// Change names, location and permissions.
    EditUser {
        /// Where.
        customer: CustomerId,
        /// Whom.
        user: UserNumber,
        /// The details as the person saw them when the form was opened.
        seen: Box<UserDetails>,
        /// The details as they should be.
        wanted: Box<UserDetails>,
    },
    /// Assign and revoke licenses, switch plans. All of it or none as far as seats go; rules about single users keep only
    /// these users from it.
    ChangeLicenses {
        /// Where.
        customer: CustomerId,
        /// For whom what; a user counts with the first change that names them.
        changes: Vec<LicenseChange>,
    },
    /// Buy seats of a product.
    AddSubscription {
        /// For whom.
        customer: CustomerId,
        /// Of what.
        sku: Sku,
        /// How many.
        quantity: Quantity,
    },
    /// Buy more seats, or give some back.
    ChangeQuantity {
        /// Whose.
        customer: CustomerId,
        /// Which.
        subscription: SubscriptionId,
        /// How many from now on.
        quantity: Quantity,
    },
    /// Suspend a subscription, or reactivate it.
    ChangeStatus {
        /// Whose.
        customer: CustomerId,
        /// Which.
        subscription: SubscriptionId,
        /// From now on.
        status: SubscriptionStatus,
    },
    /// Change a customer's company name and location.
    EditCustomer {
        /// Which.
        customer: CustomerId,
        /// The details as the person saw them when the form was opened.
        seen: Box<CustomerDetails>,
        /// The details as they should be.
        wanted: Box<CustomerDetails>,
    },
}

impl Command {
    /// The customer that it is about.
    pub fn customer(&self) -> CustomerId {
        match self {
            Self::CreateUser { customer, .. }
            | Self::EditUser { customer, .. }
            | Self::ChangeLicenses { customer, .. }
            | Self::AddSubscription { customer, .. }
            | Self::ChangeQuantity { customer, .. }
            | Self::ChangeStatus { customer, .. }
            | Self::EditCustomer { customer, .. } => *customer,
        }
    }
}
