//! The rows of a file for the domain, and files made from it: results and parts.

use std::collections::BTreeMap;

use crate::domain::upload::{Column, Mending, RowProblem, RowProblemKind, Rows};
use crate::sheet::Table;
use crate::text::Sentences;

impl Rows for Table {
    fn count(&self) -> usize {
        self.len()
    }

    fn line(&self, row: usize) -> usize {
        Table::line(self, row)
    }

    fn width(&self, row: usize) -> usize {
        Table::width(self, row)
    }

    fn cell(&self, row: usize, column: usize) -> &str {
        Table::cell(self, row, column).unwrap_or_default()
    }
}

/// The outcome for the users of a file.
#[derive(Debug, Clone, Copy)]
pub enum Outcome<'a> {
    Created,
    /// Valid, but not created yet.
    Right,
    Refused(&'a [RowProblem]),
}

/// Returns the rows with users: all but the headings and blank rows.
pub fn records(table: &Table) -> impl Iterator<Item = usize> {
    let is_blank = |row: &usize| table.cells(*row).all(|cell| cell.trim().is_empty());
    (1..table.len()).filter(move |row| !is_blank(row))
}

/// Returns how many records have no problems of their own.
pub fn good_rows(table: &Table, records: usize, problems: &[RowProblem]) -> usize {
    let mut wrong = 0_usize;
    let mut before = table.line(0);
    for problem in problems {
        let is_own = !matches!(problem.kind, RowProblemKind::TooManyRecords { .. });
        if is_own && problem.line > before {
            wrong += 1;
            before = problem.line;
        }
    }
    records.saturating_sub(wrong)
}

/// Returns the file with an outcome for each row in the column Status update, which is added at the
/// end if it is missing. Problems of the headings are reported with the first user.
pub fn results(table: &Table, outcome: Outcome<'_>, sentences: Sentences) -> Vec<Vec<String>> {
    let mut heads = table.cells(0).map(Column::from_heading);
    let status = heads.position(|column| column == Some(Column::StatusUpdate));
    let place = status.unwrap_or(table.width(0));
    let mut all = Vec::with_capacity(table.len());
    let mut head: Vec<String> = table.cells(0).map(str::to_owned).collect();
    if status.is_none() {
        head.push(sentences.column(Column::StatusUpdate).to_owned());
    }
    all.push(head);
    let reasons = reasons(table, outcome, sentences);
    let of_head = reasons.get(&table.line(0));
    let mut of_head = of_head.map(|text| sentences.in_line(table.line(0), text));
    for row in records(table) {
        let mut cells: Vec<String> = table.cells(row).map(str::to_owned).collect();
        let own = reasons.get(&table.line(row)).cloned();
        let status = match (outcome, own, of_head.take()) {
            (Outcome::Created, _, _) => sentences.status_created().to_owned(),
            (Outcome::Right, _, _) => String::new(),
            (Outcome::Refused(_), None, None) => sentences.status_not_created().to_owned(),
            (Outcome::Refused(_), own, of_head) => {
                let parts: Vec<String> = of_head.into_iter().chain(own).collect();
                parts.join(" ")
            }
        };
        // Drops empty cells that spreadsheets add, which would separate the row from its status.
        while cells.len() > table.width(0)
            && cells.last().is_some_and(|cell| cell.trim().is_empty())
        {
            cells.pop();
        }
        // In a row with shifted cells the status is added, so that nothing is lost.
        if cells.len() > table.width(0) {
            cells.push(status);
        } else {
            cells.resize(cells.len().max(place + 1), String::new());
            if let Some(cell) = cells.get_mut(place) {
                *cell = status;
            }
        }
        all.push(cells);
    }
    all
}

/// Returns the problems by line.
fn reasons(table: &Table, outcome: Outcome<'_>, sentences: Sentences) -> BTreeMap<usize, String> {
    let mut reasons: BTreeMap<usize, String> = BTreeMap::default();
    let Outcome::Refused(problems) = outcome else {
        return reasons;
    };
    let headings = sentences.headings(Some(table));
    for problem in problems {
        // Problems in no row belong to the file.
        let line = table.line(table.row_at(problem.line).unwrap_or(0));
        let text = sentences.row_problem_at(problem, &headings);
        reasons
            .entry(line)
            .and_modify(|all: &mut String| {
                all.push(' ');
                all.push_str(&text);
            })
            .or_insert(text);
    }
    reasons
}

/// Returns the file with everything mended; `heading` is that of display names.
pub fn mended(table: &Table, mending: &Mending, heading: &str) -> Table {
    let mended = table.without_rows(mending.rows);
    let mended = mended.without_columns(&mending.columns);
    if mending.makes_names {
        with_display_names(&mended, heading)
    } else {
        mended
    }
}

/// Returns the file with a column of display names, made of first and last names.
fn with_display_names(table: &Table, heading: &str) -> Table {
    let of_row = |row: usize| {
        let name = |column: Column| {
            let mut heads = table.cells(0).map(Column::from_heading);
            let cell = heads.position(|found| found == Some(column))?;
            table.cell(row, cell).map(str::trim)
        };
        let names = [name(Column::FirstName), name(Column::LastName)];
        let names: Vec<&str> = names.into_iter().flatten().collect();
        names.join(" ").trim().to_owned()
    };
    table.with_column(|row| match row {
        0 => heading.to_owned(),
        row => of_row(row),
    })
}

/// Returns one part of the file, with the headings.
pub fn part(table: &Table, number: usize, size: usize) -> Vec<Vec<String>> {
    let of_part = records(table).skip(number * size).take(size);
    let rows = std::iter::once(0).chain(of_part);
    let cells = |row| table.cells(row).map(str::to_owned).collect();
    rows.map(cells).collect()
}
