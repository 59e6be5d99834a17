//! What can be wrong with a file of users, as data. The words for it are in `text`.

use super::Column;
use crate::domain::{DomainName, ProblemKind};

/// How many characters of a value are shown with its problem.
pub const VALUE_SHOWN: usize = 100;

/// One mistake, with its place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowProblem {
    /// The line of the file, from 1, in which the row begins.
    pub line: usize,
    /// The column, where it is one of ours.
    pub column: Option<Column>,
    /// The cell of the row, from 0, where it is about a cell.
    pub cell: Option<usize>,
    /// What stands in the cell; of a long text the first [`VALUE_SHOWN`] characters and an ellipsis.
    pub value: Box<str>,
    /// What is wrong.
    pub kind: RowProblemKind,
}

/// What is wrong with a row, or with the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowProblemKind {
    /// There is not a single row, not even one with headings.
    NoRows,
    /// There are headings and nothing else.
    NoRecords,
    /// More records than the limit.
    TooManyRecords {
        /// Records in the file.
        count: usize,
        /// Records allowed.
        limit: usize,
    },
    /// A column that must be there is not.
    MissingColumn,
    /// The column is there twice.
    DoubledColumn {
        /// The cell, from 0, that has it first.
        first: usize,
    },
    /// No column has this heading.
    UnknownColumn,
    /// More columns that are unknown, beside those that were named; told at the first of them.
    MoreUnknownColumns {
        /// How many more.
        count: usize,
    },
    /// A value in a column that has no heading.
    NoHeading,
    /// The row has too few cells, or too many.
    Ragged {
        /// Cells of the row.
        found: usize,
        /// Cells of the row with the headings.
        expected: usize,
    },
    /// The value breaks a rule that also holds for the form.
    Value(ProblemKind),
    /// The name begins as a formula does that could harm whoever opens an export in a spreadsheet (ours).
    Formula,
    /// Not an e-mail address: there is not exactly one `@` with something on both sides.
    NotAnAddress,
    /// The domain is not one of the customer's.
    ForeignDomain {
        /// The domain of the customer that was probably meant.
        meant: Option<DomainName>,
    },
    /// Another row has the same user name, perhaps in another case.
    Duplicate {
        /// The line of the first one; with the first one itself, that of the second.
        line: usize,
    },
}

/// A value as it is shown with its problem, or in a preview.
pub fn shown(value: &str) -> Box<str> {
    match value.char_indices().nth(VALUE_SHOWN) {
        Some((end, _)) => format!("{}…", value.get(..end).unwrap_or_default()).into(),
        None => value.into(),
    }
}
