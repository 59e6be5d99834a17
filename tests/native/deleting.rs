//! Deleting users frees seats and names at once, and can be undone.

use seatwork::domain::catalogue::products;
use seatwork::domain::{
    Command, Customer, CustomerCommand, CustomerEvent, Event, Licenses, Misfit, PersonName,
    ProblemKind, Refusal, Restoring, Sku, UserNumber, Workspace, evolve,
};

use crate::support::{
    MAIL, at, carry_out, company, creation, decided, deletion, draft, edit, license_change,
    licenses, location, numbers, only, seats, user, user_name, with_users,
};

const VISIO: Sku = products::VISIOCLIENT;

fn only_customer(workspace: &Workspace) -> &Customer {
    workspace.customers().next().expect("there is one")
}

fn office() -> Workspace {
    only(with_users(
        company(vec![seats(MAIL, 2), seats(VISIO, 1)]),
        [
            user(1, "ann", licenses(&[MAIL, VISIO])),
            user(2, "jo", licenses(&[MAIL])),
            user(3, "kim", Licenses::default()),
        ],
    ))
}

#[test]
fn a_deleted_user_leaves_the_list_with_everything_they_held() {
    let mut workspace = office();
    let ann = only_customer(&workspace).users.get(UserNumber(1)).cloned();
    let command = deletion(only_customer(&workspace), &[1]);
    let decision = carry_out(&mut workspace, &command, at(7));
    assert_eq!(
        decision.change.event,
        Event::Customer(
            company(vec![]).id,
            CustomerEvent::UsersDeleted {
                users: numbers(&[1])
            }
        )
    );
    assert!(decision.once.is_empty() && decision.outcomes.is_empty());
    let users = &only_customer(&workspace).users;
    assert_eq!(users.get(UserNumber(1)), None);
    assert_eq!(users.with_name(&user_name("ann@probe.example")), None);
    let deleted = users.get_deleted(UserNumber(1)).expect("they are there");
    assert_eq!(deleted.deleted_at, at(7));
    assert_eq!(Some(&deleted.user), ann.as_ref());
    assert_eq!(users.deleted_at(at(8)).count(), 1);
}

#[test]
fn the_seats_are_free_at_once() {
    let mut workspace = office();
    let available = |workspace: &Workspace| {
        let customer = only_customer(workspace);
        [MAIL, VISIO].map(|sku| customer.entitlement(sku).map(|seats| seats.available()))
    };
    assert_eq!(available(&workspace), [Some(0), Some(0)]);
    let command = deletion(only_customer(&workspace), &[1, 2]);
    carry_out(&mut workspace, &command, at(1));
    assert_eq!(available(&workspace), [Some(2), Some(1)]);
    let take = license_change(only_customer(&workspace), &[3], |update| {
        update.set(MAIL, Some(true));
        update.set(VISIO, Some(true));
    });
    carry_out(&mut workspace, &take, at(1));
    assert_eq!(available(&workspace), [Some(1), Some(0)]);
}

#[test]
fn the_name_may_be_taken_by_a_new_user() {
    let mut workspace = office();
    let command = deletion(only_customer(&workspace), &[1]);
    carry_out(&mut workspace, &command, at(1));
    let create = creation(only_customer(&workspace), "ANN", Licenses::default());
    carry_out(&mut workspace, &create, at(2));
    let users = &only_customer(&workspace).users;
    let new = users
        .with_name(&user_name("ann@probe.example"))
        .expect("she is there");
    assert_eq!(new.number, UserNumber(4), "numbers are not given again");
}

#[test]
fn where_nobody_is_left_to_be_deleted_it_is_refused() {
    let mut workspace = office();
    for users in [&[][..], &[9], &[0, u32::MAX]] {
        let command = deletion(only_customer(&workspace), users);
        let refused = decided(&workspace, &command, at(1)).err();
        assert_eq!(refused, Some(Refusal::UnknownUser), "{users:?}");
    }
    let command = deletion(only_customer(&workspace), &[1]);
    let change = carry_out(&mut workspace, &command, at(1)).change;
    assert_eq!(
        decided(&workspace, &command, at(2)).err(),
        Some(Refusal::UnknownUser)
    );
    let before = workspace.clone();
    assert_eq!(evolve(&mut workspace, &change), Err(Misfit::UnknownUser));
    assert_eq!(workspace, before);
}

#[test]
fn nothing_else_can_be_done_with_a_deleted_user() {
    let mut workspace = office();
    let rename = edit(only_customer(&workspace), 1, |details| {
        details.location = Some(location("FR"));
    });
    let command = deletion(only_customer(&workspace), &[1]);
    carry_out(&mut workspace, &command, at(1));
    assert_eq!(
        decided(&workspace, &rename, at(2)).err(),
        Some(Refusal::UnknownUser)
    );
    let reset = Command::Customer(
        only_customer(&workspace).id,
        CustomerCommand::ResetPasswords {
            users: numbers(&[1]),
        },
    );
    assert_eq!(
        decided(&workspace, &reset, at(2)).err(),
        Some(Refusal::UnknownUser)
    );
    let take = license_change(only_customer(&workspace), &[1], |update| {
        update.set(MAIL, Some(true));
    });
    assert!(matches!(
        decided(&workspace, &take, at(2)),
        Err(Refusal::NobodyChanged(_))
    ));
}

#[test]
fn changes_that_do_not_fit_change_nothing() {
    let mut workspace = office();
    let command = deletion(only_customer(&workspace), &[1]);
    carry_out(&mut workspace, &command, at(1));
    let create = creation(only_customer(&workspace), "ann", Licenses::default());
    carry_out(&mut workspace, &create, at(2));
    let customer = only_customer(&workspace).id;
    let restored = |all: &[&[u32]], renamed: &[(u32, &str)]| {
        Event::Customer(
            customer,
            CustomerEvent::UsersRestored {
                users: all
                    .iter()
                    .map(|users| seatwork::domain::Restored {
                        users: numbers(users),
                        without: [].into(),
                    })
                    .collect(),
                renamed: renamed
                    .iter()
                    .map(|(number, name)| (UserNumber(*number), user_name(name)))
                    .collect(),
            },
        )
    };
    let before = workspace.clone();
    for (event, misfit) in [
        (restored(&[&[1]], &[]), Misfit::NameTaken),
        (
            restored(&[&[1]], &[(1, "JO@probe.example")]),
            Misfit::NameTaken,
        ),
        (
            restored(&[&[1, 2]], &[(1, "new@probe.example")]),
            Misfit::UnknownUser,
        ),
        (
            restored(&[&[1], &[1]], &[(1, "new@probe.example")]),
            Misfit::UnknownUser,
        ),
        (
            Event::Customer(
                customer,
                CustomerEvent::UsersDeleted {
                    users: numbers(&[2, 9]),
                },
            ),
            Misfit::UnknownUser,
        ),
        (
            Event::Customer(
                customer,
                CustomerEvent::UsersPurged {
                    users: numbers(&[1, 2]),
                },
            ),
            Misfit::UnknownUser,
        ),
        (
            Event::Customer(
                customer,
                CustomerEvent::PasswordsReset {
                    users: numbers(&[1, 2]),
                },
            ),
            Misfit::UnknownUser,
        ),
    ] {
        let change = seatwork::domain::Change {
            at: at(9),
            by: crate::support::admin(),
            event,
        };
        assert_eq!(evolve(&mut workspace, &change), Err(misfit), "{change:?}");
        assert_eq!(workspace, before, "{change:?}");
    }
}

#[test]
fn undo_brings_everybody_back_with_everything() {
    let before = office();
    let mut workspace = before.clone();
    let command = deletion(only_customer(&workspace), &[1, 2, 3]);
    let decision = carry_out(&mut workspace, &command, at(1));
    let undo = decision.undo.expect("it can be taken back");
    let all = [1, 2, 3].map(|number| Restoring::from(UserNumber(number)));
    assert_eq!(
        undo,
        Command::Customer(
            company(vec![]).id,
            CustomerCommand::RestoreUsers {
                users: all.to_vec()
            }
        )
    );
    carry_out(&mut workspace, &undo, at(2));
    assert_eq!(only_customer(&workspace), only_customer(&before));
}

/// A change by somebody else stays; if it is in the same field, the undo is refused.
#[test]
fn undo_of_an_edit_puts_back_what_it_changed_and_nothing_else() {
    let name = |text: &str| PersonName::required(text).expect("it is a name");
    let mut workspace = office();
    let rename = edit(only_customer(&workspace), 3, |details| {
        details.display_name = name("Kim Two");
        details.user_name = user_name("kim.two@probe.example");
    });
    let undo = carry_out(&mut workspace, &rename, at(1))
        .undo
        .expect("it can be taken back");
    let elsewhere = edit(only_customer(&workspace), 3, |details| {
        details.location = None;
        details.first_name = Some(name("Kim"));
    });
    carry_out(&mut workspace, &elsewhere, at(2));
    let mut clashing = workspace.clone();
    let again = carry_out(&mut workspace, &undo, at(3))
        .undo
        .expect("it can be taken back");
    let kim = |workspace: &Workspace| {
        let user = only_customer(workspace).users.get(UserNumber(3));
        user.expect("it is there").details.clone()
    };
    let now = kim(&workspace);
    assert_eq!(now.display_name.as_str(), "kim");
    assert_eq!(now.user_name.as_str(), "kim@probe.example");
    assert_eq!((now.location, now.first_name), (None, Some(name("Kim"))));
    carry_out(&mut workspace, &again, at(4));
    assert_eq!(kim(&workspace).display_name.as_str(), "Kim Two");

    let same_field = edit(only_customer(&clashing), 3, |details| {
        details.display_name = name("Kim Three");
    });
    carry_out(&mut clashing, &same_field, at(3));
    let Err(Refusal::Problems(problems)) = decided(&clashing, &undo, at(4)) else {
        panic!("somebody else's change would be lost");
    };
    assert!(
        problems
            .iter()
            .all(|problem| problem.kind == ProblemKind::ChangedMeanwhile)
    );
    assert_eq!(problems.len(), 1);
}

#[test]
fn undo_of_a_new_user_name_is_refused_when_the_old_one_is_taken() {
    let mut workspace = office();
    let rename = edit(only_customer(&workspace), 3, |details| {
        details.user_name = user_name("max@probe.example");
    });
    let undo = carry_out(&mut workspace, &rename, at(1))
        .undo
        .expect("it can be taken back");
    let create = creation(only_customer(&workspace), "kim", Licenses::default());
    carry_out(&mut workspace, &create, at(2));
    let Err(Refusal::Problems(problems)) = decided(&workspace, &undo, at(3)) else {
        panic!("the name is taken");
    };
    assert!(matches!(problems[0].kind, ProblemKind::NameTaken { .. }));
    let gone = deletion(only_customer(&workspace), &[3]);
    carry_out(&mut workspace, &gone, at(4));
    assert_eq!(
        decided(&workspace, &undo, at(5)).err(),
        Some(Refusal::UnknownUser)
    );
}

/// A form opened before does not know it.
#[test]
fn a_form_that_was_filled_in_before_still_counts_its_seats() {
    let mut workspace = office();
    let form = draft(only_customer(&workspace), "new", licenses(&[VISIO]));
    assert!(form.validate(only_customer(&workspace)).is_err(), "no seat");
    let command = deletion(only_customer(&workspace), &[1]);
    carry_out(&mut workspace, &command, at(1));
    assert!(form.validate(only_customer(&workspace)).is_ok());
}
