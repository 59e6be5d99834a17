//! Users from a file: its columns, what can be wrong with it, and the users to create.
//!
//! Source: "Create multiple users for a customer account". Ours: all problems at once, each with
//! its line.

mod address;
mod columns;
mod head;
mod limit;
mod mending;
mod nearest;
mod plan;
mod problem;
mod row;
mod rows;
mod validate;

pub use columns::{COLUMNS, Column, ColumnRule, ExtraColumn, Wording, sample_rows};
pub use head::UNKNOWN_LISTED;
pub use limit::RecordLimit;
pub use mending::Mending;
pub use plan::UploadPlan;
pub use problem::{EXCERPT_LENGTH, RowProblem, RowProblemKind, excerpt};
pub use rows::Rows;
pub use validate::{CHECKED_LIMIT, Validation, validate};
