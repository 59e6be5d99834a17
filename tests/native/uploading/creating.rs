//! Saving a file creates every user in it, or none and says why.

use std::sync::Arc;

use seatwork::domain::upload::{Column, RowProblem, RowProblemKind, UploadPlan};
use seatwork::domain::{
    Command, Context, Credential, Customer, CustomerEvent, CustomerId, Decision, Event, Guid,
    Licenses, NoRandomness, ProblemKind, Random, Refusal, User, UserNumber, Workspace,
    WorkspaceCommand, decide,
};

use super::{limit, many, plan, plan_of, upload};
use crate::support::{
    MAIL, Numbers, Script, admin, at, carry_out, company, decided, deletion, edit, licenses,
    location, only, seats, user, user_name, with_users,
};

fn customer() -> Customer {
    let ann = user(1, "ann", licenses(&[MAIL]));
    with_users(company(vec![seats(MAIL, 9)]), [ann])
}

/// Returns the users that the decision uploads.
fn uploaded_users(decision: &Decision) -> &[User] {
    match &decision.change.event {
        Event::Customer(_, CustomerEvent::UsersUploaded { users }) => users,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_user_of_the_file_is_created_as_the_table_says() {
    let mut workspace = only(customer());
    // The numbers of purged users are not given again.
    carry_out(&mut workspace, &deletion(&customer(), &[1]), at(1));
    let rows = [
        ["Zoë", "O’Neil", "Zoë O’Neil", "Zoe.ONeil@second.example"],
        ["", "", "Front desk", "desk@probe.example"],
        ["Jürgen", "", "J. Müller", "d'a_r#c~^!-1@PROBE.example"],
    ];
    let plan = plan(&customer(), rows.map(|row| row.map(str::to_owned)));
    let decision = carry_out(&mut workspace, &upload(&customer(), &plan), at(5));
    assert_eq!(decision.change.at, at(5));
    assert_eq!(decision.change.by, admin());

    let users = uploaded_users(&decision);
    let lines: Vec<_> = users
        .iter()
        .map(|user| {
            let details = &user.details;
            let name = |name: &Option<seatwork::domain::PersonName>| {
                name.as_ref().map_or("-", |name| name.as_str()).to_owned()
            };
            format!(
                "{} {} | {} | {} | {}",
                user.number.0,
                details.user_name.as_str(),
                name(&details.first_name),
                name(&details.last_name),
                details.display_name.as_str(),
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            "2 Zoe.ONeil@second.example | Zoë | O’Neil | Zoë O’Neil",
            "3 desk@probe.example | - | - | Front desk",
            "4 d'a_r#c~^!-1@probe.example | Jürgen | - | J. Müller",
        ]
    );
    for user in users {
        assert_eq!(user.details.location, Some(location("DE")));
        assert!(user.details.roles.is_empty() && user.licenses.is_empty());
        assert_eq!((user.created_at, user.password.set_at), (at(5), at(5)));
        assert!(user.password.must_change);
    }
    for pair in users.windows(2) {
        assert_eq!(pair[0].id.0.following(), pair[1].id.0);
    }
    let now = workspace.customers().next().expect("there is one");
    assert!(now.users.active().eq(users));
    assert_eq!(now.users.highest_number(), 4);
    assert_eq!(now.users.holder_count(MAIL), 0);

    let credentials = decision.once.iter();
    let credentials: Vec<_> = credentials.map(|one| one.user_name.as_str()).collect();
    assert_eq!(
        credentials,
        [
            "Zoe.ONeil@second.example",
            "desk@probe.example",
            "d'a_r#c~^!-1@probe.example"
        ]
    );
}

#[test]
fn no_password_and_no_identifier_comes_twice() {
    let mut workspace = only(customer());
    let plan = many(&customer(), 100);
    let first = carry_out(&mut workspace, &upload(&customer(), &plan), at(1));
    let other = plan_of(&customer(), &["eva", "max"]);
    let second = carry_out(&mut workspace, &upload(&customer(), &other), at(2));
    let once = first.once.iter().chain(&second.once);
    let mut passwords: Vec<&str> = once.map(|one| one.password.reveal()).collect();
    assert_eq!(passwords.len(), 102);
    passwords.sort_unstable();
    passwords.dedup();
    assert_eq!(passwords.len(), 102);
    let now = workspace.customers().next().expect("there is one");
    let mut ids: Vec<_> = now.users.active().map(|user| user.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 103);
}

/// Returns line and kind of the problems over which an upload is refused after the customer has
/// changed.
#[track_caller]
fn check_refused(
    workspace: &Workspace,
    plan: &Arc<UploadPlan>,
    expected: &[(usize, RowProblemKind)],
) {
    let before = workspace.clone();
    let refused = decided(workspace, &upload(&customer(), plan), at(9)).err();
    assert_eq!(*workspace, before);
    let Some(Refusal::Upload(problems)) = refused else {
        panic!("{refused:?}");
    };
    let line_and_kind = |problem: RowProblem| (problem.line, problem.kind);
    let found: Vec<_> = problems.into_iter().map(line_and_kind).collect();
    assert_eq!(found, expected);
}

fn name_taken_by(name: &str) -> RowProblemKind {
    let by = name.into();
    RowProblemKind::Value(ProblemKind::NameTaken { by })
}

const FOREIGN: RowProblemKind = RowProblemKind::ForeignDomain { meant: None };

#[test]
fn what_speaks_against_one_user_keeps_all_of_them_away_and_every_reason_is_told() {
    let rows = [
        ["", "", "Kim", "kim@probe.example"],
        ["", "", "Jo", "jo@second.example"],
        ["", "", "Eva", "eva@probe.example"],
        ["", "", "Max", "max@second.example"],
    ];
    let plan = plan(&customer(), rows.map(|row| row.map(str::to_owned)));
    type Change = fn(&mut Customer);
    let cases: [(Change, &[(usize, RowProblemKind)]); 5] = [
        (
            |customer| {
                let taken = user(2, "KIM", licenses(&[]));
                customer.users.insert(taken).expect("it fits");
            },
            &[(2, name_taken_by("KIM"))],
        ),
        (
            |customer| {
                for (number, name) in [(2, "eva"), (3, "kim")] {
                    let taken = user(number, name, licenses(&[]));
                    customer.users.insert(taken).expect("it fits");
                }
            },
            &[(2, name_taken_by("kim")), (4, name_taken_by("eva"))],
        ),
        (
            |customer| customer.domains.others.clear(),
            &[(3, FOREIGN), (5, FOREIGN)],
        ),
        (
            |customer| {
                customer.domains.others.clear();
                let mut taken = user(7, "jo", licenses(&[]));
                taken.details.user_name = user_name("Jo@second.example");
                customer.users.insert(taken).expect("it fits");
            },
            &[(3, name_taken_by("jo")), (3, FOREIGN), (5, FOREIGN)],
        ),
        (
            |customer| {
                let ann = customer.users.get(UserNumber(1)).expect("it is there");
                let mut kim = ann.clone();
                kim.details.user_name = user_name("kim@probe.example");
                customer.users.replace(kim).expect("it fits");
            },
            &[(2, name_taken_by("ann"))],
        ),
    ];
    for (change, expected) in cases {
        let mut now = customer();
        change(&mut now);
        check_refused(&only(now), &plan, expected);
    }
}

/// A name that became free, or that only a deleted user has, is no problem.
#[test]
fn what_spoke_against_it_may_be_over() {
    let plan = plan_of(&customer(), &["kim", "jo"]);
    let taken = with_users(customer(), [user(2, "kim", licenses(&[]))]);
    let mut workspace = only(taken.clone());
    check_refused(&workspace, &plan, &[(2, name_taken_by("kim"))]);
    carry_out(&mut workspace, &deletion(&taken, &[2]), at(1));
    let decision = carry_out(&mut workspace, &upload(&taken, &plan), at(2));
    let numbers: Vec<u32> = uploaded_users(&decision)
        .iter()
        .map(|user| user.number.0)
        .collect();
    assert_eq!(numbers, [3, 4]);

    let mut workspace = only(taken.clone());
    let renamed = edit(&taken, 2, |details| {
        details.user_name = user_name("kim2@probe.example");
    });
    carry_out(&mut workspace, &renamed, at(1));
    carry_out(&mut workspace, &upload(&taken, &plan), at(2));
}

#[test]
fn a_limit_that_was_lowered_meanwhile_counts() {
    let mut workspace = only(customer());
    let plan = many(&customer(), 150);
    let too_many = |limit| RowProblemKind::TooManyRecords { count: 150, limit };
    check_refused(&workspace, &plan, &[(102, too_many(100))]);
    let set = |number| Command::Workspace(WorkspaceCommand::SetRecordLimit(limit(number)));
    carry_out(&mut workspace, &set(149), at(1));
    check_refused(&workspace, &plan, &[(151, too_many(149))]);

    // Together with the other problems.
    let mut taken = customer();
    let name = plan.users().nth(2).expect("there are more").1;
    let mut other = user(2, "kim", licenses(&[]));
    other.details.user_name = name.user_name.clone();
    taken.users.insert(other).expect("it fits");
    let expected = [(4, name_taken_by("kim")), (102, too_many(100))];
    check_refused(&only(taken), &plan, &expected);

    carry_out(&mut workspace, &set(150), at(2));
    let decision = carry_out(&mut workspace, &upload(&customer(), &plan), at(3));
    assert_eq!(uploaded_users(&decision).len(), 150);
}

#[test]
fn a_problem_with_a_name_is_in_the_column_of_the_address() {
    let plan = plan_of(&customer(), &["kim"]);
    let taken = only(with_users(customer(), [user(2, "kim", licenses(&[]))]));
    let refused = decided(&taken, &upload(&customer(), &plan), at(1)).err();
    let Some(Refusal::Upload(problems)) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(problems[0].column, Some(Column::Email));
    assert_eq!(&*problems[0].value, "kim@probe.example");
}

/// A source of this many bytes, which then fails.
struct Ending {
    left: usize,
    source: Numbers,
}

impl Random for Ending {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        self.left = self.left.checked_sub(bytes.len()).ok_or(NoRandomness)?;
        self.source.fill(bytes)
    }
}

/// Wherever the random numbers end, nobody is created.
#[test]
fn without_random_numbers_nobody_is_created() {
    let workspace = only(customer());
    let command = upload(&customer(), &plan_of(&customer(), &["kim", "jo", "eva"]));
    let with = |random: &mut dyn Random| {
        let actor = admin();
        let mut context = Context {
            now: at(1),
            actor: &actor,
            random,
        };
        decide(&workspace, &command, &mut context)
    };
    let mut refused = 0;
    for left in (0..200).step_by(3) {
        let source = Numbers::seeded(7);
        match with(&mut Ending { left, source }) {
            Ok(decision) => assert_eq!(uploaded_users(&decision).len(), 3),
            Err(refusal) => {
                assert_eq!(refusal, Refusal::NoRandomness);
                refused += 1;
            }
        }
    }
    assert!((20..60).contains(&refused), "{refused}");
    // Problems are reported without any random numbers.
    let taken = only(with_users(customer(), [user(2, "jo", licenses(&[]))]));
    let actor = admin();
    let mut context = Context {
        now: at(1),
        actor: &actor,
        random: &mut Script(Vec::new()),
    };
    let refused = decide(&taken, &command, &mut context);
    assert!(matches!(refused, Err(Refusal::Upload(_))), "{refused:?}");
}

/// Numbers end after four billion users.
#[test]
fn where_the_numbers_end_nobody_is_created() {
    for (highest, is_enough) in [
        (u32::MAX, false),
        (u32::MAX - 1, false),
        (u32::MAX - 2, true),
    ] {
        let mut customer = customer();
        customer.users.reserve_numbers(highest);
        let command = upload(&customer, &plan_of(&customer, &["kim", "jo"]));
        let mut workspace = only(customer);
        let before = workspace.clone();
        match decided(&workspace, &command, at(1)) {
            Ok(_) => {
                assert!(is_enough);
                carry_out(&mut workspace, &command, at(1));
            }
            Err(refusal) => {
                assert!(!is_enough);
                assert_eq!(refusal, Refusal::NumbersExhausted);
                assert_eq!(workspace, before);
            }
        }
    }
}

#[test]
fn an_upload_that_does_not_fit_changes_nothing() {
    let mut workspace = only(customer());
    let command = upload(&customer(), &plan_of(&customer(), &["kim", "jo"]));
    let decision = decided(&workspace, &command, at(1)).expect("nothing is against it");
    let with = |change: fn(&mut Event)| {
        let mut change_of = decision.change.clone();
        change(&mut change_of.event);
        change_of
    };
    for change in [
        with(|event| {
            if let Event::Customer(customer, CustomerEvent::UsersUploaded { .. }) = event {
                *customer = CustomerId(Guid::from_u128(1));
            }
        }),
        with(|event| {
            if let Event::Customer(_, CustomerEvent::UsersUploaded { users }) = event {
                users.push(user(9, "KIM", Licenses::default()));
            }
        }),
        with(|event| {
            if let Event::Customer(_, CustomerEvent::UsersUploaded { users }) = event {
                users.push(user(1, "eva", Licenses::default()));
            }
        }),
        with(|event| {
            if let Event::Customer(customer, CustomerEvent::UsersUploaded { .. }) = event {
                *event = Event::Customer(
                    *customer,
                    CustomerEvent::UploadUndone {
                        users: [UserNumber(1), UserNumber(2)].into(),
                    },
                );
            }
        }),
    ] {
        let before = workspace.clone();
        assert!(seatwork::domain::evolve(&mut workspace, &change).is_err());
        assert_eq!(workspace, before, "{change:?}");
    }
    assert!(
        decision
            .once
            .iter()
            .all(|Credential { user_name, .. }| user_name.domain() == "probe.example")
    );
}
