//! The row with the headings.

use super::problem::shown;
use super::{Column, RowProblem, RowProblemKind, Rows};

/// So many unknown columns are named; the others are counted.
pub const UNKNOWN_NAMED: usize = 20;

/// Which cell of a row is what.
#[derive(Debug, Default)]
pub(super) struct Head {
    width: usize,
    /// Where each column is, in the order of [`Column::ALL`].
    cells: [Option<usize>; Column::ALL.len()],
    /// Columns without a heading, in order.
    unnamed: Vec<usize>,
    needed: usize,
}

impl Head {
    /// Reads the headings in row 0, and tells what is wrong with them.
    pub(super) fn read(rows: &dyn Rows, problems: &mut Vec<RowProblem>) -> Self {
        let mut head = Self {
            width: rows.width(0),
            ..Self::default()
        };
        let (mut unknown, mut not_named) = (0_usize, None);
        for cell in 0..head.width {
            let heading = rows.cell(0, cell).trim();
            let mut tell = |column, kind| {
                problems.push(RowProblem {
                    line: rows.line(0),
                    column,
                    cell: Some(cell),
                    value: shown(heading),
                    kind,
                });
            };
            match Column::of_heading(heading) {
                Some(column) => match head.cell(column) {
                    Some(first) => tell(Some(column), RowProblemKind::DoubledColumn { first }),
                    None => head.set(column, cell),
                },
                None if heading.is_empty() => head.unnamed.push(cell),
                None => {
                    unknown = unknown.saturating_add(1);
                    if unknown <= UNKNOWN_NAMED {
                        tell(None, RowProblemKind::UnknownColumn);
                    } else {
                        not_named = not_named.or(Some(cell));
                    }
                }
            }
        }
        let mut tell = |column, cell, kind| {
            problems.push(RowProblem {
                line: rows.line(0),
                column,
                cell,
                value: Box::default(),
                kind,
            });
        };
        if not_named.is_some() {
            let count = unknown.saturating_sub(UNKNOWN_NAMED);
            tell(
                None,
                not_named,
                RowProblemKind::MoreUnknownColumns { count },
            );
        }
        for column in Column::ALL {
            if column.rule().is_required && head.cell(column).is_none() {
                tell(Some(column), None, RowProblemKind::MissingColumn);
            }
        }
        let status = head.cell(Column::StatusUpdate);
        let is_idle =
            |cell: &usize| Some(*cell) == status || head.unnamed.binary_search(cell).is_ok();
        let idle = (0..head.width).rev().take_while(is_idle).count();
        head.needed = head.width.saturating_sub(idle);
        head
    }

    /// How many cells a row has to have.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// The cell of a row that belongs to the column.
    pub(super) fn cell(&self, column: Column) -> Option<usize> {
        self.cells.get(column as usize).copied().flatten()
    }

    /// The cells of a row of this width that have no heading and are not [`Head::forget`]ten.
    pub(super) fn unnamed(&self, width: usize) -> impl Iterator<Item = usize> {
        self.unnamed
            .iter()
            .copied()
            .take_while(move |cell| *cell < width)
    }

    /// These cells, in order, have no heading, and that is told.
    pub(super) fn forget(&mut self, unnamed: &[usize]) {
        self.unnamed
            .retain(|cell| unnamed.binary_search(cell).is_err());
    }

    /// How many cells of a row cannot be done without: those up to the last one of which something is read.
    pub(super) fn needed(&self) -> usize {
        self.needed
    }

    fn set(&mut self, column: Column, cell: usize) {
        if let Some(place) = self.cells.get_mut(column as usize) {
            *place = Some(cell);
        }
    }
}
