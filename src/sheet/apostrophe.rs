//! The apostrophe before what a spreadsheet would take for a formula (CSV injection, OWASP).
//!
//! Excel splits every file at the list separator of Windows. Where that is not the separator of the
//! file, quotation marks around a cell do not count, because they are in the middle of another one.
//! So a formula may begin after every character that separates cells or lines somewhere.

use std::borrow::Cow;

/// Returns whether a cell may begin after this character in some program.
fn separates(c: char) -> bool {
    matches!(c, ',' | ';' | '\t' | '\r' | '\n' | '|')
}

/// Returns whether a spreadsheet would take a text for a formula, with or without the apostrophes
/// before it. It may skip spaces, and take quotation marks for those around a cell.
///
/// A text with an apostrophe of its own gets another one, so that removing one always restores it.
fn is_loaded(text: &str) -> bool {
    text.trim_start_matches(['\'', '"', ' ', '\u{a0}'])
        .starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// Returns the places in a cell where another cell may begin.
fn starts(cell: &str) -> impl Iterator<Item = usize> {
    let inner = cell.char_indices().filter(|(_, c)| separates(*c));
    std::iter::once(0).chain(inner.map(|(at, c)| at + c.len_utf8()))
}

/// Returns the cell as it may stand in a file.
pub(super) fn defused(cell: &str) -> Cow<'_, str> {
    changed(cell, |start| is_loaded(start).then_some(("'", 0)))
}

/// Returns the cell as it was before it was [`defused`].
pub(super) fn restored(cell: &str) -> Cow<'_, str> {
    changed(cell, |start| {
        let is_defused = start.starts_with('\'') && is_loaded(start);
        is_defused.then_some(("", 1))
    })
}

/// Replaces, at each start where `change` says so, this number of bytes by a text.
fn changed<'c>(
    cell: &'c str,
    change: impl Fn(&str) -> Option<(&'static str, usize)>,
) -> Cow<'c, str> {
    let mut text = String::new();
    let mut copied = 0;
    for start in starts(cell) {
        let Some((new, length)) = cell.get(start..).and_then(&change) else {
            continue;
        };
        text.push_str(cell.get(copied..start).unwrap_or_default());
        text.push_str(new);
        copied = start + length;
    }
    if copied == 0 && text.is_empty() {
        return Cow::Borrowed(cell);
    }
    text.push_str(cell.get(copied..).unwrap_or_default());
    Cow::Owned(text)
}
