//! Merging what the person saw, what is there now, and what they want.

use std::collections::BTreeSet;

use seatwork::domain::{AdminRole, Field, Problem, ProblemKind, Refusal, UserDetails};

use crate::support::{details, location, user_name};

use super::{merge_edit, name};

/// A way to change one field, and the field.
type Change = (Field, fn(&mut UserDetails));

const ONE: &[Change] = &[
    (Field::FirstName, |details| {
        details.first_name = Some(name("One"))
    }),
    (Field::LastName, |details| {
        details.last_name = Some(name("One"))
    }),
    (Field::DisplayName, |details| {
        details.display_name = name("One")
    }),
    (Field::Location, |details| {
        details.location = Some(location("FR"))
    }),
    (Field::UserName, |details| {
        details.user_name = user_name("one@probe.example")
    }),
];

const OTHER: &[Change] = &[
    (Field::FirstName, |details| {
        details.first_name = Some(name("Other"))
    }),
    (Field::LastName, |details| {
        details.last_name = Some(name("Other"))
    }),
    (Field::DisplayName, |details| {
        details.display_name = name("Other")
    }),
    (Field::Location, |details| details.location = None),
    (Field::UserName, |details| {
        details.user_name = user_name("other@second.example")
    }),
];

fn details_after(changes: &[&Change]) -> UserDetails {
    let mut changed = details("ann");
    for (_, change) in changes {
        change(&mut changed);
    }
    changed
}

#[test]
fn a_field_changed_here_only_is_changed() {
    for change in ONE {
        let wanted = details_after(&[change]);
        assert_eq!(
            merge_edit(details("ann"), details("ann"), wanted.clone()),
            Ok(wanted),
            "{:?}",
            change.0
        );
    }
}

#[test]
fn what_was_changed_elsewhere_and_left_alone_here_is_kept() {
    for here in ONE {
        for elsewhere in OTHER.iter().filter(|elsewhere| elsewhere.0 != here.0) {
            assert_eq!(
                merge_edit(
                    details("ann"),
                    details_after(&[elsewhere]),
                    details_after(&[here])
                ),
                Ok(details_after(&[elsewhere, here])),
                "{:?} {:?}",
                here.0,
                elsewhere.0
            );
        }
    }
}

#[test]
fn a_field_changed_in_both_places_is_a_problem_at_this_field() {
    let clash = |field| Problem {
        field,
        kind: ProblemKind::ChangedMeanwhile,
    };
    for (here, elsewhere) in ONE.iter().zip(OTHER) {
        assert_eq!(
            merge_edit(
                details("ann"),
                details_after(&[elsewhere]),
                details_after(&[here])
            ),
            Err(Refusal::Problems(vec![clash(here.0)]))
        );
    }
    let here: Vec<&Change> = ONE.iter().collect();
    let elsewhere: Vec<&Change> = OTHER.iter().collect();
    let mut problems: Vec<_> = ONE.iter().map(|(field, _)| clash(*field)).collect();
    problems.sort_by_key(|problem| problem.field);
    assert_eq!(
        merge_edit(
            details("ann"),
            details_after(&elsewhere),
            details_after(&here)
        ),
        Err(Refusal::Problems(problems)),
        "all of it clashes, in the order of the form"
    );
}

#[test]
fn the_same_change_in_both_places_is_no_problem() {
    for same in ONE {
        let other = OTHER
            .iter()
            .find(|other| other.0 != same.0)
            .expect("there are several");
        assert_eq!(
            merge_edit(
                details("ann"),
                details_after(&[same]),
                details_after(&[same])
            ),
            Err(Refusal::NothingToChange),
            "{:?}",
            same.0
        );
        assert_eq!(
            merge_edit(
                details("ann"),
                details_after(&[same]),
                details_after(&[same, other])
            ),
            Ok(details_after(&[same, other]))
        );
    }
}

#[test]
fn roles_are_brought_together_one_by_one() {
    use AdminRole::{Billing, Global, Password, Service};
    let with = |roles: &[AdminRole]| UserDetails {
        roles: roles.iter().copied().collect(),
        ..details("ann")
    };
    for (seen, now, wanted, expected) in [
        (
            &[][..],
            &[Global][..],
            &[Billing][..],
            &[Global, Billing][..],
        ),
        (&[Global, Billing], &[Billing], &[Global], &[]),
        (&[Global], &[], &[Global, Service], &[Service]),
        (&[Global], &[Global, Password], &[], &[Password]),
        (
            &[Global],
            &[Billing],
            &[Global, Service],
            &[Billing, Service],
        ),
    ] {
        let result = merge_edit(with(seen), with(now), with(wanted)).map(|details| details.roles);
        assert_eq!(
            result,
            Ok(expected.iter().copied().collect::<BTreeSet<_>>()),
            "{seen:?} {now:?} {wanted:?}"
        );
    }
    assert_eq!(
        merge_edit(with(&[]), with(&[Global]), with(&[Global])),
        Err(Refusal::NothingToChange)
    );
    assert_eq!(
        merge_edit(with(&[Global]), with(&[]), with(&[])),
        Err(Refusal::NothingToChange)
    );
}
