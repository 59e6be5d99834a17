//! CSV that spreadsheets of every language open, and that cannot hurt them.

use proptest::prelude::*;
use seatwork::sheet::{Separator, read, write};

use crate::support::cases;

/// Returns the cells that a program may make of a file: at each of these characters, with quotation
/// marks that count or not, and without spaces.
fn cells_of_any_program(file: &str) -> Vec<String> {
    let mut all = Vec::new();
    let body = file.strip_prefix('\u{feff}').unwrap_or(file);
    for separator in [',', ';', '\t', '|'] {
        let delimiter = u8::try_from(separator).expect("it is ASCII");
        let mut reader = csv::ReaderBuilder::new();
        reader
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter);
        for record in reader.from_reader(body.as_bytes()).records() {
            all.extend(record.expect("it is text").iter().map(str::to_owned));
        }
        let plain = body.split([separator, '\r', '\n']);
        all.extend(plain.map(|cell| cell.trim_start_matches('"').to_owned()));
    }
    all
}

fn begins_formula(cell: &str) -> bool {
    let cell = cell.trim_start_matches([' ', '"']);
    cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

fn check(rows: &[&[&str]], expected: &str) {
    let text = write(Separator::Comma, rows.iter().map(|row| row.iter()));
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
fn cells_are_separated_as_was_chosen() {
    let rows = [["a", "b;c", "d,e"], ["", "f", ""]];
    for (separator, expected) in [
        (Separator::Comma, "a,\"b;c\",\"d,e\"\r\n,f,\r\n"),
        (Separator::Semicolon, "a;\"b;c\";\"d,e\"\r\n;f;\r\n"),
        (Separator::Tab, "a\t\"b;c\"\t\"d,e\"\r\n\tf\t\r\n"),
    ] {
        assert_eq!(write(separator, rows), format!("\u{feff}{expected}"));
    }
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
        ("a;b", "\"a;b\""),
        ("a\tb", "\"a\tb\""),
        ("a|b", "\"a|b\""),
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
        ("\tx", "\"'\tx\""),
        (" =1", "' =1"),
        ("＝1+2", "'＝1+2"),
        ("\"=1", "\"'\"\"=1\""),
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

/// Excel splits at the list separator of Windows, whatever the file has.
#[test]
fn after_what_separates_cells_elsewhere_a_formula_is_defused_as_well() {
    for (cell, written) in [
        ("x;=cmd|' /C calc'!A0;y", "\"x;'=cmd|' /C calc'!A0;y\""),
        ("a;b;-1;@c", "\"a;b;'-1;'@c\""),
        ("a\t=1", "\"a\t'=1\""),
        ("a,+1", "\"a,'+1\""),
        ("a|-1", "\"a|'-1\""),
        ("a\n=1", "\"a\n'=1\""),
        ("a; \"=1\"", "\"a;' \"\"=1\"\"\""),
        ("a;'=1", "\"a;''=1\""),
        (";;=1", "\";;'=1\""),
        ("a; b, c", "\"a; b, c\""),
    ] {
        check(&[&["x", cell]], &format!("x,{written}\r\n"));
        assert_eq!(read_cell(written), cell);
    }
}

/// Reads a file of this one cell.
fn read_cell(written: &str) -> String {
    let table = read(written, Separator::Comma).expect("it is whole");
    table.cell(0, 0).expect("there is a cell").to_owned()
}

#[test]
fn a_cell_that_would_name_the_separator_is_quoted() {
    for (cell, written) in [
        ("sep=;", "\"sep=;\""),
        ("SEP=x", "\"SEP=x\""),
        ("sep", "sep"),
        ("a sep=x", "a sep=x"),
        ("se\u{301}p=", "se\u{301}p="),
    ] {
        check(&[&[cell, "x"]], &format!("{written},x\r\n"));
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn whatever_is_written_reads_back_and_begins_no_formula(
        separator in prop::sample::select(Separator::ALL.to_vec()),
        rows in prop::collection::vec(prop::collection::vec("[^\u{feff}\\p{C}]{0,6}|[=+@\t\r\n\",;|' -]{0,6}", 1..4), 0..6),
    ) {
        let text = write(separator, &rows);
        for cell in cells_of_any_program(&text) {
            prop_assert!(!begins_formula(&cell), "{:?}", cell);
        }
        let body = text.strip_prefix('\u{feff}').expect("it begins with the mark");
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true)
            .delimiter(u8::try_from(separator.sign()).expect("it is ASCII")).from_reader(body.as_bytes());
        let read: Vec<Vec<String>> = reader
            .records()
            .map(|record| record.expect("it is whole").iter().map(str::to_owned).collect())
            .collect();
        prop_assert_eq!(read.len(), rows.len());
        for (cell, written) in read.iter().flatten().zip(rows.iter().flatten()) {
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{:?}", cell);
            prop_assert_eq!(cell.replace('\'', ""), written.replace('\'', ""));
        }
    }
}
