//! From the rows of a file to users to create, or to everything that is wrong.

use rustc_hash::FxHashMap;

use super::head::Head;
use super::row::{Record, read_row};
use super::{Column, RecordLimit, RowProblem, RowProblemKind, Rows, UploadPlan};
use crate::domain::Customer;

/// The most records that are checked; the others are only counted.
pub const CHECKED_LIMIT: usize = RecordLimit::MAX.get() as usize;

/// Validates the headings, each value, the rows among each other, and the users in this customer.
/// Blank rows are ignored. Problems come in the order of lines and cells.
pub fn validate(
    rows: &dyn Rows,
    customer: &Customer,
    limit: usize,
) -> Result<UploadPlan, Vec<RowProblem>> {
    let mut validation = Validation::new(rows, limit);
    validation.advance(customer, usize::MAX);
    validation.finish()
}

/// A [validation](validate) in portions.
pub struct Validation<'a> {
    rows: &'a dyn Rows,
    limit: usize,
    /// `None` if there are no headings in the first row, and so nothing can be said of the others.
    head: Option<Head>,
    next_row: usize,
    records: usize,
    /// The line of the first record over the limit.
    first_over_limit: Option<usize>,
    problems: Vec<RowProblem>,
    plan: UploadPlan,
    /// The first row with each address, in lower case.
    addresses: FxHashMap<String, FirstRow>,
}

/// The first row with an address.
struct FirstRow {
    row: usize,
    /// Whether it has been reported as a duplicate.
    is_reported: bool,
}

impl<'a> Validation<'a> {
    /// Begins a validation and reads the headings.
    pub fn new(rows: &'a dyn Rows, limit: usize) -> Self {
        let mut problems = Vec::new();
        let head = if rows.count() == 0 {
            problems.push(RowProblem::of_row(1, RowProblemKind::NoRows));
            None
        } else {
            Head::read(rows, &mut problems)
        };
        let mut plan = UploadPlan::default();
        if let Some(head) = &head {
            plan.ignore(head.extra());
        }
        let capacity = rows.count().min(CHECKED_LIMIT);
        Self {
            rows,
            limit,
            head,
            next_row: 1,
            records: 0,
            first_over_limit: None,
            problems,
            plan,
            addresses: FxHashMap::with_capacity_and_hasher(capacity, Default::default()),
        }
    }

    /// Validates up to `count` more rows in the customer as it is now. Returns whether there are
    /// more.
    pub fn advance(&mut self, customer: &Customer, count: usize) -> bool {
        let Some(mut head) = self.head.take() else {
            return false;
        };
        let end = self.next_row.saturating_add(count).min(self.rows.count());
        while self.next_row < end {
            self.validate_row(&mut head, self.next_row, customer);
            self.next_row = self.next_row.saturating_add(1);
        }
        self.head = Some(head);
        self.next_row < self.rows.count()
    }

    /// Returns the number of rows validated so far, including the headings.
    pub fn position(&self) -> usize {
        self.next_row.min(self.rows.count())
    }

    /// Returns the number of records validated so far.
    pub fn records(&self) -> usize {
        self.records
    }

    /// Returns the users of the file, or all problems.
    pub fn finish(mut self) -> Result<UploadPlan, Vec<RowProblem>> {
        if self.records == 0 && self.head.is_some() {
            let kind = RowProblemKind::NoRecords;
            self.problems
                .push(RowProblem::of_row(self.rows.line(0), kind));
        }
        if let Some(line) = self.first_over_limit {
            let kind = RowProblemKind::TooManyRecords {
                count: self.records,
                limit: self.limit,
            };
            self.problems.push(RowProblem::of_row(line, kind));
        }
        if self.problems.is_empty() {
            return Ok(self.plan);
        }
        // Problems of a whole row come before those of its cells.
        self.problems
            .sort_by_key(|problem| (problem.line, problem.cell));
        Err(self.problems)
    }

    fn validate_row(&mut self, head: &mut Head, row: usize, customer: &Customer) {
        let width = self.rows.width(row);
        if (0..width).all(|cell| self.rows.cell(row, cell).trim().is_empty()) {
            return;
        }
        self.records = self.records.saturating_add(1);
        if self.records > self.limit && self.first_over_limit.is_none() {
            self.first_over_limit = Some(self.rows.line(row));
        }
        if self.records > CHECKED_LIMIT {
            return;
        }
        let Record {
            details,
            problems,
            is_complete,
            has_status,
        } = read_row(self.rows, row, head, customer);
        if has_status {
            self.plan.count_status();
        }
        self.problems.extend(problems);
        if let Some(details) = details {
            self.plan.add(self.rows.line(row), details);
        }
        if is_complete {
            self.report_duplicates(head, row);
        }
    }

    /// Reports both rows that have the same address.
    fn report_duplicates(&mut self, head: &Head, row: usize) {
        let Some(cell) = head.cell(Column::Email) else {
            return;
        };
        let address = self.rows.cell(row, cell).trim();
        if address.is_empty() {
            return;
        }
        let first = self
            .addresses
            .entry(address.to_ascii_lowercase())
            .or_insert(FirstRow {
                row,
                is_reported: false,
            });
        if first.row == row {
            return;
        }
        let rows = self.rows;
        let duplicate = |row: usize, other: usize| {
            let line = rows.line(other);
            let kind = RowProblemKind::Duplicate { line };
            RowProblem::of_cell(rows, (row, cell), Some(Column::Email), kind)
        };
        self.problems.push(duplicate(row, first.row));
        if !first.is_reported {
            first.is_reported = true;
            self.problems.push(duplicate(first.row, row));
        }
    }
}
