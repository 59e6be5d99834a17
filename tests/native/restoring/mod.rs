//! Restoring deleted users within 30 days of 24 hours (UTC), and what each gets back.

mod back;
mod licenses;
mod names;

use seatwork::domain::{
    Command, Customer, CustomerCommand, CustomerEvent, Decision, DeletedUser, Event, Field,
    Licenses, Moment, Problem, Refusal, RestoreOutcome, RestoreResult, Restored, Sku, UserNumber,
    Users, Workspace,
};

use crate::support::{
    DAY, HOUR, SECOND, at, carry_out, company, decided, deletion, numbers, only, restoring, user,
    with_users,
};

/// The only customer of the workspace.
fn only_customer(workspace: &Workspace) -> &Customer {
    workspace.customers().next().expect("there is one")
}

/// Returns the result of each user, in the order of the outcomes.
fn results_by_user(outcomes: &[RestoreOutcome]) -> Vec<(u32, RestoreResult)> {
    let each = outcomes.iter().flat_map(|outcome| {
        let users = outcome.users.iter();
        users.map(|number| (number.0, outcome.result.clone()))
    });
    each.collect()
}

/// The result of a user who got these products back, and lost others for these reasons.
fn restored_with(skus: &[Sku], lost: Vec<Problem>) -> RestoreResult {
    RestoreResult::Restored {
        back: skus.iter().copied().collect(),
        lost,
    }
}

/// Deletes these users of the customer at the start of the test, then does the rest.
fn delete_then(customer: Customer, users: &[u32], then: impl FnOnce(&mut Workspace)) -> Workspace {
    let mut workspace = only(customer);
    let delete = deletion(only_customer(&workspace), users);
    carry_out(&mut workspace, &delete, at(0));
    then(&mut workspace);
    workspace
}

fn restore(workspace: &mut Workspace, users: &[u32], now: Moment) -> Decision {
    let command = restoring(only_customer(workspace), users);
    carry_out(workspace, &command, now)
}

fn deleted(number: u32, deleted_at: Moment) -> DeletedUser {
    DeletedUser {
        user: user(number, "ann", Licenses::default()),
        deleted_at,
    }
}

#[test]
fn somebody_is_restorable_for_exactly_30_days() {
    for (passed, is_restorable, days_left) in [
        (0, true, 30),
        (1, true, 30),
        (DAY - 1, true, 30),
        (DAY, true, 29),
        (DAY + 1, true, 29),
        (15 * DAY, true, 15),
        (29 * DAY - 1, true, 2),
        (29 * DAY, true, 1),
        (29 * DAY + 12 * HOUR, true, 1),
        (
            29 * DAY + 23 * HOUR + 59 * 60 * SECOND + 59 * SECOND + 999,
            true,
            1,
        ),
        (30 * DAY - SECOND, true, 1),
        (30 * DAY - 1, true, 1),
        (30 * DAY, false, 0),
        (30 * DAY + 1, false, 0),
        (30 * DAY + SECOND, false, 0),
        (31 * DAY, false, 0),
        (3000 * DAY, false, 0),
        // The clock was put back.
        (-1, true, 31),
        (-DAY, true, 31),
    ] {
        let deleted = deleted(1, at(0));
        let now = at(passed);
        assert_eq!(
            deleted.window().is_open_at(now),
            is_restorable,
            "{passed} ms after"
        );
        assert_eq!(
            deleted.window().days_left_at(now),
            days_left,
            "{passed} ms after"
        );
    }
    assert_eq!(deleted(1, at(0)).window().end(), at(30 * DAY));
}

#[test]
fn summer_time_does_not_count() {
    // From 02:30 UTC on the last Saturday of March 2026: 720 hours, whatever local clocks do.
    let when: Moment = "2026-03-28T02:30:00Z".parse().expect("it is a moment");
    let until: Moment = "2026-04-27T02:30:00Z".parse().expect("it is a moment");
    assert_eq!(deleted(1, when).window().end(), until);
}

#[test]
fn the_end_of_time_does_no_harm() {
    let last = deleted(1, Moment::MAX_UTC);
    assert_eq!(last.window().end(), Moment::MAX_UTC);
    assert!(!last.window().is_open_at(Moment::MAX_UTC));
    assert_eq!(last.window().days_left_at(Moment::MAX_UTC), 0);
    assert!(last.window().days_left_at(Moment::MIN_UTC) > 30);
}

#[test]
fn the_list_shows_those_who_can_still_be_restored() {
    let mut users = Users::default();
    for (number, days_ago) in [(1, 31), (2, 30), (3, 29), (4, 0)] {
        users
            .insert_deleted(deleted(number, at(-days_ago * DAY)))
            .expect("the number is free");
    }
    let shown = |now| {
        users
            .deleted_at(now)
            .map(|deleted| deleted.user.number.0)
            .collect::<Vec<_>>()
    };
    assert_eq!(shown(at(-1)), [2, 3, 4]);
    assert_eq!(shown(at(0)), [3, 4]);
    assert_eq!(shown(at(30 * DAY)), [0; 0]);
    assert_eq!(users.deleted().count(), 4);
}

/// Restorable until the moment of purging: there is no gap.
#[test]
fn restoring_ends_when_purging_begins() {
    for (passed, is_restorable) in [
        (0, true),
        (DAY, true),
        (
            29 * DAY + 23 * HOUR + 59 * 60 * SECOND + 59 * SECOND + 999,
            true,
        ),
        (30 * DAY - SECOND, true),
        (30 * DAY, false),
        (30 * DAY + 1, false),
        (30 * DAY + SECOND, false),
        (400 * DAY, false),
    ] {
        let ann = user(1, "ann", Licenses::default());
        let workspace = delete_then(with_users(company(vec![]), [ann]), &[1], |_| {});
        let customer = only_customer(&workspace);
        let now = at(passed);
        let due = if is_restorable {
            vec![]
        } else {
            vec![customer.id]
        };
        assert_eq!(workspace.to_purge_at(now), due, "{passed} ms after");
        assert_eq!(workspace.next_purge(), Some(at(30 * DAY)));
        let restored = decided(&workspace, &restoring(customer, &[1]), now);
        let purged = decided(
            &workspace,
            &Command::Customer(customer.id, CustomerCommand::PurgeUsers),
            now,
        );
        if is_restorable {
            let event = Event::Customer(
                customer.id,
                CustomerEvent::UsersRestored {
                    users: vec![Restored {
                        users: numbers(&[1]),
                        without: [].into(),
                    }],
                    renamed: vec![],
                },
            );
            assert_eq!(restored.map(|decision| decision.change.event), Ok(event));
            assert_eq!(purged, Err(Refusal::NothingToChange));
        } else {
            let gone = RestoreOutcome {
                users: vec![UserNumber(1)],
                result: RestoreResult::Gone,
            };
            assert_eq!(restored, Err(Refusal::NobodyRestored(vec![gone])));
            let event = Event::Customer(
                customer.id,
                CustomerEvent::UsersPurged {
                    users: numbers(&[1]),
                },
            );
            assert_eq!(purged.map(|decision| decision.change.event), Ok(event));
        }
    }
}

#[test]
fn purging_forgets_who_is_due_and_nobody_else_and_is_done_once() {
    let users = [1, 2, 3].map(|number| user(number, &format!("u{number}"), Licenses::default()));
    let mut workspace = delete_then(with_users(company(vec![]), users), &[1], |workspace| {
        let later = deletion(only_customer(workspace), &[2]);
        carry_out(workspace, &later, at(1));
    });
    let purge = Command::Customer(only_customer(&workspace).id, CustomerCommand::PurgeUsers);
    carry_out(&mut workspace, &purge, at(30 * DAY));
    let customer = only_customer(&workspace);
    assert_eq!(customer.users.get_deleted(UserNumber(1)), None);
    assert!(customer.users.get_deleted(UserNumber(2)).is_some());
    assert_eq!(customer.users.len(), 1);
    assert_eq!(customer.users.highest_number(), 3);
    assert_eq!(workspace.next_purge(), Some(at(30 * DAY + 1)));
    let again = decided(&workspace, &purge, at(30 * DAY));
    assert_eq!(again, Err(Refusal::NothingToChange));
    carry_out(&mut workspace, &purge, at(90 * DAY));
    assert_eq!(only_customer(&workspace).users.deleted().count(), 0);
    assert_eq!(workspace.next_purge(), None);
}

/// A field of the form for a new name, with what is wrong there.
fn problem_at(field: Field, kind: seatwork::domain::ProblemKind) -> Refusal {
    Refusal::Problems(vec![Problem { field, kind }])
}
