//! User names of restored users: their own, or another if it is taken.

use seatwork::domain::{
    Command, Customer, CustomerCommand, CustomerEvent, DeletedUser, Event, Field, Licenses,
    PersonName, ProblemKind, Refusal, RestoreResult, Restoring, UserName, UserNumber, Workspace,
};

use super::{delete_then, only_customer, problem_at, restore, restored_with, results_by_user};
use crate::support::{
    at, carry_out, company, creation, decided, deletion, edit, only, restoring, user, user_name,
    with_users,
};

fn person(name: &str) -> PersonName {
    PersonName::required(name).expect("it is a name")
}

fn company_with_users(locals: &[&str]) -> Customer {
    let numbered = locals.iter().zip(1..);
    let users = numbered.map(|(local, number)| user(number, local, Licenses::default()));
    with_users(company(vec![]), users)
}

fn create(workspace: &mut Workspace, local: &str) {
    let command = creation(only_customer(workspace), local, Licenses::default());
    carry_out(workspace, &command, at(1));
}

fn name_taken_by(by: &str, suggestion: Option<&str>) -> RestoreResult {
    RestoreResult::NameTaken {
        by: person(by),
        suggestion: suggestion.map(|local| user_name(&format!("{local}@probe.example"))),
    }
}

/// Returns the command that restores the user with this name.
fn restore_as(workspace: &Workspace, number: u32, name: UserName) -> Command {
    Command::Customer(
        only_customer(workspace).id,
        CustomerCommand::RestoreUsers {
            users: vec![Restoring {
                user: UserNumber(number),
                user_name: Some(name),
            }],
        },
    )
}

#[test]
fn who_needs_another_name_is_told_and_the_others_are_not_held_up() {
    let mut workspace = delete_then(
        company_with_users(&["ann", "jo", "kim"]),
        &[1, 2, 3],
        |workspace| {
            create(workspace, "JO");
        },
    );
    let decision = restore(&mut workspace, &[1, 2, 3], at(2));
    assert_eq!(
        results_by_user(&decision.restored),
        [
            (1, restored_with(&[], vec![])),
            (3, restored_with(&[], vec![])),
            (2, name_taken_by("JO", Some("jo2"))),
        ]
    );
    let customer = only_customer(&workspace);
    assert_eq!(customer.users.len(), 3);
    assert!(customer.users.get_deleted(UserNumber(2)).is_some());

    let command = restore_as(&workspace, 2, user_name("jo2@probe.example"));
    let decision = carry_out(&mut workspace, &command, at(3));
    assert_eq!(
        results_by_user(&decision.restored),
        [(2, restored_with(&[], vec![]))]
    );
    let Event::Customer(_, CustomerEvent::UsersRestored { renamed, .. }) = &decision.change.event
    else {
        panic!("{decision:?}");
    };
    assert_eq!(
        renamed[..],
        [(UserNumber(2), user_name("jo2@probe.example"))]
    );
    let jo = only_customer(&workspace).users.get(UserNumber(2));
    let jo = jo.expect("they are back");
    assert_eq!(jo.details.user_name.as_str(), "jo2@probe.example");
    assert_eq!(jo.details.display_name.as_str(), "jo");
}

#[test]
fn the_suggestion_has_the_next_free_number() {
    let long = "x".repeat(64);
    let shortened = format!("{}2", "x".repeat(63));
    let shortened_more = format!("{}10", "x".repeat(62));
    let long_to_nine: Vec<String> = (2..=9).map(|n| format!("{}{n}", "x".repeat(63))).collect();
    let long_to_nine: Vec<&str> = long_to_nine.iter().map(String::as_str).collect();
    for (name, others, suggestion) in [
        ("jo", &[][..], Some("jo2")),
        ("jo", &["jo2", "jo3"], Some("jo4")),
        ("jo", &["JO2"], Some("jo3")),
        ("jo", &["jo3"], Some("jo2")),
        ("jo2", &[], Some("jo3")),
        ("jo9", &[], Some("jo10")),
        ("jo007", &[], Some("jo8")),
        ("2024", &[], Some("2025")),
        (&long, &[], Some(&shortened)),
        (&long, &long_to_nine, Some(&shortened_more)),
        // No number follows this one, so there is no suggestion.
        ("jo4294967295", &[], None),
    ] {
        let called = |number: u32, local: &str| {
            let mut one = user(number, "jo", Licenses::default());
            one.details.user_name = user_name(&format!("{local}@probe.example"));
            one
        };
        let spelled = name.to_uppercase();
        let taken_by = [&*spelled].into_iter().chain(others.iter().copied());
        let active = taken_by
            .zip(2..)
            .map(|(local, number)| called(number, local));
        let mut customer = with_users(company(vec![]), active);
        let deleted = DeletedUser {
            user: called(1, name),
            deleted_at: at(0),
        };
        customer.users.insert_deleted(deleted).expect("it fits");
        let mut workspace = only(customer);
        let decision = decided(
            &workspace,
            &restoring(only_customer(&workspace), &[1]),
            at(2),
        );
        let Err(Refusal::NobodyRestored(outcomes)) = decision else {
            panic!("{decision:?}");
        };
        assert_eq!(
            results_by_user(&outcomes),
            [(1, name_taken_by("jo", suggestion))],
            "{name}"
        );
        if let Some(suggestion) = suggestion {
            let name = user_name(&format!("{suggestion}@probe.example"));
            let command = restore_as(&workspace, 1, name);
            carry_out(&mut workspace, &command, at(3));
        }
    }
}

/// Of two deleted users with the same name, one gets it.
#[test]
fn of_two_deleted_users_with_one_name_the_first_in_the_order_gets_it() {
    for (first, second) in [(1, 2), (2, 1)] {
        let mut workspace = delete_then(company_with_users(&["jo"]), &[1], |workspace| {
            create(workspace, "Jo");
            let delete = deletion(only_customer(workspace), &[2]);
            carry_out(workspace, &delete, at(2));
        });
        let decision = restore(&mut workspace, &[first, second], at(3));
        let by = ["jo", "Jo"][first as usize - 1];
        let suggestion = ["jo2", "Jo2"][second as usize - 1];
        assert_eq!(
            results_by_user(&decision.restored),
            [
                (first, restored_with(&[], vec![])),
                (second, name_taken_by(by, Some(suggestion))),
            ]
        );
        let customer = only_customer(&workspace);
        assert_eq!(customer.users.len(), 1);
        assert!(customer.users.get(UserNumber(first)).is_some());
    }
}

/// A name given in the same command is taken as well.
#[test]
fn a_suggestion_is_free_among_those_who_come_back_too() {
    let mut workspace = delete_then(company_with_users(&["jo", "jo2"]), &[1, 2], |workspace| {
        create(workspace, "JO");
    });
    let before = workspace.clone();
    for order in [[2, 1], [1, 2]] {
        workspace = before.clone();
        let decision = restore(&mut workspace, &order, at(3));
        let mut results = results_by_user(&decision.restored);
        results.sort_by_key(|(number, _)| *number);
        let expected = [
            (1, name_taken_by("JO", Some("jo3"))),
            (2, restored_with(&[], vec![])),
        ];
        assert_eq!(results, expected, "{order:?}");
    }
}

#[test]
fn a_name_that_was_chosen_wrongly_is_a_mistake_at_its_field() {
    let workspace = delete_then(
        company_with_users(&["ann", "jo", "kim"]),
        &[1, 2],
        |workspace| {
            create(workspace, "ANN");
        },
    );
    let refused_as_taken =
        |by: &str| problem_at(Field::UserName, ProblemKind::NameTaken { by: by.into() });
    let foreign = problem_at(Field::Domain, ProblemKind::NotADomainOfTheCustomer);
    for (name, refusal) in [
        ("kim@probe.example", refused_as_taken("kim")),
        ("KIM@probe.example", refused_as_taken("kim")),
        ("ann@probe.example", refused_as_taken("ANN")),
        ("ann@other.example", foreign.clone()),
        ("kim@other.example", foreign),
    ] {
        let command = restore_as(&workspace, 1, user_name(name));
        assert_eq!(
            decided(&workspace, &command, at(2)).err(),
            Some(refusal),
            "{name}"
        );
    }
    // Two want the same name, or one the name that the other gets back.
    for name in ["new@probe.example", "jo@probe.example"] {
        let one = |number: u32, name: Option<&str>| Restoring {
            user: UserNumber(number),
            user_name: name.map(user_name),
        };
        let second = if name.starts_with("jo") {
            None
        } else {
            Some(name)
        };
        let command = Command::Customer(
            only_customer(&workspace).id,
            CustomerCommand::RestoreUsers {
                users: vec![one(2, second), one(1, Some(name))],
            },
        );
        let refused = decided(&workspace, &command, at(2)).err();
        assert_eq!(refused, Some(refused_as_taken("jo")), "{name}");
    }
}

#[test]
fn a_name_may_be_chosen_freely_at_any_domain_of_the_customer() {
    for (name, is_renamed) in [
        ("new.one@second.example", true),
        ("ann@second.example", true),
        // Another spelling counts as a new name, though it signs in the same.
        ("Ann@probe.example", true),
        ("ann@probe.example", false),
    ] {
        let mut workspace = delete_then(company_with_users(&["ann"]), &[1], |_| {});
        let command = restore_as(&workspace, 1, user_name(name));
        let decision = carry_out(&mut workspace, &command, at(2));
        let Event::Customer(_, CustomerEvent::UsersRestored { renamed, .. }) =
            &decision.change.event
        else {
            panic!("{decision:?}");
        };
        assert_eq!(renamed.len(), usize::from(is_renamed), "{name}");
        let users = &only_customer(&workspace).users;
        let ann = users.get(UserNumber(1)).expect("they are back");
        assert_eq!(ann.details.user_name.as_str(), name);
        assert_eq!(users.with_name(&user_name(name)), Some(ann));
    }
}

/// The name is free again once its holder is renamed.
#[test]
fn a_name_that_was_given_up_is_given_back() {
    let mut workspace = delete_then(company_with_users(&["ann"]), &[1], |workspace| {
        create(workspace, "ann");
        let rename = edit(only_customer(workspace), 2, |details| {
            details.user_name = user_name("other@probe.example");
        });
        carry_out(workspace, &rename, at(2));
    });
    let decision = restore(&mut workspace, &[1], at(3));
    assert_eq!(
        results_by_user(&decision.restored),
        [(1, restored_with(&[], vec![]))]
    );
}

/// A company in which `user1`, `user2` … were deleted and created again.
fn with_conflicts(count: u32) -> Customer {
    let name = |number: u32| format!("user{number}");
    let new = (1..=count).map(|number| user(count + number, &name(number), Licenses::default()));
    let mut customer = with_users(company(vec![]), new);
    for number in 1..=count {
        let deleted = DeletedUser {
            user: user(number, &name(number), Licenses::default()),
            deleted_at: at(0),
        };
        customer.users.insert_deleted(deleted).expect("it fits");
    }
    customer
}

/// Free names were looked for from the beginning for each user: 10,000 conflicts took 30 seconds.
#[test]
#[allow(clippy::print_stdout, reason = "the time is worth a look")]
#[allow(clippy::disallowed_methods, reason = "there is no browser here")]
fn ten_thousand_name_conflicts_are_found_in_one_pass() {
    const COUNT: u32 = 10_000;
    let workspace = only(with_conflicts(COUNT));
    let all: Vec<u32> = (1..=COUNT).collect();
    let command = restoring(only_customer(&workspace), &all);
    let start = std::time::Instant::now();
    let Err(Refusal::NobodyRestored(outcomes)) = decided(&workspace, &command, at(1)) else {
        panic!("every name is taken");
    };
    let elapsed = start.elapsed();
    println!("{COUNT} name conflicts: {} ms", elapsed.as_millis());
    let results = results_by_user(&outcomes);
    assert_eq!(results.len(), 10_000);
    let free = format!("user{}", COUNT + 1);
    for (number, result) in results {
        let RestoreResult::NameTaken { suggestion, .. } = result else {
            panic!("{number} is restored");
        };
        assert_eq!(suggestion.as_ref().map(UserName::local), Some(&*free));
    }
    // Unoptimized and beside other work; a pass for each user would take minutes.
    assert!(elapsed.as_secs() < 5, "{elapsed:?}");
}
