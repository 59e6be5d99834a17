//! What separates the cells.

use seatwork::sheet::Separator::{Comma, Pipe, Semicolon, Tab};
use seatwork::sheet::{Separator, guess_separator, read};

fn check(text: &str, expected: Separator) {
    let is_heading = |cell: &str| ["Name", "Mail", "Status"].contains(&cell.trim());
    let start: String = text.chars().take(80).collect();
    assert_eq!(guess_separator(text, &is_heading), expected, "{start:?}");
}

#[test]
fn a_first_line_may_say_it() {
    for (text, expected) in [
        ("sep=;\r\nName,Mail\r\n", Semicolon),
        ("SEP=,\nName;Mail", Comma),
        ("\u{feff}sep=\t\rName;Mail", Tab),
        ("sep=;", Semicolon),
        ("sep=|\nName;Mail", Pipe),
        // Not ours to read: it is found out.
        ("sep=:\nName;Mail", Semicolon),
        // No note.
        ("\"sep=;\"\nName,Mail", Comma),
        ("a\nsep=;\nb,c", Comma),
    ] {
        check(text, expected);
    }
}

#[test]
fn the_note_is_no_row_but_a_line() {
    for end in ["\n", "\r", "\r\n"] {
        let text = format!("\u{feff}sep=;{end}Name;Mail{end}a;b");
        let table = read(&text, Semicolon).expect("it is right");
        assert_eq!((table.len(), table.line(0), table.line(1)), (2, 2, 3));
        assert!(table.cells(0).eq(["Name", "Mail"]));
    }
    assert_eq!(read("sep=;", Semicolon).map(|table| table.len()), Ok(0));
    assert_eq!(read("sep=ü\na", Comma).map(|table| table.line(0)), Ok(2));
    assert_eq!(read("sep=", Comma).map(|table| table.len()), Ok(1));
}

#[test]
fn headings_that_are_known_decide() {
    check("Name,Mail\na;b;c,d;e;f\na;b;c,d;e;f", Comma);
    check("Name;Mail\na,b,c;d,e,f\na,b,c;d,e,f", Semicolon);
    check("Name\tMail\na,b\tc,d\n", Tab);
    check("\u{feff}\"Name\";\"Mail\"\r\n", Semicolon);
    check("\r\n;;;\r\nName;Mail", Semicolon);
    check("other;Mail;more,comma", Semicolon);
    check("Name|Mail\na,b|c,d\n", Pipe);
    check("Name", Comma);
}

#[test]
fn headings_below_a_title_decide_as_well() {
    check(
        "Users, as of today, 1,2,3\n\nName;Mail\na,b;c,d\n",
        Semicolon,
    );
    check("#TYPE A.B.C\n\"Name\",\"Mail\"\n\"a;b\",\"c;d\"\n", Comma);
}

#[test]
fn rows_alike_decide_where_headings_do_not() {
    check("a;b\nc;d\ne,f;g\n", Semicolon);
    check("a,b\nc,d;e\n", Comma);
    check("a\tb\nc\td\n", Tab);
    check("", Comma);
    check("a b c\n", Comma);
    // A cell with line breaks and other separators in it.
    check("a;\"b,\n,c,\n,d,\"\nc;d\n", Semicolon);
}

#[test]
fn only_the_beginning_of_a_long_file_is_looked_at() {
    let long = format!("a;b\n{}", "c;d\n".repeat(100_000));
    check(&long, Semicolon);
    let one_line = "x;".repeat(1_000_000);
    check(&one_line, Semicolon);
    let cut_in_a_character = format!("Name;Mail\n{}", "ü".repeat(100_000));
    check(&cut_in_a_character, Semicolon);
}
