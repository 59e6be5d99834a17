//! Names of domains.

use std::sync::Arc;

/// A domain of a customer, in lower case, such as `tailspin.example`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DomainName(Arc<str>);

impl DomainName {
    /// Parses a domain: labels of letters, digits and hyphens, separated by dots.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let labels = text.split('.').count();
        (labels >= 2 && text.len() <= 253 && text.split('.').all(is_label))
            .then(|| Self(text.to_ascii_lowercase().into()))
    }

    /// Returns the domain as text.
    pub fn as_str(&self) -> &str {
        &self.0
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
