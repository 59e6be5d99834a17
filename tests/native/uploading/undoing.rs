//! Undoing an upload: only while all of its users are as they were created.

use seatwork::domain::{
    Advance, Command, Customer, CustomerCommand, CustomerEvent, Event, Location, Refusal,
    UserNumber, Workspace, WorkspaceCommand,
};

use super::{plan_of, upload};
use crate::support::{
    DAY, MAIL, at, carry_out, company, decided, deletion, edit, license_change, licenses, location,
    numbers, only, restoring, seats, user, user_name, with_users,
};

fn customer() -> Customer {
    let ann = user(1, "ann", licenses(&[MAIL]));
    with_users(company(vec![seats(MAIL, 3)]), [ann])
}

/// Returns the workspace after an upload of kim, jo and eva (2 to 4), and the command that undoes
/// it.
fn upload_three() -> (Workspace, Command) {
    let mut workspace = only(customer());
    let plan = plan_of(&customer(), &["kim", "jo", "eva"]);
    let decision = carry_out(&mut workspace, &upload(&customer(), &plan), at(0));
    let undo = decision.undo.expect("it can be taken back");
    (workspace, undo)
}

fn only_customer(workspace: &Workspace) -> &Customer {
    workspace.customers().next().expect("there is one")
}

#[test]
fn an_upload_that_was_taken_back_has_never_been() {
    let (mut workspace, undo) = upload_three();
    let decision = carry_out(&mut workspace, &undo, at(DAY));
    assert_eq!(
        decision.change.event,
        Event::Customer(
            customer().id,
            CustomerEvent::UploadUndone {
                users: numbers(&[2, 3, 4])
            }
        )
    );
    assert_eq!(decision.undo, None, "the file can be uploaded again");
    assert!(decision.once.is_empty());
    let users = &only_customer(&workspace).users;
    assert!(users.active().eq(customer().users.active()));
    assert_eq!(users.deleted().count(), 0);
    assert_eq!(users.highest_number(), 4, "numbers are not given again");
    assert_eq!(workspace.next_purge(), None);
    for name in ["kim", "jo", "eva"] {
        let name = user_name(&format!("{name}@probe.example"));
        assert_eq!(users.with_name(&name), None);
    }
    assert_eq!(
        decided(&workspace, &undo, at(2 * DAY)),
        Err(Refusal::ChangedSince(3)),
        "it is not there any more"
    );

    // The same file can be uploaded and undone again; the first undo does not affect the second
    // upload.
    let plan = plan_of(&customer(), &["kim", "jo", "eva"]);
    let again = carry_out(&mut workspace, &upload(&customer(), &plan), at(3 * DAY));
    let added: Vec<u32> = only_customer(&workspace)
        .users
        .active()
        .map(|user| user.number.0)
        .collect();
    assert_eq!(added, [1, 5, 6, 7]);
    assert_eq!(
        decided(&workspace, &undo, at(4 * DAY)),
        Err(Refusal::ChangedSince(3))
    );
    let undo = again.undo.expect("it can be taken back");
    carry_out(&mut workspace, &undo, at(4 * DAY));
    assert_eq!(only_customer(&workspace).users.len(), 1);
}

#[test]
fn what_happens_around_an_upload_is_no_hindrance() {
    let (mut workspace, undo) = upload_three();
    let other = plan_of(&customer(), &["max", "ute"]);
    carry_out(&mut workspace, &upload(&customer(), &other), at(1));
    for command in [
        edit(&customer(), 1, |details| {
            details.location = Some(location("FR"))
        }),
        deletion(&customer(), &[5]),
        Command::Workspace(WorkspaceCommand::AdvanceClock(Advance::Days(40))),
    ] {
        carry_out(&mut workspace, &command, at(2));
    }
    carry_out(&mut workspace, &undo, at(3));
    let left: Vec<u32> = only_customer(&workspace)
        .users
        .active()
        .map(|user| user.number.0)
        .collect();
    assert_eq!(left, [1, 6]);
    assert_eq!(only_customer(&workspace).users.deleted().count(), 1);
}

/// Expects this many users in the way after `commands`, and none once `back` undoes them.
#[track_caller]
fn check(commands: &[Command], in_the_way: usize, back: &[Command]) {
    let (mut workspace, undo) = upload_three();
    for (command, second) in commands.iter().zip(1..) {
        carry_out(&mut workspace, command, at(second * 1_000));
    }
    let before = workspace.clone();
    let expected = match in_the_way {
        0 => None,
        count => Some(Refusal::ChangedSince(count)),
    };
    let refused = decided(&workspace, &undo, at(DAY)).err();
    assert_eq!(refused, expected);
    assert!(refused.is_none_or(|refusal| refusal.ends_undo()));
    assert_eq!(workspace, before);
    if back.is_empty() {
        return;
    }
    for (command, second) in back.iter().zip(1..) {
        carry_out(&mut workspace, command, at(100_000 + second * 1_000));
    }
    carry_out(&mut workspace, &undo, at(DAY));
    assert_eq!(only_customer(&workspace).users.len(), 1);
}

#[test]
fn whoever_was_changed_since_is_counted() {
    let uploaded = upload_three().0;
    let customer = only_customer(&uploaded).clone();
    let none: Option<Location> = None;
    let moved = |number| edit(&customer, number, |details| details.location = none);
    let edited = |number, change: fn(&mut seatwork::domain::UserDetails)| {
        let mut workspace = uploaded.clone();
        let there = edit(only_customer(&workspace), number, change);
        let decision = carry_out(&mut workspace, &there, at(1));
        (there, decision.undo.expect("it can be taken back"))
    };
    let assigned = |users: &[u32], hold| {
        license_change(&customer, users, |update| update.set(MAIL, Some(hold)))
    };
    let reset = |users: &[u32]| {
        Command::Customer(
            customer.id,
            CustomerCommand::ResetPasswords {
                users: numbers(users),
            },
        )
    };

    check(&[moved(2)], 1, &[]);
    check(&[moved(2), moved(4)], 2, &[]);
    check(&[assigned(&[2, 3], true)], 2, &[assigned(&[2, 3], false)]);
    check(&[assigned(&[1], false)], 0, &[]);
    check(
        &[deletion(&customer, &[3])],
        1,
        &[restoring(&customer, &[3])],
    );
    check(
        &[deletion(&customer, &[2, 3, 4])],
        3,
        &[restoring(&customer, &[4, 3, 2])],
    );
    check(&[deletion(&customer, &[1])], 0, &[]);
    // A new password stays.
    check(&[reset(&[2, 3, 4])], 3, &[]);
    check(&[reset(&[1])], 0, &[]);
    check(
        &[moved(2), reset(&[2, 3]), deletion(&customer, &[2])],
        2,
        &[],
    );

    let changes: [fn(&mut seatwork::domain::UserDetails); 5] = [
        |details| details.display_name = crate::support::details("Other").display_name,
        |details| details.first_name = Some(crate::support::details("Other").display_name),
        |details| details.user_name = user_name("KIM@probe.example"),
        |details| details.user_name = user_name("kim@second.example"),
        |details| {
            details.roles.insert(seatwork::domain::AdminRole::Billing);
        },
    ];
    for change in changes {
        let (there, back) = edited(2, change);
        check(&[there], 1, &[back]);
    }
    let located = |details: &mut seatwork::domain::UserDetails| {
        details.location = Some(location("FR"));
    };
    let (there, back) = edited(3, located);
    check(&[there], 1, &[back]);
}

/// A user restored under another name is changed.
#[test]
fn who_came_back_under_another_name_is_counted() {
    let (mut workspace, undo) = upload_three();
    carry_out(&mut workspace, &deletion(&customer(), &[2]), at(1));
    let taken = plan_of(&customer(), &["kim"]);
    carry_out(&mut workspace, &upload(&customer(), &taken), at(2));
    let back = Command::Customer(
        customer().id,
        CustomerCommand::RestoreUsers {
            users: vec![seatwork::domain::Restoring {
                user: UserNumber(2),
                user_name: Some(user_name("kim2@probe.example")),
            }],
        },
    );
    carry_out(&mut workspace, &back, at(3));
    assert_eq!(
        decided(&workspace, &undo, at(4)),
        Err(Refusal::ChangedSince(1))
    );
}

#[test]
fn who_was_purged_is_counted() {
    let (mut workspace, undo) = upload_three();
    carry_out(&mut workspace, &deletion(&customer(), &[2, 4]), at(1));
    let purge = Command::Customer(customer().id, CustomerCommand::PurgeUsers);
    carry_out(&mut workspace, &purge, at(31 * DAY));
    assert_eq!(
        decided(&workspace, &undo, at(32 * DAY)),
        Err(Refusal::ChangedSince(2))
    );
}

/// An undo that was never offered is refused, whoever has the numbers.
#[test]
fn only_who_is_as_the_file_says_is_taken_out() {
    let (workspace, undo) = upload_three();
    let Command::Customer(
        customer,
        CustomerCommand::UndoUpload {
            plan,
            location: code,
            ..
        },
    ) = undo
    else {
        panic!("{undo:?}");
    };
    for (first, other, in_the_way) in [(1, code, 3), (3, code, 3), (2, location("FR"), 3)] {
        let command = Command::Customer(
            customer,
            CustomerCommand::UndoUpload {
                plan: plan.clone(),
                location: other,
                first: UserNumber(first),
            },
        );
        assert_eq!(
            decided(&workspace, &command, at(1)),
            Err(Refusal::ChangedSince(in_the_way)),
            "{first}"
        );
    }
    let last = Command::Customer(
        customer,
        CustomerCommand::UndoUpload {
            plan,
            location: code,
            first: UserNumber(u32::MAX),
        },
    );
    assert_eq!(
        decided(&workspace, &last, at(1)),
        Err(Refusal::ChangedSince(3))
    );
}
