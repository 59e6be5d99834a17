//! The apostrophe before cells that a spreadsheet would take for a formula (CSV injection, OWASP).

use std::borrow::Cow;

/// Returns whether a spreadsheet would take the cell for a formula, with or without the apostrophes
/// before it.
///
/// A cell with an apostrophe of its own gets another one, so that removing one always restores the
/// cell.
fn is_loaded(cell: &str) -> bool {
    cell.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// Returns the cell as it may stand in a file.
pub(super) fn defused(cell: &str) -> Cow<'_, str> {
    if is_loaded(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// Returns the cell as it was before it was [`defused`].
pub(super) fn restored(cell: &str) -> &str {
    match cell.as_bytes() {
        [b'\'', ..] if is_loaded(cell) => cell.get(1..).unwrap_or_default(),
        _ => cell,
    }
}
