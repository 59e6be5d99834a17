//! The kinds of detours, as data. `text` has the words for them.

use std::collections::BTreeSet;

use crate::domain::{AdminRole, CustomerId, Location, PersonName, Plan, Sku, UserName};

/// One way in which an attempt ended differently from the reference solution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detour {
    /// The customer, or `None` for the whole workspace.
    pub customer: Option<CustomerId>,
    pub what: Deviation,
    /// The users of whom it is true.
    pub users: Vec<Concerned>,
}

/// A user whom a detour is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concerned {
    pub name: PersonName,
    /// The user name, where there is another user of this name.
    pub user_name: Option<UserName>,
}

/// What is different. "Not" and "still" stand for what the reference solution changed and the
/// attempt did not.
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// A value of a user's account that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    FirstName(Differs<Option<PersonName>>),
    LastName(Differs<Option<PersonName>>),
    DisplayName(Differs<PersonName>),
    UserName(Differs<UserName>),
    Location(Differs<Option<Location>>),
    Permissions(Differs<BTreeSet<AdminRole>>),
}

/// A value, and the one that the reference solution leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differs<T> {
    pub is: T,
    pub should_be: T,
}

impl<T: Clone + PartialEq> Differs<T> {
    /// Returns both if they are not the same.
    pub(super) fn between(is: &T, should_be: &T) -> Option<Self> {
        (is != should_be).then(|| Self {
            is: is.clone(),
            should_be: should_be.clone(),
        })
    }
}
