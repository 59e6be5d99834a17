//! Users through their lives: nobody is lost or doubled, and a restore does what it says.

use std::collections::BTreeSet;

use seatwork::domain::{
    Change, Customer, CustomerEvent, Decision, Event, RestoreOutcome, RestoreResult, UserDetails,
    UserName, UserNumber,
};

/// Everybody is in exactly one state: active, deleted for less than 30 days, or purged.
pub fn check_lives(before: &Customer, after: &Customer, change: &Change) {
    let active = |customer: &Customer| -> BTreeSet<UserNumber> {
        customer.users.active().map(|user| user.number).collect()
    };
    let deleted = |customer: &Customer| -> BTreeSet<UserNumber> {
        let deleted = customer.users.deleted();
        deleted.map(|deleted| deleted.user.number).collect()
    };
    assert!(active(after).is_disjoint(&deleted(after)));
    let everybody = |customer| &active(customer) | &deleted(customer);
    let gone = &everybody(before) - &everybody(after);
    let new = &everybody(after) - &everybody(before);
    let left = &active(before) - &active(after);
    let back = &active(after) & &deleted(before);
    let (now, nobody) = (change.at, BTreeSet::new());
    let get = |customer: &Customer, number: UserNumber| {
        let deleted = customer.users.get_deleted(number);
        deleted.expect("they are deleted").clone()
    };
    assert!(
        new.iter()
            .all(|number| number.0 > before.users.highest_number())
    );
    match &change.event {
        Event::Customer(_, CustomerEvent::UsersCreated { users })
        | Event::Customer(_, CustomerEvent::UsersUploaded { users }) => {
            assert!(users.iter().map(|user| &user.number).eq(&new));
            assert_eq!((&gone, &left, &back), (&nobody, &nobody, &nobody));
        }
        Event::Customer(_, CustomerEvent::UsersDeleted { users }) => {
            assert!(users.iter().eq(&left) && !left.is_empty());
            for number in users {
                let deleted = get(after, *number);
                assert_eq!(Some(&deleted.user), before.users.get(*number));
                assert!(deleted.window().is_open_at(now) && deleted.deleted_at == now);
            }
            assert_eq!((&gone, &new, &back), (&nobody, &nobody, &nobody));
        }
        Event::Customer(_, CustomerEvent::UsersRestored { .. }) => {
            for number in &back {
                assert!(get(before, *number).window().is_open_at(now), "{number:?}");
            }
            assert_eq!((&gone, &new, &left), (&nobody, &nobody, &nobody));
            assert!(!back.is_empty());
        }
        Event::Customer(_, CustomerEvent::UploadUndone { users }) => {
            assert!(users.iter().eq(&gone) && users.iter().eq(&left) && !gone.is_empty());
            let (then, now) = (&before.users, &after.users);
            assert_eq!(then.highest_number(), now.highest_number());
            assert_eq!((&new, &back), (&nobody, &nobody));
        }
        Event::Customer(_, CustomerEvent::UsersPurged { users }) => {
            assert!(users.iter().eq(&gone) && !gone.is_empty());
            for number in users {
                assert!(!get(before, *number).window().is_open_at(now), "{number:?}");
            }
            assert_eq!(after.users.expired_at(now).count(), 0);
            assert_eq!((&new, &left, &back), (&nobody, &nobody, &nobody));
        }
        _ => assert_eq!(
            (&gone, &new, &left, &back),
            (&nobody, &nobody, &nobody, &nobody)
        ),
    }
}

/// Everybody named is in exactly one outcome, which is right about their licenses and name.
pub fn check_restored(decision: &Decision, before: &Customer, after: &Customer) {
    let mut seen = BTreeSet::new();
    for RestoreOutcome { users, result } in &decision.restored {
        for number in users {
            assert!(seen.insert(*number), "{number:?} is named twice");
            let was_active = before.users.get(*number).is_some();
            let now = after.users.get(*number).filter(|_| !was_active);
            match result {
                RestoreResult::Restored { back, lost } => {
                    let deleted = before.users.get_deleted(*number);
                    let deleted = &deleted.expect("they were deleted").user;
                    let now = now.expect("they are back");
                    assert!(now.licenses.products().eq(back.iter().copied()));
                    assert_eq!(deleted.licenses.len(), back.len() + lost.len());
                    let kept = deleted
                        .licenses
                        .iter()
                        .filter(|(sku, _)| back.contains(sku));
                    assert!(now.licenses.iter().eq(kept), "with the same plans");
                    let expected = UserDetails {
                        user_name: now.details.user_name.clone(),
                        ..deleted.details.clone()
                    };
                    assert!(now.details.is_exactly(&expected));
                    assert_eq!((now.id, now.password), (deleted.id, deleted.password));
                }
                RestoreResult::NameTaken { suggestion, .. } => {
                    assert_eq!(now, None);
                    let is_taken = |name: &UserName| after.users.with_name(name).is_some();
                    assert!(!suggestion.as_ref().is_some_and(is_taken));
                }
                RestoreResult::Gone => {
                    assert_eq!(now, None);
                    let deleted = before.users.get_deleted(*number);
                    assert!(
                        !deleted.is_some_and(|one| one.window().is_open_at(decision.change.at))
                    );
                }
            }
        }
    }
}
