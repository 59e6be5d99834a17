//! Names of persons.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::formula::is_formula;
use super::invisible::{is_invisible_in_name, without};
use super::line_of_text::line_of_text;
use crate::domain::ProblemKind;

/// Longest first, last or display name, in Unicode scalar values.
pub const NAME_LIMIT: usize = 50;

/// A first, last or display name: 1 to 50 characters, trimmed, without control characters.
///
/// Whoever enters one may not enter invisible characters or a formula; a stored one may have them,
/// because earlier versions allowed them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PersonName(Box<str>);

impl PersonName {
    /// Trims and checks a required name.
    pub fn required(text: &str) -> Result<Self, Vec<ProblemKind>> {
        Self::optional(text)?.ok_or_else(|| vec![ProblemKind::Required])
    }

    /// Trims and checks an optional name: the one rule for forms and files. A text of invisible
    /// characters is none.
    pub fn optional(text: &str) -> Result<Option<Self>, Vec<ProblemKind>> {
        let (invisible, visible) = without(text.trim(), is_invisible_in_name);
        if visible.is_empty() {
            return Ok(None);
        }
        let (text, mut problems) = match line_of_text(text, NAME_LIMIT) {
            Ok(text) => (text, Vec::new()),
            Err(problems) => (text, problems),
        };
        if !invisible.is_empty() {
            problems.push(ProblemKind::Invisible(invisible));
        }
        if is_formula(&visible) {
            problems.push(ProblemKind::Formula);
        }
        if problems.is_empty() {
            Ok(Some(Self(text.into())))
        } else {
            Err(problems)
        }
    }

    /// Returns the name without the invisible characters for which it is refused.
    pub(in crate::domain) fn without_invisible(text: &str) -> Cow<'_, str> {
        without(text, is_invisible_in_name).1
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for PersonName {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::try_from(&*text)
    }
}

impl TryFrom<&str> for PersonName {
    type Error = &'static str;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        match line_of_text(text, NAME_LIMIT) {
            Ok("") | Err(_) => Err("not a name"),
            Ok(text) => Ok(Self(text.into())),
        }
    }
}

impl From<PersonName> for String {
    fn from(name: PersonName) -> Self {
        name.0.into()
    }
}
