//! "Filter users by…".

use std::collections::BTreeSet;

use seatwork::domain::catalogue::plans;
use seatwork::domain::{AdminRole, Licenses, User, UserFilter};

use crate::support::{MAIL, SUITE, licenses, user};

#[test]
fn a_filter_finds_those_of_whom_it_is_true() {
    let with = |number, held, change: fn(&mut User)| {
        let mut user = user(number, &format!("u{number}"), held);
        change(&mut user);
        user
    };
    let mut switched_off = Licenses::default();
    switched_off.assign(MAIL, [plans::EXCHANGE_S_STANDARD]);
    let nothing = Licenses::default;
    let users = [
        with(1, nothing(), |_| ()),
        with(2, licenses(&[SUITE]), |_| ()),
        with(3, switched_off, |user| {
            user.details.roles = BTreeSet::from([AdminRole::Password]);
        }),
        with(4, nothing(), |user| user.details.location = None),
        with(5, licenses(&[MAIL]), |user| {
            user.details.roles = BTreeSet::from(AdminRole::ALL);
        }),
    ];
    for (filter, expected) in [
        (UserFilter::Unlicensed, &[1, 4][..]),
        (UserFilter::Licensed, &[2, 3, 5]),
        (UserFilter::Holding(MAIL), &[3, 5]),
        (UserFilter::NotHolding(MAIL), &[1, 2, 4]),
        (UserFilter::Administrators, &[3, 5]),
        (UserFilter::WithoutLocation, &[4]),
    ] {
        let found = users.iter().filter(|user| filter.matches(user));
        let found: Vec<u32> = found.map(|user| user.number.0).collect();
        assert_eq!(found, expected, "{filter:?}");
    }
}
