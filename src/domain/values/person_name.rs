//! Names of persons.

use serde::{Deserialize, Serialize};

use super::line_of_text::line_of_text;
use crate::domain::ProblemKind;

/// Longest first, last or display name, in Unicode scalar values.
pub const NAME_LIMIT: usize = 50;

/// A first, last or display name: 1 to 50 characters, trimmed, without control characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PersonName(Box<str>);

impl PersonName {
    /// Trims and checks a required name.
    pub fn required(text: &str) -> Result<Self, Vec<ProblemKind>> {
        Self::optional(text)?.ok_or_else(|| vec![ProblemKind::Required])
    }

    /// Trims and checks an optional name.
    pub fn optional(text: &str) -> Result<Option<Self>, Vec<ProblemKind>> {
        let text = line_of_text(text, NAME_LIMIT)?;
        Ok((!text.is_empty()).then(|| Self(text.into())))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for PersonName {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::required(&text).map_err(|_| "not a name")
    }
}

impl From<PersonName> for String {
    fn from(name: PersonName) -> Self {
        name.0.into()
    }
}
