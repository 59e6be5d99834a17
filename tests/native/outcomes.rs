//! What a save of licenses says of each user, held against what it has done.

use std::collections::BTreeMap;

use seatwork::domain::{
    Command, Customer, LicenseChange, LicenseOutcome, LicenseResult, UserNumber,
};

/// Everybody who was named is in exactly one outcome, and exactly what it says has become of them; everybody else holds what
/// they held.
pub fn check_outcomes(
    command: &Command,
    outcomes: &[LicenseOutcome],
    before: &Customer,
    after: &Customer,
) {
    let Command::ChangeLicenses { changes, .. } = command else {
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
