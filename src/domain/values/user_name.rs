//! Names of users.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::domain_name::DomainName;
use super::invisible::{is_invisible, without};
use super::latin::to_ascii;
use crate::domain::ProblemKind;

/// Longest part of a user name before the `@`, in characters.
pub const LOCAL_PART_LIMIT: usize = 64;
/// Longest user name with its domain, in characters.
pub const USER_NAME_LIMIT: usize = 113;

/// The name that a user signs in with (UPN): `local@domain`. Names that differ only in case are
/// equal.
///
/// The local part is 1 to 64 characters out of letters, digits and `' . - _ ! # ^ ~`, without a dot
/// at either end or two in a row; the whole name has at most 113 characters. Source: "Create
/// multiple users for a customer account" and the documentation of user principal names.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct UserName(Arc<str>);

impl UserName {
    /// Trims and checks the local part.
    pub fn new(local: &str, domain: &DomainName) -> Result<Self, Vec<ProblemKind>> {
        let local = local.trim();
        let mut problems = local_part_problems(local, longest_local_part(domain.as_str()));
        let whole = [local, "@", domain.as_str()].concat();
        let length = match whole.len() {
            bytes if bytes <= USER_NAME_LIMIT => bytes,
            _ => whole.chars().count(),
        };
        let is_local_too_long = problems
            .iter()
            .any(|kind| matches!(kind, ProblemKind::TooLong { .. }));
        if length > USER_NAME_LIMIT && !is_local_too_long {
            problems.push(ProblemKind::TooLong {
                length,
                limit: USER_NAME_LIMIT,
            });
        }
        if problems.is_empty() {
            Ok(Self(whole.into()))
        } else {
            Err(problems)
        }
    }

    /// Parses a whole name.
    pub fn parse(text: &str) -> Option<Self> {
        let (local, domain) = text.split_once('@')?;
        Self::new(local, &DomainName::parse(domain)?).ok()
    }

    /// Returns the whole name, in the case in which it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the number after the one at the end of the local part: 2 after `anna.berg`, 3 after
    /// `anna.berg2`. There is no number after four billion.
    pub fn next_number(&self) -> Option<u32> {
        match self.local().strip_prefix(self.unnumbered())? {
            "" => Some(2),
            number => number.parse::<u32>().ok()?.checked_add(1),
        }
    }

    /// Returns the name with this number at the end of its local part, in the place of another one.
    /// A local part that gets too long is shortened.
    pub fn numbered(&self, number: u32) -> Option<Self> {
        let (base, domain) = (self.unnumbered(), self.domain());
        let number = number.to_string();
        let longest_base = longest_local_part(domain).saturating_sub(number.len());
        let base: String = base.chars().take(longest_base).collect();
        Self::parse(&format!("{base}{number}@{domain}"))
    }

    /// Returns the local part without the number at its end.
    fn unnumbered(&self) -> &str {
        self.local().trim_end_matches(|c: char| c.is_ascii_digit())
    }

    /// Returns the part before the `@`.
    pub fn local(&self) -> &str {
        self.0.split_once('@').map_or(&*self.0, |(local, _)| local)
    }

    /// Returns the part after the `@`.
    pub fn domain(&self) -> &str {
        self.0.split_once('@').map_or("", |(_, domain)| domain)
    }

    /// Returns the name in lower case, which is the same for equal names.
    pub(in crate::domain) fn folded_text(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    fn folded(&self) -> impl Iterator<Item = u8> {
        self.0.bytes().map(|byte| byte.to_ascii_lowercase())
    }
}

impl TryFrom<String> for UserName {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("not a user name")
    }
}

impl From<UserName> for String {
    fn from(name: UserName) -> Self {
        name.as_str().to_owned()
    }
}

impl PartialEq for UserName {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }
}

impl Eq for UserName {}

impl Ord for UserName {
    fn cmp(&self, other: &Self) -> Ordering {
        self.folded().cmp(other.folded())
    }
}

impl PartialOrd for UserName {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for UserName {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.folded().for_each(|byte| state.write_u8(byte));
    }
}

impl fmt::Debug for UserName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl UserName {
    /// Returns a local part made of a person's name, such as "anna.jaeger", or `None` if it is
    /// uncertain how the name is written in ASCII.
    pub fn suggest(name: &str, domain: &DomainName) -> Option<String> {
        let local = suggestion(name.trim(), longest_local_part(domain.as_str()))?;
        Some(local.to_ascii_lowercase())
    }
}

/// Returns how many characters the local part may have at this domain.
fn longest_local_part(domain: &str) -> usize {
    USER_NAME_LIMIT
        .saturating_sub(domain.len().saturating_add(1))
        .min(LOCAL_PART_LIMIT)
}

fn is_allowed(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '\'' | '.' | '-' | '_' | '!' | '#' | '^' | '~')
}

fn local_part_problems(local: &str, longest: usize) -> Vec<ProblemKind> {
    if local.is_empty() {
        return vec![ProblemKind::Required];
    }
    let mut problems = Vec::new();
    if local.contains('@') {
        problems.push(ProblemKind::AtSign);
    }
    let mut wrong = Vec::new();
    for c in local.chars().filter(|c| !is_allowed(*c) && *c != '@') {
        if !wrong.contains(&c) {
            wrong.push(c);
        }
    }
    if !wrong.is_empty() {
        problems.push(ProblemKind::Characters {
            wrong,
            suggestion: suggestion(local, longest),
        });
    }
    if local.starts_with('.') || local.ends_with('.') {
        problems.push(ProblemKind::DotAtEdge);
    }
    if local.as_bytes().windows(2).any(|pair| pair == b"..") {
        problems.push(ProblemKind::DotsInARow);
    }
    if local.len() > LOCAL_PART_LIMIT {
        let (length, limit) = (local.chars().count(), LOCAL_PART_LIMIT);
        if length > limit {
            problems.push(ProblemKind::TooLong { length, limit });
        }
    }
    problems
}

/// Returns a valid local part close to the one given, or `None` if it is uncertain what was meant.
fn suggestion(local: &str, longest: usize) -> Option<String> {
    let local = local.split('@').next().unwrap_or_default();
    let mut ascii = to_ascii(&without(local, is_invisible).1);
    if !ascii.chars().all(is_allowed) {
        return None;
    }
    while ascii.contains("..") {
        ascii = ascii.replace("..", ".");
    }
    let trimmed = ascii.trim_matches('.');
    let is_name = trimmed.len() <= longest && trimmed.chars().any(|c| c.is_ascii_alphanumeric());
    is_name.then(|| trimmed.to_owned())
}
