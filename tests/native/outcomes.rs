//! The results of saving licenses agree with what has changed.

use std::collections::BTreeMap;

use seatwork::domain::{
    Command, Customer, CustomerCommand, CustomerEvent, Decision, Event, LicenseChange,
    LicenseOutcome, LicenseResult, Refusal, SeatForecast, Survey, UserNumber, evolve,
};

use crate::support::{carry_out, decided, only};

/// Everybody named is in exactly one outcome, which says what happened to them; nobody else
/// changes.
pub fn check_outcomes(
    command: &Command,
    outcomes: &[LicenseOutcome],
    before: &Customer,
    after: &Customer,
) {
    let Command::Customer(_, CustomerCommand::ChangeLicenses { changes }) = command else {
        panic!("it is about something else: {command:?}");
    };
    let mut results: BTreeMap<UserNumber, &LicenseResult> = BTreeMap::new();
    for LicenseOutcome { users, result } in outcomes {
        assert!(users.is_sorted() && !users.is_empty(), "{users:?}");
        for number in users {
            let other = results.insert(*number, result);
            assert_eq!(other, None, "{number:?} is in two outcomes");
        }
    }
    let mut named: Vec<UserNumber> = changes
        .iter()
        .flat_map(|change: &LicenseChange| change.users.iter().copied())
        .collect();
    named.sort();
    named.dedup();
    assert!(results.keys().eq(&named), "{results:?} of {named:?}");

    assert_eq!(before.users.len(), after.users.len());
    for user in before.users.active() {
        let now = after.users.get(user.number).expect("nobody goes");
        let expected = match results.remove(&user.number) {
            Some(LicenseResult::Changed(update)) => {
                let changed = update.applied_to(&user.licenses);
                assert_ne!(changed, user.licenses, "{update:?} changes nothing");
                changed
            }
            Some(LicenseResult::Gone) => panic!("{:?} is not gone", user.number),
            Some(LicenseResult::Unchanged | LicenseResult::Refused(_)) | None => {
                user.licenses.clone()
            }
        };
        assert_eq!(now.licenses, expected, "{:?}", user.number);
    }
    for (number, result) in results {
        assert_eq!(*result, LicenseResult::Gone, "{number:?} is not there");
    }
}

/// The forecast of an update agrees with what saving it does.
pub fn check_forecast(customer: &Customer, command: &Command, result: &Result<Decision, Refusal>) {
    let Command::Customer(_, CustomerCommand::ChangeLicenses { changes }) = command else {
        return;
    };
    let [LicenseChange { users, update }] = &changes[..] else {
        return;
    };
    let survey = Survey::of(&customer.users, users.iter().copied());
    let forecast = survey.forecast(customer, update);
    let outcomes = match result {
        Ok(decision) => &decision.outcomes[..],
        Err(Refusal::NobodyChanged(outcomes)) => outcomes,
        Err(Refusal::NothingToChange) => &[],
        Err(Refusal::Problems(problems)) => {
            for problem in forecast.shortages(customer) {
                assert!(problems.contains(&problem), "{problem:?} in {problems:?}");
            }
            assert!(problems.iter().all(|problem| problem.kind.is_about_seats()));
            return;
        }
        // The role lacks the right, or the form is older than the customer.
        Err(_) => return,
    };
    assert_eq!(forecast.shortages(customer), []);
    let count = |is_meant: fn(&LicenseResult) -> bool| {
        let meant = outcomes.iter().filter(|outcome| is_meant(&outcome.result));
        meant.map(|outcome| outcome.users.len()).sum::<usize>()
    };
    let changed = count(|result| matches!(result, LicenseResult::Changed(_)));
    let refused = count(|result| matches!(result, LicenseResult::Refused(_)));
    assert_eq!(
        (forecast.changed as usize, forecast.refused as usize),
        (changed, refused),
        "{update:?}"
    );
    if let Ok(decision) = result {
        let mut after = only(customer.clone());
        evolve(&mut after, &decision.change).expect("it fits");
        let after = after.customer(customer.id).expect("it is there");
        for seats in customer.entitlements() {
            let left = forecast
                .seats(seats.sku)
                .map_or(seats.available(), SeatForecast::left);
            let now = after.entitlement(seats.sku).map(|seats| seats.available());
            assert_eq!(now, Some(left), "{:?}", seats.sku);
        }
    }
}

/// Undo restores licenses, details and the place among the active users, and undoing the undo
/// repeats the change. Seats of a product that was over-assigned do not come back.
pub fn check_undo(before: &Customer, after: &Customer, decision: &Decision) {
    let event = &decision.change.event;
    let Some(undo) = &decision.undo else {
        let is_for_good = matches!(
            event,
            Event::Customer(_, CustomerEvent::UsersCreated { .. })
                | Event::Customer(_, CustomerEvent::PasswordsReset { .. })
                | Event::Customer(_, CustomerEvent::UsersRestored { .. })
                | Event::Customer(_, CustomerEvent::UsersPurged { .. })
                | Event::Customer(_, CustomerEvent::UploadUndone { .. })
                | Event::Customer(_, CustomerEvent::SubscriptionAdded { .. })
                | Event::Customer(_, CustomerEvent::QuantityChanged { .. })
                | Event::Customer(_, CustomerEvent::StatusChanged { .. })
        );
        assert!(is_for_good, "{event:?}");
        return;
    };
    let is_over_assigned = before
        .entitlements()
        .iter()
        .any(|seats| seats.available() < 0);
    let mut workspace = only(after.clone());
    let now = decision.change.at;
    let back = match decided(&workspace, undo, now) {
        Ok(back) => back,
        Err(refusal) => {
            assert!(is_over_assigned, "{refusal:?}");
            return;
        }
    };
    evolve(&mut workspace, &back.change).expect("it fits");
    let is_deletion = matches!(
        event,
        Event::Customer(_, CustomerEvent::UsersDeleted { .. })
    );
    if is_deletion && is_over_assigned {
        return;
    }
    let is_upload = matches!(
        event,
        Event::Customer(_, CustomerEvent::UsersUploaded { .. })
    );
    let mut expected = before.clone();
    if is_upload {
        let highest = after.users.highest_number();
        expected.users.reserve_numbers(highest);
    }
    assert_eq!(workspace.customer(before.id), Some(&expected));
    // Undoing a restore or an undone upload takes a command of its own.
    assert_eq!(back.undo.is_none(), is_deletion || is_upload);
    if let Some(again) = back.undo {
        carry_out(&mut workspace, &again, now);
        assert_eq!(workspace.customer(after.id), Some(after));
    }
}
