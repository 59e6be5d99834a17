//! Undoing a change of licenses, which may be refused.

use seatwork::domain::catalogue::plans;
use seatwork::domain::{
    Command, Customer, CustomerCommand, Decision, Field, Licenses, Problem, ProblemKind, Refusal,
    Sku,
};

use super::{
    CHARTS, SMALL_SUITE, assign, changes, describe_outcomes, licenses_of_all, office, revoke, save,
    try_save, update, users_holding,
};
use crate::support::{
    CONFERENCES, MAIL, MORE_MAIL, SUITE, company, license_change, licenses, quantity, seats, user,
    with_users,
};

fn undo(decision: Decision) -> Command {
    decision.undo.expect("it can be taken back")
}

/// Saves, undoes it, and undoes the undo.
fn check(customer: &Customer, command: &Command) {
    let (after, decision) = save(customer, command);
    let (back, decision) = save(&after, &undo(decision));
    assert_eq!(
        licenses_of_all(&back),
        licenses_of_all(customer),
        "{command:?}"
    );
    let (again, decision) = save(&back, &undo(decision));
    assert_eq!(
        licenses_of_all(&again),
        licenses_of_all(&after),
        "{command:?}"
    );
    let (back, _) = save(&again, &undo(decision));
    assert_eq!(back.users, customer.users, "{command:?}");
}

#[test]
fn undo_gives_everybody_the_very_same_licenses_again() {
    let mut odd = Licenses::default();
    odd.assign(SUITE, [plans::SWAY, plans::TEAMS1]);
    odd.assign(CHARTS, [plans::BI_AZURE_P2]);
    let mut other = Licenses::default();
    other.assign(SUITE, [plans::YAMMER_ENTERPRISE]);
    let held = [
        Licenses::default(),
        licenses(&[SUITE]),
        odd,
        other,
        licenses(&[SMALL_SUITE]),
        licenses(&[SUITE, CONFERENCES]),
        licenses(&[MAIL, CHARTS]),
    ];
    let numbered = held.into_iter().zip(1..);
    let customer = office(
        numbered
            .map(|(held, number)| user(number, &format!("u{number}"), held))
            .collect(),
    );
    let all = &[1, 2, 3, 4, 5, 6, 7, 99][..];
    check(&customer, &assign(&customer, all, CHARTS));
    check(&customer, &revoke(&customer, all, SUITE));
    check(&customer, &assign(&customer, all, SUITE));
    let replace = update(&[(SUITE, false), (CONFERENCES, false), (SMALL_SUITE, true)]);
    check(&customer, &changes(&customer, &[(all, replace.clone())]));
    check(
        &customer,
        &license_change(&customer, all, |update| {
            update.switch(SUITE, plans::SWAY, Some(true));
            update.switch(SUITE, plans::YAMMER_ENTERPRISE, Some(false));
            update.switch(SUITE, plans::TEAMS1, Some(false));
        }),
    );
    check(
        &customer,
        &license_change(&customer, all, |update| {
            update.set(SUITE, Some(true));
            update.switch(SUITE, plans::SWAY, Some(false));
        }),
    );
    let several = [
        (&[1, 5][..], replace),
        (&[2, 3, 4][..], update(&[(SUITE, false)])),
        (&[1, 6, 7][..], update(&[(CHARTS, true)])),
    ];
    check(&customer, &changes(&customer, &several));
}

#[test]
fn undo_is_refused_when_the_seats_are_gone_meanwhile() {
    let users = users_holding(&[&[MAIL], &[MAIL], &[], &[]]);
    let customer = with_users(company(vec![seats(MAIL, 2)]), users);
    let (after, decision) = save(&customer, &revoke(&customer, &[1, 2], MAIL));
    let undo = undo(decision);
    let (taken, _) = save(&after, &assign(&after, &[3], MAIL));
    let short = Problem {
        field: Field::License(MAIL),
        kind: ProblemKind::NoSeat {
            needed: 2,
            available: 1,
        },
    };
    assert_eq!(
        try_save(&taken, &undo).map(|_| ()),
        Err(Refusal::Problems(vec![short]))
    );
    // With more seats, the same undo goes through.
    let (more, _) = {
        let command = Command::Customer(
            taken.id,
            CustomerCommand::ChangeQuantity {
                subscription: taken.subscriptions[0].id,
                quantity: quantity(3),
            },
        );
        let mut workspace = crate::support::only(taken);
        let decision = crate::support::carry_out(&mut workspace, &command, crate::support::at(2));
        (super::only_customer(&workspace), decision)
    };
    let (back, _) = save(&more, &undo);
    assert_eq!(
        licenses_of_all(&back),
        [&[MAIL][..], &[MAIL], &[MAIL], &[]].map(licenses)
    );
}

#[test]
fn undo_leaves_alone_what_has_been_done_since() {
    let customer = office(users_holding(&[&[MAIL], &[MAIL], &[MAIL]]));
    let (after, decision) = save(&customer, &revoke(&customer, &[1, 2, 3], MAIL));
    let (after, _) = save(&after, &assign(&after, &[1], CHARTS));
    let (after, _) = save(&after, &assign(&after, &[2], MORE_MAIL));
    let (after, _) = save(&after, &assign(&after, &[3], MAIL));
    let (back, decision) = save(&after, &undo(decision));
    assert_eq!(
        describe_outcomes(&decision.outcomes),
        "1: +EXCHANGESTANDARD; 2: refused for 1 reasons; 3: as it was"
    );
    let expected = [&[MAIL, CHARTS][..], &[MORE_MAIL], &[MAIL]];
    assert_eq!(licenses_of_all(&back), expected.map(licenses));
}

#[test]
fn undo_for_somebody_who_is_gone_says_so() {
    let customer = office(users_holding(&[&[MAIL], &[MAIL]]));
    let (mut after, decision) = save(&customer, &revoke(&customer, &[1, 2], MAIL));
    let undo = undo(decision);
    after.users.forget(seatwork::domain::UserNumber(1));
    let (_, decision) = save(&after, &undo);
    assert_eq!(
        describe_outcomes(&decision.outcomes),
        "2: +EXCHANGESTANDARD; 1: gone"
    );
}

/// Undo leaves users alone who were not changed.
#[test]
fn undo_is_for_those_only_who_were_changed() {
    let held: &[&[Sku]] = &[&[], &[MAIL], &[MORE_MAIL]];
    let customer = office(users_holding(held));
    let (_, decision) = save(&customer, &assign(&customer, &[1, 2, 3, 4], MAIL));
    let expected = changes(&customer, &[(&[1], update(&[(MAIL, false)]))]);
    assert_eq!(undo(decision), expected);
}
