//! What has happened.

use std::collections::BTreeSet;

use chrono::TimeDelta;

use super::upload::RecordLimit;
use super::{
    CustomerDetails, CustomerId, LicenseChange, Moment, PartnerUser, Restored, Subscription,
    SubscriptionId, SubscriptionStatus, User, UserDetails, UserName, UserNumber,
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
    /// The users of a file were created.
    UsersUploaded {
        /// Where.
        customer: CustomerId,
        /// The users as they began, in the order of the file.
        users: Vec<User>,
    },
    /// An upload was taken back: its users are as if they had never been.
    UploadUndone {
        /// Where.
        customer: CustomerId,
        /// Who.
        users: BTreeSet<UserNumber>,
    },
    /// A file may have more users, or fewer.
    RecordLimitChanged {
        /// Until then.
        before: RecordLimit,
        /// From now on.
        limit: RecordLimit,
    },
    /// A user's names, location or permissions were changed.
    UserEdited {
        /// Where.
        customer: CustomerId,
        /// Who.
        user: UserNumber,
        /// The details from now on.
        details: Box<UserDetails>,
        /// The details until then, for the activity log; not known of changes that an earlier version of the program stored.
        before: Option<Box<UserDetails>>,
    },
    /// Users got new temporary passwords, to be changed at the next sign-in.
    PasswordsReset {
        /// Where.
        customer: CustomerId,
        /// Who.
        users: BTreeSet<UserNumber>,
    },
    /// Users were deleted: they hold no seats from then on, and can be restored for a time.
    UsersDeleted {
        /// Where.
        customer: CustomerId,
        /// Who.
        users: BTreeSet<UserNumber>,
    },
    /// Deleted users were restored.
    UsersRestored {
        /// Where.
        customer: CustomerId,
        /// Who, each once.
        users: Vec<Restored>,
        /// Those of them who got another user name.
        renamed: Vec<(UserNumber, UserName)>,
    },
    /// Deleted users were forgotten, because they could no longer be restored.
    UsersPurged {
        /// Where.
        customer: CustomerId,
        /// Who.
        users: BTreeSet<UserNumber>,
    },
    /// The workspace's clock was put forward.
    ClockAdvanced {
        /// By so much, from the moment shown then to the moment of the change.
        by: TimeDelta,
        /// So much it is ahead of the browser's clock from now on.
        ahead: TimeDelta,
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

/// What kind of thing happened: what the activity log calls "Action".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Users were created.
    CreateUsers,
    /// The users of a file were created.
    UploadUsers,
    /// An upload was taken back.
    UndoUpload,
    /// A user was edited.
    EditUser,
    /// Passwords were reset.
    ResetPasswords,
    /// Users were deleted.
    DeleteUsers,
    /// Users were restored.
    RestoreUsers,
    /// Deleted users were purged, by the passing of time.
    PurgeUsers,
    /// Licenses were changed.
    ChangeLicenses,
    /// A subscription was added.
    AddSubscription,
    /// A subscription got another quantity.
    ChangeQuantity,
    /// A subscription was suspended or reactivated.
    ChangeStatus,
    /// A customer's account was edited.
    EditCustomer,
    /// The clock was put forward.
    AdvanceClock,
    /// A file may have more users, or fewer.
    SetRecordLimit,
}

impl Action {
    /// Every action, in the order in which they are offered.
    pub const ALL: [Self; 15] = [
        Self::CreateUsers,
        Self::UploadUsers,
        Self::UndoUpload,
        Self::EditUser,
        Self::ResetPasswords,
        Self::DeleteUsers,
        Self::RestoreUsers,
        Self::PurgeUsers,
        Self::ChangeLicenses,
        Self::AddSubscription,
        Self::ChangeQuantity,
        Self::ChangeStatus,
        Self::EditCustomer,
        Self::AdvanceClock,
        Self::SetRecordLimit,
    ];

    /// The name under which it is stored, and which it has in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::CreateUsers => "users-created",
            Self::UploadUsers => "users-uploaded",
            Self::UndoUpload => "upload-undone",
            Self::EditUser => "user-edited",
            Self::ResetPasswords => "passwords-reset",
            Self::DeleteUsers => "users-deleted",
            Self::RestoreUsers => "users-restored",
            Self::PurgeUsers => "users-purged",
            Self::ChangeLicenses => "licenses-changed",
            Self::AddSubscription => "subscription-added",
            Self::ChangeQuantity => "quantity-changed",
            Self::ChangeStatus => "status-changed",
            Self::EditCustomer => "customer-edited",
            Self::AdvanceClock => "clock-advanced",
            Self::SetRecordLimit => "record-limit-changed",
        }
    }

    /// Are users gone for ever by it, so that their names are to be forgotten wherever they stand?
    pub const fn forgets_users(self) -> bool {
        matches!(self, Self::PurgeUsers | Self::UndoUpload)
    }

    /// The action of this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.code() == code)
    }
}

impl Event {
    /// What kind of thing it is.
    pub const fn action(&self) -> Action {
        match self {
            Self::UsersCreated { .. } => Action::CreateUsers,
            Self::UsersUploaded { .. } => Action::UploadUsers,
            Self::UploadUndone { .. } => Action::UndoUpload,
            Self::RecordLimitChanged { .. } => Action::SetRecordLimit,
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
            Self::ClockAdvanced { .. } => Action::AdvanceClock,
        }
    }

    /// The customer it happened to; none where it concerns the whole workspace.
    pub fn customer(&self) -> Option<CustomerId> {
        match self {
            Self::ClockAdvanced { .. } | Self::RecordLimitChanged { .. } => None,
            Self::UsersCreated { customer, .. }
            | Self::UsersUploaded { customer, .. }
            | Self::UploadUndone { customer, .. }
            | Self::UserEdited { customer, .. }
            | Self::PasswordsReset { customer, .. }
            | Self::UsersDeleted { customer, .. }
            | Self::UsersRestored { customer, .. }
            | Self::UsersPurged { customer, .. }
            | Self::LicensesChanged { customer, .. }
            | Self::SubscriptionAdded { customer, .. }
            | Self::QuantityChanged { customer, .. }
            | Self::StatusChanged { customer, .. }
            | Self::CustomerEdited { customer, .. } => Some(*customer),
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
