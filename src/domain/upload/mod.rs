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
mod rows;
mod validate;

pub use columns::{COLUMNS, Column, ColumnRule, Wording, sample_rows};
pub use head::UNKNOWN_NAMED;
pub use limit::RecordLimit;
pub use plan::UploadPlan;
pub use problem::{RowProblem, RowProblemKind, VALUE_SHOWN, shown};
pub use rows::Rows;
pub use validate::{CHECKED_LIMIT, Validation, validate};
