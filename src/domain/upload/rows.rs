//! The rows of a file.

/// A table that was read from a file: row 0 has the headings, the others are records.
pub trait Rows {
    /// Returns the number of rows, including the headings.
    fn count(&self) -> usize;
    /// Returns the line of the file, from 1, in which the row begins. No two rows share one.
    fn line(&self, row: usize) -> usize;
    /// Returns the number of cells of the row.
    fn width(&self, row: usize) -> usize;
    /// Returns a cell, or an empty text if there is none.
    fn cell(&self, row: usize, column: usize) -> &str;
}
