//! Mends in one press what is wrong with a file and certain to be mended.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::problems::validate_again;
use crate::domain::upload::{Column, RowProblem, RowProblemKind};
use crate::session::Session;
use crate::session::user_file::with_display_names;
use crate::sheet::Table;

/// What a button at a problem does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mend {
    /// Replaces the text of the cell.
    Text(String),
    IgnoreColumn(usize),
    /// Leaves out the rows above the headings in this line.
    LeaveOutRows {
        rows: usize,
        line: usize,
    },
    FillDisplayNames,
}

impl Mend {
    /// Returns how a problem is mended in one press, if it can be.
    pub fn of(problem: &RowProblem, table: &Table) -> Option<Self> {
        match problem.kind {
            RowProblemKind::UnknownColumn
            | RowProblemKind::NoHeading
            | RowProblemKind::DoubledColumn { .. } => problem.cell.map(Self::IgnoreColumn),
            RowProblemKind::HeadingsBelow { rows, line } => Some(Self::LeaveOutRows { rows, line }),
            RowProblemKind::MissingColumn => {
                let has_names = table
                    .cells(0)
                    .filter_map(Column::from_heading)
                    .any(|column| matches!(column, Column::FirstName | Column::LastName));
                let is_filled = problem.column == Some(Column::DisplayName) && has_names;
                is_filled.then_some(Self::FillDisplayNames)
            }
            _ => problem
                .suggestion
                .as_deref()
                .map(|text| Self::Text(text.to_owned())),
        }
    }

    /// Returns the words on the button, and its whole name.
    pub fn words(&self, session: Session, problem: &RowProblem) -> [String; 2] {
        let (words, sentences) = (session.words(), session.sentences());
        match self {
            Self::Text(text) => [words.use_suggestion.to_owned(), sentences.use_this(text)],
            Self::IgnoreColumn(column) => {
                let heading = match problem.kind {
                    RowProblemKind::NoHeading => session.number(column + 1),
                    _ => problem.value.to_string(),
                };
                [
                    words.ignore_column.to_owned(),
                    sentences.ignore_this_column(&heading),
                ]
            }
            Self::LeaveOutRows { line, .. } => {
                let above = session.number(line.saturating_sub(1));
                let text = sentences.leave_out_lines(*line, &above);
                [text.clone(), text]
            }
            Self::FillDisplayNames => {
                [words.fill_display_names, words.fill_display_names].map(str::to_owned)
            }
        }
    }

    /// Mends the problem. Whatever changes the rows or columns is validated at once.
    pub fn apply(self, session: Session, place: Option<(usize, usize)>) {
        let upload = session.forms.upload;
        match (self, place) {
            (Self::Text(text), Some(place)) => return upload.correct(&[(place, text)]),
            (Self::IgnoreColumn(column), _) => {
                upload.edit(|table| table.without_columns(&[column]));
            }
            (Self::LeaveOutRows { rows, .. }, _) => upload.edit(|table| table.without_rows(rows)),
            (Self::FillDisplayNames, _) => {
                let heading = session.sentences().column(Column::DisplayName);
                upload.edit(|table| with_display_names(table, heading));
            }
            _ => return,
        }
        spawn_local(validate_again(session));
    }
}
