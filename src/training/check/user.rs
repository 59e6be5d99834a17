//! A user as a check wants them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::scene::{Scene, customer_at};
use crate::domain::{AdminRole, DomainName, Location, PersonName, Plan, Sku, User, UserName};

/// Whom a check looks at.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Who {
    User(UserName),
    /// Any active user at this domain, written `*@albatros.example`: the exercise leaves the first
    /// part of the user name open.
    AnyoneAt(DomainName),
}

/// What is said of a user. Only what is said is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserCheck {
    pub user: Who,
    /// Whether there is such an active user.
    pub exists: bool,
    pub first_name: Option<PersonName>,
    pub last_name: Option<PersonName>,
    pub display_name: Option<PersonName>,
    pub location: Option<Location>,
    /// Exactly these administrator roles.
    pub roles: Option<BTreeSet<AdminRole>>,
    /// Products that the user holds, perhaps with others.
    pub licenses: BTreeSet<Sku>,
    /// Products that the user does not hold.
    pub without: BTreeSet<Sku>,
    /// Plans of products held that are switched on.
    pub plans_on: BTreeMap<Sku, BTreeSet<Plan>>,
    /// Plans of products held that are switched off.
    pub plans_off: BTreeMap<Sku, BTreeSet<Plan>>,
}

impl TryFrom<String> for Who {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match text.strip_prefix("*@") {
            Some(domain) => DomainName::parse(domain).map(Self::AnyoneAt),
            None => UserName::parse(&text).map(Self::User),
        }
        .ok_or("not a user name")
    }
}

impl Who {
    /// Returns the domain of the user name.
    pub fn domain(&self) -> &str {
        match self {
            Self::User(name) => name.domain(),
            Self::AnyoneAt(domain) => domain.as_str(),
        }
    }
}

impl UserCheck {
    pub(super) fn holds(&self, scene: &Scene<'_>) -> bool {
        let Some(customer) = customer_at(scene.state, self.user.domain()) else {
            return false;
        };
        let is_there = match &self.user {
            Who::User(name) => {
                let user = customer.users.with_name(name);
                user.is_some_and(|user| self.describes(user))
            }
            Who::AnyoneAt(_) => customer.users.active().any(|user| self.describes(user)),
        };
        is_there == self.exists
    }

    /// Returns whether the user is as said, and is one of those whom the check looks at.
    pub fn describes(&self, user: &User) -> bool {
        let details = &user.details;
        let is_meant = match &self.user {
            Who::User(name) => details.user_name == *name,
            Who::AnyoneAt(domain) => details.user_name.domain() == domain.as_str(),
        };
        is_meant
            && is_as_said(&self.first_name, details.first_name.as_ref())
            && is_as_said(&self.last_name, details.last_name.as_ref())
            && is_as_said(&self.display_name, Some(&details.display_name))
            && is_as_said(&self.location, details.location.as_ref())
            && is_as_said(&self.roles, Some(&details.roles))
            && self.has_licenses(user)
    }

    /// Returns whether it only says that there is such a user, or none.
    pub(super) fn says_nothing(&self) -> bool {
        let texts = [&self.first_name, &self.last_name, &self.display_name];
        texts.into_iter().all(Option::is_none)
            && self.location.is_none()
            && self.roles.is_none()
            && self.licenses.is_empty()
            && self.without.is_empty()
            && self.plans_on.is_empty()
            && self.plans_off.is_empty()
    }

    fn has_licenses(&self, user: &User) -> bool {
        let licenses = &user.licenses;
        let is_switched = |plans: &BTreeMap<Sku, BTreeSet<Plan>>, off: bool| {
            plans.iter().all(|(sku, plans)| {
                let switched_off = licenses.switched_off(*sku);
                switched_off.is_some_and(|all| plans.iter().all(|plan| all.contains(plan) == off))
            })
        };
        self.licenses.iter().all(|sku| licenses.holds(*sku))
            && !self.without.iter().any(|sku| licenses.holds(*sku))
            && is_switched(&self.plans_on, false)
            && is_switched(&self.plans_off, true)
    }
}

/// Returns whether nothing is said of a value, or exactly this.
fn is_as_said<T: PartialEq>(said: &Option<T>, value: Option<&T>) -> bool {
    said.is_none() || said.as_ref() == value
}
