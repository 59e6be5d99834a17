//! The cells of a file, and their lines.

use seatwork::sheet::FaultKind::{
    QuoteInside, TextAfterQuote, TooManyCells, TooManyColumns, UnclosedQuote,
};
use seatwork::sheet::{
    CELL_LIMIT, COLUMN_LIMIT, FAULT_LIMIT, Fault, FaultKind, Reading, Separator, Table, read,
};

fn table(text: &str) -> Table {
    read(text, Separator::Comma).unwrap_or_else(|faults| panic!("{text:?}: {faults:?}"))
}

/// Returns every row with its line.
fn check(text: &str, expected: &[(usize, &[&str])]) {
    let table = table(text);
    let rows: Vec<(usize, Vec<&str>)> = (0..table.len())
        .map(|row| (table.line(row), table.cells(row).collect()))
        .collect();
    let expected: Vec<(usize, Vec<&str>)> = expected
        .iter()
        .map(|(line, cells)| (*line, cells.to_vec()))
        .collect();
    assert_eq!(rows, expected, "{text:?}");
}

#[test]
fn rows_end_with_lf_crlf_or_cr() {
    for end in ["\n", "\r\n", "\r"] {
        let text = format!("a,b{end}c,d{end}");
        check(&text, &[(1, &["a", "b"]), (2, &["c", "d"])]);
        check(text.trim_end(), &[(1, &["a", "b"]), (2, &["c", "d"])]);
        check(
            &format!("\u{feff}{text}"),
            &[(1, &["a", "b"]), (2, &["c", "d"])],
        );
    }
    check(
        "a\rb\nc\r\nd\n\re",
        &[
            (1, &["a"]),
            (2, &["b"]),
            (3, &["c"]),
            (4, &["d"]),
            (6, &["e"]),
        ],
    );
}

#[test]
fn line_breaks_in_quotes_count() {
    check(
        "a,\"b\nc\r\nd\re\"\nf,g",
        &[(1, &["a", "b\nc\r\nd\re"]), (5, &["f", "g"])],
    );
    check("\"\n\n\"\nb", &[(1, &["\n\n"]), (4, &["b"])]);
}

#[test]
fn empty_lines_and_lines_of_separators_are_passed_over_but_counted() {
    check(
        "\r\n\r\n,,\r\na,b\r\n\r\n,\r\n\n\rc,d\r\n,,,\r\n\r\n",
        &[(4, &["a", "b"]), (9, &["c", "d"])],
    );
    check("\"\",\"\"\na,", &[(2, &["a", ""])]);
    check(" ,\n", &[(1, &[" ", ""])]);
    for nothing in [
        "",
        "\u{feff}",
        "\n",
        "\r\n,,,\r\n",
        "\"\"",
        ",",
        "\u{feff}\r\n,\r\n",
    ] {
        check(nothing, &[]);
    }
}

#[test]
fn quoted_cells_may_have_anything_in_them() {
    check(
        "\"a,b\",\"c\"\"d\",\"\"\"\",\"\"",
        &[(1, &["a,b", "c\"d", "\"", ""])],
    );
    check("\u{feff}\"a\",\" b \"\r\n", &[(1, &["a", " b "])]);
    check("Jürgen 🦀,ß", &[(1, &["Jürgen 🦀", "ß"])]);
    let semicolons = read("a;\"b;c\";d,e", Separator::Semicolon).expect("it is right");
    assert!(semicolons.cells(0).eq(["a", "b;c", "d,e"]));
    let tabs = read("a\t\"b\tc\"\t", Separator::Tab).expect("it is right");
    assert!(tabs.cells(0).eq(["a", "b\tc", ""]));
}

#[test]
fn the_apostrophe_of_our_own_files_is_taken_off() {
    check(
        "'=a,'+b,'-c,'@d,\"'\te\",\"'\rf\"",
        &[(1, &["=a", "+b", "-c", "@d", "\te", "\rf"])],
    );
    check(
        "''=a,'x,',O'Neill,''",
        &[(1, &["'=a", "'x", "'", "O'Neill", "''"])],
    );
}

fn check_faults(text: &str, expected: &[(usize, usize, FaultKind)]) {
    let faults = read(text, Separator::Comma).expect_err("it is wrong");
    let expected: Vec<Fault> = expected
        .iter()
        .map(|(line, cell, kind)| Fault {
            line: *line,
            cell: *cell,
            kind: *kind,
        })
        .collect();
    assert_eq!(faults, expected, "{text:?}");
}

#[test]
fn a_quote_that_is_never_closed_is_told_with_the_line_where_it_opened() {
    check_faults("a,b\r\nc,\"d\r\ne,f\r\n", &[(2, 1, UnclosedQuote)]);
    check_faults("\"", &[(1, 0, UnclosedQuote)]);
    check_faults("\u{feff}\"a", &[(1, 0, UnclosedQuote)]);
    check_faults("\n\n\"a\"\"", &[(3, 0, UnclosedQuote)]);
    check_faults("\"a\nb\",\"c\nd", &[(2, 1, UnclosedQuote)]);
}

#[test]
fn a_quote_in_the_middle_of_a_cell_is_told() {
    check_faults("a\nb,c\"d", &[(2, 1, QuoteInside)]);
    check_faults("a, \"b\"", &[(1, 1, QuoteInside)]);
    check_faults(
        "a\"b\"c,d\"\ne\"",
        &[
            (1, 0, QuoteInside),
            (1, 1, QuoteInside),
            (2, 0, QuoteInside),
        ],
    );
    check_faults("\"a\nb\"c,d", &[(2, 0, TextAfterQuote { opened: 1 })]);
    check_faults("x\n\"a\" ,b", &[(2, 0, TextAfterQuote { opened: 2 })]);
    // Not closed in line 2, so the next quote closes it.
    check_faults(
        "n,m\n\"Anna,a\n\"Bert\",b\n",
        &[(3, 0, TextAfterQuote { opened: 2 })],
    );
    check_faults("a\"b,\"c", &[(1, 0, QuoteInside), (1, 1, UnclosedQuote)]);
}

#[test]
fn no_file_fills_the_memory_with_faults() {
    let faults = read(&"a\"b,".repeat(100_000), Separator::Comma).expect_err("it is wrong");
    assert_eq!(faults.len(), FAULT_LIMIT);
    let faults = read(&"a\"b\n".repeat(100_000), Separator::Comma).expect_err("it is wrong");
    assert_eq!(faults.len(), FAULT_LIMIT);
}

#[test]
fn a_hundred_thousand_columns_are_refused() {
    let widest = "x,".repeat(COLUMN_LIMIT - 1);
    assert_eq!(table(&widest).width(0), COLUMN_LIMIT);
    let text = format!("a\n{}\nb", "x,".repeat(100_000));
    check_faults(&text, &[(2, 0, TooManyColumns { found: 100_001 })]);
}

#[test]
fn more_cells_than_a_page_can_hold_are_refused() {
    let row = format!("{}\n", "x,".repeat(COLUMN_LIMIT - 1));
    let rows = CELL_LIMIT / COLUMN_LIMIT;
    let text = row.repeat(rows + 10);
    check_faults(&text, &[(rows + 1, 0, TooManyCells)]);
}

#[test]
fn a_cell_of_20_mb_is_read() {
    const LINES: usize = 10 * 1024 * 1024;
    let text = format!("a,\"{}\"\nb", "x\n".repeat(LINES));
    let table = table(&text);
    assert_eq!((table.len(), table.line(1)), (2, LINES + 2));
    let unclosed = format!("a\n\"{}", "x".repeat(1024 * 1024));
    check_faults(&unclosed, &[(2, 0, UnclosedQuote)]);
    let quotes = "\"".repeat(1024 * 1024 + 1);
    check_faults(&quotes, &[(1, 0, UnclosedQuote)]);
}

#[test]
fn reading_in_portions_is_reading_at_once() {
    let text = "sep=;\na;b\n\n\"c\nd\";e\n;;\nf;g\n";
    let whole = read(text, Separator::Semicolon);
    for portion in 1..6 {
        let mut reading = Reading::new(text, Separator::Semicolon);
        let mut before = reading.position();
        while reading.advance(portion) {
            assert!(reading.position() > before);
            before = reading.position();
        }
        assert_eq!(reading.position(), text.len());
        assert_eq!(reading.finish(), whole);
    }
}
