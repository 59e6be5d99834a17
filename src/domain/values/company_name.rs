//! Names of companies.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::line_of_text::line_of_text;
use crate::domain::ProblemKind;

/// Longest company name, in Unicode scalar values (ours).
pub const COMPANY_LIMIT: usize = 100;

/// The name of a company: 1 to 100 characters, trimmed, without control characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CompanyName(Box<str>);

impl CompanyName {
    /// Trims and checks a name.
    pub fn parse(text: &str) -> Result<Self, Vec<ProblemKind>> {
        match line_of_text(text, COMPANY_LIMIT)? {
            "" => Err(vec![ProblemKind::Required]),
            text => Ok(Self(text.into())),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for CompanyName {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).map_err(|_| "not the name of a company")
    }
}

impl From<CompanyName> for String {
    fn from(name: CompanyName) -> Self {
        name.0.into()
    }
}

impl fmt::Display for CompanyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
