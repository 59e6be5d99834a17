//! Validating a table: the users in it, or every problem.

use std::time::Instant;

use proptest::prelude::*;
use seatwork::domain::ProblemKind;
use seatwork::domain::upload::RowProblemKind::{
    DoubledColumn, ForeignDomain, HeadingsBelow, MissingColumn, MoreUnknownColumns, NoHeading,
    NoHeadings, NoRecords, NoRows, Ragged, TooManyRecords, UnknownColumn, Value,
};
use seatwork::domain::upload::{
    CHECKED_LIMIT, Column, Mending, RowProblemKind, UNKNOWN_LISTED, Validation, validate,
};
use seatwork::session::user_file::mended;
use seatwork::sheet::{Separator, Table, write};
use seatwork::text::Language;

use super::{HEAD, check, customer, table, validate_text};
use crate::support::{cases, licenses, location, user};

#[test]
fn a_right_file_is_a_plan() {
    let plan = validate_text(
        &format!(
            "{HEAD}Mina,,Mina Sample, Mina@PROBE.example ,\n\n,,Jo,jo@second.example,Created\n"
        ),
        2,
    );
    let plan = plan.expect("it is right");
    assert_eq!(
        (plan.len(), plan.is_empty(), plan.status_count()),
        (2, false, 1)
    );
    let users: Vec<_> = plan
        .users()
        .map(|(line, details)| {
            (
                line,
                details.user_name.as_str(),
                details.display_name.as_str(),
                details.location,
            )
        })
        .collect();
    // The domain has the customer's spelling.
    let expected = [
        (2, "Mina@probe.example", "Mina Sample", None),
        (4, "jo@second.example", "Jo", None),
    ];
    assert_eq!(users, expected);
    let mut users = plan.users_in(location("FR"));
    assert_eq!(users.len(), 2);
    assert!(
        users.all(|details| details.location == Some(location("FR")) && details.roles.is_empty())
    );
}

#[test]
fn a_plan_can_be_asked_again() {
    let plan = validate_text(
        &format!("{HEAD},,Jo,jo@probe.example,\n,,Al,al@second.example,\n"),
        5,
    )
    .expect("it is right");
    let mut customer = customer();
    assert_eq!(plan.problems(&customer), []);
    customer
        .users
        .insert(user(2, "JO", licenses(&[])))
        .expect("the user fits");
    customer.domains.others.clear();
    let found: Vec<_> = plan
        .problems(&customer)
        .into_iter()
        .map(|problem| (problem.line, problem.kind))
        .collect();
    let by = "JO".into();
    assert_eq!(
        found,
        [
            (2, Value(ProblemKind::NameTaken { by })),
            (3, ForeignDomain { meant: None })
        ]
    );
}

#[test]
fn nothing_to_create_is_a_problem() {
    for nothing in ["", "\n,,\n"] {
        check(nothing, &[(1, None, None, NoRows)]);
    }
    check(&format!("\n{HEAD}\n,,,,\n"), &[(2, None, None, NoRecords)]);
    check(
        &format!("{HEAD} ,\u{a0},\t\n"),
        &[(1, None, None, NoRecords)],
    );
}

fn doubled(first: usize, heading: &str) -> RowProblemKind {
    let heading = heading.into();
    DoubledColumn { first, heading }
}

#[test]
fn headings_must_be_there_once_and_known() {
    check(
        "First name,Nickname\nx,y\n",
        &[
            (1, Some(Column::DisplayName), None, MissingColumn),
            (1, Some(Column::Email), None, MissingColumn),
            (1, None, Some(1), UnknownColumn),
        ],
    );
    check(
        "Full name , Email,E-Mail,Anzeigename\nJo,jo@probe.example,a,b\n",
        &[
            (1, Some(Column::Email), Some(2), doubled(1, "Email")),
            (
                1,
                Some(Column::DisplayName),
                Some(3),
                doubled(0, "Full name"),
            ),
        ],
    );
    let wide: String = (0..30).map(|number| format!(",Extra {number}")).collect();
    let problems = validate_text(
        &format!(
            "Display name,Email{wide}\nJo,jo@probe.example{}\n",
            ",".repeat(30)
        ),
        5,
    );
    let problems = problems.expect_err("it is wrong");
    assert_eq!(problems.len(), UNKNOWN_LISTED + 1);
    assert_eq!(&*problems[0].value, "Extra 0");
    assert_eq!(
        problems[UNKNOWN_LISTED].kind,
        MoreUnknownColumns { count: 10 }
    );
}

#[test]
fn headings_below_the_first_row_are_the_only_problem() {
    for (above, rows) in [("#TYPE A.B\n", 1), ("Users of today\n\n,,\nx,y,,,\n", 2)] {
        let text = format!("{above}{HEAD}a,b\n,,Jo,,\n");
        let line = above.matches('\n').count() + 1;
        check(&text, &[(1, None, None, HeadingsBelow { line, rows })]);
        let below = table(&text).without_rows(rows);
        let plan = validate(&below, &customer(), 5).expect_err("the rest is wrong");
        assert!(plan.iter().all(|problem| problem.line > line), "{plan:?}");
    }
    // One heading makes no row of headings, and two in the first row are enough.
    for text in [
        "a,b\nEmail,b\n",
        "Email,Display name\nFirst name,Last name,Email\n",
    ] {
        let problems = validate_text(text, 5).expect_err("it is wrong");
        let is_below = |kind: &_| matches!(kind, HeadingsBelow { .. });
        assert!(
            !problems.iter().any(|problem| is_below(&problem.kind)),
            "{text}"
        );
    }
}

#[test]
fn columns_that_are_not_needed_can_be_left_out_at_once() {
    let wide: String = (0..30).map(|number| format!(",Extra {number}")).collect();
    let text = format!(
        "x,Display name{wide},,Email\ny,Jo{},z,jo@probe.example\n",
        ",a".repeat(30)
    );
    let table = table(&text);
    let mending = Mending::of(&table);
    assert_eq!(mending.columns.len(), 32);
    let plan = validate(&mended(&table, &mending, "Display name"), &customer(), 5);
    assert_eq!(plan.map(|plan| plan.len()), Ok(1));
}

#[test]
fn the_shape_of_a_file_is_mended_at_once() {
    let table = table("Users\nx\nVorname,Mail,,E-Mail\nJo,y,,jo@probe.example\n");
    let mending = Mending::of(&table);
    let expected = Mending {
        rows: 2,
        line: 3,
        columns: vec![1],
        makes_names: true,
    };
    assert_eq!(mending, expected);
    let [english, german] = Language::ALL.map(|language| {
        let number = |number: usize| number.to_string();
        language.sentences().mending(&mending, &number)
    });
    assert_eq!(
        english,
        "Leave out the first 2 lines, ignore the column that isn't needed and make display names \
         from first and last names"
    );
    assert_eq!(
        german,
        "Die ersten 2 Zeilen weglassen, die nicht benötigte Spalte ignorieren und Anzeigenamen aus \
         Vor- und Nachnamen bilden"
    );
    let plan = validate(&mended(&table, &mending, "Display name"), &customer(), 5);
    let plan = plan.expect("it is mended");
    let (line, user) = plan.users().next().expect("there is a user");
    assert_eq!((line, user.display_name.as_str()), (4, "Jo"));
}

#[test]
fn a_file_without_headings_is_told_so_and_nothing_else() {
    let text = "Mina,Sample,Mina Sample,mina@probe.example,\nJo,,Jo,jo@probe.example,\n";
    check(text, &[(1, None, None, NoHeadings)]);
    assert_eq!(Mending::of(&table(text)), Mending::default());
    // These are headings, only unknown ones.
    let text = "Imię,Nazwisko\nMina,Sample\n";
    let problems = validate_text(text, 5).expect_err("they are unknown");
    assert!(problems.iter().any(|problem| problem.kind == UnknownColumn));
    assert_eq!(Mending::of(&table(text)), Mending::default());
}

#[test]
fn a_column_without_heading_is_fine_while_it_is_empty() {
    let text = "Display name,,Email,\nJo,,jo@probe.example,\nAl, ,al@probe.example,\n";
    assert_eq!(validate_text(text, 5).map(|plan| plan.len()), Ok(2));
    check(
        "Display name,,Email,\nJo,x,jo@probe.example,\nAl,y,al@probe.example,z\n",
        &[(2, None, Some(1), NoHeading), (3, None, Some(3), NoHeading)],
    );
}

#[test]
fn rows_of_another_width_are_told_unless_only_what_is_empty_is_missing() {
    let ragged = |line, found| (line, None, None, Ragged { found, expected: 5 });
    check(
        &format!(
            "{HEAD}a,b,c@probe.example\nJo,,Jo,jo@probe.example,,x\nA,B,B, A,a@probe.example,\nJo,Jo,jo@probe.example,\n"
        ),
        &[ragged(2, 3), ragged(3, 6), ragged(4, 6), ragged(5, 4)],
    );
    let text = format!(
        "{HEAD}Jo,,Jo,jo@probe.example\n,,Al,al@probe.example,,\n,,Ed,ed@probe.example,, ,\n"
    );
    assert_eq!(validate_text(&text, 5).map(|plan| plan.len()), Ok(3));
}

#[test]
fn too_many_records_are_told_and_looked_at_all_the_same() {
    let rows: String = (1..=7)
        .map(|number| format!(",,U,u{number}@probe.example,\n"))
        .collect();
    let limit = TooManyRecords { count: 7, limit: 5 };
    check(&format!("{HEAD}{rows}"), &[(7, None, None, limit)]);
    assert_eq!(
        validate_text(&format!("{HEAD}{rows}"), 7).map(|plan| plan.len()),
        Ok(7)
    );
    let limit = TooManyRecords { count: 8, limit: 5 };
    check(
        &format!("{HEAD}{rows},,,x@probe.example,\n"),
        &[
            (7, None, None, limit),
            (
                9,
                Some(Column::DisplayName),
                Some(2),
                Value(ProblemKind::Required),
            ),
        ],
    );
}

#[test]
fn validating_in_portions_is_validating_at_once() {
    let text = format!("{HEAD},,A,a@probe.example,\n,,,b@x,\n,,A,a@probe.example,\n");
    let (table, customer) = (table(&text), customer());
    let whole = validate(&table, &customer, 2);
    for portion in 1..5 {
        let mut validation = Validation::new(&table, 2);
        let mut before = validation.position();
        while validation.advance(&customer, portion) {
            assert!(validation.position() > before);
            before = validation.position();
        }
        assert_eq!(validation.position(), table.len());
        assert_eq!(validation.finish(), whole);
    }
}

#[test]
#[allow(
    clippy::disallowed_methods,
    reason = "it runs natively, where there is a clock"
)]
fn no_file_takes_longer_than_it_is_long() {
    let start = Instant::now();
    // The same address everywhere, no addresses, unnamed columns, endless headings, and too many
    // rows.
    let same = format!("{HEAD}{}", ",,A,a@probe.example,\n".repeat(20_000));
    let near: String = (0..20_000)
        .map(|number| format!(",,A,a@prob{number}.example,\n"))
        .collect();
    let unnamed = format!(
        "Display name,Email{}\n{}",
        ",".repeat(16_000),
        "Jo,jo@probe.example,x\n".repeat(5_000)
    );
    let unknown = format!("{}\n{}", "x,".repeat(16_000), "y,".repeat(16_000));
    let many = format!("{HEAD}{}", "=,=,=,=,=\n".repeat(CHECKED_LIMIT + 10_000));
    for text in [same, format!("{HEAD}{near}"), unnamed, unknown, many] {
        let problems = validate_text(&text, 100).expect_err("it is wrong");
        assert!(problems.len() <= 5 * CHECKED_LIMIT + 1);
    }
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

/// Rows with every kind of problem, or none.
fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    let head = prop::sample::select(vec![
        "Email",
        "E-Mail",
        "Display name",
        "Vorname",
        "Nachname",
        "Status update",
        "",
        "x",
    ]);
    let cell = prop_oneof![
        "[a-c]@probe\\.example",
        "[a-c]@[p-r]robe\\.exampl.?",
        "\\PC{0,6}",
        "[=+@. a\t-]{0,4}",
        Just(String::new()),
        Just("taken@probe.example".to_owned()),
    ];
    let head = prop::collection::vec(head.prop_map(str::to_owned), 1..7);
    (
        head,
        prop::collection::vec(prop::collection::vec(cell, 1..7), 0..8),
    )
        .prop_map(|(head, mut rows)| {
            rows.insert(0, head);
            rows
        })
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn a_plan_has_every_record_and_problems_are_in_order(rows in rows()) {
        let table: Table = seatwork::sheet::read(&write(Separator::Comma, &rows), Separator::Comma).expect("it is right");
        let customer = customer();
        match validate(&table, &customer, 5) {
            Ok(plan) => {
                let is_record = |row: &usize| table.cells(*row).any(|cell| !cell.trim().is_empty());
                let records: Vec<usize> = (1..table.len()).filter(is_record).map(|row| table.line(row)).collect();
                prop_assert!(plan.users().map(|(line, _)| line).eq(records));
                prop_assert!(!plan.is_empty() && plan.len() <= 5);
                prop_assert_eq!(plan.problems(&customer), []);
            }
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                prop_assert!(problems.is_sorted_by_key(|problem| (problem.line, problem.cell)));
                for problem in &problems {
                    let row = (0..table.len()).find(|row| table.line(*row) == problem.line);
                    if let (Some(row), Some(cell)) = (row, problem.cell) {
                        let text = table.cell(row, cell).unwrap_or_default();
                        prop_assert!(text.contains(&*problem.value));
                    }
                }
            }
        }
    }
}
