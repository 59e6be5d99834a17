//! Changing licenses of many users in one save, and the results.

mod plans;
mod rules;
mod seats;
mod survey;
mod undo;

use seatwork::domain::catalogue::products;
use seatwork::domain::{
    Command, Context, Customer, CustomerCommand, Decision, DeletedUser, LicenseChange,
    LicenseOutcome, LicenseResult, LicenseUpdate, Licenses, PartnerRole, Refusal, Sku, User,
    UserNumber, Workspace, decide, evolve,
};

use crate::outcomes::check_outcomes;
use crate::support::{
    CONFERENCES, MAIL, MORE_MAIL, Numbers, SUITE, acting_as, at, company, decided, license_change,
    licenses, only, user, with_users,
};

/// A product that conflicts with none and needs none.
const CHARTS: Sku = products::POWER_BI_PRO;
/// A suite that excludes [`SUITE`].
const SMALL_SUITE: Sku = products::STANDARDPACK;

/// Users, numbered from 1, who hold these products with all plans.
fn users_holding(held: &[&[Sku]]) -> Vec<User> {
    let numbered = held.iter().zip(1..);
    numbered
        .map(|(held, number)| user(number, &format!("u{number}"), licenses(held)))
        .collect()
}

/// A company with these users and nine seats of every product.
fn office(users: Vec<User>) -> Customer {
    let bought = [MAIL, MORE_MAIL, SUITE, SMALL_SUITE, CONFERENCES, CHARTS];
    let bought = bought.map(|sku| crate::support::seats(sku, 9));
    with_users(company(bought.to_vec()), users)
}

/// Products to assign (`true`) and to revoke.
fn update(holds: &[(Sku, bool)]) -> LicenseUpdate {
    let mut update = LicenseUpdate::default();
    for (sku, hold) in holds {
        update.set(*sku, Some(*hold));
    }
    update
}

/// The command with several changes.
fn changes(customer: &Customer, changes: &[(&[u32], LicenseUpdate)]) -> Command {
    let change = |(users, update): &(&[u32], LicenseUpdate)| LicenseChange {
        users: users.iter().copied().map(UserNumber).collect(),
        update: update.clone(),
    };
    Command::Customer(
        customer.id,
        CustomerCommand::ChangeLicenses {
            changes: changes.iter().map(change).collect(),
        },
    )
}

fn assign(customer: &Customer, users: &[u32], sku: Sku) -> Command {
    license_change(customer, users, |update| update.set(sku, Some(true)))
}

fn revoke(customer: &Customer, users: &[u32], sku: Sku) -> Command {
    license_change(customer, users, |update| update.set(sku, Some(false)))
}

/// Carries out the command and returns the customer and the decision.
fn try_save(customer: &Customer, command: &Command) -> Result<(Customer, Decision), Refusal> {
    let mut workspace = only(customer.clone());
    let decision = decided(&workspace, command, at(1))?;
    evolve(&mut workspace, &decision.change).expect("what was decided fits");
    let after = only_customer(&workspace);
    check_outcomes(command, &decision.outcomes, customer, &after);
    assert!(decision.once.is_empty());
    Ok((after, decision))
}

fn save(customer: &Customer, command: &Command) -> (Customer, Decision) {
    try_save(customer, command).unwrap_or_else(|refusal| panic!("{command:?}: {refusal:?}"))
}

fn only_customer(workspace: &Workspace) -> Customer {
    workspace.customers().next().expect("there is one").clone()
}

/// Returns every user's licenses, in the order of their numbers.
fn licenses_of_all(customer: &Customer) -> Vec<Licenses> {
    let users = customer.users.active();
    users.map(|user| user.licenses.clone()).collect()
}

/// Describes outcomes in short: `1 3: +MAIL; 2: as it was`.
fn describe_outcomes(outcomes: &[LicenseOutcome]) -> String {
    let one = |outcome: &LicenseOutcome| {
        let users: Vec<String> = outcome
            .users
            .iter()
            .map(|number| number.0.to_string())
            .collect();
        let result = match &outcome.result {
            LicenseResult::Changed(update) => describe_update(update),
            LicenseResult::Unchanged => "as it was".to_owned(),
            LicenseResult::Refused(problems) => format!("refused for {} reasons", problems.len()),
            LicenseResult::Gone => "gone".to_owned(),
        };
        format!("{}: {result}", users.join(" "))
    };
    outcomes.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn describe_update(update: &LicenseUpdate) -> String {
    let one = |sku: Sku| {
        let sign = match update.hold(sku) {
            Some(true) => "+",
            Some(false) => "-",
            None => "=",
        };
        let plans = update
            .switched(sku)
            .map(|(plan, on)| format!(":{}{}", if on { "+" } else { "-" }, plan.code));
        format!("{sign}{}{}", sku.part_number, plans.collect::<String>())
    };
    update.products().map(one).collect::<Vec<_>>().join(" ")
}

#[test]
fn whoever_is_named_gets_and_loses_what_is_asked_for_and_nobody_else() {
    let both = &[MAIL, CHARTS][..];
    for (before, named, holds, after, outcomes) in [
        (
            &[&[][..]][..],
            &[1][..],
            &[(MAIL, true)][..],
            &[&[MAIL][..]][..],
            "1: +EXCHANGESTANDARD",
        ),
        (
            &[&[], &[MAIL], &[], &[]],
            &[1, 2, 3],
            &[(MAIL, true)],
            &[&[MAIL], &[MAIL], &[MAIL], &[]],
            "1 3: +EXCHANGESTANDARD; 2: as it was",
        ),
        (
            &[both, &[CHARTS], both, both],
            &[1, 2, 3],
            &[(MAIL, false)],
            &[&[CHARTS], &[CHARTS], &[CHARTS], both],
            "1 3: -EXCHANGESTANDARD; 2: as it was",
        ),
        (
            &[&[], &[MAIL], both, &[CHARTS]],
            &[1, 2, 3, 4],
            &[(MAIL, false), (CHARTS, true)],
            &[&[CHARTS], &[CHARTS], &[CHARTS], &[CHARTS]],
            "1: +POWER_BI_PRO; 2: -EXCHANGESTANDARD +POWER_BI_PRO; 3: -EXCHANGESTANDARD; 4: as it was",
        ),
        (
            &[&[MAIL], &[]],
            &[2],
            &[(MAIL, true), (CHARTS, false)],
            &[&[MAIL], &[MAIL]],
            "2: +EXCHANGESTANDARD",
        ),
    ] {
        let customer = office(users_holding(before));
        let (now, decision) = save(&customer, &changes(&customer, &[(named, update(holds))]));
        assert_eq!(describe_outcomes(&decision.outcomes), outcomes);
        let after: Vec<_> = after.iter().map(|held| licenses(held)).collect();
        assert_eq!(licenses_of_all(&now), after, "{outcomes}");
    }
}

#[test]
fn a_save_touches_nothing_but_licenses() {
    let customer = office(users_holding(&[&[], &[MAIL]]));
    let (after, _) = save(&customer, &assign(&customer, &[1, 2], CHARTS));
    let mut expected = customer.clone();
    for number in [1, 2] {
        let mut one = customer
            .users
            .get(UserNumber(number))
            .expect("it is there")
            .clone();
        one.licenses.assign(CHARTS, []);
        expected.users.replace(one).expect("it fits");
    }
    assert_eq!(after, expected);
}

#[test]
fn whoever_is_not_there_any_more_is_named_and_holds_up_nobody() {
    let mut customer = office(users_holding(&[&[]]));
    let deleted = DeletedUser {
        user: user(2, "was", Licenses::default()),
        deleted_at: at(0),
    };
    customer
        .users
        .insert_deleted(deleted)
        .expect("the number is free");
    let (after, decision) = save(&customer, &assign(&customer, &[1, 2, 77, 0], MAIL));
    assert_eq!(
        describe_outcomes(&decision.outcomes),
        "1: +EXCHANGESTANDARD; 0 2 77: gone"
    );
    assert_eq!(licenses_of_all(&after), [licenses(&[MAIL])]);
    assert_eq!(
        after.users.get_deleted(UserNumber(2)),
        customer.users.get_deleted(UserNumber(2))
    );

    let refusal = try_save(&customer, &assign(&customer, &[2, 77], MAIL)).map(|_| ());
    let gone = LicenseOutcome {
        users: vec![UserNumber(2), UserNumber(77)],
        result: LicenseResult::Gone,
    };
    assert_eq!(refusal, Err(Refusal::NobodyChanged(vec![gone])));
}

#[test]
fn where_everything_is_as_asked_for_there_is_nothing_to_change() {
    let customer = office(users_holding(&[&[MAIL], &[MAIL, CHARTS]]));
    let left_alone = {
        let mut update = update(&[(CHARTS, true)]);
        update.set(CHARTS, None);
        assert!(update.is_empty());
        update
    };
    for (what, command) in [
        ("held already", assign(&customer, &[1, 2], MAIL)),
        ("not held anyway", revoke(&customer, &[1, 2], SUITE)),
        ("nobody is named", assign(&customer, &[], CHARTS)),
        ("no change at all", changes(&customer, &[])),
        (
            "a box left as it was",
            changes(&customer, &[(&[1, 2], left_alone)]),
        ),
    ] {
        assert_eq!(
            try_save(&customer, &command).map(|_| ()),
            Err(Refusal::NothingToChange),
            "{what}"
        );
    }
}

/// Users who already hold it are no success, but deleted ones are reported.
#[test]
fn when_nobody_is_changed_the_reasons_are_told_for_each() {
    let mut nowhere = user(2, "nowhere", Licenses::default());
    nowhere.details.location = None;
    let customer = office(vec![user(1, "u1", licenses(&[MAIL])), nowhere]);
    let command = assign(&customer, &[1, 2, 3], MAIL);
    let Err(Refusal::NobodyChanged(outcomes)) = try_save(&customer, &command) else {
        panic!("somebody is changed");
    };
    check_outcomes(&command, &outcomes, &customer, &customer);
    assert_eq!(
        describe_outcomes(&outcomes),
        "1: as it was; 2: refused for 1 reasons; 3: gone"
    );
}

#[test]
fn a_user_counts_with_the_first_change_that_names_them() {
    let customer = office(users_holding(&[&[], &[], &[MAIL]]));
    let (after, decision) = save(
        &customer,
        &changes(
            &customer,
            &[
                (&[2, 9], update(&[(MAIL, true)])),
                (&[1, 2, 9], update(&[(CHARTS, true)])),
                (&[1, 2, 3], update(&[(MAIL, false)])),
            ],
        ),
    );
    assert_eq!(
        describe_outcomes(&decision.outcomes),
        "2: +EXCHANGESTANDARD; 9: gone; 1: +POWER_BI_PRO; 3: -EXCHANGESTANDARD"
    );
    let expected = [&[CHARTS][..], &[MAIL], &[]].map(licenses);
    assert_eq!(licenses_of_all(&after), expected);
}

#[test]
fn every_role_may_assign_and_revoke() {
    let workspace = only(office(users_holding(&[&[], &[MAIL]])));
    let customer = only_customer(&workspace);
    for role in PartnerRole::ALL {
        for command in [assign(&customer, &[1], MAIL), revoke(&customer, &[2], MAIL)] {
            let actor = acting_as(role);
            let mut context = Context {
                now: at(1),
                actor: &actor,
                random: &mut Numbers::seeded(1),
            };
            let decision = decide(&workspace, &command, &mut context);
            assert_eq!(decision.map(|decision| decision.change.by), Ok(actor));
        }
    }
}
