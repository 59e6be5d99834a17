//! Buying, changing and suspending subscriptions.

use seatwork::domain::{
    Command, Context, Customer, CustomerCommand, CustomerEvent, Event, Field, Guid, Problem,
    ProblemKind, Quantity, Refusal, Sku, Subscription, SubscriptionId, SubscriptionStatus, decide,
};

use crate::support::{
    MAIL, MORE_MAIL, SUITE, Script, admin, at, carry_out, company, decided, license_change,
    licenses, only, quantity, seats, suspended, user, with_users,
};

use SubscriptionStatus::{Active, Suspended};

#[test]
fn a_quantity_is_a_whole_number_from_1_to_10000_in_digits() {
    for (typed, number) in [
        ("1", 1),
        ("10000", 10_000),
        ("  7 ", 7),
        ("\u{a0}25\t", 25),
        ("00012", 12),
        ("0000000000000000000000000000010000", 10_000),
    ] {
        let quantity = Quantity::parse(typed);
        assert_eq!(quantity, Ok(crate::support::quantity(number)), "{typed:?}");
        assert_eq!(quantity.map(Quantity::get), Ok(number));
    }
    let digits = "9".repeat(1_000);
    for typed in [
        "0",
        "00",
        "10001",
        "-1",
        "+5",
        "1.5",
        "1,5",
        "1.0",
        "1e3",
        "0x10",
        "1 000",
        "1\u{202f}000",
        "1,000",
        "1.000",
        "1'000",
        "١",
        "٣",
        "５",
        "²",
        "ten",
        "1a",
        "-",
        "4294967296",
        "4294967297",
        "18446744073709551617",
        &digits,
    ] {
        assert_eq!(
            Quantity::parse(typed),
            Err(ProblemKind::NotAQuantity),
            "{typed:?}"
        );
    }
    for nothing in ["", " ", "\t\n", "\u{2003}"] {
        assert_eq!(Quantity::parse(nothing), Err(ProblemKind::Required));
    }
    for (number, is_one) in [
        (0, false),
        (1, true),
        (10_000, true),
        (10_001, false),
        (u32::MAX, false),
    ] {
        assert_eq!(Quantity::new(number).is_some(), is_one, "{number}");
    }
}

/// A customer with this many users who hold the product.
fn company_using(subscriptions: Vec<Subscription>, holders: u32) -> Customer {
    let holder = |number| user(number, &format!("u{number}"), licenses(&[MAIL]));
    with_users(company(subscriptions), (1..=holders).map(holder))
}

fn add(customer: &Customer, sku: Sku, number: u32) -> Command {
    Command::Customer(
        customer.id,
        CustomerCommand::AddSubscription {
            sku,
            quantity: quantity(number),
        },
    )
}

/// Sets the quantity of a subscription.
fn resize(customer: &Customer, place: usize, number: u32) -> Command {
    Command::Customer(
        customer.id,
        CustomerCommand::ChangeQuantity {
            subscription: customer.subscriptions[place].id,
            quantity: quantity(number),
        },
    )
}

fn switch(customer: &Customer, place: usize, status: SubscriptionStatus) -> Command {
    Command::Customer(
        customer.id,
        CustomerCommand::ChangeStatus {
            subscription: customer.subscriptions[place].id,
            status,
        },
    )
}

fn customer_after(customer: &Customer, command: &Command) -> Customer {
    let mut workspace = only(customer.clone());
    let decision = carry_out(&mut workspace, command, at(1));
    assert!(decision.once.is_empty() && decision.outcomes.is_empty());
    assert_eq!(decision.undo, None);
    workspace.customers().next().expect("there is one").clone()
}

fn refusal_of(customer: &Customer, command: &Command) -> Option<Refusal> {
    decided(&only(customer.clone()), command, at(1)).err()
}

fn available(customer: &Customer) -> i64 {
    let mail = customer.entitlement(MAIL);
    mail.expect("it has been bought").available()
}

#[test]
fn a_subscription_that_is_added_is_active_and_stands_by_itself() {
    let mut customer = company_using(vec![], 0);
    for (sku, number, total) in [(MAIL, 5, 5), (SUITE, 10_000, 10_000), (MAIL, 1, 6)] {
        let mut workspace = only(customer.clone());
        let decision = carry_out(
            &mut workspace,
            &add(&customer, sku, number),
            at(i64::from(total)),
        );
        let Event::Customer(_, CustomerEvent::SubscriptionAdded { subscription }) =
            decision.change.event
        else {
            panic!("{:?}", decision.change);
        };
        assert_eq!(
            (subscription.sku, subscription.quantity, subscription.status),
            (sku, number, Active)
        );
        let before = customer;
        customer = workspace.customers().next().expect("there is one").clone();
        assert_eq!(before.subscription(subscription.id), None);
        assert_eq!(customer.subscriptions.last(), Some(&subscription));
        assert_eq!(
            customer.subscriptions[..before.subscriptions.len()],
            before.subscriptions
        );
        assert_eq!(
            customer.entitlement(sku).map(|seats| seats.total),
            Some(total)
        );
    }
}

/// More seats of an over-assigned product first fill the gap.
#[test]
fn added_seats_count_at_once() {
    let customer = company_using(vec![suspended(MAIL, 2)], 2);
    assert_eq!(available(&customer), -2);
    let more = customer_after(&customer, &add(&customer, MAIL, 3));
    assert_eq!(available(&more), 1);
}

#[test]
fn without_random_numbers_nothing_is_bought() {
    let customer = company(vec![]);
    for bytes in [0, 15] {
        let mut context = Context {
            now: at(0),
            actor: &admin(),
            random: &mut Script(vec![7; bytes]),
        };
        assert_eq!(
            decide(
                &only(customer.clone()),
                &add(&customer, MAIL, 1),
                &mut context
            ),
            Err(Refusal::NoRandomness)
        );
    }
}

#[test]
fn seats_can_be_given_back_down_to_what_is_in_use() {
    for (what, subscriptions, holders, place, least) in [
        ("nobody holds it", vec![seats(MAIL, 9)], 0, 0, 1),
        ("four hold it", vec![seats(MAIL, 9)], 4, 0, 4),
        ("all are taken", vec![seats(MAIL, 9)], 9, 0, 9),
        (
            "another active subscription bears a part",
            vec![seats(MAIL, 9), seats(MAIL, 3)],
            4,
            0,
            1,
        ),
        (
            "and each of them only its own",
            vec![seats(MAIL, 9), seats(MAIL, 3)],
            8,
            0,
            5,
        ),
        (
            "from the other side",
            vec![seats(MAIL, 9), seats(MAIL, 3)],
            8,
            1,
            1,
        ),
        (
            "a suspended one bears nothing",
            vec![seats(MAIL, 9), suspended(MAIL, 50)],
            4,
            0,
            4,
        ),
        (
            "nor does one to another product",
            vec![seats(MAIL, 9), seats(MORE_MAIL, 50)],
            4,
            0,
            4,
        ),
    ] {
        let customer = company_using(subscriptions, holders);
        let before = customer.subscriptions[place].quantity;
        for number in (1..before).chain([before + 1, 10_000]) {
            let command = resize(&customer, place, number);
            if number < least {
                let kind = ProblemKind::SeatsInUse {
                    in_use: holders,
                    least,
                };
                let field = Field::Quantity;
                assert_eq!(
                    refusal_of(&customer, &command),
                    Some(Refusal::Problems(vec![Problem { field, kind }])),
                    "{what}: {number}"
                );
            } else {
                let after = customer_after(&customer, &command);
                assert_eq!(after.subscriptions[place].quantity, number, "{what}");
                assert!(available(&after) >= 0, "{what}");
            }
        }
        assert_eq!(
            refusal_of(&customer, &resize(&customer, place, before)),
            Some(Refusal::NothingToChange)
        );
    }
}

#[test]
fn the_seats_of_a_suspended_subscription_can_be_changed_freely() {
    let customer = company_using(vec![suspended(MAIL, 9)], 4);
    for number in [1, 3, 10_000] {
        let after = customer_after(&customer, &resize(&customer, 0, number));
        assert_eq!(after.subscriptions[0].quantity, number);
        assert_eq!(available(&after), -4);
    }
}

#[test]
fn an_over_assigned_subscription_can_grow_but_not_shrink() {
    let customer = company_using(vec![seats(MAIL, 3), suspended(MAIL, 2)], 5);
    assert_eq!(available(&customer), -2);
    let kind = ProblemKind::SeatsInUse {
        in_use: 5,
        least: 5,
    };
    let field = Field::Quantity;
    assert_eq!(
        refusal_of(&customer, &resize(&customer, 0, 2)),
        Some(Refusal::Problems(vec![Problem { field, kind }]))
    );
    let more = customer_after(&customer, &resize(&customer, 0, 4));
    assert_eq!(available(&more), -1, "still too few, but better");
}

#[test]
fn suspending_takes_all_seats_away_and_reactivating_gives_them_back() {
    let customer = company_using(vec![seats(MAIL, 5), seats(MAIL, 1)], 4);
    let without = customer_after(&customer, &switch(&customer, 0, Suspended));
    assert_eq!(available(&without), -3);
    let without_any = customer_after(&without, &switch(&without, 1, Suspended));
    assert_eq!(available(&without_any), -4);
    assert!(without_any.is_suspended(MAIL) && !without.is_suspended(MAIL));
    assert!(!company(vec![]).is_suspended(MAIL), "it was never bought");
    for user in without_any.users.active() {
        assert!(user.licenses.holds(MAIL), "nobody loses anything by it");
    }
    let newcomer = with_users(without.clone(), [user(9, "new", licenses(&[]))]);
    let assign = license_change(&newcomer, &[9], |update| update.set(MAIL, Some(true)));
    let kind = ProblemKind::NoSeat {
        needed: 1,
        available: -3,
    };
    let field = Field::License(MAIL);
    assert_eq!(
        refusal_of(&newcomer, &assign),
        Some(Refusal::Problems(vec![Problem { field, kind }]))
    );
    let again = customer_after(&without_any, &switch(&without_any, 1, Active));
    let again = customer_after(&again, &switch(&again, 0, Active));
    assert_eq!(again, customer);
    for (place, status) in [(0, Active), (1, Active)] {
        assert_eq!(
            refusal_of(&customer, &switch(&customer, place, status)),
            Some(Refusal::NothingToChange)
        );
    }
    assert_eq!(
        refusal_of(&without, &switch(&without, 0, Suspended)),
        Some(Refusal::NothingToChange)
    );
}

#[test]
fn a_subscription_that_is_not_there_cannot_be_changed() {
    let customer = company_using(vec![seats(MAIL, 5)], 0);
    let subscription = SubscriptionId(Guid::from_u128(0xdead));
    for command in [
        Command::Customer(
            customer.id,
            CustomerCommand::ChangeQuantity {
                subscription,
                quantity: quantity(3),
            },
        ),
        Command::Customer(
            customer.id,
            CustomerCommand::ChangeStatus {
                subscription,
                status: Suspended,
            },
        ),
    ] {
        assert_eq!(
            refusal_of(&customer, &command),
            Some(Refusal::UnknownSubscription)
        );
    }
}
