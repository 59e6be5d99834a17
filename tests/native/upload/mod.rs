//! Users from files, and every problem with its place.

mod columns;
mod exports;
mod fixtures;
mod results;
mod sentences;
mod validating;
mod values;

use seatwork::domain::Customer;
use seatwork::domain::upload::{Column, RowProblem, RowProblemKind, UploadPlan, validate};
use seatwork::sheet::{Separator, Table, read};

use crate::support::{company, licenses, user, with_users};

/// The usual headings.
const HEAD: &str = "First name,Last name,Display name,Email,Status update\n";

/// A company with the domains `probe.example` and `second.example`, and one user: Taken.
fn customer() -> Customer {
    with_users(company(Vec::new()), [user(1, "taken", licenses(&[]))])
}

fn table(text: &str) -> Table {
    read(text, Separator::Comma).unwrap_or_else(|faults| panic!("{text:?}: {faults:?}"))
}

fn validate_text(text: &str, limit: usize) -> Result<UploadPlan, Vec<RowProblem>> {
    validate(&table(text), &customer(), limit)
}

fn is_heading(cell: &str) -> bool {
    Column::from_heading(cell).is_some()
}

/// Line, column, cell and kind of every problem.
fn check(text: &str, expected: &[(usize, Option<Column>, Option<usize>, RowProblemKind)]) {
    let problems = validate_text(text, 5).expect_err("it is wrong");
    let found: Vec<_> = problems
        .into_iter()
        .map(|problem| (problem.line, problem.column, problem.cell, problem.kind))
        .collect();
    assert_eq!(found, expected, "{text:?}");
}
