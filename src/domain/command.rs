//! What a person wants done.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::upload::{RecordLimit, UploadPlan};
use super::{
    CustomerDetails, CustomerId, LicenseChange, Location, Moment, NewUser, Quantity, Sku,
    SubscriptionId, SubscriptionStatus, UserDetails, UserName, UserNumber,
};

/// A deleted user who is to be restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restoring {
    /// Who.
    pub user: UserNumber,
    /// The user name to get, where the one they had is taken; else they get that one back.
    pub user_name: Option<UserName>,
}

impl From<UserNumber> for Restoring {
    fn from(user: UserNumber) -> Self {
        Self {
            user,
            user_name: None,
        }
    }
}

/// How far to put the clock forward.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advance {
    /// By so many days of 24 hours.
    Days(u16),
    /// To this moment.
    To(Moment),
}

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
    /// Create all users of a file in one location, without licenses: all of them or none.
    UploadUsers {
        /// Where.
        customer: CustomerId,
        /// Whom.
        plan: Arc<UploadPlan>,
        /// Their location.
        location: Location,
    },
    /// Take back an upload, as if it had never been: all of its users or none, and only while they are as they were created.
    UndoUpload {
        /// Where.
        customer: CustomerId,
        /// Whom it created.
        plan: Arc<UploadPlan>,
        /// Their location.
        location: Location,
        /// The number of the first of them; the others have those that follow.
        first: UserNumber,
    },
    /// Change how many users a file may have.
    SetRecordLimit(RecordLimit),
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
    /// Set a new temporary password for each of these users.
    ResetPasswords {
        /// Where.
        customer: CustomerId,
        /// Whom; those who are no active users (any more) are left out.
        users: BTreeSet<UserNumber>,
    },
    /// Delete these users; they can be restored for 30 days.
    DeleteUsers {
        /// Where.
        customer: CustomerId,
        /// Whom; those who are no active users (any more) are left out.
        users: BTreeSet<UserNumber>,
    },
    /// Restore deleted users, with the licenses that are still to be had.
    RestoreUsers {
        /// Where.
        customer: CustomerId,
        /// Whom; when seats run short, the earlier ones get them.
        users: Vec<Restoring>,
    },
    /// Forget the deleted users who can no longer be restored. Nobody asks for it: it is what time does.
    PurgeUsers {
        /// Where.
        customer: CustomerId,
    },
    /// Put the workspace's clock forward.
    AdvanceClock(Advance),
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
    /// The customer that it is about; none where it is about the whole workspace.
    pub fn customer(&self) -> Option<CustomerId> {
        match self {
            Self::AdvanceClock(_) | Self::SetRecordLimit(_) => None,
            Self::CreateUser { customer, .. }
            | Self::UploadUsers { customer, .. }
            | Self::UndoUpload { customer, .. }
            | Self::EditUser { customer, .. }
            | Self::ResetPasswords { customer, .. }
            | Self::DeleteUsers { customer, .. }
            | Self::RestoreUsers { customer, .. }
            | Self::PurgeUsers { customer }
            | Self::ChangeLicenses { customer, .. }
            | Self::AddSubscription { customer, .. }
            | Self::ChangeQuantity { customer, .. }
            | Self::ChangeStatus { customer, .. }
            | Self::EditCustomer { customer, .. } => Some(*customer),
        }
    }
}
