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
    pub user: UserNumber,
    /// Another user name, where the one they had is taken.
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
    /// By a number of days of 24 hours.
    Days(u16),
    To(Moment),
}

/// An intention, in values that have been validated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    Customer(CustomerId, CustomerCommand),
    Workspace(WorkspaceCommand),
}

/// What a person wants done for a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CustomerCommand {
    /// Create a user and assign their licenses: all of it or none.
    CreateUser {
        user: Box<NewUser>,
    },
    /// Create all users of a file in one location, without licenses: all of them or none.
    UploadUsers {
        plan: Arc<UploadPlan>,
        location: Location,
    },
    /// Undo an upload, as if it had never been: all of its users or none, and only while they
    /// are as they were created.
    UndoUpload {
        plan: Arc<UploadPlan>,
        location: Location,
        /// The number of the first of them; the others have those that follow.
        first: UserNumber,
    },
    EditUser {
        user: UserNumber,
        /// The details as the person saw them when the form was opened.
        seen: Box<UserDetails>,
        wanted: Box<UserDetails>,
    },
    ResetPasswords {
        /// The users; those who are not active (any more) are left out.
        users: BTreeSet<UserNumber>,
    },
    DeleteUsers {
        /// The users; those who are not active (any more) are left out.
        users: BTreeSet<UserNumber>,
    },
    /// Restore deleted users, with the licenses that are still to be had.
    RestoreUsers {
        /// The users; when seats run short, the earlier ones get them.
        users: Vec<Restoring>,
    },
    /// Forget the deleted users who can no longer be restored. Nobody asks for it: it is what
    /// time does.
    PurgeUsers,
    /// Assign and revoke licenses, switch plans. All of it or none as far as seats go; rules
    /// about single users keep only these users from it.
    ChangeLicenses {
        /// The changes; a user counts with the first one that names them.
        changes: Vec<LicenseChange>,
    },
    AddSubscription {
        sku: Sku,
        quantity: Quantity,
    },
    ChangeQuantity {
        subscription: SubscriptionId,
        quantity: Quantity,
    },
    ChangeStatus {
        subscription: SubscriptionId,
        status: SubscriptionStatus,
    },
    EditCustomer {
        seen: Box<CustomerDetails>,
        wanted: Box<CustomerDetails>,
    },
}

/// What a person wants done to the workspace as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkspaceCommand {
    AdvanceClock(Advance),
    SetRecordLimit(RecordLimit),
}

impl CustomerCommand {
    /// Returns the command for this customer.
    pub const fn about(self, customer: CustomerId) -> Command {
        Command::Customer(customer, self)
    }
}

impl Command {
    /// Returns the customer that it is about, or `None` for the whole workspace.
    pub const fn customer(&self) -> Option<CustomerId> {
        match self {
            Self::Customer(customer, _) => Some(*customer),
            Self::Workspace(_) => None,
        }
    }
}
