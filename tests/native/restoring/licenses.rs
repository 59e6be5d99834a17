//! Licenses of restored users: those still available, and why not the others.

use std::collections::BTreeSet;

use seatwork::domain::catalogue::{plans, products};
use seatwork::domain::{
    Command, Customer, CustomerCommand, DeletedUser, Field, Licenses, Location, Problem,
    ProblemKind, RestoreResult, Sku, SubscriptionStatus, User, UserNumber,
};

use super::{delete_then, only_customer, restore, restored_with, results_by_user};
use crate::support::{
    CONFERENCES, MAIL, MORE_MAIL, SUITE, at, carry_out, company, creation, edit, license_change,
    licenses, location, quantity, restoring, seats, user, with_users,
};

fn lost_license(sku: Sku, kind: ProblemKind) -> Problem {
    Problem {
        field: Field::License(sku),
        kind,
    }
}

fn no_seat(sku: Sku, available: i64) -> Problem {
    let needed = 1;
    lost_license(sku, ProblemKind::NoSeat { needed, available })
}

fn holders(held: &[&[Sku]]) -> Vec<User> {
    let numbered = held.iter().zip(1..);
    numbered
        .map(|(skus, number)| user(number, &format!("u{number}"), licenses(skus)))
        .collect()
}

fn licenses_of(customer: &Customer, number: u32) -> Licenses {
    let user = customer.users.get(UserNumber(number));
    user.expect("they are back").licenses.clone()
}

fn available(customer: &Customer, sku: Sku) -> i64 {
    let seats = customer.entitlement(sku);
    seats.expect("it has been bought").available()
}

#[test]
fn everything_comes_back_as_it_was_where_nothing_is_in_the_way() {
    let mut odd = licenses(&[MAIL]);
    odd.assign(SUITE, [plans::SWAY, plans::EXCHANGE_S_ENTERPRISE]);
    let mut ann = user(1, "Ann", odd);
    ann.details.roles = BTreeSet::from(seatwork::domain::AdminRole::ALL);
    ann.password.must_change = false;
    let customer = with_users(company(vec![seats(MAIL, 1), seats(SUITE, 1)]), [ann]);
    let mut workspace = delete_then(customer.clone(), &[1], |_| {});
    let decision = restore(&mut workspace, &[1], at(5));
    assert_eq!(
        results_by_user(&decision.restored),
        [(1, restored_with(&[MAIL, SUITE], vec![]))]
    );
    assert_eq!(decision.once, [], "restoring sets no new password");
    assert_eq!(decision.undo, None);
    assert_eq!(only_customer(&workspace), &customer);
}

#[test]
fn the_last_seat_goes_to_the_first_in_the_order_given() {
    for order in [[1, 2, 3], [3, 1, 2], [2, 3, 1]] {
        let customer = with_users(
            company(vec![seats(MAIL, 3)]),
            holders(&[&[MAIL], &[MAIL], &[MAIL]]),
        );
        let mut workspace = delete_then(customer, &[1, 2, 3], |workspace| {
            for local in ["x", "y"] {
                let create = creation(only_customer(workspace), local, licenses(&[MAIL]));
                carry_out(workspace, &create, at(1));
            }
        });
        let decision = restore(&mut workspace, &order, at(2));
        let [first, second, third] = order;
        assert_eq!(
            results_by_user(&decision.restored),
            [
                (first, restored_with(&[MAIL], vec![])),
                (second, restored_with(&[], vec![no_seat(MAIL, 0)])),
                (third, restored_with(&[], vec![no_seat(MAIL, 0)])),
            ]
        );
        let customer = only_customer(&workspace);
        assert_eq!(available(customer, MAIL), 0);
        for number in order {
            let has = licenses_of(customer, number).holds(MAIL);
            assert_eq!(has, number == first, "{number} of {order:?}");
        }
    }
}

/// A user named twice is restored once and takes one seat.
#[test]
fn somebody_named_twice_is_told_once() {
    let customer = with_users(company(vec![seats(MAIL, 2)]), holders(&[&[MAIL], &[MAIL]]));
    let mut workspace = delete_then(customer.clone(), &[1, 2], |_| {});
    let decision = restore(&mut workspace, &[2, 2, 1, 2], at(2));
    assert_eq!(decision.restored.len(), 1);
    assert_eq!(decision.restored[0].users, [UserNumber(2), UserNumber(1)]);
    assert_eq!(only_customer(&workspace), &customer);
}

#[test]
fn a_product_that_is_suspended_or_over_assigned_or_not_bought_does_not_come_back() {
    let ann = || holders(&[&[MAIL]]);
    let suspend = |customer: &Customer| {
        Command::Customer(
            customer.id,
            CustomerCommand::ChangeStatus {
                subscription: customer.subscriptions[0].id,
                status: SubscriptionStatus::Suspended,
            },
        )
    };
    let mut workspace = delete_then(
        with_users(company(vec![seats(MAIL, 5)]), ann()),
        &[1],
        |workspace| {
            let suspend = suspend(only_customer(workspace));
            carry_out(workspace, &suspend, at(1));
        },
    );
    let decision = restore(&mut workspace, &[1], at(2));
    let suspended = lost_license(MAIL, ProblemKind::AllSuspended);
    assert_eq!(
        results_by_user(&decision.restored),
        [(1, restored_with(&[], vec![suspended]))]
    );

    let both = company(vec![seats(MAIL, 5), seats(MAIL, 1)]);
    let users = holders(&[&[MAIL], &[MAIL], &[MAIL]]);
    let mut workspace = delete_then(with_users(both, users), &[1], |workspace| {
        let suspend = suspend(only_customer(workspace));
        carry_out(workspace, &suspend, at(1));
    });
    let decision = restore(&mut workspace, &[1], at(2));
    assert_eq!(
        results_by_user(&decision.restored),
        [(1, restored_with(&[], vec![no_seat(MAIL, -1)]))]
    );

    // Only a stored workspace can be like this.
    let mut customer = company(vec![]);
    let deleted = DeletedUser {
        user: holders(&[&[MAIL]]).remove(0),
        deleted_at: at(0),
    };
    customer.users.insert_deleted(deleted).expect("it fits");
    let mut workspace = crate::support::only(customer);
    let decision = restore(&mut workspace, &[1], at(2));
    let never = lost_license(MAIL, ProblemKind::NotEntitled);
    assert_eq!(
        results_by_user(&decision.restored),
        [(1, restored_with(&[], vec![never]))]
    );
}

/// Restores a user with licenses that the rules forbid, which no command leads to.
fn restore_holder(held: &[Sku], code: Option<&str>) -> (RestoreResult, Licenses) {
    let mut ann = user(1, "ann", licenses(held));
    ann.details.location = code.map(location);
    let mut customer = company(held.iter().map(|sku| seats(*sku, 1)).collect());
    let deleted = DeletedUser {
        user: ann,
        deleted_at: at(0),
    };
    customer.users.insert_deleted(deleted).expect("it fits");
    let mut workspace = crate::support::only(customer);
    let decision = restore(&mut workspace, &[1], at(1));
    let customer = only_customer(&workspace);
    for sku in held {
        let has = licenses_of_only_user(customer).holds(*sku);
        assert_eq!(available(customer, *sku), i64::from(!has), "{sku:?}");
    }
    let mut results = results_by_user(&decision.restored);
    (results.remove(0).1, licenses_of_only_user(customer))
}

fn licenses_of_only_user(customer: &Customer) -> Licenses {
    licenses_of(customer, 1)
}

#[test]
fn a_location_where_a_product_is_blocked_costs_this_product_only() {
    let india: Location = location("IN");
    let blocked = lost_license(
        CONFERENCES,
        ProblemKind::Blocked {
            sku: CONFERENCES,
            location: india,
        },
    );
    let (result, has) = restore_holder(&[SUITE, CONFERENCES], Some("IN"));
    assert_eq!(result, restored_with(&[SUITE], vec![blocked]));
    assert_eq!(has, licenses(&[SUITE]));
}

#[test]
fn without_a_location_nothing_comes_back() {
    let (result, has) = restore_holder(&[MAIL, SUITE], None);
    let needed = |sku| lost_license(sku, ProblemKind::LocationNeeded);
    assert_eq!(
        result,
        restored_with(&[], vec![needed(SUITE), needed(MAIL)])
    );
    assert!(has.is_empty());
}

#[test]
fn of_two_products_that_exclude_each_other_one_comes_back() {
    let (result, has) = restore_holder(&[MAIL, MORE_MAIL], Some("DE"));
    let RestoreResult::Restored { back, lost } = result else {
        panic!("{result:?}");
    };
    assert_eq!((back.len(), lost.len(), has.len()), (1, 1, 1));
    let Field::License(sku) = lost[0].field else {
        panic!("{lost:?}");
    };
    assert!(!has.holds(sku) && back.iter().all(|sku| has.holds(*sku)));
    assert!(matches!(lost[0].kind, ProblemKind::PlanConflict { .. }));
}

/// Without a seat of the first product, plans that need it, and those that need these, are lost
/// too.
#[test]
fn what_needs_a_product_that_is_not_given_back_goes_with_it() {
    let chain = [SUITE, products::MCOEV, products::MCOPSTN1];
    let customer = with_users(
        company(chain.iter().map(|sku| seats(*sku, 2)).collect()),
        holders(&[&chain, &chain, &[]]),
    );
    let mut workspace = delete_then(customer, &[1, 2], |workspace| {
        let customer = only_customer(workspace);
        let take = license_change(customer, &[3], |update| update.set(SUITE, Some(true)));
        carry_out(workspace, &take, at(1));
    });
    let decision = restore(&mut workspace, &[2, 1], at(2));
    let missing = |sku: Sku, plan, any_of: &[_]| {
        let any_of = any_of.to_vec();
        lost_license(sku, ProblemKind::PlanMissing { plan, any_of })
    };
    let reasons = vec![
        no_seat(SUITE, 0),
        missing(
            products::MCOEV,
            plans::MCOEV,
            &[plans::TEAMS1, plans::MCOSTANDARD],
        ),
        missing(products::MCOPSTN1, plans::MCOPSTN1, &[plans::MCOEV]),
    ];
    assert_eq!(
        results_by_user(&decision.restored),
        [
            (2, restored_with(&chain, vec![])),
            (1, restored_with(&[], reasons))
        ]
    );
    let customer = only_customer(&workspace);
    assert_eq!(available(customer, SUITE), 0);
    assert_eq!(available(customer, products::MCOEV), 1);
    assert_eq!(available(customer, products::MCOPSTN1), 1);
}

/// The order of products does not matter: a lost license takes no seat.
#[test]
fn a_seat_that_somebody_cannot_use_goes_to_the_next() {
    let customer = with_users(
        company(vec![seats(SUITE, 2), seats(CONFERENCES, 2)]),
        holders(&[&[SUITE, CONFERENCES], &[SUITE, CONFERENCES], &[], &[SUITE]]),
    );
    // Two of three seats are in use, so there is one too few of each.
    let customer = {
        let mut workspace = delete_then(customer_with(customer, 3), &[1, 2], |workspace| {
            let customer = only_customer(workspace);
            let take = license_change(customer, &[3], |update| update.set(SUITE, Some(true)));
            carry_out(workspace, &take, at(1));
            let fewer = Command::Customer(
                only_customer(workspace).id,
                CustomerCommand::ChangeQuantity {
                    subscription: only_customer(workspace).subscriptions[1].id,
                    quantity: quantity(1),
                },
            );
            carry_out(workspace, &fewer, at(2));
        });
        let decision = restore(&mut workspace, &[1, 2], at(3));
        assert_eq!(
            results_by_user(&decision.restored)[0],
            (1, restored_with(&[SUITE, CONFERENCES], vec![]))
        );
        let (number, second) = results_by_user(&decision.restored).remove(1);
        assert_eq!(number, 2);
        assert_eq!(
            second,
            restored_with(&[], vec![no_seat(SUITE, 0), no_seat(CONFERENCES, 0)])
        );
        only_customer(&workspace).clone()
    };
    assert_eq!(available(&customer, SUITE), 0);
    assert_eq!(available(&customer, CONFERENCES), 0);
}

fn customer_with(mut customer: Customer, quantity: u32) -> Customer {
    customer.subscriptions[0].quantity = quantity;
    customer
}

/// Seats freed by deleting are free for everybody; later edits of others do not change what comes
/// back.
#[test]
fn what_others_do_meanwhile_is_left_alone() {
    let customer = with_users(company(vec![seats(MAIL, 2)]), holders(&[&[MAIL], &[]]));
    let mut workspace = delete_then(customer, &[1], |workspace| {
        assert_eq!(available(only_customer(workspace), MAIL), 2);
        let customer = only_customer(workspace);
        let rename = edit(customer, 2, |details| {
            details.location = Some(location("FR"))
        });
        let take = license_change(customer, &[2], |update| update.set(MAIL, Some(true)));
        carry_out(workspace, &rename, at(1));
        carry_out(workspace, &take, at(2));
    });
    let before = only_customer(&workspace).users.get(UserNumber(2)).cloned();
    let command = restoring(only_customer(&workspace), &[1]);
    carry_out(&mut workspace, &command, at(3));
    let customer = only_customer(&workspace);
    assert_eq!(customer.users.get(UserNumber(2)).cloned(), before);
    assert_eq!(available(customer, MAIL), 0);
}
