//! Checks as a course writes them.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::take;

use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::condition::{Amount, Check, CountCheck, SeatsCheck};
use super::filter::CountFilter;
use super::user::{UserCheck, Who};
use crate::domain::{
    Action, AdminRole, DomainName, Location, PersonName, Plan, Sku, UserFilter, UserName,
};
use crate::training::Act;

/// Every field that a check may have. The one that says which kind it is comes first in courses;
/// the others say more.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct CheckFields {
    // Each kind has one of these.
    user: Option<Who>,
    deleted: Option<UserName>,
    count: Option<CountFilter>,
    seats: Option<Sku>,
    done: Option<Action>,
    act: Option<Act>,
    all: Option<Vec<Check>>,
    any: Option<Vec<Check>>,
    not: Option<Box<Check>>,
    after: Option<String>,
    // What is said of a user.
    exists: Option<bool>,
    first_name: Option<PersonName>,
    last_name: Option<PersonName>,
    display_name: Option<PersonName>,
    location: Option<Location>,
    roles: Option<BTreeSet<AdminRole>>,
    licenses: BTreeSet<Sku>,
    without: BTreeSet<Sku>,
    plans_on: BTreeMap<Sku, BTreeSet<Plan>>,
    plans_off: BTreeMap<Sku, BTreeSet<Plan>>,
    // What is counted, and how much of it there is.
    customer: Option<DomainName>,
    domain: Option<DomainName>,
    is: Option<i64>,
    at_least: Option<i64>,
    at_most: Option<i64>,
    total: Amount,
    assigned: Amount,
    available: Amount,
    // What is true after a goal.
    then: Option<Box<Check>>,
}

impl<'de> Deserialize<'de> for Check {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut fields = CheckFields::deserialize(deserializer)?;
        let check = fields.take_check().map_err(D::Error::custom)?;
        // A field is left if it belongs to another kind, or if there are two kinds.
        if fields == CheckFields::default() {
            Ok(check)
        } else {
            Err(D::Error::custom("a field does not belong to this check"))
        }
    }
}

impl CheckFields {
    /// Takes the fields that a check of this kind has.
    fn take_check(&mut self) -> Result<Check, &'static str> {
        // A change may name a user, which by itself is a kind of check: it comes first.
        if let Some(action) = self.done.take() {
            return self.take_done(action);
        }
        if let Some(user) = self.user.take() {
            return self.take_user(user);
        }
        if let Some(CountFilter(filter)) = self.count.take() {
            return self.take_count(filter);
        }
        if let Some(product) = self.seats.take() {
            return self.take_seats(product);
        }
        if let Some(act) = self.act.take() {
            let customer = self.customer.take();
            return Ok(Check::Act { act, customer });
        }
        if let Some(goal) = self.after.take() {
            let then = self.then.take().ok_or("“then” is missing")?;
            return Ok(Check::After { goal, then });
        }
        let check = self.deleted.take().map(Check::Deleted);
        check
            .or_else(|| self.all.take().map(Check::All))
            .or_else(|| self.any.take().map(Check::Any))
            .or_else(|| self.not.take().map(Check::Not))
            .ok_or("a check says nothing")
    }

    fn take_done(&mut self, action: Action) -> Result<Check, &'static str> {
        let user = match self.user.take() {
            None => None,
            Some(Who::User(name)) => Some(name),
            Some(Who::AnyoneAt(_)) => return Err("a change names a user by the whole user name"),
        };
        let customer = self.customer.take();
        Ok(Check::Done {
            action,
            customer,
            user,
        })
    }

    fn take_user(&mut self, user: Who) -> Result<Check, &'static str> {
        let exists = self.exists.take().unwrap_or(true);
        let check = UserCheck {
            user,
            exists,
            first_name: self.first_name.take(),
            last_name: self.last_name.take(),
            display_name: self.display_name.take(),
            location: self.location.take(),
            roles: self.roles.take(),
            licenses: take(&mut self.licenses),
            without: take(&mut self.without),
            plans_on: take(&mut self.plans_on),
            plans_off: take(&mut self.plans_off),
        };
        let switched = check.plans_on.iter().chain(&check.plans_off);
        let is_own = |(sku, plans): (&Sku, &BTreeSet<Plan>)| {
            plans.iter().all(|plan| sku.plans.contains(plan))
        };
        if !switched.into_iter().all(is_own) {
            return Err("a plan of another product");
        }
        if !exists && !check.says_nothing() {
            return Err("of a user who is not there, nothing else can be said");
        }
        Ok(Check::User(Box::new(check)))
    }

    fn take_count(&mut self, filter: Option<UserFilter>) -> Result<Check, &'static str> {
        let number = Amount {
            is: self.is.take(),
            at_least: self.at_least.take(),
            at_most: self.at_most.take(),
        };
        if number.is_open() {
            return Err("how many is missing");
        }
        Ok(Check::Count(CountCheck {
            filter,
            customer: self.take_customer()?,
            domain: self.domain.take(),
            number,
        }))
    }

    fn take_seats(&mut self, product: Sku) -> Result<Check, &'static str> {
        let (total, assigned, available) = (
            take(&mut self.total),
            take(&mut self.assigned),
            take(&mut self.available),
        );
        if total.is_open() && assigned.is_open() && available.is_open() {
            return Err("how many is missing");
        }
        Ok(Check::Seats(SeatsCheck {
            product,
            customer: self.take_customer()?,
            total,
            assigned,
            available,
        }))
    }

    fn take_customer(&mut self) -> Result<DomainName, &'static str> {
        self.customer.take().ok_or("“customer” is missing")
    }
}
