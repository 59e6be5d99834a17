//! The kinds of detours, as data. `text` has the words for them.

use crate::domain::{CustomerId, PersonName, Plan, Sku};

/// One way in which an attempt ended differently from the reference solution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detour {
    /// The customer, or `None` for the whole workspace.
    pub customer: Option<CustomerId>,
    pub what: Deviation,
    /// The users of whom it is true.
    pub users: Vec<PersonName>,
}

/// What is different. "Not" and "still" stand for what the reference solution changed and the
/// attempt did not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deviation {
    Created,
    NotCreated,
    Deleted,
    NotDeleted,
    Restored,
    NotRestored,
    /// The users can no longer be restored.
    Purged,
    Assigned(Sku),
    NotAssigned(Sku),
    Revoked(Sku),
    StillAssigned(Sku),
    SwitchedOn(Plan),
    StillOn(Plan),
    SwitchedOff(Plan),
    StillOff(Plan),
    /// A value of the account is not as it should be.
    Detail(Detail),
    PasswordReset,
    PasswordNotReset,
    Seats {
        product: Sku,
        /// Seats of active subscriptions.
        seats: u32,
        expected: u32,
    },
    /// Company name or location were changed.
    CompanyEdited,
    CompanyNotEdited,
    /// The clock was put forward by so many more days.
    ClockAhead(i64),
    /// The clock was put forward by so many days less.
    ClockBehind(i64),
    RecordLimit,
}

/// A value of a user's account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    FirstName,
    LastName,
    DisplayName,
    UserName,
    Location,
    Permissions,
}
