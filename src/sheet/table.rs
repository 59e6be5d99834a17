//! A table that was read.

/// Rows of cells, each with the line of the file in which it begins. Rows may differ in width.
///
/// All cells are in one text: ten thousand rows take three allocations instead of sixty thousand.
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
    /// The number of cells up to the end of the row.
    cells: usize,
}

impl Table {
    /// Returns the number of rows, including the headings.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns the line of the file, from 1, in which the row begins, or 0 if there is no such row.
    pub fn line(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |row| row.line)
    }

    /// Returns the row that begins in this line.
    pub fn row_at(&self, line: usize) -> Option<usize> {
        self.rows.binary_search_by_key(&line, |row| row.line).ok()
    }

    pub fn width(&self, row: usize) -> usize {
        let (first, end) = self.cells_of(row);
        end - first
    }

    pub fn cell(&self, row: usize, column: usize) -> Option<&str> {
        let (start, end) = self.place(row, column)?;
        self.text.get(start..end)
    }

    pub fn cells(&self, row: usize) -> impl ExactSizeIterator<Item = &str> {
        (0..self.width(row)).map(move |column| self.cell(row, column).unwrap_or_default())
    }

    /// Replaces the texts of cells (row and column) in one pass. Missing cells are ignored, and the
    /// last of several texts for a cell counts.
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

    /// Returns the table without its first rows. The others keep their lines.
    pub fn without_rows(&self, count: usize) -> Self {
        self.rebuilt(count, |_, table, cells| {
            cells.for_each(|cell| table.push(cell))
        })
    }

    /// Returns the table without these columns.
    pub fn without_columns(&self, columns: &[usize]) -> Self {
        self.rebuilt(0, |_, table, cells| {
            for (column, cell) in cells.enumerate() {
                if !columns.contains(&column) {
                    table.push(cell);
                }
            }
        })
    }

    /// Returns the table with another column, after the headings and below them. Rows with more
    /// cells than headings stay as they are.
    pub fn with_column(&self, text: impl Fn(usize) -> String) -> Self {
        let width = self.width(0);
        self.rebuilt(0, |row, table, cells| {
            let missing = (width + 1).saturating_sub(cells.len());
            cells.for_each(|cell| table.push(cell));
            if let Some(empty) = missing.checked_sub(1) {
                (0..empty).for_each(|_| table.push(""));
                table.push(&text(row));
            }
        })
    }

    fn rebuilt(
        &self,
        first: usize,
        mut push: impl FnMut(usize, &mut Self, &mut dyn ExactSizeIterator<Item = &str>),
    ) -> Self {
        let mut table = Self::default();
        for row in first..self.len() {
            push(row, &mut table, &mut self.cells(row));
            table.end_row(self.line(row));
        }
        table
    }

    /// Returns the number of cells of all rows.
    pub(super) fn size(&self) -> usize {
        self.ends.len()
    }

    /// Adds a cell to the row that is being read.
    pub(super) fn push(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.ends.push(self.text.len());
    }

    /// Adds the cells in a text to the row that is being read.
    pub(super) fn push_all(&mut self, text: &str, ends: impl Iterator<Item = usize>) {
        let before = self.text.len();
        self.text.push_str(text);
        self.ends.extend(ends.map(|end| before + end));
    }

    /// Ends the row that is being read, which began in this line.
    pub(super) fn end_row(&mut self, line: usize) {
        let cells = self.ends.len();
        self.rows.push(Row { line, cells });
    }

    pub(super) fn pop_row(&mut self) {
        self.rows.pop();
        let cells = self.rows.last().map_or(0, |row| row.cells);
        self.ends.truncate(cells);
        self.text.truncate(self.ends.last().copied().unwrap_or(0));
    }

    /// Returns the positions of a row's cells among all cells: the first, and the one after the
    /// last.
    fn cells_of(&self, row: usize) -> (usize, usize) {
        let Some(Row { cells: end, .. }) = self.rows.get(row) else {
            return (0, 0);
        };
        let before = row.checked_sub(1).and_then(|row| self.rows.get(row));
        (before.map_or(0, |row| row.cells), *end)
    }

    /// Returns where a cell begins and ends in the text.
    fn place(&self, row: usize, column: usize) -> Option<(usize, usize)> {
        let (first, end) = self.cells_of(row);
        let cell = first.checked_add(column).filter(|cell| *cell < end)?;
        let before = cell.checked_sub(1).and_then(|cell| self.ends.get(cell));
        Some((before.copied().unwrap_or(0), *self.ends.get(cell)?))
    }
}
