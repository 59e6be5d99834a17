//! The 30 days (of 24 hours, UTC) in which a deleted user can be restored.

use seatwork::domain::{DeletedUser, Licenses, Moment, Users};

use crate::support::{DAY, HOUR, SECOND, at, user};

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
        (30 * DAY - SECOND, true, 1),
        (30 * DAY - 1, true, 1),
        (30 * DAY, false, 0),
        (30 * DAY + 1, false, 0),
        (31 * DAY, false, 0),
        (3000 * DAY, false, 0),
        // The clock was put back.
        (-1, true, 31),
        (-DAY, true, 31),
    ] {
        let deleted = deleted(1, at(0));
        let now = at(passed);
        assert_eq!(
            deleted.is_restorable_at(now),
            is_restorable,
            "{passed} ms after"
        );
        assert_eq!(deleted.days_left_at(now), days_left, "{passed} ms after");
    }
    assert_eq!(deleted(1, at(0)).restorable_until(), at(30 * DAY));
}

#[test]
fn summer_time_does_not_count() {
    // From 02:30 UTC on the last Saturday of March 2026 to the same time 30 days later: 720 hours, whatever local clocks do.
    let when: Moment = "2026-03-28T02:30:00Z".parse().expect("it is a moment");
    let until: Moment = "2026-04-27T02:30:00Z".parse().expect("it is a moment");
    assert_eq!(deleted(1, when).restorable_until(), until);
}

#[test]
fn the_end_of_time_does_no_harm() {
    let last = deleted(1, Moment::MAX_UTC);
    assert_eq!(last.restorable_until(), Moment::MAX_UTC);
    assert!(!last.is_restorable_at(Moment::MAX_UTC));
    assert_eq!(last.days_left_at(Moment::MAX_UTC), 0);
    assert!(last.days_left_at(Moment::MIN_UTC) > 30);
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
