//! What holds whatever people do in whatever order: seats, names, counts, replay, and that a refusal changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use seatwork::domain::{Change, Customer, CustomerId, Sku, Workspace, evolve};
use seatwork::journal::stored::{StoredOrigin, StoredRecord, StoredSnapshot};

use crate::moves::{Move, moves};
use crate::support::{
    CONFERENCES, MAIL, MORE_MAIL, SUITE, at, cases, company, is_same, licenses, of_sample, only,
    seats, suspended, user, with_users,
};

/// Customers with nobody, with one user and one seat, with few of both, and with more.
fn few_customers() -> Workspace {
    let tight = with_users(
        company(vec![
            seats(MAIL, 3),
            seats(MORE_MAIL, 1),
            seats(SUITE, 1),
            seats(SUITE, 1),
            seats(CONFERENCES, 3),
            suspended(MAIL, 9),
        ]),
        [
            user(1, "ann", licenses(&[MAIL])),
            user(2, "jo", licenses(&[])),
        ],
    );
    let of_sample =
        ["Albatros", "Café", "Glasgow", "Lanterna", "Novák"].map(|name| of_sample(name).clone());
    Workspace::new(of_sample.into_iter().chain([tight]), None)
}

fn ids(workspace: &Workspace) -> Vec<CustomerId> {
    let mut ids: Vec<_> = workspace.customers().map(|customer| customer.id).collect();
    // The tight one comes more often.
    ids.extend([company(vec![]).id; 4]);
    ids
}

fn check(customer: &Customer, before: &Customer) {
    let mut names = BTreeSet::new();
    let mut holders: BTreeMap<Sku, u32> = BTreeMap::new();
    for user in customer.users.active() {
        let name = &user.details.user_name;
        assert!(names.insert(name.as_str().to_lowercase()), "{name:?} twice");
        assert_eq!(customer.users.named(name), Some(user));
        assert!(
            customer
                .domains
                .iter()
                .any(|own| own.as_str() == name.domain()),
            "{name:?}"
        );
        assert_eq!(
            user.licenses.problems(user.details.location),
            [],
            "{name:?}"
        );
        for sku in user.licenses.products() {
            *holders.entry(sku).or_default() += 1;
        }
    }
    assert_eq!(customer.users.len(), names.len());
    for sku in seatwork::domain::catalogue::products() {
        assert_eq!(
            customer.users.holding(sku),
            holders.get(&sku).copied().unwrap_or(0),
            "{sku:?}"
        );
    }
    for seats in customer.entitlements() {
        let was = before
            .entitlement(seats.sku)
            .map_or(0, |seats| seats.available());
        assert!(seats.available() >= was.min(0), "{seats:?} were {was}");
    }
    let highest = customer
        .users
        .active()
        .map(|user| user.number.0)
        .max()
        .unwrap_or(0);
    assert!(customer.users.highest_number() >= highest);
}

/// Makes the moves, checks the customer after each, and gives the records of those that were not refused.
fn make(moves: &[Move], workspace: &mut Workspace) -> Vec<String> {
    let begun = workspace.clone();
    let customers = ids(&begun);
    let mut records = Vec::new();
    for one in moves {
        let Some(command) = one.command(&customers, &begun, workspace) else {
            continue;
        };
        let before = workspace.clone();
        let Ok(decision) = one.decide(workspace, &command) else {
            assert_eq!(*workspace, before, "a refused command changes nothing");
            continue;
        };
        let change = decision.change;
        assert!(
            before.latest_change() <= Some(change.at),
            "time goes backwards"
        );
        assert_eq!(evolve(workspace, &change), Ok(()), "what was decided fits");
        assert!(
            !is_same(workspace, &before),
            "what was decided makes a difference: {change:?}"
        );
        assert_eq!(workspace.latest_change(), Some(change.at));
        let id = change.event.customer();
        let (after, before) = (workspace.customer(id), before.customer(id));
        check(after.expect("it is there"), before.expect("it was there"));

        let seq = records.len() as u64 + 1;
        let text = StoredRecord::write(&change, seq);
        assert_eq!(StoredRecord::read(&text, seq), Ok(change));
        for credential in decision.once {
            assert!(!text.contains(credential.password.reveal()), "{text}");
        }
        records.push(text);
    }
    records
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn the_rules_hold_and_replay_gives_the_same_state(moves in moves(0..40)) {
        let mut workspace = few_customers();
        let records = make(&moves, &mut workspace);

        let mut replayed = few_customers();
        for (text, seq) in records.iter().zip(1..) {
            let change: Change = StoredRecord::read(text, seq).expect("it was read before");
            prop_assert_eq!(evolve(&mut replayed, &change), Ok(()));
        }
        prop_assert!(is_same(&replayed, &workspace), "replayed:\n{:#?}\nis not:\n{:#?}", replayed, workspace);

        let origin = StoredOrigin::new(at(0));
        let began = few_customers();
        for customer in workspace.customers() {
            let base = began.customer(customer.id).expect("customers do not come or go");
            let through = records.len() as u64;
            let text = StoredSnapshot::write(customer, base, &origin, through, workspace.latest_change());
            let read = StoredSnapshot::read(&text, base.clone()).expect("it was just written");
            prop_assert_eq!(read.through, through);
            prop_assert_eq!(read.latest_change, workspace.latest_change());
            prop_assert!(is_same(&only(read.customer.clone()), &only(customer.clone())), "{} became {:#?}", text, read.customer);
        }
    }
}

/// Properties over moves that are all refused, or none, would say little.
#[test]
fn the_moves_are_of_every_kind() {
    let mut runner = TestRunner::deterministic();
    let moves = moves(600)
        .new_tree(&mut runner)
        .expect("they can be made")
        .current();
    let mut workspace = few_customers();
    let begun = workspace.clone();
    let customers = ids(&begun);
    let (mut invalid, mut refused, mut created, mut edited) = (0, 0, 0, 0);
    for one in &moves {
        match one.command(&customers, &begun, &workspace) {
            None => invalid += 1,
            Some(command) => match one.decide(&workspace, &command) {
                Err(_) => refused += 1,
                Ok(decision) => {
                    evolve(&mut workspace, &decision.change).expect("it fits");
                    if decision.once.is_empty() {
                        edited += 1
                    } else {
                        created += 1
                    }
                }
            },
        }
    }
    let counts = [invalid, refused, created, edited];
    assert!(counts.iter().all(|count| *count >= 30), "{counts:?}");
    let tight = workspace.customer(company(vec![]).id).expect("it is there");
    let is_exhausted = |sku| {
        tight
            .entitlement(sku)
            .is_some_and(|seats| seats.available() == 0)
    };
    assert!(
        [MAIL, MORE_MAIL, SUITE].into_iter().any(is_exhausted),
        "no seats run out"
    );
}
