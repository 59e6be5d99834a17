//! Rules about single users: those who break one are reported and left alone.

use seatwork::domain::catalogue::{plans, products};
use seatwork::domain::{
    Customer, Field, LicenseOutcome, LicenseResult, LicenseUpdate, Licenses, Problem, ProblemKind,
    Refusal, Sku, User, UserNumber,
};

use super::{
    CHARTS, SMALL_SUITE, assign, changes, describe_outcomes, licenses_of_all, office, revoke, save,
    try_save, update, users_holding,
};
use crate::support::{
    CONFERENCES, MAIL, MORE_MAIL, SUITE, company, licenses, location, seats, user, with_users,
};

/// A user in this location.
fn user_in(code: Option<&str>, number: u32, held: &[Sku]) -> User {
    let mut user = user(number, &format!("u{number}"), licenses(held));
    user.details.location = code.map(location);
    user
}

fn problem(sku: Sku, kind: ProblemKind) -> Problem {
    Problem {
        field: Field::License(sku),
        kind,
    }
}

fn conflict(plan: seatwork::domain::Plan, with: seatwork::domain::Plan, of: Sku) -> ProblemKind {
    ProblemKind::PlanConflict { plan, with, of }
}

fn missing(plan: seatwork::domain::Plan, any_of: &[seatwork::domain::Plan]) -> ProblemKind {
    ProblemKind::PlanMissing {
        plan,
        any_of: any_of.to_vec(),
    }
}

/// Expects these problems for the second of two users, and a change for the first.
fn check(what: &str, users: [User; 2], update: LicenseUpdate, reasons: &[Problem]) {
    let customer = office(users.to_vec());
    let before = licenses_of_all(&customer);
    let (after, decision) = save(&customer, &changes(&customer, &[(&[1, 2], update.clone())]));
    let refused = LicenseOutcome {
        users: vec![UserNumber(2)],
        result: LicenseResult::Refused(reasons.to_vec()),
    };
    let [first, second] = &decision.outcomes[..] else {
        panic!("{what}: {:?}", decision.outcomes);
    };
    assert!(
        matches!(first.result, LicenseResult::Changed(_)),
        "{what}: {first:?}"
    );
    assert_eq!(*second, refused, "{what}");
    assert_ne!(licenses_of_all(&after)[0], before[0], "{what}");

    // Without others, nobody is changed.
    let alone = changes(&customer, &[(&[2], update)]);
    assert_eq!(
        try_save(&customer, &alone).map(|_| ()),
        Err(Refusal::NobodyChanged(vec![refused])),
        "{what}"
    );
}

#[test]
fn whoever_fails_a_rule_is_left_alone_and_the_others_are_changed() {
    let here = Some("DE");
    let nowhere = problem(MAIL, ProblemKind::LocationNeeded);
    check(
        "no usage location",
        [user_in(here, 1, &[]), user_in(None, 2, &[])],
        update(&[(MAIL, true)]),
        &[nowhere],
    );
    check(
        "not sold in the location",
        [user_in(here, 1, &[SUITE]), user_in(Some("IN"), 2, &[SUITE])],
        update(&[(CONFERENCES, true)]),
        &[problem(
            CONFERENCES,
            ProblemKind::Blocked {
                sku: CONFERENCES,
                location: location("IN"),
            },
        )],
    );
    check(
        "two plans in conflict, at the product that stands later in the catalogue",
        [user_in(here, 1, &[]), user_in(here, 2, &[MORE_MAIL])],
        update(&[(MAIL, true)]),
        &[problem(
            MORE_MAIL,
            conflict(
                plans::EXCHANGE_S_ENTERPRISE,
                plans::EXCHANGE_S_STANDARD,
                MAIL,
            ),
        )],
    );
    check(
        "several plans in conflict",
        [user_in(here, 1, &[]), user_in(here, 2, &[SMALL_SUITE])],
        update(&[(SUITE, true)]),
        &[
            problem(
                SUITE,
                conflict(
                    plans::EXCHANGE_S_ENTERPRISE,
                    plans::EXCHANGE_S_STANDARD,
                    SMALL_SUITE,
                ),
            ),
            problem(
                SUITE,
                conflict(
                    plans::SHAREPOINTENTERPRISE,
                    plans::SHAREPOINTSTANDARD,
                    SMALL_SUITE,
                ),
            ),
        ],
    );
    check(
        "a plan that is needed is missing",
        [user_in(here, 1, &[SUITE]), user_in(here, 2, &[])],
        update(&[(CONFERENCES, true)]),
        &[problem(
            CONFERENCES,
            missing(plans::MCOMEETADV, &[plans::TEAMS1, plans::MCOSTANDARD]),
        )],
    );
    check(
        "a plan that is needed would be taken away",
        [
            user_in(here, 1, &[SUITE]),
            user_in(here, 2, &[SUITE, CONFERENCES]),
        ],
        update(&[(SUITE, false)]),
        &[problem(
            CONFERENCES,
            missing(plans::MCOMEETADV, &[plans::TEAMS1, plans::MCOSTANDARD]),
        )],
    );
}

/// A user who breaks a rule gets no part of the update.
#[test]
fn an_update_is_done_whole_or_not_at_all_for_each_user() {
    let customer = office(users_holding(&[&[CHARTS], &[CHARTS, MORE_MAIL]]));
    let command = changes(
        &customer,
        &[(&[1, 2], update(&[(CHARTS, false), (MAIL, true)]))],
    );
    let (after, decision) = save(&customer, &command);
    assert_eq!(
        describe_outcomes(&decision.outcomes),
        "1: +EXCHANGESTANDARD -POWER_BI_PRO; 2: refused for 1 reasons"
    );
    assert_eq!(licenses_of_all(&after)[1], licenses(&[CHARTS, MORE_MAIL]));
}

#[test]
fn users_with_different_reasons_are_told_apart() {
    let customer = office(vec![
        user_in(None, 1, &[]),
        user_in(Some("DE"), 2, &[MORE_MAIL]),
        user_in(None, 3, &[]),
        user_in(Some("FR"), 4, &[]),
        user_in(Some("FR"), 5, &[MORE_MAIL]),
    ]);
    let (_, decision) = save(&customer, &assign(&customer, &[1, 2, 3, 4, 5], MAIL));
    assert_eq!(
        describe_outcomes(&decision.outcomes),
        "1 3: refused for 1 reasons; 2 5: refused for 1 reasons; 4: +EXCHANGESTANDARD"
    );
}

fn company_with_seats(mail: u32, users: Vec<User>) -> Customer {
    with_users(company(vec![seats(MAIL, mail), seats(MORE_MAIL, 9)]), users)
}

#[test]
fn whoever_fails_a_rule_takes_no_seat() {
    let customer = company_with_seats(
        1,
        vec![
            user_in(None, 1, &[]),
            user_in(Some("DE"), 2, &[MORE_MAIL]),
            user_in(Some("DE"), 3, &[]),
        ],
    );
    let (after, decision) = save(&customer, &assign(&customer, &[1, 2, 3], MAIL));
    assert_eq!(
        describe_outcomes(&decision.outcomes),
        "1: refused for 1 reasons; 2: refused for 1 reasons; 3: +EXCHANGESTANDARD"
    );
    assert_eq!(after.users.holder_count(MAIL), 1);
}

/// Swapping suites: their plans conflict, but are never held together.
#[test]
fn one_suite_replaces_another_in_one_save() {
    let before: &[&[Sku]] = &[
        &[SMALL_SUITE, CHARTS],
        &[SMALL_SUITE],
        &[],
        &[SUITE],
        &[SMALL_SUITE, CONFERENCES],
    ];
    let customer = office(users_holding(before));
    let replace = update(&[(SMALL_SUITE, false), (SUITE, true)]);
    let (after, decision) = save(
        &customer,
        &changes(&customer, &[(&[1, 2, 3, 4, 5], replace)]),
    );
    assert_eq!(
        describe_outcomes(&decision.outcomes),
        "1 2 5: -STANDARDPACK +ENTERPRISEPACK; 3: +ENTERPRISEPACK; 4: as it was"
    );
    let expected = [
        &[SUITE, CHARTS][..],
        &[SUITE],
        &[SUITE],
        &[SUITE],
        &[SUITE, CONFERENCES],
    ];
    assert_eq!(licenses_of_all(&after), expected.map(licenses));

    let without_revoking = assign(&customer, &[1, 2], SUITE);
    assert!(matches!(
        try_save(&customer, &without_revoking),
        Err(Refusal::NobodyChanged(_))
    ));
}

/// In states that only a damaged workspace can have, products can still be revoked one by one.
#[test]
fn what_was_wrong_before_keeps_nobody_from_mending_a_part_of_it() {
    let customer = office(vec![user_in(None, 1, &[MAIL, MORE_MAIL, CHARTS])]);
    let (after, _) = save(&customer, &revoke(&customer, &[1], CHARTS));
    let (after, _) = save(&after, &revoke(&after, &[1], MAIL));
    assert_eq!(licenses_of_all(&after), [licenses(&[MORE_MAIL])]);
    let (after, _) = save(&after, &revoke(&after, &[1], MORE_MAIL));
    assert_eq!(licenses_of_all(&after), [Licenses::default()]);
}

/// Nothing is assigned to a user without a location.
#[test]
fn without_a_location_nothing_is_assigned_to_those_who_hold_something_either() {
    let without = [
        user_in(None, 1, &[MAIL]),
        user_in(Some("IN"), 2, &[SUITE, CONFERENCES]),
    ];
    let customer = office(without.to_vec());
    let replace = update(&[(MAIL, false), (CHARTS, true)]);
    for update in [update(&[(CHARTS, true)]), replace] {
        let (_, decision) = save(&customer, &changes(&customer, &[(&[1, 2], update)]));
        let problem = problem(CHARTS, ProblemKind::LocationNeeded);
        let [refused, changed] = &decision.outcomes[..] else {
            panic!("{:?}", decision.outcomes);
        };
        assert_eq!(refused.result, LicenseResult::Refused(vec![problem]));
        assert!(
            matches!(changed.result, LicenseResult::Changed(_)),
            "what is not sold there was held before, and the new one is sold: {changed:?}"
        );
    }
}

/// A product and the one with the plan it needs can be assigned together.
#[test]
fn products_that_need_each_other_come_and_go_together() {
    let customer = office(users_holding(&[&[], &[SUITE, CONFERENCES]]));
    let both = |hold| update(&[(SUITE, hold), (CONFERENCES, hold)]);
    let (after, _) = save(
        &customer,
        &changes(&customer, &[(&[1], both(true)), (&[2], both(false))]),
    );
    assert_eq!(
        licenses_of_all(&after),
        [licenses(&[SUITE, CONFERENCES]), Licenses::default()]
    );
}

/// Both phone plans need a third, which comes with neither.
#[test]
fn a_requirement_may_be_met_by_another_product() {
    let phone = [products::MCOEV, products::MCOPSTN1];
    let bought = [SUITE, products::MCOTEAMS_ESSENTIALS]
        .into_iter()
        .chain(phone);
    let customer = with_users(
        company(bought.map(|sku| seats(sku, 9)).collect()),
        [user_in(
            Some("DE"),
            1,
            &[SUITE, products::MCOEV, products::MCOPSTN1],
        )],
    );
    let alone = revoke(&customer, &[1], products::MCOEV);
    assert!(matches!(
        try_save(&customer, &alone),
        Err(Refusal::NobodyChanged(_))
    ));
    let instead = update(&[
        (products::MCOEV, false),
        (products::MCOTEAMS_ESSENTIALS, true),
    ]);
    let (after, _) = save(&customer, &changes(&customer, &[(&[1], instead)]));
    assert_eq!(
        licenses_of_all(&after),
        [licenses(&[
            SUITE,
            products::MCOTEAMS_ESSENTIALS,
            products::MCOPSTN1
        ])]
    );
}
