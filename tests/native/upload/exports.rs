//! What Export users writes, Upload users reads.

use proptest::prelude::*;
use seatwork::domain::upload::{
    Column, ExtraColumn, RowProblem, RowProblemKind, UploadPlan, validate,
};
use seatwork::domain::{
    Customer, DomainName, PersonName, ProblemKind, UserDetails, UserName, Users,
};
use seatwork::sheet::{Encoding, Separator, detect_encoding, guess_separator, read, write};
use seatwork::text::Language;

use super::is_heading;
use crate::support::{cases, company, details, domain, whole_sample};

fn export(language: Language, separator: Separator, users: &[&UserDetails]) -> String {
    let sentences = language.sentences();
    let heads = Column::ALL.map(|column| sentences.column(column));
    let extra = ExtraColumn::ALL.map(|column| sentences.extra_column(column));
    let head: Vec<&str> = heads.into_iter().chain(extra).collect();
    let rows = users.iter().map(|user| {
        let cells = Column::ALL.map(|column| column.value(user));
        let extra = [
            "Office 365 E1, Visio; Plan 2",
            "",
            "Germany",
            "2026-11-25 08:00:00",
        ];
        cells.into_iter().chain(extra).collect()
    });
    write(separator, std::iter::once(head).chain(rows))
}

/// The customer without users.
fn without_users(customer: &Customer) -> Customer {
    Customer {
        users: Users::default().into(),
        ..customer.clone()
    }
}

/// Guesses the separator of a file and validates it.
fn validate_file(
    text: &str,
    customer: &Customer,
    written: Separator,
) -> Result<UploadPlan, Vec<RowProblem>> {
    assert_eq!(detect_encoding(text.as_bytes(), "JP"), Ok(Encoding::Utf8));
    let separator = guess_separator(text, &is_heading);
    assert_eq!(separator, written, "{text}");
    let table = read(text, separator).unwrap_or_else(|faults| panic!("{text}: {faults:?}"));
    validate(&table, customer, usize::MAX)
}

fn exported_cells(details: &UserDetails) -> [&str; 5] {
    Column::ALL.map(|column| column.value(details))
}

/// Expects the users back from their file.
fn check(language: Language, users: &[&UserDetails], customer: &Customer) {
    for separator in [Separator::Comma, Separator::Semicolon, Separator::Tab] {
        let text = export(language, separator, users);
        let plan = validate_file(&text, customer, separator);
        let plan = plan.unwrap_or_else(|problems| panic!("{text}: {problems:?}"));
        assert!(
            plan.users()
                .map(|(_, user)| exported_cells(user))
                .eq(users.iter().map(|user| exported_cells(user)))
        );
        assert_eq!(plan.status_count(), 0);
        assert_eq!(plan.ignored(), ExtraColumn::ALL);
    }
}

#[test]
fn the_head_is_accepted_in_both_languages() {
    for language in Language::ALL {
        let text = export(language, Separator::Semicolon, &[]);
        let problems = validate_file(&text, &company(Vec::new()), Separator::Semicolon);
        let problems = problems.expect_err("there is nobody in it");
        let kinds: Vec<_> = problems.into_iter().map(|problem| problem.kind).collect();
        assert_eq!(kinds, [RowProblemKind::NoRecords], "{text}");
        check(language, &[&details("jo")], &company(Vec::new()));
    }
}

#[test]
fn everybody_of_the_sample_can_be_uploaded_again() {
    for (at, customer) in whole_sample().customers().enumerate() {
        let users: Vec<_> = customer.users.active().map(|user| &user.details).collect();
        if !users.is_empty() {
            check(Language::ALL[at % 2], &users, &without_users(customer));
        }
    }
}

#[test]
fn a_name_that_is_a_formula_is_exported_as_it_is_and_refused_by_the_upload() {
    let user = UserDetails {
        first_name: person_name("+49"),
        last_name: person_name("'-O’Brien"),
        display_name: person_name("=1+1").expect("it is a name"),
        ..details("-jo'")
    };
    let text = export(Language::English, Separator::Comma, &[&user]);
    let row = text.lines().nth(1).expect("there is a row");
    assert!(
        row.starts_with("'+49,''-O’Brien,'=1+1,'-jo'@probe.example,,"),
        "{row}"
    );
    let problems = validate_file(&text, &company(Vec::new()), Separator::Comma);
    let problems = problems.expect_err("it is a formula");
    let [problem] = &problems[..] else {
        panic!("{problems:?}");
    };
    assert_eq!(problem.column, Some(Column::DisplayName));
    assert_eq!(problem.kind, RowProblemKind::Value(ProblemKind::Formula));
    assert_eq!(&*problem.value, "=1+1");
}

/// A name as an earlier version may have stored it.
fn person_name(text: &str) -> Option<PersonName> {
    PersonName::try_from(text.to_owned()).ok()
}

/// Names, among them some that spreadsheets would take for formulas.
fn names() -> impl Strategy<Value = Option<PersonName>> {
    prop_oneof![
        4 => "[A-ZÄÖÜ][a-zäöüß]{0,8}",
        2 => "['=+@,;\"\t-]{0,3}\\PC{0,20}",
        1 => "sep=[,;]",
        1 => "[\u{feff}\u{200e}\u{a0} \"',;]{0,5}",
        1 => "[0-9./:eE+-]{1,8}",
    ]
    .prop_map(|text| person_name(&text))
}

/// Users of these domains, no two of them with the same user name.
fn users(domains: &'static [&'static str]) -> impl Strategy<Value = Vec<UserDetails>> {
    let local = "[-_!#^~'A-Za-z0-9]{1,4}(\\.[-_!#^~'A-Za-z0-9]{1,4})?";
    let domains = prop::sample::select(domains).prop_map(domain);
    let user = (local, domains, names(), names(), names()).prop_map(
        |(local, domain, first_name, last_name, display_name): (_, DomainName, _, _, _)| {
            UserDetails {
                user_name: UserName::new(&local, &domain).expect("it is a user name"),
                first_name,
                last_name,
                ..with_display_name(display_name)
            }
        },
    );
    prop::collection::vec(user, 1..8).prop_map(|mut users| {
        users.sort_by(|one, other| one.user_name.cmp(&other.user_name));
        users.dedup_by(|one, other| one.user_name == other.user_name);
        users
    })
}

fn with_display_name(name: Option<PersonName>) -> UserDetails {
    let user = details("jo");
    UserDetails {
        display_name: name.unwrap_or_else(|| user.display_name.clone()),
        ..user
    }
}

/// The names that nobody can enter any more.
fn refused_names(user: &UserDetails) -> Vec<&str> {
    let [first, last, display, ..] = exported_cells(user);
    let is_refused = |name: &&str| match PersonName::optional(name) {
        Ok(read) => read.as_ref().map_or("", PersonName::as_str) != *name,
        Err(_) => true,
    };
    let mut refused = vec![first, last, display];
    refused.retain(is_refused);
    refused
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn what_was_exported_can_be_uploaded_again(
        users in users(&["probe.example", "second.example"]),
        language in prop::sample::select(&Language::ALL[..]),
    ) {
        let users: Vec<&UserDetails> = users.iter().collect();
        let text = export(language, Separator::Semicolon, &users);
        let (right, refused): (Vec<&UserDetails>, Vec<&UserDetails>) =
            users.iter().partition(|user| refused_names(user).is_empty());
        if !right.is_empty() {
            check(language, &right, &company(Vec::new()));
        }
        // Only for these reasons, and only for these users.
        let names: Vec<&str> = refused.iter().flat_map(|user| refused_names(user)).collect();
        for problem in validate_file(&text, &company(Vec::new()), Separator::Semicolon).err().unwrap_or_default() {
            prop_assert!(names.contains(&&*problem.value), "{:?}", problem);
            prop_assert!(matches!(problem.kind, RowProblemKind::Value(
                ProblemKind::Formula | ProblemKind::Invisible(_) | ProblemKind::Required
            )));
        }
    }
}
