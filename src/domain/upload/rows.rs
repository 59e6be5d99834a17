//! The rows of a file.

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
