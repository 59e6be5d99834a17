//! From a form to a valid user, with every problem in the form's order.

mod licenses;

use std::collections::BTreeSet;

use seatwork::domain::catalogue::{plans, products};
use seatwork::domain::{
    AdminRole, Command, Customer, CustomerCommand, DetailsDraft, Field, Licenses, NewUser, Problem,
    ProblemKind, Refusal, UserDraft, UserNumber,
};

use crate::support::{
    CONFERENCES, MAIL, MORE_MAIL, SUITE, at, company, decided, details, draft, licenses, location,
    only, seats, suspended, user, with_users,
};

fn problem(field: Field, kind: ProblemKind) -> Problem {
    Problem { field, kind }
}

fn name_taken_by(name: &str) -> ProblemKind {
    let by = name.into();
    ProblemKind::NameTaken { by }
}

fn problems_of(draft: &UserDraft, customer: &Customer) -> Vec<Problem> {
    draft.validate(customer).expect_err("it is refused")
}

#[test]
fn the_form_opens_with_what_the_customer_presets() {
    let form = UserDraft::new(&company(vec![]));
    assert_eq!(
        (form.details.domain.as_str(), form.details.location.as_str()),
        ("probe.example", "DE")
    );
    assert_eq!(form.licenses, Licenses::default());
    assert_eq!(
        problems_of(&form, &company(vec![])),
        [
            problem(Field::DisplayName, ProblemKind::Required),
            problem(Field::UserName, ProblemKind::Required)
        ]
    );
}

#[test]
fn a_valid_form_becomes_what_was_typed_without_the_white_space() {
    let customer = company(vec![]);
    let typed = DetailsDraft {
        first_name: "  Jo ".to_owned(),
        last_name: "\t".to_owned(),
        display_name: " Jo Ann ".to_owned(),
        local_part: " Jo.Ann\n".to_owned(),
        domain: " Second.Example ".to_owned(),
        location: " fr ".to_owned(),
        roles: BTreeSet::from([AdminRole::Billing]),
    };
    let read = typed.validate(&customer, None).expect("it is valid");
    assert_eq!(
        read.first_name.as_ref().map(|name| name.as_str()),
        Some("Jo")
    );
    assert_eq!(read.last_name, None);
    assert_eq!(read.display_name.as_str(), "Jo Ann");
    assert_eq!(read.user_name.as_str(), "Jo.Ann@second.example");
    assert_eq!(read.location, Some(location("FR")));
    assert_eq!(read.roles, typed.roles);
    let shown = DetailsDraft::from(&read);
    assert_eq!(
        shown.validate(&customer, None),
        Ok(read),
        "what a form shows reads back the same"
    );
}

#[test]
fn several_mistakes_are_reported_together_in_the_order_of_the_form() {
    let customer = with_users(
        company(vec![
            seats(MAIL, 1),
            suspended(products::EMS, 5),
            seats(CONFERENCES, 5),
        ]),
        [user(1, "Ann", licenses(&[MAIL]))],
    );
    let form = UserDraft {
        details: DetailsDraft {
            first_name: "x".repeat(51),
            last_name: "a\tb".to_owned(),
            display_name: " ".to_owned(),
            local_part: "ann".to_owned(),
            domain: "probe.example".to_owned(),
            location: "in".to_owned(),
            roles: BTreeSet::new(),
        },
        licenses: licenses(&[SUITE, MAIL, CONFERENCES, products::EMS]),
    };
    let expected = [
        problem(
            Field::FirstName,
            ProblemKind::TooLong {
                length: 51,
                limit: 50,
            },
        ),
        problem(Field::LastName, ProblemKind::ControlCharacter),
        problem(Field::DisplayName, ProblemKind::Required),
        problem(Field::UserName, name_taken_by("Ann")),
        problem(Field::License(SUITE), ProblemKind::NotEntitled),
        problem(
            Field::License(MAIL),
            ProblemKind::NoSeat {
                needed: 1,
                available: 0,
            },
        ),
        problem(
            Field::License(MAIL),
            ProblemKind::PlanConflict {
                plan: plans::EXCHANGE_S_STANDARD,
                with: plans::EXCHANGE_S_ENTERPRISE,
                of: SUITE,
            },
        ),
        problem(
            Field::License(CONFERENCES),
            ProblemKind::Blocked {
                sku: CONFERENCES,
                location: location("IN"),
            },
        ),
        problem(Field::License(products::EMS), ProblemKind::AllSuspended),
    ];
    assert_eq!(problems_of(&form, &customer), expected);
}

/// Expects these problems after changing a valid form for `jo` in a customer with few seats.
fn check(change: impl FnOnce(&mut UserDraft), expected: &[Problem]) {
    let customer = with_users(
        company(vec![
            seats(MAIL, 2),
            seats(MORE_MAIL, 2),
            seats(CONFERENCES, 2),
            seats(SUITE, 2),
        ]),
        [user(1, "Ann", Licenses::default())],
    );
    let mut form = draft(&customer, "jo", Licenses::default());
    change(&mut form);
    let problems = form.validate(&customer).err().unwrap_or_default();
    assert_eq!(problems, expected, "{form:?}");
}

#[test]
fn a_user_name_is_taken_in_any_case_but_only_at_its_domain() {
    for local in ["ann", "ANN", "aNn "] {
        check(
            |form| form.details.local_part = local.to_owned(),
            &[problem(Field::UserName, name_taken_by("Ann"))],
        );
    }
    check(
        |form| {
            form.details.local_part = "ann".to_owned();
            form.details.domain = "second.example".to_owned();
        },
        &[],
    );
}

#[test]
fn the_domain_is_one_of_the_customers() {
    for other in [
        "",
        "example",
        "other.example",
        "sub.probe.example",
        "probe.example.",
        "probe.example@probe.example",
    ] {
        check(
            |form| form.details.domain = other.to_owned(),
            &[problem(Field::Domain, ProblemKind::NotADomainOfTheCustomer)],
        );
    }
    check(
        |form| {
            form.details.local_part = "jö".to_owned();
            form.details.domain = "other.example".to_owned();
        },
        &[
            problem(
                Field::UserName,
                ProblemKind::Characters {
                    wrong: vec!['ö'],
                    suggestion: Some("joe".to_owned()),
                },
            ),
            problem(Field::Domain, ProblemKind::NotADomainOfTheCustomer),
        ],
    );
}

#[test]
fn the_form_refuses_the_names_that_a_file_may_not_have() {
    for (name, kind) in [
        ("=cmd|' /C calc'!A0", ProblemKind::Formula),
        ("＝1", ProblemKind::Formula),
        ("Jo\u{200b}", ProblemKind::Invisible(vec!['\u{200b}'])),
    ] {
        check(
            |form| form.details.first_name = name.to_owned(),
            &[problem(Field::FirstName, kind.clone())],
        );
        check(
            |form| form.details.display_name = name.to_owned(),
            &[problem(Field::DisplayName, kind.clone())],
        );
    }
}

#[test]
fn the_location_is_a_code_of_iso_3166_or_left_empty() {
    for code in ["", "  ", "DE", "de", " Fr "] {
        check(|form| form.details.location = code.to_owned(), &[]);
    }
    for code in ["D", "DEU", "EU", "XX", "Germany", "🇩🇪"] {
        check(
            |form| form.details.location = code.to_owned(),
            &[problem(Field::Location, ProblemKind::UnknownLocation)],
        );
    }
}

/// Rules about the customer are checked again when the command is decided.
#[test]
fn a_form_from_a_stale_tab_is_refused_with_the_same_problems() {
    let before = company(vec![seats(MAIL, 1), seats(CONFERENCES, 1), seats(SUITE, 1)]);
    let form = |held: Licenses| -> NewUser {
        draft(&before, "jo", held)
            .validate(&before)
            .expect("it is valid")
    };
    let changed = |change: fn(&mut Customer)| {
        let mut customer = before.clone();
        change(&mut customer);
        customer
    };
    let no_seat = |sku| {
        problem(
            Field::License(sku),
            ProblemKind::NoSeat {
                needed: 1,
                available: 0,
            },
        )
    };
    for (what, user, now, expected) in [
        (
            "the name was taken",
            form(Licenses::default()),
            with_users(before.clone(), [user(1, "JO", Licenses::default())]),
            vec![problem(Field::UserName, name_taken_by("JO"))],
        ),
        (
            "the last seat was taken",
            form(licenses(&[MAIL])),
            with_users(before.clone(), [user(1, "Ann", licenses(&[MAIL]))]),
            vec![no_seat(MAIL)],
        ),
        (
            "the subscription was suspended",
            form(licenses(&[MAIL])),
            changed(|customer| customer.subscriptions[0] = suspended(MAIL, 1)),
            vec![problem(Field::License(MAIL), ProblemKind::AllSuspended)],
        ),
        (
            "the subscription is gone, and so is the domain",
            form(licenses(&[SUITE, CONFERENCES])),
            changed(|customer| {
                customer.subscriptions.clear();
                customer.domains.primary = customer.domains.others[0].clone();
            }),
            vec![
                problem(Field::Domain, ProblemKind::NotADomainOfTheCustomer),
                problem(Field::License(SUITE), ProblemKind::NotEntitled),
                problem(Field::License(CONFERENCES), ProblemKind::NotEntitled),
            ],
        ),
    ] {
        let command = Command::Customer(
            before.id,
            CustomerCommand::CreateUser {
                user: Box::new(user),
            },
        );
        let workspace = only(now);
        assert_eq!(
            decided(&workspace, &command, at(0)),
            Err(Refusal::Problems(expected)),
            "{what}"
        );
    }
}

#[test]
fn somebody_who_is_edited_may_keep_the_own_name() {
    let users = [
        user(1, "Ann", Licenses::default()),
        user(2, "Jo", Licenses::default()),
    ];
    let customer = with_users(company(vec![]), users);
    let of_ann = DetailsDraft {
        local_part: "ANN".to_owned(),
        ..DetailsDraft::from(&details("Ann"))
    };
    assert!(of_ann.validate(&customer, Some(UserNumber(1))).is_ok());
    assert_eq!(
        of_ann.validate(&customer, Some(UserNumber(2))),
        Err(vec![problem(Field::UserName, name_taken_by("Ann"))])
    );
}

#[test]
fn a_user_name_is_suggested_while_the_name_is_typed() {
    let namesakes = [(1, "anna.jaeger"), (2, "ANNA.JAEGER2")];
    let namesakes = namesakes.map(|(number, local)| user(number, local, Licenses::default()));
    let taken = with_users(company(vec![]), namesakes);
    for (first, last, display, expected) in [
        ("Anna", "", "Anna", Some("anna")),
        ("Anna", "Jäger", "Anna Jäger", Some("anna.jaeger3")),
        (" Zoë ", " O\u{2019}Brien ", "", Some("zoe.o'brien")),
        (
            "Anna  Maria",
            "Groß-Weiß",
            "",
            Some("anna.maria.gross-weiss"),
        ),
        ("", "", "Front Desk", Some("front.desk")),
        ("", "", "", None),
        ("Łukasz", "Řezníček", "", Some("lukasz.reznicek")),
        ("明", "王", "", None),
        ("", "", "...", None),
    ] {
        let draft = DetailsDraft {
            first_name: first.into(),
            last_name: last.into(),
            display_name: display.into(),
            domain: "probe.example".into(),
            ..DetailsDraft::default()
        };
        let suggested = draft.suggest_local_part(&taken);
        assert_eq!(suggested.as_deref(), expected, "{first} {last} {display}");
    }
}
