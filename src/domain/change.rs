//! What has happened.

use super::{
    CustomerDetails, CustomerId, LicenseChange, Moment, PartnerUser, Subscription, SubscriptionId,
    SubscriptionStatus, User, UserDetails, UserNumber,
};

/// Something that happened in the workspace. Holds no secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Users were created, with their licenses.
    UsersCreated {
        /// Where.
        customer: CustomerId,
        /// The users as they began.
        users: Vec<User>,
    },
    /// A user's names, location or permissions were changed.
    UserEdited {
        /// Where.
        customer: CustomerId,
        /// Who.
        user: UserNumber,
        /// The details from now on.
        details: Box<UserDetails>,
    },
    /// Licenses were assigned and revoked, plans switched. Only users for whom it made a difference are in it, each once.
    LicensesChanged {
        /// Where.
        customer: CustomerId,
        /// For whom what.
        changes: Vec<LicenseChange>,
    },
    /// Seats of a product were bought.
    SubscriptionAdded {
        /// By whom.
        customer: CustomerId,
        /// The subscription as it began.
        subscription: Subscription,
    },
    /// A subscription has more or fewer seats.
    QuantityChanged {
        /// Whose.
        customer: CustomerId,
        /// Which.
        subscription: SubscriptionId,
        /// Seats from now on.
        quantity: u32,
    },
    /// A subscription was suspended or reactivated.
    StatusChanged {
        /// Whose.
        customer: CustomerId,
        /// Which.
        subscription: SubscriptionId,
        /// From now on.
        status: SubscriptionStatus,
    },
    /// A customer's company name or location was changed.
    CustomerEdited {
        /// Which.
        customer: CustomerId,
        /// The details from now on.
        details: Box<CustomerDetails>,
    },
}

impl Event {
    /// The customer it happened to.
    pub fn customer(&self) -> CustomerId {
        match self {
            Self::UsersCreated { customer, .. }
            | Self::UserEdited { customer, .. }
            | Self::LicensesChanged { customer, .. }
            | Self::SubscriptionAdded { customer, .. }
            | Self::QuantityChanged { customer, .. }
            | Self::StatusChanged { customer, .. }
            | Self::CustomerEdited { customer, .. } => *customer,
        }
    }
}

/// An event with the time and the person: what is stored, replayed and logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// When it happened; never before the change before it.
    pub at: Moment,
    /// Who did it.
    pub by: PartnerUser,
    /// What happened.
    pub event: Event,
}
