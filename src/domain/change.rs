//! What has happened.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::subscription::seats;
use super::upload::RecordLimit;
use super::users::{batches, user_numbers};
use super::values::{coded, milliseconds};
use super::{
    CustomerDetails, CustomerId, LicenseChange, Moment, PartnerUser, Restored, Subscription,
    SubscriptionId, SubscriptionStatus, User, UserDetails, UserName, UserNumber,
};

/// Something that happened in the workspace. Holds no secrets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    Customer(CustomerId, CustomerEvent),
    Workspace(WorkspaceEvent),
}

/// Something that happened to a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum CustomerEvent {
    /// Users were created, with their licenses.
    UsersCreated {
        #[serde(with = "batches")]
        users: Vec<User>,
    },
    UsersUploaded {
        /// The users as they began, in the order of the file.
        #[serde(with = "batches")]
        users: Vec<User>,
    },
    /// An upload was undone: its users are as if they had never been.
    UploadUndone {
        #[serde(with = "user_numbers")]
        users: BTreeSet<UserNumber>,
    },
    UserEdited {
        user: UserNumber,
        details: Box<UserDetails>,
        /// The details before the change, for the activity log.
        before: Box<UserDetails>,
    },
    /// Users got new temporary passwords, to be changed at the next sign-in.
    PasswordsReset {
        #[serde(with = "user_numbers")]
        users: BTreeSet<UserNumber>,
    },
    /// Users were deleted: they hold no seats from then on, and can be restored for a time.
    UsersDeleted {
        #[serde(with = "user_numbers")]
        users: BTreeSet<UserNumber>,
    },
    UsersRestored {
        /// The users, each once.
        users: Vec<Restored>,
        /// Those of them who got another user name.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        renamed: Vec<(UserNumber, UserName)>,
    },
    /// Deleted users were forgotten, because they could no longer be restored.
    UsersPurged {
        #[serde(with = "user_numbers")]
        users: BTreeSet<UserNumber>,
    },
    LicensesChanged {
        /// The changes. They name only users for whom something changed, each once.
        changes: Vec<LicenseChange>,
    },
    SubscriptionAdded {
        subscription: Subscription,
    },
    QuantityChanged {
        subscription: SubscriptionId,
        #[serde(deserialize_with = "seats")]
        quantity: u32,
    },
    StatusChanged {
        subscription: SubscriptionId,
        status: SubscriptionStatus,
    },
    CustomerEdited {
        details: Box<CustomerDetails>,
    },
}

/// Something that happened to the workspace as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum WorkspaceEvent {
    ClockAdvanced {
        /// By how much, counted from the moment shown then to the moment of the change.
        #[serde(with = "milliseconds")]
        by: TimeDelta,
        /// How far it is ahead of the browser's clock from now on.
        #[serde(with = "milliseconds")]
        ahead: TimeDelta,
    },
    RecordLimitChanged {
        before: RecordLimit,
        limit: RecordLimit,
    },
}

coded! {
    /// The kind of an event: what the activity log calls "Action".
    #[derive(Deserialize)]
    #[serde(try_from = "String")]
    pub enum Action {
        CreateUsers = "users-created",
        UploadUsers = "users-uploaded",
        UndoUpload = "upload-undone",
        EditUser = "user-edited",
        ResetPasswords = "passwords-reset",
        DeleteUsers = "users-deleted",
        RestoreUsers = "users-restored",
        PurgeUsers = "users-purged",
        ChangeLicenses = "licenses-changed",
        AddSubscription = "subscription-added",
        ChangeQuantity = "quantity-changed",
        ChangeStatus = "status-changed",
        EditCustomer = "customer-edited",
        AdvanceClock = "clock-advanced",
        SetRecordLimit = "record-limit-changed",
    }
}

impl Action {
    /// Returns whether users are gone for good after it, so that their names have to be forgotten.
    pub const fn forgets_users(self) -> bool {
        matches!(self, Self::PurgeUsers | Self::UndoUpload)
    }
}

impl Event {
    pub const fn action(&self) -> Action {
        match self {
            Self::Customer(_, event) => event.action(),
            Self::Workspace(event) => event.action(),
        }
    }

    /// Returns the customer it happened to, or `None` for the whole workspace.
    pub const fn customer(&self) -> Option<CustomerId> {
        match self {
            Self::Customer(customer, _) => Some(*customer),
            Self::Workspace(_) => None,
        }
    }
}

impl CustomerEvent {
    /// Returns the users whom it concerned, in the event's order.
    pub fn users(&self) -> Vec<UserNumber> {
        match self {
            Self::UsersCreated { users } | Self::UsersUploaded { users } => {
                users.iter().map(|user| user.number).collect()
            }
            Self::UserEdited { user, .. } => vec![*user],
            Self::PasswordsReset { users }
            | Self::UsersDeleted { users }
            | Self::UsersPurged { users }
            | Self::UploadUndone { users } => users.iter().copied().collect(),
            Self::UsersRestored { users, .. } => {
                let numbers = users.iter().flat_map(|group| &group.users);
                numbers.copied().collect()
            }
            Self::LicensesChanged { changes } => {
                let numbers = changes.iter().flat_map(|change| &change.users);
                numbers.copied().collect()
            }
            Self::SubscriptionAdded { .. }
            | Self::QuantityChanged { .. }
            | Self::StatusChanged { .. }
            | Self::CustomerEdited { .. } => Vec::new(),
        }
    }

    /// Returns whether the event creates its users or its subscription.
    pub const fn creates(&self) -> bool {
        matches!(
            self,
            Self::UsersCreated { .. } | Self::UsersUploaded { .. } | Self::SubscriptionAdded { .. }
        )
    }

    const fn action(&self) -> Action {
        match self {
            Self::UsersCreated { .. } => Action::CreateUsers,
            Self::UsersUploaded { .. } => Action::UploadUsers,
            Self::UploadUndone { .. } => Action::UndoUpload,
            Self::UserEdited { .. } => Action::EditUser,
            Self::PasswordsReset { .. } => Action::ResetPasswords,
            Self::UsersDeleted { .. } => Action::DeleteUsers,
            Self::UsersRestored { .. } => Action::RestoreUsers,
            Self::UsersPurged { .. } => Action::PurgeUsers,
            Self::LicensesChanged { .. } => Action::ChangeLicenses,
            Self::SubscriptionAdded { .. } => Action::AddSubscription,
            Self::QuantityChanged { .. } => Action::ChangeQuantity,
            Self::StatusChanged { .. } => Action::ChangeStatus,
            Self::CustomerEdited { .. } => Action::EditCustomer,
        }
    }
}

impl WorkspaceEvent {
    const fn action(&self) -> Action {
        match self {
            Self::ClockAdvanced { .. } => Action::AdvanceClock,
            Self::RecordLimitChanged { .. } => Action::SetRecordLimit,
        }
    }
}

/// An event with the time and the person: what is stored, replayed and logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// When it happened; never before the change before it.
    pub at: Moment,
    pub by: PartnerUser,
    pub event: Event,
}
