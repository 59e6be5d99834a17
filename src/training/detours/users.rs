//! How a user differs from the one that the reference solution leaves.

use super::deviation::{Detail, Deviation, Differs};
use crate::domain::{Licenses, User};

/// Adds what differs between an active user and the same one after the reference solution.
/// `start` is the user before anything was done; users who are new have none. `is_name_open` says
/// that the exercise leaves the user name to the trainee.
pub(super) fn compare(
    start: Option<&User>,
    is_name_open: bool,
    actual: &User,
    expected: &User,
    add: &mut dyn FnMut(Deviation),
) {
    let before = start.map_or(Licenses::NONE, |user| &user.licenses);
    compare_licenses(before, &actual.licenses, &expected.licenses, add);
    let (is, should_be) = (&actual.details, &expected.details);
    let mut details = Vec::new();
    // First and last name of a new user may be left out.
    if start.is_some() {
        let first = Differs::between(&is.first_name, &should_be.first_name);
        let last = Differs::between(&is.last_name, &should_be.last_name);
        details.extend(first.map(Detail::FirstName));
        details.extend(last.map(Detail::LastName));
    }
    let display_name = Differs::between(&is.display_name, &should_be.display_name);
    details.extend(display_name.map(Detail::DisplayName));
    if !is_name_open {
        let user_name = Differs::between(&is.user_name, &should_be.user_name);
        details.extend(user_name.map(Detail::UserName));
    }
    let location = Differs::between(&is.location, &should_be.location);
    details.extend(location.map(Detail::Location));
    let roles = Differs::between(&is.roles, &should_be.roles);
    details.extend(roles.map(Detail::Permissions));
    details
        .into_iter()
        .map(Deviation::Detail)
        .for_each(&mut *add);
    if let Some(start) = start {
        let was_reset = |user: &User| user.password.set_at != start.password.set_at;
        match (was_reset(actual), was_reset(expected)) {
            (true, false) => add(Deviation::PasswordReset),
            (false, true) => add(Deviation::PasswordNotReset),
            _ => {}
        }
    }
}

fn compare_licenses(
    before: &Licenses,
    actual: &Licenses,
    expected: &Licenses,
    add: &mut dyn FnMut(Deviation),
) {
    for (sku, off) in actual.iter() {
        let Some(expected_off) = expected.switched_off(sku) else {
            add(if before.holds(sku) {
                Deviation::StillAssigned(sku)
            } else {
                Deviation::Assigned(sku)
            });
            continue;
        };
        // A product that was not held begins with all plans switched on.
        let was_off = |plan| {
            before
                .switched_off(sku)
                .is_some_and(|off| off.contains(plan))
        };
        for plan in off.symmetric_difference(expected_off) {
            add(match (off.contains(plan), was_off(plan)) {
                (true, true) => Deviation::StillOff(*plan),
                (true, false) => Deviation::SwitchedOff(*plan),
                (false, true) => Deviation::SwitchedOn(*plan),
                (false, false) => Deviation::StillOn(*plan),
            });
        }
    }
    for sku in expected.products().filter(|sku| !actual.holds(*sku)) {
        add(if before.holds(sku) {
            Deviation::Revoked(sku)
        } else {
            Deviation::NotAssigned(sku)
        });
    }
}
