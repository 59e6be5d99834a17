//! Words for every problem of a file, in both languages.

use std::collections::BTreeSet;

use seatwork::domain::ProblemKind;
use seatwork::domain::upload::{Column, RowProblem, RowProblemKind};
use seatwork::sheet::{BadBytes, Encoding, Fault, FaultKind, NotASheet, Separator, Workbook};
use seatwork::text::{Language, Sentences};

use crate::support::domain;

/// Every sentence exists in both languages and comes once.
fn check(tell: &dyn Fn(Sentences) -> Vec<String>) {
    let [english, german] = Language::ALL.map(|language| tell(language.sentences()));
    for (english, german) in english.iter().zip(&german) {
        assert_ne!(english, german);
        for sentence in [english, german] {
            assert!(sentence.ends_with(['.', '?']), "{sentence}");
            assert!(
                !sentence.contains("  ") && !sentence.contains("“”"),
                "{sentence}"
            );
        }
    }
    for all in [english, german] {
        assert_eq!(
            all.iter().collect::<BTreeSet<_>>().len(),
            all.len(),
            "{all:?}"
        );
    }
}

fn doubled(heading: &str) -> RowProblemKind {
    RowProblemKind::DoubledColumn {
        first: 0,
        heading: heading.into(),
    }
}

/// One of each. A new kind does not compile until it is added here.
fn kinds() -> Vec<RowProblemKind> {
    let all = vec![
        RowProblemKind::NoRows,
        RowProblemKind::NoRecords,
        RowProblemKind::TooManyRecords {
            count: 120,
            limit: 100,
        },
        RowProblemKind::HeadingsBelow { line: 3, rows: 2 },
        RowProblemKind::NoHeadings,
        RowProblemKind::MissingColumn,
        doubled("Full name"),
        RowProblemKind::UnknownColumn,
        RowProblemKind::MoreUnknownColumns { count: 1 },
        RowProblemKind::MoreUnknownColumns { count: 7 },
        RowProblemKind::NoHeading,
        RowProblemKind::Ragged {
            found: 3,
            expected: 5,
        },
        RowProblemKind::Value(ProblemKind::Required),
        RowProblemKind::NotAnAddress,
        RowProblemKind::MoreThanAnAddress,
        RowProblemKind::ForeignDomain {
            meant: Some(domain("probe.example")),
        },
        RowProblemKind::ForeignDomain { meant: None },
        RowProblemKind::Duplicate { line: 12 },
    ];
    for kind in &all {
        match kind {
            RowProblemKind::NoRows
            | RowProblemKind::NoRecords
            | RowProblemKind::TooManyRecords { .. }
            | RowProblemKind::HeadingsBelow { .. }
            | RowProblemKind::NoHeadings
            | RowProblemKind::MissingColumn
            | RowProblemKind::DoubledColumn { .. }
            | RowProblemKind::UnknownColumn
            | RowProblemKind::MoreUnknownColumns { .. }
            | RowProblemKind::NoHeading
            | RowProblemKind::Ragged { .. }
            | RowProblemKind::Value(_)
            | RowProblemKind::NotAnAddress
            | RowProblemKind::MoreThanAnAddress
            | RowProblemKind::ForeignDomain { .. }
            | RowProblemKind::Duplicate { .. } => {}
        }
    }
    all
}

fn problem(kind: RowProblemKind) -> RowProblem {
    RowProblem {
        line: 3,
        column: Some(Column::DisplayName),
        cell: Some(2),
        value: "x".into(),
        kind,
        suggestion: None,
    }
}

#[test]
fn every_problem_of_a_row_is_told() {
    check(&|sentences| {
        kinds()
            .into_iter()
            .map(|kind| sentences.row_problem(&problem(kind)))
            .collect()
    });
}

#[test]
fn problems_of_rows_name_what_they_are_about() {
    let [english, german] = Language::ALL.map(Language::sentences);
    for (kind, parts) in [
        (
            RowProblemKind::TooManyRecords {
                count: 120,
                limit: 100,
            },
            ["120", "100"],
        ),
        (
            RowProblemKind::Ragged {
                found: 3,
                expected: 5,
            },
            ["3", "5"],
        ),
        (doubled("Full name"), ["1", "Full name"]),
        (RowProblemKind::NoHeading, ["3", "."]),
        (RowProblemKind::Duplicate { line: 12 }, ["12", "."]),
        (
            RowProblemKind::ForeignDomain {
                meant: Some(domain("probe.example")),
            },
            ["probe.example", "?"],
        ),
    ] {
        for sentences in [english, german] {
            let sentence = sentences.row_problem(&problem(kind.clone()));
            assert!(
                parts.iter().all(|part| sentence.contains(part)),
                "{sentence}"
            );
        }
    }
    let missing = problem(RowProblemKind::MissingColumn);
    assert!(english.row_problem(&missing).contains("“Display name”"));
    assert!(german.row_problem(&missing).contains("„Anzeigename“"));
}

#[test]
fn a_doubled_column_is_called_as_in_the_file() {
    let problem = problem(doubled("Full name"));
    let [english, german] =
        Language::ALL.map(|language| language.sentences().row_problem(&problem));
    assert!(english.starts_with("The column “Full name” appears twice"));
    assert!(german.starts_with("Die Spalte „Full name“ kommt zweimal vor"));
}

#[test]
fn a_missing_value_is_told_with_what_is_suggested() {
    let missing = RowProblem {
        suggestion: Some("Lia Kern".into()),
        ..problem(RowProblemKind::Value(ProblemKind::Required))
    };
    let told = Language::ALL.map(|language| language.sentences().row_problem(&missing));
    assert_eq!(
        told,
        [
            "Enter a value. Try “Lia Kern”.",
            "Geben Sie einen Wert ein. Vorschlag: „Lia Kern“."
        ]
    );
}

#[test]
fn every_reason_why_a_file_is_no_sheet_is_told() {
    let reasons = [
        NotASheet::Empty,
        NotASheet::OnlyAMark,
        NotASheet::TooLarge {
            bytes: 20 * 1024 * 1024 + 1,
        },
        NotASheet::Workbook(Workbook::Excel),
        NotASheet::Workbook(Workbook::OldExcel),
        NotASheet::Workbook(Workbook::OpenDocument),
        NotASheet::Archive,
        NotASheet::Pdf,
        NotASheet::Binary { line: 7 },
    ];
    check(&|sentences| reasons.map(|reason| sentences.not_a_sheet(reason)).to_vec());
    let too_large = NotASheet::TooLarge {
        bytes: 20 * 1024 * 1024 + 1,
    };
    let [english, german] =
        Language::ALL.map(|language| language.sentences().not_a_sheet(too_large));
    assert!(english.starts_with("The file is 20.1 MB;"), "{english}");
    assert!(
        german.starts_with("Die Datei ist 20,1 MB groß;"),
        "{german}"
    );
}

#[test]
fn every_fault_of_a_sheet_is_told_with_its_line() {
    let kinds = [
        FaultKind::UnclosedQuote,
        FaultKind::QuoteInside,
        FaultKind::TextAfterQuote { opened: 41 },
        FaultKind::TooManyColumns { found: 100_000 },
        FaultKind::TooManyCells,
        FaultKind::Refused,
    ];
    let tell = |sentences: Sentences| {
        kinds
            .map(|kind| {
                sentences.sheet_fault(Fault {
                    line: 42,
                    cell: 0,
                    kind,
                })
            })
            .to_vec()
    };
    check(&tell);
    for language in Language::ALL {
        let sentences = tell(language.sentences());
        assert!(sentences.iter().all(|sentence| sentence.contains("42")));
        assert!(sentences[2].contains("41"));
        assert!(sentences[3].contains("100,000") || sentences[3].contains("100.000"));
    }
}

#[test]
fn encodings_and_separators_have_names() {
    let bad = BadBytes { line: 42, at: 0 };
    check(&|sentences| {
        Encoding::ALL
            .map(|encoding| sentences.bad_bytes(encoding, Some(bad)))
            .into_iter()
            .chain([sentences.bad_bytes(Encoding::Big5, None)])
            .collect()
    });
    for language in Language::ALL {
        let sentences = language.sentences();
        let encodings: BTreeSet<_> = Encoding::ALL
            .map(|encoding| sentences.encoding_option(encoding))
            .into();
        let separators: BTreeSet<_> = Separator::ALL
            .map(|separator| sentences.separator(separator))
            .into();
        assert_eq!((encodings.len(), separators.len()), (14, 4));
    }
}

#[test]
fn one_row_with_a_status_is_not_many() {
    check(&|sentences| {
        vec![
            sentences.status_ignored(1, "1"),
            sentences.status_ignored(1200, "1,200"),
        ]
    });
}
