//! What holds for any file: another reading of the same rules finds the same, and nothing panics or hangs.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use seatwork::domain::upload::{Column, validate};
use seatwork::sheet::{
    Encoding, Fault, FaultKind, Separator, Table, detect_encoding, guess_separator, read, write,
};

use crate::support::{cases, company};

/// The rules once more, character by character: slow, and simple enough to be seen to be right.
#[derive(Default)]
struct Plainly {
    rows: Vec<(usize, Vec<String>)>,
    faults: Vec<Fault>,
}

fn read_plainly(text: &str, separator: char) -> Plainly {
    let mut found = Plainly::default();
    let mut line = 1;
    let chars: Vec<char> = text
        .strip_prefix('\u{feff}')
        .unwrap_or(text)
        .chars()
        .collect();
    let mut at = 0;
    let is_break = |at: usize| matches!(chars.get(at), Some('\r' | '\n'));
    while at < chars.len() {
        let begin = line;
        let mut row = Vec::new();
        // One row.
        loop {
            let mut cell = String::new();
            let is_quoted = chars.get(at) == Some(&'"');
            let opened = line;
            let mut is_open = is_quoted;
            at += usize::from(is_quoted);
            let mut is_told = false;
            while at < chars.len() && (is_open || !is_break(at) && chars[at] != separator) {
                let mut tell = |kind| {
                    found.faults.push(Fault {
                        line,
                        cell: row.len(),
                        kind,
                    })
                };
                match chars[at] {
                    '"' if is_open && chars.get(at + 1) == Some(&'"') => {
                        cell.push('"');
                        at += 1;
                    }
                    '"' if is_open => is_open = false,
                    c if !is_open => {
                        if is_quoted && !is_told {
                            tell(FaultKind::TextAfterQuote { opened });
                            is_told = true;
                        } else if c == '"' && !is_told {
                            tell(FaultKind::QuoteInside);
                            is_told = true;
                        }
                        cell.push(c);
                    }
                    c => {
                        line +=
                            usize::from(c == '\n' || c == '\r' && chars.get(at + 1) != Some(&'\n'));
                        cell.push(c);
                    }
                }
                at += 1;
            }
            if is_open {
                let kind = FaultKind::UnclosedQuote;
                found.faults.push(Fault {
                    line: opened,
                    cell: row.len(),
                    kind,
                });
            }
            row.push(cell);
            if at >= chars.len() || is_break(at) {
                break;
            }
            at += 1;
        }
        if at < chars.len() {
            at += if chars[at] == '\r' && chars.get(at + 1) == Some(&'\n') {
                2
            } else {
                1
            };
            line += 1;
        }
        if row.iter().any(|cell| !cell.is_empty()) {
            found.rows.push((begin, row));
        }
    }
    found
}

/// At the beginning, and after whatever separates cells or lines somewhere, one apostrophe before a
/// formula is left out.
fn without_apostrophes(cell: &str) -> String {
    let signs = "=+-@\t\r＝＋－＠";
    let mut text = String::new();
    let mut is_start = true;
    for (at, c) in cell.char_indices() {
        let after = cell[at + c.len_utf8()..].trim_start_matches(['\'', '"', ' ', '\u{a0}']);
        let is_left_out = is_start && c == '\'' && after.starts_with(|c| signs.contains(c));
        if !is_left_out {
            text.push(c);
        }
        is_start = ",;|\t\r\n".contains(c);
    }
    text
}

fn rows(table: &Table) -> Vec<(usize, Vec<String>)> {
    let cells = |row| table.cells(row).map(str::to_owned).collect();
    (0..table.len())
        .map(|row| (table.line(row), cells(row)))
        .collect()
}

/// Pieces of which every mixture is a file that somebody may have.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "\"",
        "\"",
        "\"\"",
        ",",
        ",",
        ";",
        "\t",
        "\r",
        "\n",
        "\r\n",
        "a",
        "ü",
        "🦀",
        " ",
        "'",
        "'=",
        "=",
        "-1",
        "sep=;",
        "Email",
        "\"x\"",
        "\u{feff}",
        "x@probe.example",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Everything that is done with a file, up to the users in it; whatever it is, it comes to an end.
#[allow(
    clippy::disallowed_methods,
    reason = "it runs natively, where there is a clock"
)]
fn check_bytes(bytes: &[u8]) -> Result<(), TestCaseError> {
    let start = Instant::now();
    if let Ok(recognised) = detect_encoding(bytes, "JP") {
        for encoding in Encoding::ALL.into_iter().chain([recognised]) {
            let by_label = encoding_rs::Encoding::for_label(encoding.label().as_bytes());
            let by_label = by_label.expect("it is a label of the standard");
            let (text, is_faulty) = by_label.decode_with_bom_removal(bytes);
            let fault = encoding.first_fault(bytes);
            prop_assert!(
                !is_faulty || fault.is_some() || is_east_asian(encoding),
                "{:?}",
                encoding
            );
            prop_assert!(fault.is_none_or(|bad| bad.at <= bytes.len() && bad.line >= 1));
            if fault.is_none() {
                let separator =
                    guess_separator(&text, &|heading| Column::from_heading(heading).is_some());
                if let Ok(table) = read(&text, separator) {
                    match validate(&table, &company(Vec::new()), 5) {
                        Ok(plan) => prop_assert!((1..=5).contains(&plan.len())),
                        Err(problems) => prop_assert!(!problems.is_empty()),
                    }
                    let written = write(
                        Separator::Comma,
                        (0..table.len()).map(|row| table.cells(row)),
                    );
                    let again = read(&written, Separator::Comma);
                    let again =
                        again.map_err(|faults| TestCaseError::fail(format!("{faults:?}")))?;
                    prop_assert_eq!(rows(&again).len(), table.len());
                    for row in 0..table.len() {
                        prop_assert!(again.cells(row).eq(table.cells(row)));
                    }
                }
            }
        }
    }
    prop_assert!(
        start.elapsed() < Duration::from_secs(5),
        "it takes too long"
    );
    Ok(())
}

/// Whether an encoding has pairs of bytes that stand for nothing.
fn is_east_asian(encoding: Encoding) -> bool {
    matches!(
        encoding,
        Encoding::ShiftJis | Encoding::Gb18030 | Encoding::Big5 | Encoding::EucKr
    )
}

/// A good file in which some bytes are changed, taken out or doubled, or which is cut off.
fn mutated_files() -> impl Strategy<Value = Vec<u8>> {
    let good = prop::sample::select(vec![
        "First name,Last name,Display name,Email,Status update\r\nJürgen,Groß,\"Groß, Jürgen\",juergen@probe.example,\r\n",
        "sep=;\r\nVorname;Nachname;Anzeigename;E-Mail\r\n\"Anna\";\"Berg\";\"Anna \"\"A\"\" Berg\";anna@probe.example\r\n",
        "Display name\tEmail\nZoë\tzoe@probe.example\n\n\t\n",
    ]);
    let encoding = 0..4_usize;
    let changes = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4_u8), 0..8);
    (good, encoding, changes).prop_map(|(text, encoding, changes)| {
        let units = text.encode_utf16();
        let mut bytes: Vec<u8> = match encoding {
            0 => text.as_bytes().to_vec(),
            1 => units.flat_map(u16::to_le_bytes).collect(),
            2 => units.flat_map(u16::to_be_bytes).collect(),
            _ => text
                .chars()
                .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'))
                .collect(),
        };
        for (at, byte, change) in changes {
            let at = at.index(bytes.len().max(1)).min(bytes.len());
            match (change, bytes.get_mut(at)) {
                (0, Some(there)) => *there = byte,
                (1, Some(_)) => drop(bytes.remove(at)),
                (2, _) => bytes.insert(at, byte),
                _ => bytes.truncate(bytes.len() - usize::from(byte) % (bytes.len() + 1)),
            }
        }
        bytes
    })
}

/// So many cases; more with `SEATWORK_CASES`, to look for what is rare.
fn more_cases(few: u32) -> ProptestConfig {
    let asked = std::env::var("SEATWORK_CASES").ok();
    cases(asked.and_then(|number| number.parse().ok()).unwrap_or(few))
}

proptest! {
    #![proptest_config(more_cases(600))]

    #[test]
    fn rows_lines_and_faults_are_what_the_rules_say(text in pieces(), separator in prop::sample::select(&Separator::ALL[..])) {
        // What a first line may say of the separator has its own tests.
        let is_note = text.trim_start_matches('\u{feff}').starts_with("sep=");
        let text = if is_note { format!("x{text}") } else { text };
        let expected = read_plainly(&text, separator.sign());
        match read(&text, separator) {
            Ok(table) => {
                let apart = |(line, cells): (usize, Vec<String>)| {
                    (line, cells.iter().map(|cell| without_apostrophes(cell)).collect::<Vec<_>>())
                };
                let expected_rows: Vec<_> = expected.rows.into_iter().map(apart).collect();
                prop_assert_eq!(expected.faults, []);
                prop_assert_eq!(rows(&table), expected_rows);
            }
            Err(faults) => prop_assert_eq!(faults, expected.faults),
        }
    }

    #[test]
    fn arbitrary_bytes_neither_panic_nor_hang(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check_bytes(&bytes)?;
    }

    #[test]
    fn arbitrary_pieces_neither_panic_nor_hang(text in pieces(), is_wide in any::<bool>()) {
        if is_wide {
            check_bytes(&text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>())?;
        } else {
            check_bytes(text.as_bytes())?;
        }
    }

    #[test]
    fn good_files_that_were_damaged_neither_panic_nor_hang(bytes in mutated_files()) {
        check_bytes(&bytes)?;
    }

    #[test]
    fn what_was_written_reads_back_as_it_was(
        separator in prop::sample::select(Separator::ALL.to_vec()),
        rows in prop::collection::vec(prop::collection::vec("\\PC{0,5}|[=+@\t\r\n\",;|' a-]{0,8}|sep=.?|\u{feff}?[a'=]{0,3}", 1..5), 0..6),
    ) {
        let text = write(separator, &rows);
        let expected: Vec<&Vec<String>> = rows.iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
        let table = read(&text, separator);
        let table = table.map_err(|faults| TestCaseError::fail(format!("{faults:?}")))?;
        prop_assert_eq!(table.len(), expected.len());
        for (row, cells) in expected.into_iter().enumerate() {
            prop_assert!(table.cells(row).eq(cells.iter().map(String::as_str)), "{:?}", cells);
        }
    }
}
