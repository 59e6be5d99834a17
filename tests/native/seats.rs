//! Seats: bought, in use, left.

use seatwork::domain::{
    Customer, DeletedUser, Entitlement, Field, Licenses, Problem, ProblemKind, Subscription, User,
};

use crate::support::{
    MAIL, MORE_MAIL, SUITE, at, company, draft, licenses, seats, suspended, user, with_users,
};

fn holders(count: u32) -> Vec<User> {
    let one = |number| user(number, &format!("u{number}"), licenses(&[MAIL]));
    (1..=count).map(one).collect()
}

fn company_using_mail(subscriptions: Vec<Subscription>, used: u32) -> Customer {
    with_users(company(subscriptions), holders(used))
}

#[test]
fn active_subscriptions_to_a_product_add_up() {
    for (subscriptions, used, total, available) in [
        (vec![seats(MAIL, 5)], 2, 5, 3),
        (
            vec![seats(MAIL, 5), seats(MORE_MAIL, 9), seats(MAIL, 3)],
            2,
            8,
            6,
        ),
        (vec![seats(MAIL, 5), suspended(MAIL, 3)], 2, 5, 3),
        (vec![suspended(MAIL, 3)], 0, 0, 0),
        (vec![seats(MAIL, 2)], 2, 2, 0),
        // The product is over-assigned.
        (vec![seats(MAIL, 1), suspended(MAIL, 4)], 3, 1, -2),
        (vec![suspended(MAIL, 3)], 2, 0, -2),
        (
            vec![seats(MAIL, u32::MAX), seats(MAIL, u32::MAX)],
            1,
            u32::MAX,
            i64::from(u32::MAX) - 1,
        ),
    ] {
        let customer = company_using_mail(subscriptions, used);
        let expected = Entitlement {
            sku: MAIL,
            total,
            consumed: used,
        };
        assert_eq!(customer.entitlement(MAIL), Some(expected));
        assert_eq!(
            expected.available(),
            available,
            "{:?}",
            customer.subscriptions
        );
    }
}

#[test]
fn a_product_that_was_never_bought_has_no_seats_to_speak_of() {
    let customer = company_using_mail(vec![seats(MORE_MAIL, 5)], 1);
    assert_eq!(
        customer.entitlement(MAIL),
        None,
        "even if somebody holds it"
    );
    assert_eq!(customer.entitlement(SUITE), None);
}

#[test]
fn products_are_listed_once_and_in_the_order_of_the_catalogue() {
    let subscriptions = vec![
        suspended(MORE_MAIL, 1),
        seats(MAIL, 1),
        seats(SUITE, 1),
        seats(MAIL, 1),
    ];
    let customer = company(subscriptions);
    let listed: Vec<_> = customer
        .entitlements()
        .iter()
        .map(|seats| seats.sku)
        .collect();
    assert_eq!(listed, [SUITE, MAIL, MORE_MAIL]);
    assert!(company(vec![]).entitlements().is_empty());
}

#[test]
fn over_assigned_seats_cannot_be_assigned_further() {
    for (quantity, used, available) in [(3, 2, None), (3, 3, Some(0)), (3, 5, Some(-2))] {
        let customer = company_using_mail(vec![seats(MAIL, quantity)], used);
        let problems = draft(&customer, "jo", licenses(&[MAIL]))
            .validate(&customer)
            .err();
        let expected = available.map(|available| {
            let kind = ProblemKind::NoSeat {
                needed: 1,
                available,
            };
            vec![Problem {
                field: Field::License(MAIL),
                kind,
            }]
        });
        assert_eq!(problems, expected, "{used} of {quantity}");
        assert!(
            draft(&customer, "jo", Licenses::default())
                .validate(&customer)
                .is_ok()
        );
    }
}

#[test]
fn a_deleted_user_holds_neither_a_seat_nor_a_name() {
    let mut customer = company_using_mail(vec![seats(MAIL, 1)], 0);
    let deleted = DeletedUser {
        user: user(1, "jo", licenses(&[MAIL])),
        deleted_at: at(-1),
    };
    customer
        .users
        .insert_deleted(deleted)
        .expect("the number is free");
    assert_eq!(
        customer.entitlement(MAIL).map(|seats| seats.available()),
        Some(1)
    );
    let again = draft(&customer, "JO", licenses(&[MAIL])).validate(&customer);
    assert!(again.is_ok(), "{again:?}");
    assert_eq!(customer.users.len(), 0);
    assert_eq!(
        customer.users.next_number().map(|number| number.0),
        Some(2),
        "but the number stays taken"
    );
}
