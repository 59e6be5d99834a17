//! A table out of a file, as the domain reads it.

use crate::domain::upload::Rows;
use crate::sheet::Table;

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
