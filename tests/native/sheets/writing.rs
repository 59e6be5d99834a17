//! CSV that spreadsheets of every language open, and that cannot hurt them.

use proptest::prelude::*;
use seatwork::sheet::write;

use crate::support::cases;

fn check(rows: &[&[&str]], expected: &str) {
    let text = write(rows.iter().map(|row| row.iter()));
    assert_eq!(text, format!("\u{feff}{expected}"), "{rows:?}");
}

#[test]
fn rows_are_utf_8_with_mark_commas_and_crlf() {
    check(&[], "");
    check(&[&["a"]], "a\r\n");
    check(
        &[&["Name", "Benutzer"], &["Jürgen 🦀", "x"]],
        "Name,Benutzer\r\nJürgen 🦀,x\r\n",
    );
    check(
        &[&["a", "", "c"], &["", "", ""], &["d"]],
        "a,,c\r\n,,\r\nd\r\n",
    );
}

#[test]
fn a_row_without_cells_is_still_a_row() {
    check(&[&["a"], &[], &["b"], &[""]], "a\r\n\"\"\r\nb\r\n\"\"\r\n");
}

#[test]
fn cells_with_separators_quotes_or_breaks_are_quoted() {
    for (cell, written) in [
        ("a,b", "\"a,b\""),
        ("a\"b", "\"a\"\"b\""),
        ("\"", "\"\"\"\""),
        ("a\nb", "\"a\nb\""),
        ("a\r\nb", "\"a\r\nb\""),
        ("a;b", "a;b"),
        (" a ", " a "),
    ] {
        check(&[&[cell, "x"]], &format!("{written},x\r\n"));
    }
}

#[test]
fn a_cell_that_would_be_a_formula_begins_with_an_apostrophe() {
    for (cell, written) in [
        ("=1+2", "'=1+2"),
        ("+49 30", "'+49 30"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "\"'\rx\""),
        (
            "=HYPERLINK(\"x\",\"y\")",
            "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"",
        ),
        ("a=b", "a=b"),
        // One of its own gets another, so that taking one off gives back what was there.
        ("'=x", "''=x"),
        ("''+1", "'''+1"),
        ("'x", "'x"),
        ("'", "'"),
        ("", ""),
    ] {
        check(&[&["x", cell]], &format!("x,{written}\r\n"));
    }
}

#[test]
fn a_cell_that_would_name_the_separator_is_quoted() {
    for (cell, written) in [
        ("sep=;", "\"sep=;\""),
        ("SEP=x", "\"SEP=x\""),
        ("sep", "sep"),
        ("a sep=;", "a sep=;"),
        ("se\u{301}p=", "se\u{301}p="),
    ] {
        check(&[&[cell, "x"]], &format!("{written},x\r\n"));
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn whatever_is_written_reads_back_and_begins_no_formula(rows in prop::collection::vec(prop::collection::vec("[^\u{feff}\\p{C}]{0,6}|[=+@\t\r\n\",-]{0,4}", 1..4), 0..6)) {
        let text = write(&rows);
        let body = text.strip_prefix('\u{feff}').expect("it begins with the mark");
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(body.as_bytes());
        let read: Vec<Vec<String>> = reader
            .records()
            .map(|record| record.expect("it is whole").iter().map(str::to_owned).collect())
            .collect();
        prop_assert_eq!(read.len(), rows.len());
        for (cell, written) in read.iter().flatten().zip(rows.iter().flatten()) {
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{:?}", cell);
            prop_assert!(cell == written || cell.strip_prefix('\'') == Some(written), "{:?} {:?}", cell, written);
        }
    }
}
