//! Reading CSV and validating the users in it, natively with the browser's build options, beside
//! the bare `csv` crate. Prints rows for `docs/benchmarks.md` and never fails.
#![allow(
    clippy::print_stdout,
    reason = "what was measured goes to the terminal"
)]
#![allow(
    clippy::disallowed_methods,
    reason = "it runs natively, where there is a clock"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use seatwork::domain::sample::{self, Edition};
use seatwork::domain::upload::{Column, validate};
use seatwork::domain::{Customer, Moment};
use seatwork::sheet::{self, Separator, Table};

const ROUNDS: usize = 31;

fn moment() -> Moment {
    Moment::from_timestamp_millis(1_790_000_000_000).expect("it is a moment")
}

/// A file of new users as the program exports it, or with every cell in quotes.
fn file(customer: &Customer, rows: usize, is_quoted: bool) -> String {
    let domain = customer.domains.primary.as_str();
    let quote = if is_quoted { "\"" } else { "" };
    let mut text = String::from("First name,Last name,Display name,Email,Status update\r\n");
    for number in 1..=rows {
        let cells = [
            format!("Jürgen{number}"),
            "Müller".to_owned(),
            format!("Jürgen{number} Müller"),
            format!("new.user{number}@{domain}"),
            String::new(),
        ];
        let cells = cells.map(|cell| format!("{quote}{cell}{quote}"));
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

/// Reads it with the `csv` crate alone.
fn bare(text: &str) -> Vec<Vec<String>> {
    let mut builder = csv::ReaderBuilder::new();
    builder.has_headers(false).flexible(true);
    let mut reader = builder.from_reader(text.as_bytes());
    let records = reader.records().map(|record| {
        let record = record.expect("it is text");
        record.iter().map(str::to_owned).collect()
    });
    records.collect()
}

fn recognised_and_read(text: &str) -> Table {
    sheet::detect_encoding(text.as_bytes(), "DE").expect("it is text");
    let separator =
        sheet::guess_separator(text, &|heading| Column::from_heading(heading).is_some());
    sheet::read(text, separator).expect("it is right")
}

/// Returns the median and the longest time in milliseconds, without dropping the result.
fn times<R>(work: impl Fn() -> R) -> [f64; 2] {
    let mut times = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let result = black_box(work());
        times.push(start.elapsed());
        drop(result);
    }
    times.sort();
    [ROUNDS / 2, ROUNDS - 1].map(|at| Duration::as_secs_f64(&times[at]) * 1_000.0)
}

fn row<R>(what: &str, target: &str, work: impl Fn() -> R) -> f64 {
    let [median, worst] = times(work);
    println!("| {what} | {median:.3} ms | {worst:.3} ms | {ROUNDS} | {target} |");
    median
}

fn main() {
    let workspace = sample::workspace(Edition::First, moment());
    let customer = workspace
        .customers()
        .max_by_key(|customer: &&Customer| customer.users.len())
        .expect("there are customers");
    println!("| what | median | worst | rounds | target |");
    println!("|---|--:|--:|--:|---|");
    let mut whole = Vec::new();
    for rows in [10_000, 50_000] {
        for is_quoted in [false, true] {
            let text = file(customer, rows, is_quoted);
            let of = format!(
                "{rows} rows{}",
                if is_quoted { ", every cell quoted" } else { "" }
            );
            let bare = row(&format!("bare `csv` into strings: {of}"), "", || {
                bare(&text)
            });
            let read = row(&format!("read: {of}"), "", || {
                sheet::read(&text, Separator::Comma)
            });
            println!(
                "| read, to bare `csv`: {of} | {:.2} × | | | ≤ 1.5 × |",
                read / bare
            );
            row(&format!("recognise and read: {of}"), "", || {
                recognised_and_read(&text)
            });
            let target = if rows == 10_000 {
                "≤ 40 ms"
            } else {
                "≤ 200 ms"
            };
            let time = row(
                &format!("recognise, read and validate: {of}"),
                target,
                || {
                    let table = recognised_and_read(&text);
                    let plan = validate(&table, customer, rows).expect("it is right");
                    (table, plan)
                },
            );
            whole.push(time / rows as f64);
        }
    }
    println!(
        "| time per row, 50,000 to 10,000 | {:.2} × | | | ≤ 1.5 × |",
        whole[2] / whole[0]
    );
}
