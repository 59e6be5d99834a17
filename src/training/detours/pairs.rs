//! Who is who among users that did not exist at the start.

use crate::domain::{User, Users};
use crate::training::check::{Check, UserCheck, Who};
use crate::training::goal::Goal;

/// A user who was created in the attempt or by the reference solution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pair<'a> {
    Both {
        actual: &'a User,
        expected: &'a User,
        /// Whether they may have different user names.
        is_name_open: bool,
    },
    OnlyActual(&'a User),
    OnlyExpected(&'a User),
}

/// Pairs active users who are newer than the start: by their user names, where goals leave these
/// open, by the goals that name them, and at last by what they are called.
pub(super) fn pair<'a>(
    goals: &[Goal],
    highest_at_start: u32,
    actual: &'a Users,
    expected: &'a Users,
) -> Vec<Pair<'a>> {
    let new = |users: &'a Users| -> Vec<&'a User> {
        let users = users.active();
        users
            .filter(|user| user.number.0 > highest_at_start)
            .collect()
    };
    let mut left = new(actual);
    let mut pairs = Vec::new();
    let mut unpaired = Vec::new();
    for expected in new(expected) {
        match take(&mut left, |actual| has_same_name(actual, expected)) {
            Some(actual) => pairs.push(Pair::Both {
                actual,
                expected,
                is_name_open: false,
            }),
            None => unpaired.push(expected),
        }
    }
    let mut missing = Vec::new();
    for expected in unpaired {
        match take(&mut left, |actual| is_either_fine(goals, actual, expected)) {
            Some(actual) => pairs.push(Pair::Both {
                actual,
                expected,
                is_name_open: true,
            }),
            None => missing.push(expected),
        }
    }
    for expected in missing {
        pairs.push(
            match take(&mut left, |actual| is_called_alike(actual, expected)) {
                Some(actual) => Pair::Both {
                    actual,
                    expected,
                    is_name_open: false,
                },
                None => Pair::OnlyExpected(expected),
            },
        );
    }
    pairs.extend(left.into_iter().map(Pair::OnlyActual));
    pairs
}

fn has_same_name(one: &User, other: &User) -> bool {
    one.details.user_name == other.details.user_name
}

fn is_called_alike(one: &User, other: &User) -> bool {
    one.details.display_name == other.details.display_name
}

fn take<'a>(users: &mut Vec<&'a User>, is_meant: impl Fn(&User) -> bool) -> Option<&'a User> {
    let at = users.iter().position(|user| is_meant(user))?;
    Some(users.remove(at))
}

/// Returns whether either user would do for a goal, so that their user names may differ.
pub(super) fn is_either_fine(goals: &[Goal], one: &User, other: &User) -> bool {
    let mut checks = goals.iter().map(|goal| &goal.check);
    checks.any(|check| means_both(check, one, other))
}

/// Returns whether either user would do for a check: it leaves the user name open, or both are
/// among its alternatives.
fn means_both(check: &Check, one: &User, other: &User) -> bool {
    match check {
        Check::User(check) => is_open_to(check, one) && is_open_to(check, other),
        Check::Any(checks) => {
            let is_alternative = |user: &User| checks.iter().any(|check| would_do(check, user));
            is_alternative(one) && is_alternative(other)
                || checks.iter().any(|check| means_both(check, one, other))
        }
        Check::All(checks) => checks.iter().any(|check| means_both(check, one, other)),
        Check::After { then, .. } => means_both(then, one, other),
        _ => false,
    }
}

fn is_open_to(check: &UserCheck, user: &User) -> bool {
    matches!(check.user, Who::AnyoneAt(_)) && check.describes(user)
}

/// Returns whether an alternative names the user, or is open to them.
fn would_do(check: &Check, user: &User) -> bool {
    match check {
        Check::User(check) => match &check.user {
            Who::User(name) => *name == user.details.user_name,
            Who::AnyoneAt(_) => check.describes(user),
        },
        Check::All(checks) | Check::Any(checks) => checks.iter().any(|one| would_do(one, user)),
        Check::After { then, .. } => would_do(then, user),
        _ => false,
    }
}
