//! Writes CSV that spreadsheets open safely.

use super::apostrophe::defused;
use super::separator::Separator;

/// Writes rows as CSV (RFC 4180): UTF-8 with a byte order mark, and CRLF. What a spreadsheet
/// would take for a formula gets an apostrophe (CSV injection, OWASP), also within a cell, wherever
/// a program that splits the file at another character would begin one.
///
/// [`read`](super::read) returns every cell unchanged but skips blank rows.
///
/// The writer of the `csv` crate is not used: it adds 16 KB to the download.
pub fn write<R, C>(separator: Separator, rows: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator<Item = C>,
    C: AsRef<str>,
{
    let mut sign = [0; 4];
    let between: &str = separator.sign().encode_utf8(&mut sign);
    let mut text = String::from('\u{feff}');
    for row in rows {
        let cells: Vec<String> = row.into_iter().map(|cell| quoted(cell.as_ref())).collect();
        let line = cells.join(between);
        // Readers skip an empty line.
        text.push_str(if line.is_empty() { "\"\"" } else { &line });
        text.push_str("\r\n");
    }
    text
}

fn quoted(cell: &str) -> String {
    let cell = defused(cell);
    if cell.contains([',', ';', '\t', '|', '"', '\r', '\n']) || names_separator(&cell) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.into_owned()
    }
}

/// Returns whether a spreadsheet could take the cell for a first line such as `sep=;`.
fn names_separator(cell: &str) -> bool {
    cell.get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("sep="))
}
