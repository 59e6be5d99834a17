//! A save that needs more seats than there are is refused as a whole.

use seatwork::domain::{Customer, Field, Problem, ProblemKind, Refusal, Sku, Subscription, User};

use super::{
    CHARTS, assign, changes, describe_outcomes, licenses_of_all, revoke, save, try_save, update,
    users_holding,
};
use crate::support::{
    CONFERENCES, MAIL, MORE_MAIL, SUITE, company, licenses, seats, suspended, with_users,
};

fn customer(subscriptions: Vec<Subscription>, users: &[&[Sku]]) -> Customer {
    with_users(company(subscriptions), users_holding(users))
}

fn no_seat(sku: Sku, needed: u32, available: i64) -> Problem {
    Problem {
        field: Field::License(sku),
        kind: ProblemKind::NoSeat { needed, available },
    }
}

fn at_product(sku: Sku, kind: ProblemKind) -> Problem {
    Problem {
        field: Field::License(sku),
        kind,
    }
}

#[test]
fn too_few_seats_refuse_the_whole_save_with_what_is_needed_and_available() {
    let none: &[Sku] = &[];
    let suspended_mail = at_product(MAIL, ProblemKind::AllSuspended);
    let not_entitled = |sku| at_product(sku, ProblemKind::NotEntitled);
    for (what, subscriptions, users, named, expected) in [
        (
            "exactly enough",
            vec![seats(MAIL, 3)],
            &[none, none, &[MAIL]][..],
            &[1, 2][..],
            vec![],
        ),
        (
            "one too few",
            vec![seats(MAIL, 3)],
            &[none, none, none, &[MAIL]],
            &[1, 2, 3],
            vec![no_seat(MAIL, 3, 2)],
        ),
        (
            "those who hold it need none",
            vec![seats(MAIL, 3)],
            &[none, &[MAIL], none, &[MAIL]],
            &[1, 2, 3, 4],
            vec![no_seat(MAIL, 2, 1)],
        ),
        (
            "all taken",
            vec![seats(MAIL, 1)],
            &[none, &[MAIL]],
            &[1],
            vec![no_seat(MAIL, 1, 0)],
        ),
        (
            "over-assigned",
            vec![seats(MAIL, 1)],
            &[none, &[MAIL], &[MAIL], &[MAIL]],
            &[1],
            vec![no_seat(MAIL, 1, -2)],
        ),
        (
            "active subscriptions add up, a suspended one does not count",
            vec![seats(MAIL, 1), suspended(MAIL, 50), seats(MAIL, 1)],
            &[none, none, none],
            &[1, 2, 3],
            vec![no_seat(MAIL, 3, 2)],
        ),
        (
            "all suspended",
            vec![suspended(MAIL, 5), suspended(MAIL, 5)],
            &[none, &[MAIL]],
            &[1],
            vec![suspended_mail],
        ),
        (
            "never bought",
            vec![seats(MORE_MAIL, 5)],
            &[none],
            &[1],
            vec![not_entitled(MAIL)],
        ),
    ] {
        let customer = customer(subscriptions, users);
        let result = try_save(&customer, &assign(&customer, named, MAIL));
        if expected.is_empty() {
            let (after, _) = result.unwrap_or_else(|refusal| panic!("{what}: {refusal:?}"));
            let left = after.entitlement(MAIL).map(|seats| seats.available());
            assert_eq!(left, Some(0), "{what}");
        } else {
            assert_eq!(
                result.map(|_| ()),
                Err(Refusal::Problems(expected)),
                "{what}"
            );
        }
    }
}

#[test]
fn every_product_that_is_short_is_named_in_the_order_of_the_catalogue() {
    let subscriptions = vec![seats(CHARTS, 2), suspended(CONFERENCES, 9), seats(SUITE, 1)];
    let customer = customer(subscriptions, &[&[], &[]]);
    let all = [CHARTS, CONFERENCES, SUITE, MAIL].map(|sku| (sku, true));
    let mut without_mail = all[..3].to_vec();
    let refused =
        |update| try_save(&customer, &changes(&customer, &[(&[1, 2], update)])).map(|_| ());
    let mut expected = vec![
        no_seat(SUITE, 2, 1),
        at_product(CONFERENCES, ProblemKind::AllSuspended),
    ];
    assert_eq!(
        refused(update(&without_mail)),
        Err(Refusal::Problems(expected.clone()))
    );
    // Nobody can hold the suite and the mailbox, so no seats are needed.
    without_mail.push((MAIL, true));
    expected.clear();
    expected.push(at_product(MAIL, ProblemKind::NotEntitled));
    assert_eq!(
        refused(update(&without_mail)),
        Err(Refusal::Problems(expected))
    );
}

#[test]
fn from_an_over_assigned_product_seats_can_be_given_back_one_by_one() {
    let mut now = customer(vec![seats(MAIL, 1)], &[&[MAIL], &[MAIL], &[MAIL], &[]]);
    for (number, available) in [(1, -1), (2, 0), (3, 1)] {
        let short = no_seat(MAIL, 1, available - 1);
        assert_eq!(
            try_save(&now, &assign(&now, &[4], MAIL)).map(|_| ()),
            Err(Refusal::Problems(vec![short]))
        );
        now = save(&now, &revoke(&now, &[number], MAIL)).0;
        let left = now.entitlement(MAIL).map(|seats| seats.available());
        assert_eq!(left, Some(available));
    }
    save(&now, &assign(&now, &[4], MAIL));
}

#[test]
fn a_suspended_product_can_be_revoked() {
    let customer = customer(vec![suspended(MAIL, 3)], &[&[MAIL], &[MAIL]]);
    let (after, decision) = save(&customer, &revoke(&customer, &[1, 2], MAIL));
    assert_eq!(
        describe_outcomes(&decision.outcomes),
        "1 2: -EXCHANGESTANDARD"
    );
    assert_eq!(after.users.holder_count(MAIL), 0);
}

#[test]
fn revocations_count_before_assignments_whatever_their_order() {
    let customer = customer(vec![seats(MAIL, 2)], &[&[MAIL], &[MAIL], &[], &[]]);
    let (on, off) = (update(&[(MAIL, true)]), update(&[(MAIL, false)]));
    for order in [
        [(&[1, 2][..], &off), (&[3, 4][..], &on)],
        [(&[3, 4], &on), (&[1, 2], &off)],
    ] {
        let order = order.map(|(users, update)| (users, update.clone()));
        let (after, _) = save(&customer, &changes(&customer, &order));
        assert_eq!(
            licenses_of_all(&after),
            [&[][..], &[], &[MAIL], &[MAIL]].map(licenses)
        );
    }
    // One seat too few, until one is given back.
    let order = [(&[3, 4][..], on), (&[1][..], off)];
    assert_eq!(
        try_save(&customer, &changes(&customer, &order)).map(|_| ()),
        Err(Refusal::Problems(vec![no_seat(MAIL, 2, 1)]))
    );
}

/// Seats given back in the same save are available.
#[test]
fn a_shortage_is_told_in_seats_that_somebody_needs() {
    let users = &[&[MAIL][..], &[MAIL], &[MAIL], &[]];
    let customer = customer(vec![seats(MAIL, 1)], users);
    let order = [
        (&[1, 2][..], update(&[(MAIL, false)])),
        (&[4][..], update(&[(MAIL, true)])),
    ];
    assert_eq!(
        try_save(&customer, &changes(&customer, &order)).map(|_| ()),
        Err(Refusal::Problems(vec![no_seat(MAIL, 1, 0)]))
    );
}

#[test]
fn a_revocation_that_fails_a_rule_gives_no_seat_back() {
    let users = &[&[SUITE, CONFERENCES][..], &[SUITE], &[], &[]];
    let customer = customer(vec![seats(SUITE, 2), seats(CONFERENCES, 1)], users);
    let off = update(&[(SUITE, false)]);
    let swap = |to: &'static [u32]| {
        let on = update(&[(SUITE, true)]);
        changes(&customer, &[(&[1, 2], off.clone()), (to, on)])
    };
    assert_eq!(
        try_save(&customer, &swap(&[3, 4])).map(|_| ()),
        Err(Refusal::Problems(vec![no_seat(SUITE, 2, 1)]))
    );
    let (after, decision) = save(&customer, &swap(&[3]));
    assert_eq!(
        describe_outcomes(&decision.outcomes),
        "1: refused for 1 reasons; 2: -ENTERPRISEPACK; 3: +ENTERPRISEPACK"
    );
    assert_eq!(after.users.holder_count(SUITE), 2);
}

/// Deleted users and present holders need no seat.
#[test]
fn who_needs_no_seat_is_not_counted() {
    let customer = customer(vec![seats(MAIL, 2)], &[&[MAIL], &[]]);
    let (after, decision) = save(&customer, &assign(&customer, &[1, 2, 3, 4, 5], MAIL));
    assert_eq!(
        describe_outcomes(&decision.outcomes),
        "1: as it was; 2: +EXCHANGESTANDARD; 3 4 5: gone"
    );
    assert_eq!(after.users.holder_count(MAIL), 2);
}

/// The count of holders is right after every save.
#[test]
fn the_seats_in_use_are_counted_with_each_save() {
    let count = |customer: &Customer| {
        let holders = customer.users.active();
        let holders = holders.filter(|user: &&User| user.licenses.holds(MAIL));
        let counted = u32::try_from(holders.count()).expect("they are few");
        assert_eq!(customer.users.holder_count(MAIL), counted);
        counted
    };
    let mut now = customer(vec![seats(MAIL, 4)], &[&[][..]; 6]);
    for (named, hold, expected) in [
        (&[1, 2, 3][..], true, 3),
        (&[3, 4], true, 4),
        (&[1, 5, 6], false, 3),
        (&[1, 2, 3, 4, 5, 6], false, 0),
        (&[6], true, 1),
    ] {
        let command = changes(&now, &[(named, update(&[(MAIL, hold)]))]);
        now = save(&now, &command).0;
        assert_eq!(count(&now), expected);
    }
}
