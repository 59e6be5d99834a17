//! Who comes back, and in which state.

use seatwork::domain::{Licenses, Refusal, RestoreOutcome, RestoreResult, UserNumber};

use super::{delete_then, only_customer, restore, restored_with, results_by_user};
use crate::support::{
    DAY, at, carry_out, company, decided, deletion, numbers, of_sample, only, restoring, user,
    with_users,
};

const GONE: RestoreResult = RestoreResult::Gone;

#[test]
fn who_was_restored_or_purged_meanwhile_is_gone_and_the_others_come_back() {
    let users = [1, 2, 3, 4].map(|number| user(number, &format!("u{number}"), Licenses::default()));
    let customer = with_users(company(vec![]), users);
    let mut workspace = delete_then(customer, &[1], |workspace| {
        let others = deletion(only_customer(workspace), &[2, 3]);
        carry_out(workspace, &others, at(DAY));
        restore(workspace, &[2], at(DAY));
    });
    // The first is too late, the second restored, the fourth active, the ninth unknown.
    let decision = restore(&mut workspace, &[9, 1, 2, 3, 4], at(30 * DAY));
    assert_eq!(
        results_by_user(&decision.restored),
        [
            (9, GONE),
            (1, GONE),
            (2, GONE),
            (4, GONE),
            (3, restored_with(&[], vec![])),
        ]
    );
    let customer = only_customer(&workspace);
    let active: Vec<u32> = customer.users.active().map(|user| user.number.0).collect();
    assert_eq!(active, [2, 3, 4]);
}

#[test]
fn where_nobody_can_be_restored_nothing_happens_and_everybody_is_told() {
    let customer = with_users(company(vec![]), [user(1, "ann", Licenses::default())]);
    let workspace = delete_then(customer, &[1], |_| {});
    for (users, now) in [
        (&[1, 7][..], at(30 * DAY)),
        (&[2, 3, 3], at(1)),
        (&[], at(1)),
    ] {
        let refused = decided(
            &workspace,
            &restoring(only_customer(&workspace), users),
            now,
        );
        let mut named: Vec<UserNumber> = users.iter().copied().map(UserNumber).collect();
        named.dedup();
        let outcome = RestoreOutcome {
            users: named,
            result: GONE,
        };
        let outcomes = Vec::from_iter((!users.is_empty()).then_some(outcome));
        assert_eq!(refused, Err(Refusal::NobodyRestored(outcomes)), "{users:?}");
    }
}

#[test]
fn who_was_deleted_meanwhile_is_left_out_of_a_deletion() {
    let users = [1, 2, 3].map(|number| user(number, &format!("u{number}"), Licenses::default()));
    let customer = with_users(company(vec![]), users);
    let mut workspace = delete_then(customer, &[2], |_| {});
    let decision = {
        let command = deletion(only_customer(&workspace), &[1, 2, 99]);
        carry_out(&mut workspace, &command, at(1))
    };
    let seatwork::domain::Event::Customer(
        _,
        seatwork::domain::CustomerEvent::UsersDeleted { users },
    ) = &decision.change.event
    else {
        panic!("{decision:?}");
    };
    assert_eq!(*users, numbers(&[1]));
    let second = only_customer(&workspace).users.get_deleted(UserNumber(2));
    assert_eq!(second.map(|deleted| deleted.deleted_at), Some(at(0)));
    let undo = decision.undo.expect("it can be taken back");
    carry_out(&mut workspace, &undo, at(2));
    let customer = only_customer(&workspace);
    assert!(customer.users.get(UserNumber(1)).is_some());
    assert!(customer.users.get_deleted(UserNumber(2)).is_some());
}

#[test]
fn ten_thousand_users_are_deleted_and_come_back_as_they_were() {
    let meridian = of_sample("Meridian");
    let everybody: Vec<u32> = meridian.users.active().map(|user| user.number.0).collect();
    assert!(everybody.len() >= 9_990);
    let mut workspace = only(meridian.clone());
    let command = deletion(meridian, &everybody);
    let decision = carry_out(&mut workspace, &command, at(1));
    let customer = only_customer(&workspace);
    assert!(customer.users.is_empty());
    for seats in customer.entitlements() {
        assert_eq!(
            (seats.consumed, seats.available()),
            (0, i64::from(seats.total))
        );
    }
    let undo = decision.undo.expect("it can be taken back");
    let back = carry_out(&mut workspace, &undo, at(2));
    assert!(only_customer(&workspace) == meridian);
    let restored: usize = back
        .restored
        .iter()
        .map(|outcome| outcome.users.len())
        .sum();
    assert_eq!(restored, everybody.len());
}
