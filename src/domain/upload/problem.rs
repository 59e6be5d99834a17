//! What can be wrong with a file of users, as data. `text` has the words for it.

use super::columns::Column;
use super::rows::Rows;
use crate::domain::{DomainName, ProblemKind};

/// Longest excerpt of a value that is shown with its problem, in characters.
pub const EXCERPT_LENGTH: usize = 100;

/// One mistake, with its place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowProblem {
    /// The line of the file, from 1, in which the row begins.
    pub line: usize,
    /// The column, if it is a known one.
    pub column: Option<Column>,
    /// The cell of the row, from 0, if the problem is about a cell.
    pub cell: Option<usize>,
    /// An [`excerpt`] of the cell.
    pub value: Box<str>,
    pub kind: RowProblemKind,
    /// The text of the cell that solves this and all other problems of the cell that can be solved
    /// with certainty.
    pub suggestion: Option<Box<str>>,
}

impl RowProblem {
    pub(super) fn of_row(line: usize, kind: RowProblemKind) -> Self {
        Self {
            line,
            column: None,
            cell: None,
            value: Box::default(),
            kind,
            suggestion: None,
        }
    }

    pub(super) fn of_cell(
        rows: &dyn Rows,
        (row, cell): (usize, usize),
        column: Option<Column>,
        kind: RowProblemKind,
    ) -> Self {
        Self {
            line: rows.line(row),
            column,
            cell: Some(cell),
            value: excerpt(rows.cell(row, cell)),
            kind,
            suggestion: None,
        }
    }
}

/// What is wrong with a row or with the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowProblemKind {
    /// The file has no row, not even the headings.
    NoRows,
    /// The file has only headings.
    NoRecords,
    /// The headings are not in the first row but in this line, below a title or the like.
    HeadingsBelow {
        line: usize,
        /// The rows above.
        rows: usize,
    },
    /// The first row is a user.
    NoHeadings,
    TooManyRecords {
        count: usize,
        limit: usize,
    },
    MissingColumn,
    DoubledColumn {
        /// The cell, from 0, of the first one.
        first: usize,
        /// The heading of the first one, as it stands in the file.
        heading: Box<str>,
    },
    UnknownColumn,
    /// There are more unknown columns than are listed; reported at the first of the others.
    MoreUnknownColumns {
        count: usize,
    },
    /// A value in a column that has no heading.
    NoHeading,
    /// The row has too few or too many cells.
    Ragged {
        found: usize,
        expected: usize,
    },
    /// The value breaks a rule of the form.
    Value(ProblemKind),
    /// Not an e-mail address: it needs exactly one `@`, with something on both sides.
    NotAnAddress,
    /// There is something around the address, such as `mailto:`, a name or quotation marks.
    MoreThanAnAddress,
    ForeignDomain {
        /// The customer's domain that was probably meant.
        meant: Option<DomainName>,
    },
    /// Another row has the same user name, perhaps in another case.
    Duplicate {
        /// The line of the first such row; for the first row, the line of the second.
        line: usize,
    },
}

/// Returns the value, or its first [`EXCERPT_LENGTH`] characters and an ellipsis if it is longer.
pub fn excerpt(value: &str) -> Box<str> {
    match value.char_indices().nth(EXCERPT_LENGTH) {
        Some((end, _)) => format!("{}…", value.get(..end).unwrap_or_default()).into(),
        None => value.into(),
    }
}
