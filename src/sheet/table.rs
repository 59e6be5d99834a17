//! A table as it was read.

/// Rows of cells, each with the line of the file in which it begins. Rows may differ in width.
///
/// All cells are in one text, one after the other: ten thousand rows are three pieces of memory instead of sixty thousand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    text: String,
    /// Where each cell ends in the text.
    ends: Vec<usize>,
    rows: Vec<Row>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Row {
    line: usize,
    /// How many cells there are up to the end of the row.
    cells: usize,
}

/// A row that has more cells than the first one, or fewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ragged {
    /// The line of the file, from 1, in which the row begins.
    pub line: usize,
    /// The cells that it has.
    pub found: usize,
    /// The cells of the first row.
    pub expected: usize,
}

impl Table {
    /// How many rows there are, with the one that has the headings.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Is there no row?
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The line of the file, from 1, in which the row begins; 0 where there is no such row.
    pub fn line(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |row| row.line)
    }

    /// The row that begins in this line.
    pub fn row_at(&self, line: usize) -> Option<usize> {
        self.rows.binary_search_by_key(&line, |row| row.line).ok()
    }

    /// How many cells the row has.
    pub fn width(&self, row: usize) -> usize {
        let (first, end) = self.cells_of(row);
        end - first
    }

    /// One cell; none where the row has no such column.
    pub fn cell(&self, row: usize, column: usize) -> Option<&str> {
        let (start, end) = self.place(row, column)?;
        self.text.get(start..end)
    }

    /// The cells of a row.
    pub fn cells(&self, row: usize) -> impl ExactSizeIterator<Item = &str> {
        (0..self.width(row)).map(move |column| self.cell(row, column).unwrap_or_default())
    }

    /// Puts other texts into cells (row and column), all of them in one go; where there is no such cell, nothing happens. Of two
    /// texts for a cell, the later counts.
    pub fn set(&mut self, texts: &[((usize, usize), String)]) {
        let mut new: Vec<Option<&str>> = vec![None; self.ends.len()];
        for ((row, column), text) in texts {
            let (first, end) = self.cells_of(*row);
            let place = first.saturating_add(*column);
            if let Some(cell) = new.get_mut(place).filter(|_| place < end) {
                *cell = Some(text);
            }
        }
        let before = std::mem::take(&mut self.text);
        let mut start = 0;
        for (end, new) in self.ends.iter_mut().zip(new) {
            let own = before.get(start..*end).unwrap_or_default();
            self.text.push_str(new.unwrap_or(own));
            start = *end;
            *end = self.text.len();
        }
    }

    /// The rows that have more cells than the first one, or fewer.
    pub fn ragged(&self) -> impl Iterator<Item = Ragged> {
        let expected = self.width(0);
        (0..self.len()).filter_map(move |row| {
            let found = self.width(row);
            (found != expected).then(|| Ragged {
                line: self.line(row),
                found,
                expected,
            })
        })
    }

    /// How many cells there are in all rows.
    pub(super) fn size(&self) -> usize {
        self.ends.len()
    }

    /// Adds a cell to the row that is being read.
    pub(super) fn push(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.ends.push(self.text.len());
    }

    /// Adds cells to the row that is being read, which stand in this text one after the other.
    pub(super) fn push_all(&mut self, text: &str, ends: impl Iterator<Item = usize>) {
        let before = self.text.len();
        self.text.push_str(text);
        self.ends.extend(ends.map(|end| before + end));
    }

    /// The row is read; it began in this line.
    pub(super) fn end_row(&mut self, line: usize) {
        let cells = self.ends.len();
        self.rows.push(Row { line, cells });
    }

    /// Takes the last row away.
    pub(super) fn pop_row(&mut self) {
        self.rows.pop();
        let cells = self.rows.last().map_or(0, |row| row.cells);
        self.ends.truncate(cells);
        self.text.truncate(self.ends.last().copied().unwrap_or(0));
    }

    /// The cells of a row, as positions among all: the first, and the one behind the last.
    fn cells_of(&self, row: usize) -> (usize, usize) {
        let Some(Row { cells: end, .. }) = self.rows.get(row) else {
            return (0, 0);
        };
        let before = row.checked_sub(1).and_then(|row| self.rows.get(row));
        (before.map_or(0, |row| row.cells), *end)
    }

    /// Where a cell begins and ends in the text.
    fn place(&self, row: usize, column: usize) -> Option<(usize, usize)> {
        let (first, end) = self.cells_of(row);
        let cell = first.checked_add(column).filter(|cell| *cell < end)?;
        let before = cell.checked_sub(1).and_then(|cell| self.ends.get(cell));
        Some((before.copied().unwrap_or(0), *self.ends.get(cell)?))
    }
}
