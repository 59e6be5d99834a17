//! Resetting passwords: a new one for each user, shown only once.

use std::collections::BTreeSet;

use seatwork::domain::{
    Command, Context, Customer, CustomerCommand, CustomerEvent, Event, PartnerRole, PasswordState,
    Refusal, UserNumber, Workspace, decide,
};
use seatwork::journal::StoredRecord;

use crate::support::{
    MAIL, Numbers, Script, acting_as, admin, at, carry_out, company, decided, licenses, numbers,
    only, seats, user, with_users,
};

fn only_customer(workspace: &Workspace) -> &Customer {
    workspace.customers().next().expect("there is one")
}

fn office() -> Workspace {
    let users = (1..=20).map(|number| {
        let mut one = user(number, &format!("u{number}"), licenses(&[MAIL]));
        one.password.must_change = number % 2 == 0;
        one
    });
    only(with_users(company(vec![seats(MAIL, 50)]), users))
}

fn reset(workspace: &Workspace, users: &[u32]) -> Command {
    Command::Customer(
        only_customer(workspace).id,
        CustomerCommand::ResetPasswords {
            users: numbers(users),
        },
    )
}

#[test]
fn everybody_gets_a_fresh_password_to_be_changed_at_the_next_sign_in() {
    let before = office();
    let mut workspace = before.clone();
    let command = reset(&workspace, &[3, 1, 2]);
    let decision = carry_out(&mut workspace, &command, at(50));
    let names: Vec<&str> = decision
        .once
        .iter()
        .map(|one| one.user_name.local())
        .collect();
    assert_eq!(names, ["u1", "u2", "u3"]);
    let all: BTreeSet<&str> = decision
        .once
        .iter()
        .map(|one| one.password.reveal())
        .collect();
    assert_eq!(all.len(), 3, "no two are the same");
    assert_eq!(decision.undo, None, "a password cannot be taken back");
    for user in only_customer(&workspace).users.active() {
        let then = only_customer(&before).users.get(user.number);
        let then = then.expect("nobody comes");
        let is_meant = user.number.0 <= 3;
        let password = if is_meant {
            PasswordState {
                set_at: at(50),
                must_change: true,
            }
        } else {
            then.password
        };
        let expected = seatwork::domain::User {
            password,
            ..then.clone()
        };
        assert_eq!(*user, expected);
    }
}

#[test]
fn reset_again_it_is_another_password() {
    let mut workspace = office();
    let command = reset(&workspace, &[1]);
    let one = carry_out(&mut workspace, &command, at(1));
    let other = carry_out(&mut workspace, &command, at(2));
    assert_ne!(
        one.once[0].password.reveal(),
        other.once[0].password.reveal()
    );
    let user = only_customer(&workspace).users.get(UserNumber(1));
    assert_eq!(user.map(|user| user.password.set_at), Some(at(2)));
}

#[test]
fn the_passwords_are_in_nothing_that_is_stored_or_printed() {
    let workspace = office();
    let command = reset(&workspace, &(1..=20).collect::<Vec<_>>());
    let decision = decided(&workspace, &command, at(1)).expect("nothing is against it");
    let mut after = workspace.clone();
    seatwork::domain::evolve(&mut after, &decision.change).expect("it fits");
    let printed = format!("{decision:?} {decision:#?} {after:?} {command:?}");
    let stored = StoredRecord::write(&decision.change, 1, 0).expect("it has JSON");
    assert_eq!(decision.once.len(), 20);
    for credential in &decision.once {
        let password = credential.password.reveal();
        assert_eq!(password.chars().count(), 12);
        assert!(!printed.contains(password) && !stored.contains(password));
    }
    assert_eq!(
        decision.change.event,
        Event::Customer(
            only_customer(&workspace).id,
            CustomerEvent::PasswordsReset {
                users: (1..=20).map(UserNumber).collect()
            }
        )
    );
}

#[test]
fn who_is_gone_is_left_out_and_gets_no_password() {
    let workspace = office();
    let decision = decided(&workspace, &reset(&workspace, &[99, 20, 5]), at(1));
    let decision = decision.expect("two are there");
    assert_eq!(decision.once.len(), 2);
    for users in [&[][..], &[99, 21]] {
        let refused = decided(&workspace, &reset(&workspace, users), at(1)).err();
        assert_eq!(refused, Some(Refusal::UnknownUser), "{users:?}");
    }
}

/// A password takes 23 bytes. If they do not suffice for all, nobody gets one.
#[test]
fn without_enough_random_numbers_nobody_gets_a_password() {
    let workspace = office();
    for (bytes, is_enough) in [
        (0, false),
        (22, false),
        (23, false),
        (45, false),
        (46, true),
    ] {
        let mut context = Context {
            now: at(1),
            actor: &admin(),
            random: &mut Script(vec![7; bytes]),
        };
        let result = decide(&workspace, &reset(&workspace, &[1, 2]), &mut context);
        assert_eq!(result.is_ok(), is_enough, "{bytes}");
        assert!(is_enough || result == Err(Refusal::NoRandomness));
    }
}

#[test]
fn the_helpdesk_may_and_sales_may_not() {
    let workspace = office();
    for (role, may) in [
        (PartnerRole::AdminAgent, true),
        (PartnerRole::HelpdeskAgent, true),
        (PartnerRole::SalesAgent, false),
    ] {
        let mut context = Context {
            now: at(1),
            actor: &acting_as(role),
            random: &mut Numbers::seeded(1),
        };
        let result = decide(&workspace, &reset(&workspace, &[1]), &mut context);
        assert_eq!(result.is_ok(), may, "{role:?}");
    }
}
