//! Names of persons, domains and users.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::domain::ProblemKind;

/// Longest first, last or display name, in Unicode scalar values.
pub const NAME_LIMIT: usize = 50;
/// Longest company name, in Unicode scalar values (ours).
pub const COMPANY_LIMIT: usize = 100;
/// Longest part of a user name before the `@`, in characters.
pub const LOCAL_PART_LIMIT: usize = 64;
/// Longest user name with its domain, in characters.
pub const USER_NAME_LIMIT: usize = 113;

/// A first, last or display name: 1 to 50 characters without white space at the ends and without control characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PersonName(Box<str>);

impl PersonName {
    /// Trims and checks a name that must be there.
    pub fn required(text: &str) -> Result<Self, Vec<ProblemKind>> {
        Self::optional(text)?.ok_or_else(|| vec![ProblemKind::Required])
    }

    /// Trims and checks a name that may be left out.
    pub fn optional(text: &str) -> Result<Option<Self>, Vec<ProblemKind>> {
        let text = line_of_text(text, NAME_LIMIT)?;
        Ok((!text.is_empty()).then(|| Self(text.into())))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Trims a text and checks its length and that it has no control characters.
fn line_of_text(text: &str, limit: usize) -> Result<&str, Vec<ProblemKind>> {
    let text = text.trim();
    let mut problems = Vec::new();
    // No character is shorter than a byte: most texts need not be counted.
    if text.len() > limit {
        let length = text.chars().count();
        if length > limit {
            problems.push(ProblemKind::TooLong { length, limit });
        }
    }
    if text.chars().any(char::is_control) {
        problems.push(ProblemKind::ControlCharacter);
    }
    if problems.is_empty() {
        Ok(text)
    } else {
        Err(problems)
    }
}

/// The name of a company: 1 to 100 characters without white space at the ends and without control characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CompanyName(Box<str>);

impl CompanyName {
    /// Trims and checks a name.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn parse(text: &str) -> Result<Self, Vec<ProblemKind>> {
        match line_of_text(text, COMPANY_LIMIT)? {
            "" => Err(vec![ProblemKind::Required]),
            text => Ok(Self(text.into())),
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CompanyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A domain of a customer, in lower case, such as `tailspin.example`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DomainName(Arc<str>);

impl DomainName {
    /// The domain, when it is one: labels of letters, digits and hyphens, with dots between.
    pub fn parse(text: &str) -> Option<Self> {
        let is_label = |label: &str| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        let text = text.trim();
        let labels = text.split('.').count();
        (labels >= 2 && text.len() <= 253 && text.split('.').all(is_label))
            .then(|| Self(text.to_ascii_lowercase().into()))
    }

    /// The domain.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The name that a user signs in with (UPN), `local@domain`; two that differ only in case are equal.
///
/// The local part is 1 to 64 characters out of letters, digits and `' . - _ ! # ^ ~`, without a dot at either end or two
/// in a row; the whole is at most 113 characters. Source: "Create multiple users for a customer account" and the
/// documentation of user principal names.
#[derive(Clone)]
pub struct UserName(Arc<str>);

impl UserName {
    /// Trims and checks the local part; says everything that is wrong with it.
    pub fn new(local: &str, domain: &DomainName) -> Result<Self, Vec<ProblemKind>> {
        let local = local.trim();
        // What the whole leaves for the local part, less the `@` and the domain.
        let room = USER_NAME_LIMIT
            .saturating_sub(domain.as_str().len().saturating_add(1))
            .min(LOCAL_PART_LIMIT);
        let mut problems = local_part_problems(local, room);
        let whole = [local, "@", domain.as_str()].concat();
        let length = match whole.len() {
            bytes if bytes <= USER_NAME_LIMIT => bytes,
            _ => whole.chars().count(),
        };
        let too_long_already = problems
            .iter()
            .any(|kind| matches!(kind, ProblemKind::TooLong { .. }));
        if length > USER_NAME_LIMIT && !too_long_already {
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

    /// A whole name as it was stored.
    pub fn parse(text: &str) -> Option<Self> {
        let (local, domain) = text.split_once('@')?;
        Self::new(local, &DomainName::parse(domain)?).ok()
    }

    /// The whole name, as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name with the next number at the end of its local part, shortened where that makes it too long: `anna.berg2`
    /// for `anna.berg`, `anna.berg3` for `anna.berg2`; none after four billion.
    pub fn next_numbered(&self) -> Option<Self> {
        let (local, domain) = self.0.split_once('@')?;
        let base = local.trim_end_matches(|c: char| c.is_ascii_digit());
        let (_, number) = local.split_at_checked(base.len())?;
        let number = match number {
            "" => 2,
            number => number.parse::<u32>().ok()?.checked_add(1)?,
        }
        .to_string();
        let room = USER_NAME_LIMIT.saturating_sub(domain.len().saturating_add(1));
        let room = room.min(LOCAL_PART_LIMIT).saturating_sub(number.len());
        let base: String = base.chars().take(room).collect();
        Self::parse(&format!("{base}{number}@{domain}"))
    }

    /// The part before the `@`.
    pub fn local(&self) -> &str {
        self.0.split_once('@').map_or(&*self.0, |(local, _)| local)
    }

    /// The part after the `@`.
    pub fn domain(&self) -> &str {
        self.0.split_once('@').map_or("", |(_, domain)| domain)
    }

    /// The same for names that differ in nothing but case.
    pub(in crate::domain) fn folded_text(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    fn folded(&self) -> impl Iterator<Item = u8> {
        self.0.bytes().map(|byte| byte.to_ascii_lowercase())
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

fn is_allowed(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '\'' | '.' | '-' | '_' | '!' | '#' | '^' | '~')
}

fn local_part_problems(local: &str, room: usize) -> Vec<ProblemKind> {
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
            suggestion: suggestion(local, room),
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

/// A valid local part of at most so many characters, as near as possible to the one given; none where nothing sensible
/// remains.
fn suggestion(local: &str, room: usize) -> Option<String> {
    let mut ascii = to_ascii(local.split('@').next().unwrap_or_default());
    ascii.retain(is_allowed);
    while ascii.contains("..") {
        ascii = ascii.replace("..", ".");
    }
    let trimmed: String = ascii.trim_matches('.').chars().take(room).collect();
    let trimmed = trimmed.trim_matches('.');
    trimmed
        .chars()
        .any(|c| c.is_ascii_alphanumeric())
        .then(|| trimmed.to_owned())
}

/// Latin letters, small and capital, and what they are in ASCII: umlauts as Germans write them, the rest without its marks.
/// Both are listed because the standard library's tables for the case of all letters of the world are 15 KB of program.
#[rustfmt::skip]
const LATIN: &[(&str, &str, &str)] = &[
    ("äæ", "ÄÆ", "ae"),
    ("öœø", "ÖŒØ", "oe"),
    ("ü", "Ü", "ue"),
    ("ß", "ẞ", "ss"),
    ("þ", "Þ", "th"),
    ("àáâãåāăą", "ÀÁÂÃÅĀĂĄ", "a"),
    ("çćĉċč", "ÇĆĈĊČ", "c"),
    ("ďđð", "ĎĐÐ", "d"),
    ("èéêëēĕėęě", "ÈÉÊËĒĔĖĘĚ", "e"),
    ("ĝğġģ", "ĜĞĠĢ", "g"),
    ("ĥħ", "ĤĦ", "h"),
    ("ìíîïĩīĭįı", "ÌÍÎÏĨĪĬĮİ", "i"),
    ("ĵ", "Ĵ", "j"),
    ("ķ", "Ķ", "k"),
    ("ĺļľł", "ĹĻĽŁ", "l"),
    ("ñńņňŋ", "ÑŃŅŇŊ", "n"),
    ("òóôõōŏő", "ÒÓÔÕŌŎŐ", "o"),
    ("ŕŗř", "ŔŖŘ", "r"),
    ("śŝşšș", "ŚŜŞŠȘ", "s"),
    ("ţťŧț", "ŢŤŦȚ", "t"),
    ("ùúûũūŭůűų", "ÙÚÛŨŪŬŮŰŲ", "u"),
    ("ŵ", "Ŵ", "w"),
    ("ýÿŷ", "ÝŸŶ", "y"),
    ("źżž", "ŹŻŽ", "z"),
    ("’‘", "", "'"),
    ("–—", "", "-"),
    (" ", "", "."),
];

/// The text with Latin letters in ASCII; other characters are kept as they are, combining marks are taken off.
pub(in crate::domain) fn to_ascii(text: &str) -> String {
    let mut ascii = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() && c != ' ' {
            ascii.push(c);
        } else if c == '\u{308}' {
            // A diaeresis of its own, as macOS writes umlauts in file names: the letter before it becomes a digraph.
            if ascii.ends_with(['a', 'o', 'u', 'A', 'O', 'U']) {
                ascii.push('e');
            }
        } else if !is_mark(c) {
            push_latin(&mut ascii, c);
        }
    }
    ascii
}

/// A combining diacritical mark, which stands after its letter.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn push_latin(ascii: &mut String, c: char) {
    for (small, capital, plain) in LATIN {
        if small.contains(c) {
            ascii.push_str(plain);
            return;
        }
        if capital.contains(c) {
            let mut letters = plain.chars();
            ascii.extend(letters.next().map(|first| first.to_ascii_uppercase()));
            ascii.extend(letters);
            return;
        }
    }
    ascii.push(c);
}
