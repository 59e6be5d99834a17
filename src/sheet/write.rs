//! Writing CSV that spreadsheets of every language open, and that cannot hurt them.

use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};

/// The rows as CSV: UTF-8 with a byte order mark, commas, CRLF; cells that a spreadsheet would take for a formula begin
/// with an apostrophe (CSV injection, OWASP).
pub fn write<R, C>(rows: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator<Item = C>,
    C: AsRef<str>,
{
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::new());
    for row in rows {
        let cells = row
            .into_iter()
            .map(|cell| defused(cell.as_ref()).into_owned());
        if let Err(error) = writer.write_record(cells) {
            unreachable_in_memory(&error);
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    let mut text = String::from('\u{feff}');
    text.push_str(&String::from_utf8_lossy(&bytes));
    text
}

/// Writing to memory has nothing that could fail; a debug build says so if that should ever change.
fn unreachable_in_memory(error: &csv::Error) {
    debug_assert!(false, "writing CSV to memory failed: {error}");
}

fn defused(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}
