//! What the form shows before saving, by the arithmetic that decides.

use seatwork::domain::catalogue::plans;
use seatwork::domain::{
    Customer, Forecast, LicenseUpdate, Licenses, SeatForecast, Share, Survey, UserNumber,
};

use super::{CHARTS, SMALL_SUITE, office, update, users_holding};
use crate::support::{CONFERENCES, MAIL, SUITE, user};

fn survey(customer: &Customer, users: impl IntoIterator<Item = u32>) -> Survey {
    Survey::of(&customer.users, users.into_iter().map(UserNumber))
}

fn numbers(users: impl IntoIterator<Item = UserNumber>) -> Vec<u32> {
    users.into_iter().map(|number| number.0).collect()
}

#[test]
fn a_survey_knows_who_is_there_and_who_holds_what() {
    let customer = office(users_holding(&[&[MAIL], &[], &[MAIL, CHARTS], &[MAIL]]));
    let all = survey(&customer, [4, 2, 77, 1, 3, 0]);
    assert_eq!(numbers(all.users()), [4, 2, 1, 3], "in the order given");
    assert_eq!(numbers(all.gone().to_vec()), [77, 0]);
    assert_eq!((all.len(), all.is_empty()), (4, false));
    assert_eq!(numbers(all.holders(MAIL)), [4, 1, 3]);
    for (sku, holders) in [(MAIL, 3), (CHARTS, 1), (SUITE, 0)] {
        assert_eq!(all.holder_count(sku), holders);
        assert_eq!(all.holders(sku).count(), holders as usize);
    }
    let nobody = survey(&customer, [77]);
    assert!(nobody.is_empty() && nobody.holder_count(MAIL) == 0);
    assert_eq!(
        nobody.forecast(&customer, &update(&[(MAIL, true)])),
        Forecast::default()
    );
}

#[test]
fn a_share_is_none_some_or_all() {
    for (part, whole, share) in [
        (0, 0, Share::None),
        (0, 3, Share::None),
        (1, 3, Share::Some),
        (3, 3, Share::All),
    ] {
        assert_eq!(Share::of(part, whole), share);
    }
}

/// Mixed becomes checked, then clear, then mixed again; a shared state toggles.
#[test]
fn a_check_box_goes_round_and_comes_back_to_what_it_was() {
    for (share, chosen) in [
        (Share::Some, [Some(true), Some(false), None]),
        (Share::All, [Some(false), None, Some(false)]),
        (Share::None, [Some(true), None, Some(true)]),
    ] {
        let mut now = None;
        for expected in chosen {
            now = share.next(now);
            assert_eq!(now, expected, "{share:?}");
        }
    }
    for (share, shown) in [
        (Share::None, Some(false)),
        (Share::Some, None),
        (Share::All, Some(true)),
    ] {
        assert_eq!(share.checked(), shown);
        // A choice always differs from what all users have.
        assert!(shown.is_none() || share.next(None) != shown);
    }
}

#[test]
fn the_share_of_a_plan_is_among_those_who_will_hold_the_product() {
    let mut without = Licenses::default();
    without.assign(SUITE, [plans::SWAY]);
    let mut users = users_holding(&[&[SUITE], &[], &[SMALL_SUITE]]);
    users.push(user(4, "u4", without));
    let customer = office(users);
    let (nothing, on, off) = (
        LicenseUpdate::default(),
        update(&[(SUITE, true)]),
        update(&[(SUITE, false)]),
    );
    for (named, update, share) in [
        (&[1, 2, 3, 4][..], &nothing, Share::Some),
        (&[1, 2, 3], &nothing, Share::All),
        (&[2, 3, 4], &nothing, Share::None),
        (&[2, 3], &nothing, Share::None),
        (&[2, 3], &on, Share::All),
        (&[2, 4], &on, Share::Some),
        (&[1, 2, 4], &off, Share::None),
    ] {
        assert_eq!(
            survey(&customer, named.iter().copied()).share_of_plan(SUITE, plans::SWAY, update),
            share,
            "{named:?} {update:?}"
        );
    }
    let mut switched = LicenseUpdate::default();
    switched.switch(SUITE, plans::SWAY, Some(false));
    assert_eq!(
        survey(&customer, [1]).share_of_plan(SUITE, plans::SWAY, &switched),
        Share::All,
        "as it is before any plan is switched"
    );
}

#[test]
fn a_forecast_counts_seats_and_users() {
    let customer = office(users_holding(&[
        &[SMALL_SUITE],
        &[],
        &[SUITE],
        &[SMALL_SUITE, MAIL],
        &[CONFERENCES, SMALL_SUITE],
    ]));
    let replace = update(&[(SMALL_SUITE, false), (SUITE, true)]);
    let forecast = survey(&customer, 1..=9).forecast(&customer, &replace);
    let seats = |gained, lost, available| SeatForecast {
        gained,
        lost,
        available,
    };
    assert_eq!(
        forecast,
        Forecast {
            products: vec![(SMALL_SUITE, seats(0, 2, 6)), (SUITE, seats(3, 0, 8))],
            changed: 3,
            refused: 1,
            nowhere: 0,
        },
        "the mailbox is in conflict with the suite"
    );
    assert_eq!(forecast.seats(SUITE).map(SeatForecast::left), Some(5));
    assert_eq!(forecast.seats(MAIL), None);
}

#[test]
fn users_without_a_location_are_counted_apart() {
    let mut people = users_holding(&[&[], &[], &[SMALL_SUITE, MAIL]]);
    people[0].details.location = None;
    let customer = office(people);
    let assign = update(&[(SUITE, true)]);
    let forecast = survey(&customer, 1..=3).forecast(&customer, &assign);
    let counts = (forecast.changed, forecast.refused, forecast.nowhere);
    assert_eq!(counts, (1, 2, 1));
}

#[test]
fn seats_are_short_when_somebody_needs_one_that_is_not_there() {
    for (gained, lost, available, left, is_short) in [
        (0, 0, 0, 0, false),
        (3, 0, 3, 0, false),
        (4, 0, 3, -1, true),
        (4, 1, 3, 0, false),
        (0, 2, -5, -3, false),
        (1, 5, -5, -1, true),
        (1, 6, -5, 0, false),
    ] {
        let seats = SeatForecast {
            gained,
            lost,
            available,
        };
        assert_eq!(
            (seats.left(), seats.is_short()),
            (left, is_short),
            "{seats:?}"
        );
    }
}
