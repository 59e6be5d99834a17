//! What is wrong with the shape of a file and certain to be mended.

use super::head::head_below;
use super::{Column, ExtraColumn, Rows};

/// What makes a file of another program one that can be validated.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mending {
    /// The rows above the headings.
    pub rows: usize,
    /// The line with the headings.
    pub line: usize,
    /// The columns that are not needed: those with an unknown heading, or with values and none.
    pub columns: Vec<usize>,
    /// Whether display names are missing, and can be made of first and last names.
    pub makes_names: bool,
}

impl Mending {
    /// Returns what can be mended. Without any known heading, nothing is certain.
    pub fn of(rows: &dyn Rows) -> Self {
        let head = head_below(rows).unwrap_or(0);
        let columns = (0..rows.width(head)).map(|cell| Column::from_heading(rows.cell(head, cell)));
        let known: Vec<Option<Column>> = columns.collect();
        let has = |column: Column| known.contains(&Some(column));
        if !Column::ALL.into_iter().any(has) {
            return Self::default();
        }
        let is_used = |cell: usize| {
            let mut used = (head..rows.count()).filter(|row| cell < rows.width(*row));
            used.any(|row| !rows.cell(row, cell).trim().is_empty())
        };
        let columns = known.iter().enumerate();
        let is_extra = |cell: usize| ExtraColumn::from_heading(rows.cell(head, cell)).is_some();
        let unneeded =
            columns.filter(|(cell, column)| column.is_none() && !is_extra(*cell) && is_used(*cell));
        Self {
            rows: head,
            line: rows.line(head),
            columns: unneeded.map(|(cell, _)| cell).collect(),
            makes_names: !has(Column::DisplayName)
                && (has(Column::FirstName) || has(Column::LastName)),
        }
    }

    /// Returns how many things are mended.
    pub fn len(&self) -> usize {
        let others = usize::from(self.rows > 0).saturating_add(usize::from(self.makes_names));
        others.saturating_add(self.columns.len())
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
