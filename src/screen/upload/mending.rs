//! Mends in one press what is wrong with a file and certain to be mended.

use leptos::task::spawn_local;

use crate::browser::element;
use crate::domain::upload::{Column, Mending, RowProblem, RowProblemKind};
use crate::session::Session;
use crate::session::user_file::mended;
use crate::sheet::Table;
use crate::text::UploadWords;

/// What a button at a problem does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mend {
    /// Replaces the text of the cell.
    Text(String),
    /// Changes rows or columns.
    Shape(Mending),
}

impl Mend {
    /// Returns how a problem is mended in one press, if it can be.
    pub fn of(problem: &RowProblem, table: &Table) -> Option<Self> {
        let all = || Mending::of(table);
        let shape = match problem.kind {
            RowProblemKind::UnknownColumn
            | RowProblemKind::NoHeading
            | RowProblemKind::DoubledColumn { .. } => Mending {
                columns: problem
                    .cell
                    .filter(|_| all().line > 0)
                    .into_iter()
                    .collect(),
                ..Mending::default()
            },
            RowProblemKind::HeadingsBelow { .. } => Mending {
                columns: Vec::new(),
                makes_names: false,
                ..all()
            },
            RowProblemKind::MissingColumn if problem.column == Some(Column::DisplayName) => {
                Mending {
                    makes_names: all().makes_names,
                    ..Mending::default()
                }
            }
            _ => {
                return problem
                    .suggestion
                    .as_deref()
                    .map(|text| Self::Text(text.to_owned()));
            }
        };
        (!shape.is_empty()).then_some(Self::Shape(shape))
    }

    /// Returns the words on the button, and its whole name.
    pub fn words(&self, session: Session, problem: &RowProblem) -> [String; 2] {
        let (texts, sentences) = (session.texts::<UploadWords>(), session.sentences());
        match self {
            Self::Text(text) => [texts.use_suggestion.to_owned(), sentences.use_this(text)],
            Self::Shape(mending) if !mending.columns.is_empty() => {
                let heading = match problem.kind {
                    RowProblemKind::NoHeading => {
                        session.number(problem.cell.unwrap_or(0).saturating_add(1))
                    }
                    _ => problem.value.to_string(),
                };
                let name = sentences.ignore_this_column(&heading);
                [texts.ignore_column.to_owned(), name]
            }
            Self::Shape(mending) => {
                let text = mending_text(session, mending);
                [text.clone(), text]
            }
        }
    }

    /// Mends the problem. Whatever changes the rows or columns is validated at once.
    pub fn apply(&self, session: Session, place: Option<(usize, usize)>) {
        match self {
            Self::Text(text) => {
                if let Some(place) = place {
                    session.forms.upload.correct(&[(place, text.clone())]);
                }
            }
            Self::Shape(mending) => mend(session, mending),
        }
    }
}

/// Returns the name of the button that mends all this.
pub fn mending_text(session: Session, mending: &Mending) -> String {
    let number = |number: usize| session.number(number);
    session.sentences().mending(mending, &number)
}

/// Changes the rows and columns, and validates the file again.
pub fn mend(session: Session, mending: &Mending) {
    let heading = session.sentences().column(Column::DisplayName);
    session
        .forms
        .upload
        .edit(|table| mended(table, mending, heading));
    spawn_local(validate_again(session));
}

/// Validates the file as it is now.
pub async fn validate_again(session: Session) {
    session.validate_upload().await;
    // The button disappears with the last problem.
    element::focus_if_lost("#location");
}
