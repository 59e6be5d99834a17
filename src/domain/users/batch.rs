//! The stored form of users: those who were created together are one batch, in which every user
//! is a short row.

use std::borrow::Cow;
use std::collections::BTreeSet;

use chrono::serde::ts_milliseconds;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::user::{PasswordState, User, UserDetails, UserId, UserNumber};
use super::user_numbers;
use crate::domain::{AdminRole, DomainName, Licenses, Location, Moment, PersonName, UserName};

/// A larger gap between two numbers begins a new batch.
const MAX_GAP: u32 = 99;

/// Users who were created together. Their numbers and identifiers follow each other, and they
/// differ only in their names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UserBatch<'a> {
    first: UserNumber,
    id: UserId,
    /// The numbers after the first one that are left out.
    #[serde(
        default,
        skip_serializing_if = "BTreeSet::is_empty",
        with = "user_numbers"
    )]
    without: BTreeSet<UserNumber>,
    #[serde(with = "ts_milliseconds")]
    created_at: Moment,
    #[serde(borrow)]
    domain: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    location: Option<Location>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    roles: BTreeSet<AdminRole>,
    #[serde(default, skip_serializing_if = "Licenses::is_empty")]
    licenses: Licenses,
    /// `None` if it was set when the user was created and must be changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    password: Option<PasswordState>,
    #[serde(borrow)]
    rows: Vec<Row<'a>>,
}

/// What is stored of each user.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    Everything,
    /// Neither licenses nor the state of the password.
    Account,
}

impl<'a> UserBatch<'a> {
    /// Gathers users into batches.
    pub fn gather(users: impl IntoIterator<Item = &'a User>) -> Vec<Self> {
        Self::gather_in(Scope::Everything, users)
    }

    /// Gathers users into batches that say nothing about licenses and passwords.
    pub fn gather_accounts(users: impl IntoIterator<Item = &'a User>) -> Vec<Self> {
        Self::gather_in(Scope::Account, users)
    }

    fn gather_in(scope: Scope, users: impl IntoIterator<Item = &'a User>) -> Vec<Self> {
        let mut batches: Vec<Self> = Vec::new();
        for user in users {
            let is_added = batches
                .last_mut()
                .is_some_and(|batch| batch.add(scope, user));
            if !is_added {
                batches.push(Self::begin(scope, user));
            }
        }
        batches
    }

    fn begin(scope: Scope, user: &'a User) -> Self {
        let domain = user.details.user_name.domain();
        let (licenses, password) = match scope {
            Scope::Everything => (user.licenses.clone(), own_password(user)),
            Scope::Account => (Licenses::default(), None),
        };
        Self {
            first: user.number,
            id: user.id,
            without: BTreeSet::new(),
            created_at: user.created_at,
            domain: domain.into(),
            location: user.details.location,
            roles: user.details.roles.clone(),
            licenses,
            password,
            rows: vec![Row::of(&user.details, domain)],
        }
    }

    /// Adds the user if they belong to the batch.
    fn add(&mut self, scope: Scope, user: &'a User) -> bool {
        let Some(next) = self.next_number() else {
            return false;
        };
        let gap = user.number.0.checked_sub(next);
        let belongs = gap.is_some_and(|gap| gap <= MAX_GAP)
            && user.id == self.id_of(user.number)
            && user.created_at == self.created_at
            && user.details.location == self.location
            && user.details.roles == self.roles
            && (scope == Scope::Account
                || user.licenses == self.licenses && own_password(user) == self.password);
        if belongs {
            self.without.extend((next..user.number.0).map(UserNumber));
            self.rows.push(Row::of(&user.details, &self.domain));
        }
        belongs
    }

    /// Returns the number that follows the last user's.
    fn next_number(&self) -> Option<u32> {
        let numbers = self.rows.len().saturating_add(self.without.len());
        self.first.0.checked_add(u32::try_from(numbers).ok()?)
    }

    fn id_of(&self, number: UserNumber) -> UserId {
        let UserId(first) = self.id;
        UserId(first.advanced_by(number.0.saturating_sub(self.first.0)))
    }

    /// Returns the users of the batch, or `None` if it was not written by this program.
    pub fn users(&self) -> Option<Vec<User>> {
        let domain = DomainName::parse(&self.domain)?;
        let mut numbers = (self.first.0..=u32::MAX)
            .map(UserNumber)
            .filter(|number| !self.without.contains(number));
        let users: Vec<User> = self
            .rows
            .iter()
            .map(|row| self.user(numbers.next()?, row, &domain))
            .collect::<Option<_>>()?;
        let last = users.last()?.number;
        let is_between = |number: &UserNumber| self.first < *number && *number < last;
        self.without.iter().all(is_between).then_some(users)
    }

    fn user(&self, number: UserNumber, row: &Row<'_>, domain: &DomainName) -> Option<User> {
        let Row(name, first, last, display) = row;
        let user_name = if name.contains('@') {
            UserName::parse(name)
        } else {
            UserName::new(name, domain).ok()
        };
        let display_name = match &**display {
            "" if first.is_empty() || last.is_empty() => return None,
            "" => stored_name(&[first, " ", last].concat())?,
            display => stored_name(display)?,
        };
        Some(User {
            number,
            id: self.id_of(number),
            details: UserDetails {
                user_name: user_name?,
                first_name: stored_name(first)?,
                last_name: stored_name(last)?,
                display_name: display_name?,
                location: self.location,
                roles: self.roles.clone(),
            },
            licenses: self.licenses.clone(),
            created_at: self.created_at,
            password: self
                .password
                .unwrap_or_else(|| PasswordState::new(self.created_at)),
        })
    }
}

/// Returns a stored name, or the inner `None` if it is empty.
fn stored_name(text: &str) -> Option<Option<PersonName>> {
    match text {
        "" => Some(None),
        text => PersonName::try_from(text).ok().map(Some),
    }
}

/// Returns the state of the password, unless it is that of a new user.
fn own_password(user: &User) -> Option<PasswordState> {
    Some(user.password).filter(|password| *password != PasswordState::new(user.created_at))
}

/// The names of one user, stored as a list without the empty texts at its end: the local part of
/// the user name (the whole name where its domain is not that of the batch), the first name, the
/// last name, and the display name. No display name stands for "First Last".
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Row<'a>(
    #[serde(borrow)] Cow<'a, str>,
    #[serde(borrow, default)] Cow<'a, str>,
    #[serde(borrow, default)] Cow<'a, str>,
    #[serde(borrow, default)] Cow<'a, str>,
);

impl<'a> Row<'a> {
    fn of(details: &'a UserDetails, domain: &str) -> Self {
        let name = &details.user_name;
        let user_name = if name.domain() == domain {
            name.local()
        } else {
            name.as_str()
        };
        let (first, last) = (text_of(&details.first_name), text_of(&details.last_name));
        let display = match details.display_name.as_str() {
            display if is_full_name(display, first, last) => "",
            display => display,
        };
        Self(user_name.into(), first.into(), last.into(), display.into())
    }
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(name, first, last, display) = self;
        let texts = [name, first, last, display];
        let used = texts.iter().rposition(|text| !text.is_empty());
        let used = used.map_or(0, |last| last.saturating_add(1));
        serializer.collect_seq(texts.into_iter().take(used))
    }
}

fn text_of(name: &Option<PersonName>) -> &str {
    name.as_ref().map_or("", PersonName::as_str)
}

/// Returns whether the name is the first and the last one with a space between them.
fn is_full_name(name: &str, first: &str, last: &str) -> bool {
    let rest = name
        .strip_prefix(first)
        .and_then(|rest| rest.strip_prefix(' '));
    !first.is_empty() && !last.is_empty() && rest == Some(last)
}

/// The stored form of a list of users, for `#[serde(with = "batches")]`.
pub mod batches {
    use super::{Deserialize, Deserializer, Error, Serialize, Serializer, User, UserBatch};

    /// Serializes the users in batches.
    pub fn serialize<S: Serializer>(users: &[User], serializer: S) -> Result<S::Ok, S::Error> {
        UserBatch::gather(users).serialize(serializer)
    }

    /// Deserializes users from batches.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<User>, D::Error> {
        let mut users = Vec::new();
        for batch in Vec::<UserBatch<'de>>::deserialize(deserializer)? {
            let batch = batch.users();
            users.extend(batch.ok_or_else(|| D::Error::custom("not a batch of users"))?);
        }
        Ok(users)
    }
}
