//! Files as people and programs make them, with the expected results.
//!
//! To add a file, add it to `make.py` beside the files and run with `SEATWORK_EXPECTED=write`.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use seatwork::domain::UserDetails;
use seatwork::domain::upload::{Mending, RowProblem, UploadPlan, validate};
use seatwork::session::user_file;
use seatwork::sheet::{self, Encoding, Separator, Table};
use seatwork::text::{Language, Sentences};

use super::{customer, is_heading};

const LIMIT: usize = 5;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/csv")
}

fn sentences() -> Sentences {
    Language::English.sentences()
}

/// The customer's country, by the last word of the file's name.
fn country(name: &str) -> &'static str {
    match name.rsplit('-').next() {
        Some("czech") => "CZ",
        Some("russian") => "RU",
        Some("greek") => "GR",
        Some("turkish") => "TR",
        Some("latvian") => "LV",
        Some("japanese") => "JP",
        Some("chinese") => "CN",
        Some("taiwanese") => "TW",
        Some("korean") => "KR",
        _ => "DE",
    }
}

/// Describes how a file is read and validated.
fn describe_file(name: &str, bytes: &[u8]) -> String {
    let encoding = match sheet::detect_encoding(bytes, country(name)) {
        Ok(encoding) => encoding,
        Err(reason) => return format!("refused: {}\n", sentences().not_a_sheet(reason)),
    };
    let mut text = describe_decoded(encoding, bytes);
    if name.contains("mac-roman") {
        text.push_str("\nwhen chosen by hand:\n");
        text.push_str(&describe_decoded(Encoding::MacRoman, bytes));
    }
    text
}

fn describe_decoded(encoding: Encoding, bytes: &[u8]) -> String {
    let mut text = format!("encoding: {}\n", sentences().encoding(encoding));
    if let Some(bad) = encoding.first_fault(bytes) {
        text += &format!("refused: {}\n", sentences().bad_bytes(encoding, Some(bad)));
        return text;
    }
    let decoder = encoding_rs::Encoding::for_label(encoding.label().as_bytes());
    let (decoded, is_faulty) = decoder
        .expect("it is a label")
        .decode_with_bom_removal(bytes);
    if is_faulty {
        text += &format!("refused: {}\n", sentences().bad_bytes(encoding, None));
        return text;
    }
    let separator: Separator = sheet::guess_separator(&decoded, &is_heading);
    text += &format!("separator: {}\n", sentences().separator(separator));
    match sheet::read(&decoded, separator) {
        Ok(table) => text += &describe_validated(&table),
        Err(faults) => {
            for fault in faults {
                text += &format!("refused: {}\n", sentences().sheet_fault(fault));
            }
        }
    }
    text
}

fn describe_validated(table: &Table) -> String {
    match validate(table, &customer(), LIMIT) {
        Ok(plan) => describe_plan(&plan),
        Err(problems) => {
            let mut text: String = problems.iter().map(describe_problem).collect();
            if let Some((press, table)) = mended(table, &problems) {
                text += &format!("after {press}:\n{}", describe_validated(&table));
            }
            text
        }
    }
}

/// The table after what can be mended by one press, and what is pressed.
fn mended(table: &Table, problems: &[RowProblem]) -> Option<(String, Table)> {
    let mending = Mending::of(table);
    if !mending.is_empty() {
        let press = sentences().mending(&mending, &|number| number.to_string());
        let table = user_file::mended(table, &mending, "Display name");
        return Some((press, table));
    }
    let suggestion = |problem: &RowProblem| {
        let place = (table.row_at(problem.line)?, problem.cell?);
        Some((place, problem.suggestion.as_ref()?.to_string()))
    };
    let texts: Vec<_> = problems.iter().filter_map(suggestion).collect();
    let mut table = table.clone();
    table.set(&texts);
    (!texts.is_empty()).then(|| ("Use all suggestions".to_owned(), table))
}

fn describe_plan(plan: &UploadPlan) -> String {
    let mut text = String::new();
    for (line, details) in plan.users() {
        let UserDetails {
            user_name,
            first_name,
            last_name,
            display_name,
            ..
        } = details;
        let [first, last] =
            [first_name, last_name].map(|name| name.as_ref().map_or("–", |name| name.as_str()));
        let (display, user_name) = (display_name.as_str(), user_name.as_str());
        writeln!(
            text,
            "line {line}: {first} | {last} | {display} | {user_name}"
        )
        .expect("it is a text");
    }
    if plan.status_count() > 0 {
        let count = plan.status_count();
        text += &format!(
            "notice: {}\n",
            sentences().status_ignored(count, &count.to_string())
        );
    }
    text
}

fn describe_problem(problem: &RowProblem) -> String {
    let column = problem
        .column
        .map(|column| format!(", {}", sentences().column(column)));
    let cell = problem
        .cell
        .map(|cell| format!(", cell {} {:?}", cell + 1, problem.value));
    let place = [column, cell].map(Option::unwrap_or_default).concat();
    format!(
        "line {}{place}: {}\n",
        problem.line,
        sentences().row_problem(problem)
    )
}

#[test]
fn what_comes_of_every_file_is_what_is_expected() {
    let is_written = std::env::var("SEATWORK_EXPECTED").is_ok_and(|what| what == "write");
    let mut files: Vec<PathBuf> = fs::read_dir(folder())
        .expect("the folder can be read")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "csv"))
        .collect();
    files.sort();
    assert!(files.len() >= 40, "there are files");
    let mut wrong = String::new();
    for path in files {
        let name = path
            .file_stem()
            .expect("it has a name")
            .to_string_lossy()
            .into_owned();
        let found = describe_file(&name, &fs::read(&path).expect("the file can be read"));
        let beside = path.with_extension("expected");
        if is_written {
            fs::write(beside, found).expect("it can be written");
            continue;
        }
        let expected = fs::read_to_string(beside).unwrap_or_default();
        if found != expected.replace("\r\n", "\n") {
            wrong += &format!("--- {name}: expected\n{expected}--- found\n{found}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
