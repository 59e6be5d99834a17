//! Results to be corrected and uploaded again, and parts of a file that is too large.

use proptest::prelude::*;
use seatwork::domain::upload::validate;
use seatwork::session::user_file::{Outcome, good_rows, part, records, results};
use seatwork::sheet::{Separator, Table, read, write};
use seatwork::text::{Language, Sentences};

use super::{HEAD, customer, table, validate_text};
use crate::support::cases;

fn english() -> Sentences {
    Language::English.sentences()
}

/// Returns the results of a file with mistakes, each row as a text with `|` between the cells.
fn results_of(text: &str) -> Vec<String> {
    let problems = validate_text(text, 5).expect_err("it is wrong");
    let rows = results(&table(text), Outcome::Refused(&problems), english());
    rows.into_iter().map(|row| row.join("|")).collect()
}

const FINE: &str = "Not created because of errors in other rows.";

#[test]
fn every_row_has_its_reasons() {
    let rows = results_of(&format!(
        "{HEAD}A,,Jo,jo@probe.example,\n,,,no address,was here\n,,Al,al@probe.example,\n"
    ));
    assert_eq!(
        rows,
        [
            "First name|Last name|Display name|Email|Status update",
            &format!("A||Jo|jo@probe.example|{FINE}"),
            "|||no address|Display name: Enter a value. Email: This isn't an email address. It needs exactly one @, with text on \
             both sides and no spaces around it.",
            &format!("||Al|al@probe.example|{FINE}"),
        ]
    );
}

#[test]
fn the_status_comes_last_where_there_is_no_column_for_it() {
    let rows = results_of("Email,Display name\nno,Jo\n,\nal@probe.example,Al\n");
    assert_eq!(rows.len(), 3, "{rows:?}");
    assert_eq!(rows[0], "Email|Display name|Status update");
    assert!(
        rows[1].starts_with("no|Jo|Email: This isn't an email"),
        "{rows:?}"
    );
    assert_eq!(rows[2], format!("al@probe.example|Al|{FINE}"));
}

#[test]
fn it_stands_where_the_file_has_it() {
    let rows = results_of(
        "Statusupdate;Email,Display name\n"
            .replace(';', ",")
            .as_str(),
    );
    assert_eq!(rows, ["Statusupdate|Email|Display name"]);
    let rows = results_of("Statusupdate,E-Mail,Anzeigename\nold,no,Jo\n");
    assert!(
        rows[1].starts_with("E-Mail: This isn't an email"),
        "{rows:?}"
    );
    assert!(rows[1].ends_with("|no|Jo"), "{rows:?}");
}

#[test]
fn what_is_wrong_with_the_headings_stands_with_the_first_user() {
    let rows = results_of("Display name,Email,Phone\n,jo@probe.example,1\nAl,al@probe.example,2\n");
    assert_eq!(
        rows[1..],
        [
            ",jo@probe.example,1,Line 1: “Phone”: There's no column with this name. Ignore it or correct the heading. Display name: Enter a \
             value."
                .replacen(',', "|", 3),
            format!("Al|al@probe.example|2|{FINE}"),
        ]
    );
}

#[test]
fn of_shifted_rows_nothing_is_lost() {
    let rows = results_of(&format!(
        "{HEAD}A,,Jo,Junior,jo@probe.example,x\nB,,Al,al@probe.example,,,\n,Mo,mo@probe.example\n"
    ));
    assert!(
        rows[1].starts_with("A||Jo|Junior|jo@probe.example|x|This row has 6 cells"),
        "{rows:?}"
    );
    // No empty cells come before the status, or the row could not be uploaded again.
    assert_eq!(rows[2], format!("B||Al|al@probe.example|{FINE}"));
    assert!(
        rows[3].starts_with("|Mo|mo@probe.example||This row has 3 cells"),
        "{rows:?}"
    );
}

#[test]
fn created_is_what_all_are() {
    let text = format!("{HEAD},,Jo,jo@probe.example,x\n\n,,Al,al@probe.example\n");
    for (language, created) in [
        (Language::English, "Created"),
        (Language::German, "Erstellt"),
    ] {
        let rows = results(&table(&text), Outcome::Created, language.sentences());
        let statuses: Vec<_> = rows[1..].iter().map(|row| row[4].as_str()).collect();
        assert_eq!(statuses, [created, created]);
    }
}

#[test]
fn good_rows_are_those_without_a_mistake_of_their_own() {
    for (text, good) in [
        (format!("{HEAD},,Jo,jo@probe.example,\n,,,,x\n"), 1),
        (format!("{HEAD},,,no,\n,,,no,\n"), 0),
        // Six users where five are allowed: each row is right.
        (
            format!(
                "{HEAD}{}",
                (0..6)
                    .map(|at| format!(",,A,a{at}@probe.example,\n"))
                    .collect::<String>()
            ),
            6,
        ),
        (
            "Display name,Email,Phone\nJo,jo@probe.example,\n".to_owned(),
            1,
        ),
        (HEAD.to_owned(), 0),
    ] {
        let (table, problems) = (
            table(&text),
            validate_text(&text, 5).expect_err("it is wrong"),
        );
        let count = records(&table).count();
        assert_eq!(good_rows(&table, count, &problems), good, "{text:?}");
    }
}

#[test]
fn rows_are_found_by_their_lines() {
    let table = table("a,b\n\n\"c\nc\",d\n\ne,f\n");
    let found: Vec<_> = (0..8).map(|line| table.row_at(line)).collect();
    assert_eq!(
        found,
        [None, Some(0), None, Some(1), None, None, Some(2), None]
    );
    assert_eq!(Table::default().row_at(1), None);
}

#[test]
fn parts_have_all_users_once_each_with_the_headings() {
    let text: String = (0..250)
        .map(|at| format!(",,A,a{at}@probe.example,\n,,,,\n"))
        .collect();
    let table = table(&format!("{HEAD}{text}"));
    let sizes: Vec<_> = (0..4)
        .map(|number| part(&table, number, 100).len())
        .collect();
    assert_eq!(sizes, [101, 101, 51, 1]);
    let mut emails = Vec::new();
    for number in 0..3 {
        let rows = part(&table, number, 100);
        assert_eq!(rows[0].join(",") + "\n", HEAD);
        let part =
            read(&write(Separator::Comma, rows.clone()), Separator::Comma).expect("it is ours");
        let plan = validate(&part, &customer(), 100).expect("each part can be uploaded");
        assert_eq!(plan.len(), rows.len() - 1);
        emails.extend(rows[1..].iter().map(|row| row[3].clone()));
    }
    let expected: Vec<_> = (0..250).map(|at| format!("a{at}@probe.example")).collect();
    assert_eq!(emails, expected);
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn results_can_be_uploaded_again(
        rows in prop::collection::vec(
            prop::collection::vec(prop_oneof!["", "[a-c]{1,2}", "[a-c]@probe.example", "=1\\|2", "x,\"y"], 1..7),
            1..8,
        ),
        has_status: bool,
    ) {
        let mut head: Vec<String> = HEAD.trim().split(',').map(str::to_owned).collect();
        if !has_status {
            head.pop();
        }
        let text = write(Separator::Comma, std::iter::once(head).chain(rows));
        let before = table(text.as_str());
        let outcome = |table: &Table| validate(table, &customer(), 5).map_err(|problems| {
            // Empty rows are left out, short rows filled up.
            let is_of_width = |kind: &_| matches!(kind, seatwork::domain::upload::RowProblemKind::Ragged { .. });
            let of_values = problems.into_iter().filter(|one| !is_of_width(&one.kind));
            of_values.map(|one| (one.column, one.value)).collect::<Vec<_>>()
        });
        let problems = validate(&before, &customer(), 5).err();
        let outcome_of_all = problems.as_deref().map_or(Outcome::Created, Outcome::Refused);
        let after = read(&write(Separator::Comma, results(&before, outcome_of_all, english())), Separator::Comma).expect("it is ours");
        prop_assert_eq!(records(&before).count(), records(&after).count());
        if let Ok(plan) = outcome(&before) {
            let again = outcome(&after).expect("it is as right as before");
            prop_assert_eq!(plan.len(), again.len());
        }
        // Nothing typed is lost.
        for (old, new) in records(&before).zip(records(&after)) {
            let width = before.width(0);
            for (cell, text) in before.cells(old).enumerate() {
                let is_blank = |cell: usize| before.cell(old, cell).is_none_or(|text| text.trim().is_empty());
                let is_shifted = (width..before.width(old)).any(|cell| !is_blank(cell));
                let is_status = has_status && cell == 4 && !is_shifted;
                if !(is_status || cell >= width && is_blank(cell)) {
                    prop_assert_eq!(after.cell(new, cell), Some(text));
                }
            }
        }
    }
}
