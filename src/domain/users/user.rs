//! A customer's user.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use chrono::serde::ts_milliseconds;
use serde::{Deserialize, Serialize};

use crate::domain::{AdminRole, Guid, Licenses, Location, Moment, PersonName, UserName};

/// How long a deleted user can be restored: 30 days of 24 hours. Source: "Restore a deleted user
/// for a customer".
pub const RESTORE_WINDOW: TimeDelta = TimeDelta::days(30);

/// A deleted user with fewer days left is soon gone for good.
const LAST_DAYS: u32 = 3;

/// The identifier of a user, which never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct UserId(pub Guid);

/// The number of a user among the customer's, from 1, never given twice. Stored changes name users
/// by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct UserNumber(pub u32);

impl TryFrom<u32> for UserNumber {
    type Error = &'static str;

    fn try_from(number: u32) -> Result<Self, Self::Error> {
        match number {
            0 => Err("not the number of a user"),
            number => Ok(Self(number)),
        }
    }
}

impl From<UserNumber> for u32 {
    fn from(UserNumber(number): UserNumber) -> Self {
        number
    }
}

/// What the form of a user shows and changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UserDetails {
    /// What the user signs in with.
    #[serde(rename = "name")]
    pub user_name: UserName,
    #[serde(rename = "first", default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<PersonName>,
    #[serde(rename = "last", default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<PersonName>,
    #[serde(rename = "display")]
    pub display_name: PersonName,
    /// Where the services are used; without it no license can be assigned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
    /// Administrator roles beside "Can use licenses and services".
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub roles: BTreeSet<AdminRole>,
}

impl UserDetails {
    /// Returns whether they are equal, upper and lower case of the user name included, which `==`
    /// ignores.
    pub fn is_exactly(&self, other: &Self) -> bool {
        self == other && self.user_name.as_str() == other.user_name.as_str()
    }
}

/// What is known of a password, which is never the password itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PasswordState {
    #[serde(with = "ts_milliseconds")]
    pub set_at: Moment,
    /// Whether it must be changed at the next sign-in.
    pub must_change: bool,
}

impl PasswordState {
    /// Returns the state of a password that is set at this moment, to be changed at the next
    /// sign-in.
    pub const fn new(set_at: Moment) -> Self {
        Self {
            set_at,
            must_change: true,
        }
    }
}

/// An active user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    pub number: UserNumber,
    pub id: UserId,
    pub details: UserDetails,
    pub licenses: Licenses,
    pub created_at: Moment,
    pub password: PasswordState,
}

/// A deleted user, who holds no seats and can be restored for 30 days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeletedUser {
    /// The user as they were; the licenses are those held before.
    pub user: User,
    pub deleted_at: Moment,
}

impl DeletedUser {
    /// Returns the time in which the user can be restored.
    pub fn window(&self) -> RestoreWindow {
        RestoreWindow::after(self.deleted_at)
    }
}

/// The time in which a deleted user can be restored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RestoreWindow {
    end: Moment,
}

impl RestoreWindow {
    /// Returns the window of a user deleted at this moment.
    pub fn after(deleted_at: Moment) -> Self {
        let end = deleted_at.checked_add_signed(RESTORE_WINDOW);
        Self {
            end: end.unwrap_or(Moment::MAX_UTC),
        }
    }

    /// Returns the moment from which on the user can no longer be restored.
    pub fn end(self) -> Moment {
        self.end
    }

    pub fn is_open_at(self, now: Moment) -> bool {
        now < self.end
    }

    /// Returns whether the window is still open at this moment, but not for long.
    pub fn ends_soon_at(self, now: Moment) -> bool {
        (1..LAST_DAYS).contains(&self.days_left_at(now))
    }

    /// Returns the days left for restoring, rounded up; 0 when it is too late.
    pub fn days_left_at(self, now: Moment) -> u32 {
        let left = self
            .end
            .signed_duration_since(now)
            .num_milliseconds()
            .max(0);
        u32::try_from(left.unsigned_abs().div_ceil(24 * 60 * 60 * 1000)).unwrap_or(u32::MAX)
    }
}
