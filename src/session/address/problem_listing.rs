//! What the list of problems with a file shows.

use super::listing::{Column, Filter};
use crate::domain::{coded, upload};

coded! {
    /// Columns of the list of problems.
    #[derive(Default)]
    pub enum ProblemColumn {
        #[default]
        Line = "line",
        Column = "column",
        Value = "value",
        Reason = "reason",
    }
}

impl Column for ProblemColumn {
    type Filter = ShownProblems;
}

/// The filter of the list of problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ShownProblems {
    #[default]
    All,
    In(upload::Column),
    /// Problems of whole rows, or of the file.
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
        let mut all = Self::ALL.into_iter();
        all.find(|filter| filter.code().as_deref() == Some(code))
            .unwrap_or_default()
    }
}
