//! Names of domains.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A domain of a customer, in lower case, such as `tailspin.example`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DomainName(Arc<str>);

impl DomainName {
    /// Parses a domain: labels of letters, digits and hyphens, separated by dots.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let labels = text.split('.').count();
        (labels >= 2 && text.len() <= 253 && text.split('.').all(is_label))
            .then(|| Self(text.to_ascii_lowercase().into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for DomainName {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("not a domain")
    }
}

impl From<DomainName> for String {
    fn from(domain: DomainName) -> Self {
        domain.as_str().to_owned()
    }
}

fn is_label(text: &str) -> bool {
    (1..=63).contains(&text.len())
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
