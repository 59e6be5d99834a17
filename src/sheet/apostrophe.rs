//! The apostrophe before cells that a spreadsheet would take for a formula (CSV injection, OWASP).

use std::borrow::Cow;

/// Would a spreadsheet take the cell for a formula, or would it once it has lost the apostrophes before it?
///
/// A cell that has such an apostrophe of its own gets another one, so that taking one off always gives back what was there.
fn is_loaded(cell: &str) -> bool {
    cell.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// The cell as it may stand in a file.
pub(super) fn defused(cell: &str) -> Cow<'_, str> {
    if is_loaded(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// The cell as it was before it was [`defused`].
pub(super) fn restored(cell: &str) -> &str {
    match cell.as_bytes() {
        [b'\'', ..] if is_loaded(cell) => cell.get(1..).unwrap_or_default(),
        _ => cell,
    }
}
