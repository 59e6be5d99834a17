//! The kinds of checks.

use serde::Deserialize;

use super::scene::Scene;
use super::user::UserCheck;
use crate::domain::{Action, DomainName, Sku, User, UserFilter, UserName};
use crate::training::{Act, Happening};

/// A condition that is true or not at any moment of an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Check {
    /// A user is as said: `{"user": "dana.ruiz@albatros.example", "licenses": ["SPB"]}`.
    User(Box<UserCheck>),
    /// The user is among the deleted users and can be restored:
    /// `{"deleted": "tom.roth@albatros.example"}`.
    Deleted(UserName),
    /// So many active users match a filter of the list:
    /// `{"count": "without-license", "customer": "albatros.example", "is": 0}`.
    Count(CountCheck),
    /// The seats of a product: `{"seats": "SPB", "customer": "albatros.example",
    /// "available": {"at_least": 2}}`.
    Seats(SeatsCheck),
    /// A change happened in this attempt, by its name in the activity log:
    /// `{"done": "passwords-reset", "user": "dana.ruiz@albatros.example"}`.
    Done {
        action: Action,
        customer: Option<DomainName>,
        user: Option<UserName>,
    },
    /// A person did something in this attempt that changes no state:
    /// `{"act": "credentials-delivered"}`.
    Act {
        act: Act,
        customer: Option<DomainName>,
    },
    /// Each of these is true: `{"all": […]}`.
    All(Vec<Self>),
    /// At least one of these is true: `{"any": […]}`.
    Any(Vec<Self>),
    /// This is not true: `{"not": {…}}`.
    Not(Box<Self>),
    /// This is true, of what happened since a goal was first reached:
    /// `{"after": "created", "then": {…}}`.
    After { goal: String, then: Box<Self> },
}

/// How many active users of a customer match a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountCheck {
    pub filter: Option<UserFilter>,
    pub customer: DomainName,
    /// Only users at this domain of the customer.
    pub domain: Option<DomainName>,
    pub number: Amount,
}

/// The seats that a customer has of a product. A product that was never bought has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatsCheck {
    pub product: Sku,
    pub customer: DomainName,
    /// Seats of active subscriptions.
    pub total: Amount,
    pub assigned: Amount,
    pub available: Amount,
}

/// Limits of a number; none of them lets every number pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    #[serde(default)]
    pub is: Option<i64>,
    #[serde(default)]
    pub at_least: Option<i64>,
    #[serde(default)]
    pub at_most: Option<i64>,
}

impl Amount {
    /// Returns whether the number is within the limits.
    pub fn holds(self, number: i64) -> bool {
        self.is.is_none_or(|limit| number == limit)
            && self.at_least.is_none_or(|limit| number >= limit)
            && self.at_most.is_none_or(|limit| number <= limit)
    }

    /// Returns whether every number passes.
    pub fn is_open(self) -> bool {
        self == Self::default()
    }
}

impl Check {
    /// Returns whether the condition is true now.
    pub fn holds(&self, scene: &Scene<'_>) -> bool {
        match self {
            Self::User(check) => check.holds(scene),
            Self::Deleted(name) => scene.is_deleted(name),
            Self::Count(check) => check.holds(scene),
            Self::Seats(check) => check.holds(scene),
            Self::Done {
                action,
                customer,
                user,
            } => scene.happened(
                Happening::Changed(*action),
                customer.as_ref(),
                user.as_ref(),
            ),
            Self::Act { act, customer } => {
                scene.happened(Happening::Acted(*act), customer.as_ref(), None)
            }
            Self::All(checks) => checks.iter().all(|check| check.holds(scene)),
            Self::Any(checks) => checks.iter().any(|check| check.holds(scene)),
            Self::Not(check) => !check.holds(scene),
            Self::After { goal, then } => {
                let later = scene.after(goal);
                later.is_some_and(|later| then.holds(&later))
            }
        }
    }
}

impl Check {
    /// Calls back with this check and with every one inside it.
    pub fn visit<'a>(&'a self, then: &mut dyn FnMut(&'a Self)) {
        then(self);
        match self {
            Self::All(checks) | Self::Any(checks) => {
                checks.iter().for_each(|check| check.visit(then));
            }
            Self::Not(check) | Self::After { then: check, .. } => check.visit(then),
            _ => {}
        }
    }

    /// Returns the domain by which the check itself names a customer.
    pub fn domain(&self) -> Option<&str> {
        match self {
            Self::User(check) => Some(check.user.domain()),
            Self::Deleted(name) => Some(name.domain()),
            Self::Count(CountCheck { customer, .. }) | Self::Seats(SeatsCheck { customer, .. }) => {
                Some(customer.as_str())
            }
            Self::Done { customer, user, .. } => {
                let of_user = user.as_ref().map(UserName::domain);
                of_user.or(customer.as_ref().map(DomainName::as_str))
            }
            Self::Act { customer, .. } => customer.as_ref().map(DomainName::as_str),
            Self::All(_) | Self::Any(_) | Self::Not(_) | Self::After { .. } => None,
        }
    }
}

impl CountCheck {
    fn holds(&self, scene: &Scene<'_>) -> bool {
        let Some(customer) = scene.customer(&self.customer) else {
            return false;
        };
        let matches = |user: &&User| {
            let is_there = |domain: &DomainName| domain.as_str() == user.details.user_name.domain();
            self.domain.as_ref().is_none_or(is_there)
                && self.filter.is_none_or(|filter| filter.matches(user))
        };
        let count = customer.users.active().filter(matches).count();
        self.number.holds(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl SeatsCheck {
    fn holds(&self, scene: &Scene<'_>) -> bool {
        let Some(customer) = scene.customer(&self.customer) else {
            return false;
        };
        let entitlement = customer.entitlement(self.product);
        let (total, assigned) =
            entitlement.map_or((0, 0), |seats| (seats.total.into(), seats.consumed.into()));
        let available = entitlement.map_or(0, |seats| seats.available());
        self.total.holds(total) && self.assigned.holds(assigned) && self.available.holds(available)
    }
}
