//! What has happened.

use super::{CustomerId, Moment, PartnerUser, User, UserDetails, UserNumber};

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
}

impl Event {
    /// The customer it happened to.
    pub fn customer(&self) -> CustomerId {
        match self {
            Self::UsersCreated { customer, .. } | Self::UserEdited { customer, .. } => *customer,
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
