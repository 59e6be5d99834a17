//! What holds whatever people do: seats, names, counts, replay, and refusals that change nothing.

mod kinds;

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use seatwork::domain::{
    Change, Customer, CustomerEvent, CustomerId, Decision, Entitlement, Event, Quantity, Refusal,
    Sku, SubscriptionStatus, Workspace, evolve,
};
use seatwork::journal::{StoredOrigin, StoredRecord, StoredSnapshot};

use crate::lives::{check_lives, check_restored};
use crate::moves::{Move, SKUS, moves};
use crate::outcomes::{check_forecast, check_outcomes, check_undo};
use crate::support::{
    CONFERENCES, MAIL, MORE_MAIL, SUITE, at, cases, company, decided, is_same, license_change,
    licenses, of_sample, only, seats, suspended, user, with_users,
};

/// Customers without users, with one user and one seat, with few, and with more.
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
    // The customer with few seats comes more often.
    ids.extend([company(vec![]).id; 4]);
    ids
}

fn check(customer: &Customer, before: &Customer, event: &Event) {
    let mut names = BTreeSet::new();
    let mut holders: BTreeMap<Sku, u32> = BTreeMap::new();
    for user in customer.users.active() {
        let name = &user.details.user_name;
        assert!(names.insert(name.as_str().to_lowercase()), "{name:?} twice");
        assert_eq!(customer.users.with_name(name), Some(user));
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
    for sku in seatwork::domain::Sku::all() {
        assert_eq!(
            customer.users.holder_count(sku),
            holders.get(&sku).copied().unwrap_or(0),
            "{sku:?}"
        );
    }
    let none = customer
        .users
        .active()
        .filter(|user| user.licenses.is_empty());
    assert_eq!(customer.users.unlicensed_count() as usize, none.count());
    let is_suspension = matches!(
        event,
        Event::Customer(
            _,
            CustomerEvent::StatusChanged {
                status: SubscriptionStatus::Suspended,
                ..
            }
        )
    );
    for seats in customer.entitlements() {
        let was = before
            .entitlement(seats.sku)
            .map_or(0, |seats| seats.available());
        assert!(
            is_suspension || seats.available() >= was.min(0),
            "{seats:?} were {was}"
        );
    }
    for one in &customer.subscriptions {
        assert!(Quantity::new(one.quantity).is_some(), "{one:?}");
    }
    let highest = customer
        .users
        .active()
        .map(|user| user.number.0)
        .max()
        .unwrap_or(0);
    assert!(customer.users.highest_number() >= highest);
}

/// The results of the moves.
struct Made {
    /// The records of the accepted moves.
    records: Vec<String>,
    decisions: Vec<Decision>,
    refusals: Vec<Refusal>,
    /// The number of undos.
    undone: usize,
    /// The number of decisions that left a product over-assigned.
    over_assigned: usize,
    /// The number of forms refused before they became a command.
    invalid: usize,
}

/// Makes the moves and checks each.
fn make(moves: &[Move], workspace: &mut Workspace) -> Made {
    let start = workspace.clone();
    let customers = ids(&start);
    let mut undos = Vec::new();
    let mut made = Made {
        records: Vec::new(),
        decisions: Vec::new(),
        refusals: Vec::new(),
        undone: 0,
        over_assigned: 0,
        invalid: 0,
    };
    for one in moves {
        let Some(command) = one.command(&customers, &start, workspace, &undos) else {
            made.invalid += 1;
            continue;
        };
        let before = workspace.clone();
        let about = command.customer();
        let customer_before = about.map(|id| before.customer(id).expect("it is there"));
        let result = one.decide(workspace, &command);
        if let Some(customer_before) = customer_before {
            check_forecast(customer_before, &command, &result);
        }
        let decision = match result {
            Ok(decision) => decision,
            Err(refusal) => {
                assert_eq!(*workspace, before, "a refused command changes nothing");
                if let (Refusal::NobodyChanged(outcomes), Some(customer_before)) =
                    (&refusal, customer_before)
                {
                    check_outcomes(&command, outcomes, customer_before, customer_before);
                }
                made.refusals.push(refusal);
                continue;
            }
        };
        let change = &decision.change;
        assert!(
            before.latest_change() <= Some(change.at),
            "time goes backwards"
        );
        assert_eq!(evolve(workspace, change), Ok(()), "what was decided fits");
        // A password reset twice in the same moment differs only in the password.
        let is_reset = matches!(
            change.event,
            Event::Customer(_, CustomerEvent::PasswordsReset { .. })
        );
        assert!(
            is_reset || !is_same(workspace, &before),
            "what was decided makes a difference: {change:?}"
        );
        assert_eq!(workspace.latest_change(), Some(change.at));
        if let Some(customer_before) = customer_before {
            let after = workspace.customer(customer_before.id).expect("it is there");
            check(after, customer_before, &change.event);
            check_lives(customer_before, after, change);
            check_restored(&decision, customer_before, after);
            if matches!(
                change.event,
                Event::Customer(_, CustomerEvent::LicensesChanged { .. })
            ) {
                check_outcomes(&command, &decision.outcomes, customer_before, after);
            }
            check_undo(customer_before, after, &decision);
            let is_over_assigned = |seats: &Entitlement| seats.available() < 0;
            made.over_assigned += usize::from(after.entitlements().iter().any(is_over_assigned));
        }

        let seq = made.records.len() as u64 + 1;
        let text = StoredRecord::write(change, seq, 0).expect("it has JSON");
        assert_eq!(
            StoredRecord::read(&text, seq)
                .map(|record| record.change)
                .as_ref(),
            Ok(change)
        );
        for credential in &decision.once {
            assert!(!text.contains(credential.password.reveal()), "{text}");
        }
        made.undone += usize::from(one.is_undo());
        made.records.push(text);
        undos.extend(decision.undo.clone());
        made.decisions.push(decision);
    }
    made
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn the_rules_hold_and_replay_gives_the_same_state(moves in moves(0..40)) {
        let mut workspace = few_customers();
        let Made { records, .. } = make(&moves, &mut workspace);

        let mut replayed = few_customers();
        for (text, seq) in records.iter().zip(1..) {
            let change: Change = StoredRecord::read(text, seq).expect("it was read before").change;
            prop_assert_eq!(evolve(&mut replayed, &change), Ok(()));
        }
        prop_assert!(is_same(&replayed, &workspace), "replayed:\n{:#?}\nis not:\n{:#?}", replayed, workspace);

        let origin = StoredOrigin::new(at(0));
        let began = few_customers();
        for customer in workspace.customers() {
            let base = began.customer(customer.id).expect("customers do not come or go");
            let through = records.len() as u64;
            let text = StoredSnapshot::write(customer, base, &origin, through, &workspace).expect("it has JSON");
            let read = StoredSnapshot::read(&text, base.clone()).expect("it was just written");
            prop_assert_eq!(read.through, through);
            prop_assert_eq!(read.latest_change, workspace.latest_change());
            prop_assert!(is_same(&only(read.customer.clone()), &only(customer.clone())), "{} became {:#?}", text, read.customer);
        }
    }
}

proptest! {
    #![proptest_config(cases(64))]

    /// A product can be revoked and assigned again from every state.
    #[test]
    fn revoking_and_assigning_again_gives_the_same_state(
        moves in moves(0..30),
        sku in proptest::sample::select(&SKUS[..]),
    ) {
        let mut workspace = few_customers();
        make(&moves, &mut workspace);
        for customer in workspace.customers() {
            let is_over_assigned = customer
                .entitlement(sku)
                .is_none_or(|seats| seats.available() < 0);
            let holders = customer.users.active().filter(|user| {
                let off = user.licenses.switched_off(sku);
                off.is_some_and(|off| off.is_empty())
            });
            let holders: Vec<u32> = holders.map(|user| user.number.0).collect();
            let mut now = only(customer.clone());
            let revoke = license_change(customer, &holders, |update| update.set(sku, Some(false)));
            let Ok(revoked) = decided(&now, &revoke, at(0)) else {
                // Nobody holds it, or another product needs it.
                continue;
            };
            evolve(&mut now, &revoked.change).expect("it fits");
            let assign = license_change(customer, &holders, |update| update.set(sku, Some(true)));
            match decided(&now, &assign, at(0)) {
                Ok(assigned) => evolve(&mut now, &assigned.change).expect("it fits"),
                Err(refusal) => prop_assert!(is_over_assigned, "{:?}", refusal),
            }
            prop_assert!(is_over_assigned || now.customer(customer.id) == Some(customer));
        }
    }
}
