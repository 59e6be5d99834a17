//! Licenses of a form: where they are sold, and which plans exclude or need each other.

use seatwork::domain::catalogue::plans;
use seatwork::domain::{Field, Licenses, ProblemKind, UserDraft};

use super::{check, problem};
use crate::support::{CONFERENCES, MAIL, MORE_MAIL, SUITE, licenses, location};

#[test]
fn licenses_need_a_location_in_which_they_are_sold() {
    check(
        |form| {
            form.details.location = String::new();
            form.licenses = licenses(&[MAIL]);
        },
        &[problem(Field::Location, ProblemKind::LocationNeeded)],
    );
    let in_india = |form: &mut UserDraft| {
        form.details.location = "IN".to_owned();
        form.licenses = licenses(&[SUITE, CONFERENCES]);
    };
    let kind = ProblemKind::Blocked {
        sku: CONFERENCES,
        location: location("IN"),
    };
    check(in_india, &[problem(Field::License(CONFERENCES), kind)]);
    check(|form| form.licenses = licenses(&[SUITE, CONFERENCES]), &[]);
}

#[test]
fn plans_that_exclude_each_other_are_told_once_and_can_be_switched_off() {
    let kind = ProblemKind::PlanConflict {
        plan: plans::EXCHANGE_S_ENTERPRISE,
        with: plans::EXCHANGE_S_STANDARD,
        of: MAIL,
    };
    check(
        |form| form.licenses = licenses(&[MORE_MAIL, MAIL]),
        &[problem(Field::License(MORE_MAIL), kind)],
    );
    check(
        |form| {
            form.licenses = licenses(&[MAIL]);
            form.licenses
                .assign(MORE_MAIL, [plans::EXCHANGE_S_ENTERPRISE]);
        },
        &[],
    );
}

#[test]
fn a_plan_that_needs_another_is_not_assigned_without_it() {
    let kind = ProblemKind::PlanMissing {
        plan: plans::MCOMEETADV,
        any_of: vec![plans::TEAMS1, plans::MCOSTANDARD],
    };
    let missing = [problem(Field::License(CONFERENCES), kind)];
    check(|form| form.licenses = licenses(&[CONFERENCES]), &missing);
    check(
        |form| {
            form.licenses = licenses(&[CONFERENCES]);
            form.licenses
                .assign(SUITE, [plans::TEAMS1, plans::MCOSTANDARD]);
        },
        &missing,
    );
    check(
        |form| {
            form.licenses = licenses(&[CONFERENCES]);
            form.licenses.assign(SUITE, [plans::TEAMS1]);
        },
        &[],
    );
    check(
        |form| form.licenses.assign(CONFERENCES, [plans::MCOMEETADV]),
        &[],
    );
}

#[test]
fn plans_that_are_not_the_products_cannot_be_switched_off() {
    let mut held = Licenses::default();
    held.assign(MAIL, [plans::EXCHANGE_S_STANDARD, plans::TEAMS1]);
    let off: Vec<_> = held.iter().flat_map(|(_, off)| off).copied().collect();
    assert_eq!(off, [plans::EXCHANGE_S_STANDARD]);
}
