//! The row with the headings.

use super::{Column, ExtraColumn, RowProblem, RowProblemKind, Rows, excerpt};

/// The most unknown columns that are listed; the others are only counted.
pub const UNKNOWN_LISTED: usize = 20;

/// The most rows, and cells of each, among which headings are looked for.
const SEARCHED: (usize, usize) = (20, 200);

/// Returns the row that has the headings, if it is not the first.
pub(super) fn head_below(rows: &dyn Rows) -> Option<usize> {
    let (searched, cells) = SEARCHED;
    let count = |row: usize| {
        let cells = (0..rows.width(row).min(cells)).map(|cell| rows.cell(row, cell));
        cells.filter_map(Column::from_heading).count()
    };
    let first = count(0);
    let (mut best, mut most) = (0, first);
    for row in 1..rows.count().min(searched) {
        let count = count(row);
        if count > most {
            (best, most) = (row, count);
        }
    }
    (best > 0 && first < 2 && most >= 2).then_some(best)
}

/// Returns whether the first row is a user rather than headings.
fn has_no_headings(rows: &dyn Rows) -> bool {
    let mut cells = (0..rows.width(0)).map(|cell| rows.cell(0, cell));
    let is_known = |cell: &str| Column::from_heading(cell).is_some();
    !cells.clone().any(is_known) && cells.any(|cell| cell.contains('@'))
}

/// Where the columns are in a row.
#[derive(Debug, Default)]
pub(super) struct Head {
    width: usize,
    /// Where each column is, in the order of [`Column::ALL`].
    cells: [Option<usize>; Column::ALL.len()],
    /// The cells without a heading in which no value has been reported, in order.
    unnamed: Vec<usize>,
    /// The columns of an export that are ignored, with their cells.
    extra: Vec<(usize, ExtraColumn)>,
    needed: usize,
}

impl Head {
    /// Reads the headings in row 0 and reports what is wrong with them. Returns `None` if they are
    /// elsewhere, or nowhere.
    pub(super) fn read(rows: &dyn Rows, problems: &mut Vec<RowProblem>) -> Option<Self> {
        if let Some(row) = head_below(rows) {
            let line = rows.line(row);
            let kind = RowProblemKind::HeadingsBelow { line, rows: row };
            problems.push(RowProblem::of_row(rows.line(0), kind));
            return None;
        }
        if has_no_headings(rows) {
            problems.push(RowProblem::of_row(rows.line(0), RowProblemKind::NoHeadings));
            return None;
        }
        let mut head = Self {
            width: rows.width(0),
            ..Self::default()
        };
        head.find_columns(rows, problems);
        head.report_missing(rows, problems);
        head.needed = head.needed_width();
        Some(head)
    }

    fn find_columns(&mut self, rows: &dyn Rows, problems: &mut Vec<RowProblem>) {
        let mut unknown = Vec::new();
        for cell in 0..self.width {
            let heading = rows.cell(0, cell).trim();
            let column = Column::from_heading(heading);
            let kind = match column.map(|column| (column, self.cell(column))) {
                Some((_, Some(first))) => RowProblemKind::DoubledColumn {
                    first,
                    heading: excerpt(rows.cell(0, first).trim()),
                },
                Some((column, None)) => {
                    self.set(column, cell);
                    continue;
                }
                None if let Some(extra) = ExtraColumn::from_heading(heading) => {
                    self.extra.push((cell, extra));
                    continue;
                }
                None if heading.is_empty() => {
                    self.unnamed.push(cell);
                    continue;
                }
                None => {
                    unknown.push(cell);
                    if unknown.len() > UNKNOWN_LISTED {
                        continue;
                    }
                    RowProblemKind::UnknownColumn
                }
            };
            problems.push(RowProblem::of_cell(rows, (0, cell), column, kind));
        }
        if let Some(first) = unknown.get(UNKNOWN_LISTED) {
            let count = unknown.len().saturating_sub(UNKNOWN_LISTED);
            problems.push(RowProblem {
                cell: Some(*first),
                ..RowProblem::of_row(rows.line(0), RowProblemKind::MoreUnknownColumns { count })
            });
        }
    }

    fn report_missing(&self, rows: &dyn Rows, problems: &mut Vec<RowProblem>) {
        let is_missing =
            |column: &Column| column.rule().is_required && self.cell(*column).is_none();
        let missing = Column::ALL.into_iter().filter(is_missing);
        problems.extend(missing.map(|column| RowProblem {
            column: Some(column),
            ..RowProblem::of_row(rows.line(0), RowProblemKind::MissingColumn)
        }));
    }

    fn needed_width(&self) -> usize {
        let status = self.cell(Column::StatusUpdate);
        let is_ignored = |cell: &usize| {
            Some(*cell) == status
                || self.unnamed.binary_search(cell).is_ok()
                || self.extra.iter().any(|(extra, _)| extra == cell)
        };
        let ignored = (0..self.width).rev().take_while(is_ignored).count();
        self.width.saturating_sub(ignored)
    }

    /// Returns the ignored columns.
    pub(super) fn extra(&self) -> impl Iterator<Item = ExtraColumn> {
        self.extra.iter().map(|(_, extra)| *extra)
    }

    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// Returns how many cells a row needs: all up to the last one that is read.
    pub(super) fn needed(&self) -> usize {
        self.needed
    }

    /// Returns the cell of the column in every row.
    pub(super) fn cell(&self, column: Column) -> Option<usize> {
        self.cells.get(column as usize).copied().flatten()
    }

    /// Returns the cells of a row of this width that have no heading and are not yet
    /// [marked as reported](Head::mark_reported).
    pub(super) fn unnamed(&self, width: usize) -> impl Iterator<Item = usize> {
        self.unnamed
            .iter()
            .copied()
            .take_while(move |cell| *cell < width)
    }

    /// Marks cells without a heading, in order, as reported.
    pub(super) fn mark_reported(&mut self, cells: &[usize]) {
        self.unnamed
            .retain(|cell| cells.binary_search(cell).is_err());
    }

    fn set(&mut self, column: Column, cell: usize) {
        if let Some(place) = self.cells.get_mut(column as usize) {
            *place = Some(cell);
        }
    }
}
