//! What the list of what is wrong with a file shows.

use super::listing::{Column, Filter};
use crate::domain::upload;

/// Columns of the list of what is wrong with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ProblemColumn {
    /// The line of the file.
    #[default]
    Line,
    /// The column of the file.
    Column,
    /// What stands there.
    Value,
    /// What is wrong with it.
    Reason,
}

impl Column for ProblemColumn {
    type Filter = ShownProblems;

    const ALL: &'static [Self] = &[Self::Line, Self::Column, Self::Value, Self::Reason];

    fn code(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Column => "column",
            Self::Value => "value",
            Self::Reason => "reason",
        }
    }
}

/// What the list of what is wrong with a file is narrowed down to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ShownProblems {
    /// All of it.
    #[default]
    All,
    /// What is wrong with values of this column.
    In(upload::Column),
    /// What is wrong with whole rows, or with the file.
    Elsewhere,
}

impl ShownProblems {
    /// Every filter, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::All,
        Self::In(upload::Column::FirstName),
        Self::In(upload::Column::LastName),
        Self::In(upload::Column::DisplayName),
        Self::In(upload::Column::Email),
        Self::In(upload::Column::StatusUpdate),
        Self::Elsewhere,
    ];
}

impl Filter for ShownProblems {
    fn code(self) -> Option<String> {
        let code = match self {
            Self::All => return None,
            Self::In(upload::Column::FirstName) => "first-name",
            Self::In(upload::Column::LastName) => "last-name",
            Self::In(upload::Column::DisplayName) => "display-name",
            Self::In(upload::Column::Email) => "email",
            Self::In(upload::Column::StatusUpdate) => "status",
            Self::Elsewhere => "rows",
        };
        Some(code.to_owned())
    }

    fn from_code(code: &str) -> Self {
        let all = Self::ALL.into_iter();
        let mut same = all.filter(|one| one.code().as_deref() == Some(code));
        same.next().unwrap_or_default()
    }
}
