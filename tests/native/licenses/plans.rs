//! Service plans switched on and off.

use seatwork::domain::catalogue::plans;
use seatwork::domain::{
    Customer, Field, LicenseResult, LicenseUpdate, Licenses, Plan, Problem, ProblemKind, Refusal,
};

use super::{describe_outcomes, licenses_of_all, office, save, try_save};
use crate::support::{CONFERENCES, MAIL, SUITE, license_change, licenses, user};

/// The suite with these plans switched off.
fn suite_without(off: &[Plan]) -> Licenses {
    let mut licenses = Licenses::default();
    licenses.assign(SUITE, off.iter().copied());
    licenses
}

/// Four users: the whole suite, one plan off, another off, no suite.
fn company_with_mixed_plans() -> Customer {
    let held = [
        suite_without(&[]),
        suite_without(&[plans::SWAY]),
        suite_without(&[plans::YAMMER_ENTERPRISE]),
        Licenses::default(),
    ];
    let users = held.into_iter().zip(1..);
    office(
        users
            .map(|(held, number)| user(number, &format!("u{number}"), held))
            .collect(),
    )
}

#[test]
fn a_plan_is_switched_for_everybody_who_holds_the_product_afterwards() {
    use plans::{SWAY, TEAMS1, YAMMER_ENTERPRISE};
    type Change = fn(&mut LicenseUpdate);
    let none = Licenses::default();
    for (what, change, after, outcomes) in [
        (
            "off for those who hold it",
            (|update| update.switch(SUITE, SWAY, Some(false))) as Change,
            [
                suite_without(&[SWAY]),
                suite_without(&[SWAY]),
                suite_without(&[SWAY, YAMMER_ENTERPRISE]),
                none.clone(),
            ],
            "1 3: =ENTERPRISEPACK:-SWAY; 2 4: as it was",
        ),
        (
            "on",
            |update| update.switch(SUITE, SWAY, Some(true)),
            [
                suite_without(&[]),
                suite_without(&[]),
                suite_without(&[YAMMER_ENTERPRISE]),
                none.clone(),
            ],
            "1 3 4: as it was; 2: =ENTERPRISEPACK:+SWAY",
        ),
        (
            "whoever gets the product in the same save as well",
            |update| {
                update.set(SUITE, Some(true));
                update.switch(SUITE, SWAY, Some(false));
            },
            [
                suite_without(&[SWAY]),
                suite_without(&[SWAY]),
                suite_without(&[SWAY, YAMMER_ENTERPRISE]),
                suite_without(&[SWAY]),
            ],
            "1 3: =ENTERPRISEPACK:-SWAY; 2: as it was; 4: +ENTERPRISEPACK:-SWAY",
        ),
        (
            "assigning leaves the plans of those who hold it as they are",
            |update| update.set(SUITE, Some(true)),
            [
                suite_without(&[]),
                suite_without(&[SWAY]),
                suite_without(&[YAMMER_ENTERPRISE]),
                suite_without(&[]),
            ],
            "1 2 3: as it was; 4: +ENTERPRISEPACK",
        ),
        (
            "one on, one off",
            |update| {
                update.switch(SUITE, SWAY, Some(true));
                update.switch(SUITE, TEAMS1, Some(false));
            },
            [
                suite_without(&[TEAMS1]),
                suite_without(&[TEAMS1]),
                suite_without(&[TEAMS1, YAMMER_ENTERPRISE]),
                none.clone(),
            ],
            "1 3: =ENTERPRISEPACK:-TEAMS1; 2: =ENTERPRISEPACK:-TEAMS1:+SWAY; 4: as it was",
        ),
        (
            "what is revoked has no plans",
            |update| {
                update.switch(SUITE, SWAY, Some(false));
                update.set(SUITE, Some(false));
            },
            [(); 4].map(|()| Licenses::default()),
            "1 2 3: -ENTERPRISEPACK; 4: as it was",
        ),
    ] {
        let customer = company_with_mixed_plans();
        let (now, decision) = save(&customer, &license_change(&customer, &[1, 2, 3, 4], change));
        assert_eq!(describe_outcomes(&decision.outcomes), outcomes, "{what}");
        assert_eq!(licenses_of_all(&now), after, "{what}");
    }
}

#[test]
fn a_switch_that_is_left_as_it_was_or_is_not_there_changes_nothing() {
    let customer = company_with_mixed_plans();
    type Change = fn(&mut LicenseUpdate);
    for (what, change) in [
        (
            "left as it was",
            (|update| {
                update.switch(SUITE, plans::SWAY, Some(false));
                update.switch(SUITE, plans::SWAY, None);
                assert!(update.is_empty());
            }) as Change,
        ),
        ("a plan of another product", |update| {
            update.switch(SUITE, plans::AAD_PREMIUM, Some(false))
        }),
        ("a product that nobody holds", |update| {
            update.switch(MAIL, plans::EXCHANGE_S_STANDARD, Some(false))
        }),
    ] {
        let command = license_change(&customer, &[1, 2, 3, 4], change);
        assert_eq!(
            try_save(&customer, &command).map(|_| ()),
            Err(Refusal::NothingToChange),
            "{what}"
        );
    }
}

#[test]
fn plans_switched_in_the_same_save_count_for_the_rules() {
    let mail_off = suite_without(&[plans::EXCHANGE_S_ENTERPRISE]);
    let mut both = mail_off.clone();
    both.assign(MAIL, []);

    let customer = office(vec![user(1, "u1", licenses(&[SUITE]))]);
    let (after, _) = save(
        &customer,
        &license_change(&customer, &[1], |update| {
            update.set(MAIL, Some(true));
            update.switch(SUITE, plans::EXCHANGE_S_ENTERPRISE, Some(false));
        }),
    );
    assert_eq!(
        licenses_of_all(&after),
        [both.clone()],
        "no conflict any more"
    );

    // Switched on, the plan conflicts with the other product.
    let customer = office(vec![user(1, "u1", both), user(2, "u2", mail_off)]);
    let (after, decision) = save(
        &customer,
        &license_change(&customer, &[1, 2], |update| {
            update.switch(SUITE, plans::EXCHANGE_S_ENTERPRISE, Some(true));
        }),
    );
    let kind = ProblemKind::PlanConflict {
        plan: plans::EXCHANGE_S_STANDARD,
        with: plans::EXCHANGE_S_ENTERPRISE,
        of: SUITE,
    };
    let field = Field::License(MAIL);
    assert_eq!(
        decision.outcomes[0].result,
        LicenseResult::Refused(vec![Problem { field, kind }])
    );
    assert_eq!(licenses_of_all(&after)[1], suite_without(&[]));
}

#[test]
fn a_plan_that_another_one_needs_stays_on() {
    let customer = office(vec![
        user(1, "u1", licenses(&[SUITE, CONFERENCES])),
        user(2, "u2", licenses(&[SUITE])),
    ]);
    let off = |plans: &'static [Plan]| {
        license_change(&customer, &[1, 2], |update| {
            for plan in plans {
                update.switch(SUITE, *plan, Some(false));
            }
        })
    };
    let (_, decision) = save(&customer, &off(&[plans::TEAMS1]));
    assert_eq!(
        describe_outcomes(&decision.outcomes),
        "1 2: =ENTERPRISEPACK:-TEAMS1",
        "either of two will do"
    );
    let (after, decision) = save(&customer, &off(&[plans::TEAMS1, plans::MCOSTANDARD]));
    let kind = ProblemKind::PlanMissing {
        plan: plans::MCOMEETADV,
        any_of: vec![plans::TEAMS1, plans::MCOSTANDARD],
    };
    let field = Field::License(CONFERENCES);
    assert_eq!(
        decision.outcomes[0].result,
        LicenseResult::Refused(vec![Problem { field, kind }])
    );
    assert_eq!(
        licenses_of_all(&after)[1],
        suite_without(&[plans::TEAMS1, plans::MCOSTANDARD])
    );
}
