//! From a table of texts to users who may be created, or everything that is wrong.

use rustc_hash::FxHashMap;

use super::head::Head;
use super::row::{Read, read_row};
use super::{Column, RecordLimit, RowProblem, RowProblemKind, Rows, UploadPlan};
use crate::domain::Customer;

/// So many records are looked at; of a file with more it is said only that they are too many.
pub const CHECKED_LIMIT: usize = RecordLimit::MAX.get() as usize;

/// The users of a file, or everything that is wrong: with the headings, with each value by itself, with the rows among each
/// other, and with them in this customer. Rows of nothing but white space are passed over.
///
/// # Errors
/// All problems, in the order of lines and cells.
pub fn validate(
    rows: &dyn Rows,
    customer: &Customer,
    limit: usize,
) -> Result<UploadPlan, Vec<RowProblem>> {
    let mut validation = Validation::new(rows, limit);
    validation.advance(customer, usize::MAX);
    validation.finish()
}

/// A table that is being validated in portions, as [`validate`] does it at once.
pub struct Validation<'a> {
    rows: &'a dyn Rows,
    limit: usize,
    head: Head,
    /// The next row.
    next: usize,
    /// Records so far.
    records: usize,
    /// The line of the first record that is too many.
    beyond: Option<usize>,
    problems: Vec<RowProblem>,
    plan: UploadPlan,
    /// Positions in `firsts`, by folded addresses.
    seen: FxHashMap<String, u32>,
    firsts: Vec<First>,
}

/// The first row with an address.
struct First {
    row: usize,
    /// It has been told that there is another one.
    is_told: bool,
}

impl<'a> Validation<'a> {
    /// Reads the headings; no record yet.
    pub fn new(rows: &'a dyn Rows, limit: usize) -> Self {
        let mut problems = Vec::new();
        let head = if rows.count() == 0 {
            problems.push(RowProblem {
                line: 1,
                column: None,
                cell: None,
                value: Box::default(),
                kind: RowProblemKind::NoRows,
            });
            Head::default()
        } else {
            Head::read(rows, &mut problems)
        };
        let expected = rows.count().min(CHECKED_LIMIT);
        Self {
            rows,
            limit,
            head,
            next: 1,
            records: 0,
            beyond: None,
            problems,
            plan: UploadPlan::default(),
            seen: FxHashMap::with_capacity_and_hasher(expected, Default::default()),
            firsts: Vec::with_capacity(expected),
        }
    }

    /// Validates up to so many more rows, in the customer as it is now. Are there more?
    pub fn advance(&mut self, customer: &Customer, rows: usize) -> bool {
        let end = self.next.saturating_add(rows).min(self.rows.count());
        while self.next < end {
            self.take_row(self.next, customer);
            self.next = self.next.saturating_add(1);
        }
        self.next < self.rows.count()
    }

    /// How many rows are validated, with the headings.
    pub fn position(&self) -> usize {
        self.next.min(self.rows.count())
    }

    /// How many records there are among them.
    pub fn records(&self) -> usize {
        self.records
    }

    /// The users of the file.
    ///
    /// # Errors
    /// All problems, in the order of lines and cells.
    pub fn finish(mut self) -> Result<UploadPlan, Vec<RowProblem>> {
        let of_file = |line, kind| RowProblem {
            line,
            column: None,
            cell: None,
            value: Box::default(),
            kind,
        };
        if self.records == 0 && self.rows.count() > 0 {
            let kind = RowProblemKind::NoRecords;
            self.problems.push(of_file(self.rows.line(0), kind));
        }
        if let Some(line) = self.beyond {
            let kind = RowProblemKind::TooManyRecords {
                count: self.records,
                limit: self.limit,
            };
            self.problems.push(of_file(line, kind));
        }
        if self.problems.is_empty() {
            Ok(self.plan)
        } else {
            Err(in_order(self.problems))
        }
    }

    fn take_row(&mut self, row: usize, customer: &Customer) {
        let width = self.rows.width(row);
        if (0..width).all(|cell| self.rows.cell(row, cell).trim().is_empty()) {
            return;
        }
        self.records = self.records.saturating_add(1);
        if self.records > self.limit && self.beyond.is_none() {
            self.beyond = Some(self.rows.line(row));
        }
        if self.records > CHECKED_LIMIT {
            return;
        }
        let Read {
            details,
            mut problems,
            is_whole,
            has_status,
        } = read_row(self.rows, row, &mut self.head, customer);
        if has_status {
            self.plan.add_status();
        }
        self.problems.append(&mut problems);
        if let Some(details) = details {
            self.plan.add(self.rows.line(row), details);
        }
        if is_whole {
            self.tell_duplicates(row);
        }
    }

    /// Two rows with the same address are both told.
    fn tell_duplicates(&mut self, row: usize) {
        let Some(cell) = self.head.cell(Column::Email) else {
            return;
        };
        let address = self.rows.cell(row, cell).trim();
        if address.is_empty() {
            return;
        }
        let next = u32::try_from(self.firsts.len()).unwrap_or(u32::MAX);
        let at = *self
            .seen
            .entry(address.to_ascii_lowercase())
            .or_insert(next);
        let at = usize::try_from(at).unwrap_or(usize::MAX);
        let duplicate = |of: usize, line| RowProblem {
            line: self.rows.line(of),
            column: Some(Column::Email),
            cell: Some(cell),
            value: super::problem::shown(self.rows.cell(of, cell)),
            kind: RowProblemKind::Duplicate { line },
        };
        match self.firsts.get_mut(at) {
            None => self.firsts.push(First {
                row,
                is_told: false,
            }),
            Some(first) => {
                let (here, there) = (self.rows.line(row), self.rows.line(first.row));
                self.problems.push(duplicate(row, there));
                if !first.is_told {
                    first.is_told = true;
                    self.problems.push(duplicate(first.row, here));
                }
            }
        }
    }
}

/// The problems in the order of lines; those of a line in the order of cells, those of the whole row before them.
fn in_order(mut problems: Vec<RowProblem>) -> Vec<RowProblem> {
    problems.sort_by_key(|problem| (problem.line, problem.cell));
    problems
}
