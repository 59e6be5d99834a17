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
    let mut merger = Merger::default();
    let merged = UserDetails {
        user_name: merger
            .merge(
                Field::UserName,
                &Spelled(&seen.user_name),
                &Spelled(&now.user_name),
                &Spelled(&wanted.user_name),
            )
            .0
            .clone(),
        first_name: merger.merge(
            Field::FirstName,
            &seen.first_name,
            &now.first_name,
            &wanted.first_name,
        ),
        last_name: merger.merge(
            Field::LastName,
            &seen.last_name,
            &now.last_name,
            &wanted.last_name,
        ),
        display_name: merger.merge(
            Field::DisplayName,
            &seen.display_name,
            &now.display_name,
            &wanted.display_name,
        ),
        location: merger.merge(
            Field::Location,
            &seen.location,
            &now.location,
            &wanted.location,
        ),
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
    let mut merger = Merger::default();
    let merged = CustomerDetails {
        company: merger.merge(Field::Company, &seen.company, &now.company, &wanted.company),
        location: merger.merge(
            Field::Location,
            &seen.location,
            &now.location,
            &wanted.location,
        ),
    };
    merger.result(merged)
}

/// Collects the fields that both have changed.
#[derive(Default)]
struct Merger {
    problems: Vec<Problem>,
}

impl Merger {
    fn merge<T: PartialEq + Clone>(&mut self, field: Field, seen: &T, now: &T, wanted: &T) -> T {
        three_way(seen, now, wanted).unwrap_or_else(|| {
            self.problems.push(ProblemKind::ChangedMeanwhile.at(field));
            now.clone()
        })
    }

    fn result<T>(self, merged: T) -> Result<T, Refusal> {
        if self.problems.is_empty() {
            Ok(merged)
        } else {
            Err(Refusal::Problems(in_order(self.problems)))
        }
    }
}

/// Returns the value that both agree on, or `None` if both have changed it, each in their way.
fn three_way<T: PartialEq + Clone>(seen: &T, now: &T, wanted: &T) -> Option<T> {
    if wanted == seen {
        Some(now.clone())
    } else if now == seen || now == wanted {
        Some(wanted.clone())
    } else {
        None
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
    AdminRole::ALL.into_iter().filter(is_held).collect()
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
