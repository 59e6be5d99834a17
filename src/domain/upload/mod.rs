//! Users out of a file: the columns it has, what may be wrong with it, and what is to be created.
//!
//! Source: "Create multiple users for a customer account", with what is ours: all problems at once, each with its line.

mod columns;
mod head;
mod limit;
mod nearest;
mod plan;
mod problem;
mod row;
mod validate;

pub use columns::{COLUMNS, Column, ColumnRule, Wording, sample_rows};
pub use limit::RecordLimit;
pub use plan::UploadPlan;
pub use problem::{RowProblem, RowProblemKind, VALUE_SHOWN, shown};
pub use validate::{CHECKED_LIMIT, UNKNOWN_NAMED, Validation, validate};

/// A table as it was read from a file: row 0 has the headings, the others are records.
pub trait Rows {
    /// How many rows there are, with the headings.
    fn count(&self) -> usize;
    /// The line of the file, from 1, in which the row begins. No two rows begin in the same.
    fn line(&self, row: usize) -> usize;
    /// How many cells the row has.
    fn width(&self, row: usize) -> usize;
    /// One cell; empty where there is none.
    fn cell(&self, row: usize, column: usize) -> &str;
}
