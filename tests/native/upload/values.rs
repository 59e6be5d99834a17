//! Problems of a record's values: alone, in this customer, and beside other records.

use seatwork::domain::ProblemKind;
use seatwork::domain::upload::RowProblemKind::{
    Duplicate, ForeignDomain, MoreThanAnAddress, NotAnAddress, Value,
};
use seatwork::domain::upload::{Column, EXCERPT_LENGTH, RowProblemKind, validate};

use super::{HEAD, check, customer, table, validate_text};
use crate::support::domain;

/// Expects these problems in one cell of a record.
fn check_cell(row: &str, column: Column, expected: &[RowProblemKind]) {
    let cell = Column::ALL.iter().position(|other| *other == column);
    let expected: Vec<_> = expected
        .iter()
        .map(|kind| (2, Some(column), cell, kind.clone()))
        .collect();
    check(&format!("{HEAD}{row}\n"), &expected);
}

fn characters(wrong: &str, suggestion: Option<&str>) -> RowProblemKind {
    Value(ProblemKind::Characters {
        wrong: wrong.chars().collect(),
        suggestion: suggestion.map(str::to_owned),
    })
}

fn too_long(length: usize, limit: usize) -> RowProblemKind {
    Value(ProblemKind::TooLong { length, limit })
}

#[test]
fn names_follow_the_rules_of_the_form() {
    let long = "x".repeat(51);
    let mail = "jo@probe.example";
    check_cell(
        &format!("{long},,Jo,{mail},"),
        Column::FirstName,
        &[too_long(51, 50)],
    );
    check_cell(
        &format!(",\"a\tb\",Jo,{mail},"),
        Column::LastName,
        &[Value(ProblemKind::ControlCharacter)],
    );
    check_cell(
        &format!("Jo,Jo, ,{mail},"),
        Column::DisplayName,
        &[Value(ProblemKind::Required)],
    );
    let both = [too_long(51, 50), Value(ProblemKind::ControlCharacter)];
    check_cell(
        &format!(",,\"{}\r{}\",{mail},", "x".repeat(25), "x".repeat(25)),
        Column::DisplayName,
        &both,
    );
    for formula in [
        "=1+2",
        "'=1+2",
        "+cmd|x",
        "-sum(a)",
        "@SUM(A1)",
        "=cmd|' /C calc'!A0",
        "＝1+2",
    ] {
        check_cell(
            &format!(",,{formula},{mail},"),
            Column::DisplayName,
            &[Value(ProblemKind::Formula)],
        );
    }
    for name in ["-", "+1", "@home", "O'Neill", "a=b"] {
        let plan = validate_text(&format!("{HEAD},,{name},{mail},\n"), 5).expect("it is a name");
        assert!(
            plan.users()
                .all(|(_, details)| details.display_name.as_str() == name)
        );
    }
}

#[test]
fn addresses_follow_the_rules_of_user_names() {
    let check = |address: &str, expected: &[RowProblemKind]| {
        check_cell(&format!(",,Jo,{address},"), Column::Email, expected);
    };
    check(" ", &[Value(ProblemKind::Required)]);
    for none in [
        "jo",
        "jo.probe.example",
        "@probe.example",
        "jo@",
        "a@b@probe.example",
        "jo @probe.example",
        "jo@ probe.example",
        "@",
        "\"jo\n@probe.example\"",
    ] {
        check(none, &[NotAnAddress]);
    }
    check(
        "jörg@probe.example",
        &[characters("ö", Some("joerg@probe.example"))],
    );
    check("名@probe.example", &[characters("名", None)]);
    check(
        ".a..b.@probe.example",
        &[
            Value(ProblemKind::DotAtEdge),
            Value(ProblemKind::DotsInARow),
        ],
    );
    check(
        &format!("{}@probe.example", "a".repeat(65)),
        &[too_long(65, 64)],
    );
    // A far too long text has only this problem, not a list of a thousand characters.
    check(
        &format!("{}@probe.example", "é".repeat(5_000)),
        &[too_long(5_014, 113)],
    );
    let by = "taken".into();
    check(
        "TAKEN@Probe.Example",
        &[Value(ProblemKind::NameTaken { by })],
    );
}

/// Expects this suggestion for the address, and that all of its problems have it.
fn check_suggestion(address: &str, expected: Option<&str>) {
    let quoted = address.replace('"', "\"\"");
    let problems = validate_text(&format!("{HEAD},,Jo,\"{quoted}\",\n"), 5).expect_err(address);
    for problem in &problems {
        let suggestion = problem.suggestion.as_deref();
        assert_eq!(suggestion, expected, "{address}: {problem:?}");
    }
    if let Some(suggestion) = expected {
        let again = validate_text(&format!("{HEAD},,Jo,{suggestion},\n"), 5);
        let rest = again.err().unwrap_or_default();
        let is_foreign = |kind| matches!(kind, ForeignDomain { meant: None });
        assert!(
            rest.into_iter().all(|problem| is_foreign(problem.kind)),
            "{suggestion}"
        );
    }
}

#[test]
fn what_is_around_an_address_is_taken_away_where_it_is_certain_what_was_meant() {
    let zoe = Some("zoe@probe.example");
    for (address, expected) in [
        ("mailto:zoe@probe.example", zoe),
        ("MailTo:zoe@probe.example?subject=Hi&body=a@b", zoe),
        ("smtp:zoe@probe.example", zoe),
        ("<zoe@probe.example>", zoe),
        ("<mailto:zoe@probe.example>", zoe),
        ("Zoe Kern <zoe@probe.example>", zoe),
        ("\"Kern, Zoe\" <zoe@probe.example>", zoe),
        ("zoe@probe.example <zoe@probe.example>", zoe),
        ("'zoe@probe.example' <zoe@probe.example>", zoe),
        ("'zoe@probe.example'", zoe),
        ("“zoe@probe.example”", zoe),
        ("„zoe@probe.example“", zoe),
        ("« zoe@probe.example »", zoe),
        ("“<mailto:zoe@probe.example>”", zoe),
        // What else is wrong with it is mended as well.
        ("mailto:zoë@prob.example", zoe),
        ("Zoë <zoë@probe.example>", zoe),
        ("mailto:o’neil@probe.example", Some("o'neil@probe.example")),
        ("mailto:zoe@gmail.com", Some("zoe@gmail.com")),
        // It is uncertain which address or name was meant.
        ("Zoe Kern zoe@probe.example", None),
        ("zoe@probe.example <lia@probe.example>", None),
        ("zoe@probe.example; lia@probe.example", None),
        ("<zoe@probe.example> <lia@probe.example>", None),
        ("Zoe Kern <zoe>", None),
        ("mailto:zoe", None),
        ("mailto:", None),
        ("mailto:zo%C3%AB@probe.example", None),
        ("mailto:zoe..kern@probe.example", None),
        ("“zoe@probe.example", None),
        ("’zoe@probe.example", None),
        ("(zoe@probe.example)", None),
        ("zoe:kern@probe.example", None),
        ("'", None),
        ("<>", None),
    ] {
        check_suggestion(address, expected);
    }
    check_cell(
        ",,Jo,mailto:zoe@probe.example,",
        Column::Email,
        &[MoreThanAnAddress],
    );
}

#[test]
fn invisible_characters_are_named_and_taken_away_by_the_suggestion() {
    let invisible = |characters: &str| Value(ProblemKind::Invisible(characters.chars().collect()));
    let zoe = Some("zoe@probe.example");
    for (address, kinds, expected) in [
        (
            "\u{feff}zoe@probe.example",
            vec![invisible("\u{feff}")],
            zoe,
        ),
        (
            "zoe@probe.example\u{200b}",
            vec![invisible("\u{200b}")],
            zoe,
        ),
        (
            "z\u{ad}oe@pro\u{200d}be.example",
            vec![invisible("\u{ad}\u{200d}")],
            zoe,
        ),
        (
            "\u{202a}mailto:zoë@probe.example\u{202c}",
            vec![
                invisible("\u{202a}\u{202c}"),
                MoreThanAnAddress,
                characters("ë", zoe),
            ],
            zoe,
        ),
        (
            "\u{200b}zoe",
            vec![invisible("\u{200b}"), NotAnAddress],
            None,
        ),
    ] {
        check_cell(&format!(",,Jo,{address},"), Column::Email, &kinds);
        check_suggestion(address, expected);
    }
    check_cell(
        ",,Jo,\u{200b},",
        Column::Email,
        &[Value(ProblemKind::Required)],
    );
    let text = format!("{HEAD}Jo,,J\u{2066}o\u{2069} \u{feff},jo@probe.example,\n");
    let problems = validate_text(&text, 5).expect_err("it is wrong");
    let [problem] = &problems[..] else {
        panic!("{problems:?}");
    };
    assert_eq!(problem.kind, invisible("\u{2066}\u{2069}\u{feff}"));
    assert_eq!(problem.suggestion.as_deref(), Some("Jo"));
}

#[test]
fn a_missing_display_name_is_suggested_where_first_and_last_name_are_there() {
    let long = "x".repeat(25);
    for (names, expected) in [
        ("Lia,Kern,", Some("Lia Kern")),
        (" Ana María , de la Cruz , ", Some("Ana María de la Cruz")),
        ("Lia,Kern,\u{200b}", Some("Lia Kern")),
        // One name alone may not be all of it.
        ("Lia,,", None),
        (",Kern,", None),
        (",,", None),
        (",,\u{200b}", None),
        // What isn't allowed is no suggestion.
        ("=Lia(),Kern,", None),
        (&format!("{long},{long},"), None),
    ] {
        let problems = validate_text(&format!("{HEAD}{names},jo@probe.example,\n"), 5);
        let problems = problems.expect_err(names);
        let required = Value(ProblemKind::Required);
        let missing = problems.iter().find(|problem| problem.kind == required);
        let missing = missing.unwrap_or_else(|| panic!("{names}: {problems:?}"));
        assert_eq!(missing.column, Some(Column::DisplayName), "{names}");
        assert_eq!(missing.suggestion.as_deref(), expected, "{names}");
    }
    // A display name that is there is left as it is, whatever is wrong with it.
    let text = format!("{HEAD}Lia,Kern,=1+2,jo@probe.example,\n");
    let problems = validate_text(&text, 5).expect_err("it is wrong");
    assert!(problems.iter().all(|problem| problem.suggestion.is_none()));
}

#[test]
fn other_domains_are_told_with_what_was_probably_meant() {
    let meant = |name: &str| ForeignDomain {
        meant: Some(domain(name)),
    };
    for (written, expected) in [
        ("prob.example", meant("probe.example")),
        ("Pobre.Example", meant("probe.example")),
        ("probe.exampel", meant("probe.example")),
        ("probe..example", meant("probe.example")),
        ("secondexample", meant("second.example")),
        ("zecund.example", meant("second.example")),
        ("probe", ForeignDomain { meant: None }),
        ("pxxxe.example", ForeignDomain { meant: None }),
        ("gmail.com", ForeignDomain { meant: None }),
        ("müller", ForeignDomain { meant: None }),
    ] {
        check_cell(&format!(",,Jo,jo@{written},"), Column::Email, &[expected]);
    }
    check_cell(
        ",,Jo,jö@prob.example,",
        Column::Email,
        &[
            characters("ö", Some("joe@probe.example")),
            meant("probe.example"),
        ],
    );
    // Suggestions keep the domain and correct both problems.
    check_cell(
        ",,Jo,jö@zecund.example,",
        Column::Email,
        &[
            characters("ö", Some("joe@second.example")),
            meant("second.example"),
        ],
    );
    check_cell(
        ",,Jo,jö@gmail.com,",
        Column::Email,
        &[
            characters("ö", Some("joe@gmail.com")),
            ForeignDomain { meant: None },
        ],
    );
    // Almost everything is near to a very short name.
    let mut customer = customer();
    customer.domains.primary = domain("ab.example");
    for (written, expected) in [
        ("ac.example", meant("ab.example")),
        ("xy.example", ForeignDomain { meant: None }),
    ] {
        let found = validate(&table(&format!("{HEAD},,Jo,jo@{written},\n")), &customer, 5)
            .expect_err("it is wrong");
        assert_eq!(found[0].kind, expected);
    }
}

#[test]
fn rows_with_the_same_address_point_at_each_other() {
    let at = |line, other| {
        (
            line,
            Some(Column::Email),
            Some(3),
            Duplicate { line: other },
        )
    };
    check(
        &format!(
            "{HEAD},,A,a@probe.example,\n,,\"B\nb\",b@probe.example,\n,,A,A@PROBE.example ,\n,,A,a@probe.example,\n"
        ),
        &[
            at(2, 5),
            (
                3,
                Some(Column::DisplayName),
                Some(2),
                Value(ProblemKind::ControlCharacter),
            ),
            at(5, 2),
            at(6, 2),
        ],
    );
    // Even if the address or the rest of the row is wrong.
    check(
        &format!("{HEAD},,A,a@elsewhere.example,\n,,,a@elsewhere.example,\n"),
        &[
            (
                2,
                Some(Column::Email),
                Some(3),
                ForeignDomain { meant: None },
            ),
            at(2, 3),
            (
                3,
                Some(Column::DisplayName),
                Some(2),
                Value(ProblemKind::Required),
            ),
            (
                3,
                Some(Column::Email),
                Some(3),
                ForeignDomain { meant: None },
            ),
            at(3, 2),
        ],
    );
}

#[test]
fn a_long_value_is_shown_with_its_beginning() {
    let problems = validate_text(
        &format!("{HEAD},,{},jo@probe.example,\n", "ü".repeat(1_000_000)),
        5,
    );
    let problems = problems.expect_err("it is wrong");
    assert_eq!(
        *problems[0].value,
        *format!("{}…", "ü".repeat(EXCERPT_LENGTH))
    );
}
