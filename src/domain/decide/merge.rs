//! Merging what a person changed in a form with what others have changed meanwhile: in each field
//! as the person saw it, as it is now, and as it is wanted.

use std::collections::BTreeSet;

use super::refusal::Refusal;
use crate::domain::problem::in_order;
use crate::domain::{
    AdminRole, CustomerDetails, Field, Problem, ProblemKind, UserDetails, UserName,
};

/// Merges the details of a user, or returns the fields that both have changed.
pub(super) fn merge_user(
    seen: &UserDetails,
    now: &UserDetails,
    wanted: &UserDetails,
) -> Result<UserDetails, Refusal> {
    let mut merger = Merger::new(seen, now, wanted);
    let merged = UserDetails {
        user_name: merger
            .merge(Field::UserName, |user| Spelled(&user.user_name))
            .0
            .clone(),
        first_name: merger
            .merge(Field::FirstName, |user| &user.first_name)
            .clone(),
        last_name: merger
            .merge(Field::LastName, |user| &user.last_name)
            .clone(),
        display_name: merger
            .merge(Field::DisplayName, |user| &user.display_name)
            .clone(),
        location: merger.merge(Field::Location, |user| user.location),
        roles: merge_roles(&seen.roles, &now.roles, &wanted.roles),
    };
    merger.result(merged)
}

/// Merges the details of a customer, or returns the fields that both have changed.
pub(super) fn merge_customer(
    seen: &CustomerDetails,
    now: &CustomerDetails,
    wanted: &CustomerDetails,
) -> Result<CustomerDetails, Refusal> {
    let mut merger = Merger::new(seen, now, wanted);
    let merged = CustomerDetails {
        company: merger
            .merge(Field::Company, |customer| &customer.company)
            .clone(),
        location: merger.merge(Field::Location, |customer| customer.location),
    };
    merger.result(merged)
}

/// Merges details field by field, and collects the fields that both have changed.
struct Merger<'a, D> {
    seen: &'a D,
    now: &'a D,
    wanted: &'a D,
    problems: Vec<Problem>,
}

impl<'a, D> Merger<'a, D> {
    fn new(seen: &'a D, now: &'a D, wanted: &'a D) -> Self {
        Self {
            seen,
            now,
            wanted,
            problems: Vec::new(),
        }
    }

    fn merge<T: PartialEq>(&mut self, field: Field, value: fn(&'a D) -> T) -> T {
        let (seen, now, wanted) = (value(self.seen), value(self.now), value(self.wanted));
        if wanted == seen {
            now
        } else if now == seen || now == wanted {
            wanted
        } else {
            self.problems.push(ProblemKind::ChangedMeanwhile.at(field));
            now
        }
    }

    fn result<T>(self, merged: T) -> Result<T, Refusal> {
        if self.problems.is_empty() {
            Ok(merged)
        } else {
            Err(Refusal::Problems(in_order(self.problems)))
        }
    }
}

/// Roles are check boxes: each is merged by itself, so that two people can set different ones.
fn merge_roles(
    seen: &BTreeSet<AdminRole>,
    now: &BTreeSet<AdminRole>,
    wanted: &BTreeSet<AdminRole>,
) -> BTreeSet<AdminRole> {
    let is_held = |role: &AdminRole| match (seen.contains(role), wanted.contains(role)) {
        (seen, wanted) if seen != wanted => wanted,
        _ => now.contains(role),
    };
    let mut merged = BTreeSet::new();
    merged.extend(AdminRole::ALL.into_iter().filter(is_held));
    merged
}

/// A user name compared letter by letter: one that differs only in case is equal, but a person may
/// still want the other spelling.
#[derive(Clone, Copy)]
struct Spelled<'a>(&'a UserName);

impl PartialEq for Spelled<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_str() == other.0.as_str()
    }
}
