//! Writing CSV that spreadsheets of every language open, and that cannot hurt them.

use super::apostrophe::defused;

/// The rows as CSV (RFC 4180): UTF-8 with a byte order mark, commas, CRLF; cells that a spreadsheet would take for a formula
/// begin with an apostrophe (CSV injection, OWASP).
///
/// [`read`](super::read) gives back every cell as it was; rows without any text it passes over.
///
/// Written here, because the `csv` crate's writer brings the reading of decimal fractions along: 16 KB of download.
pub fn write<R, C>(rows: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator<Item = C>,
    C: AsRef<str>,
{
    let mut text = String::from('\u{feff}');
    for row in rows {
        let cells: Vec<String> = row.into_iter().map(|cell| quoted(cell.as_ref())).collect();
        let line = cells.join(",");
        // An empty line – of one empty cell, or none – is passed over by readers.
        text.push_str(if line.is_empty() { "\"\"" } else { &line });
        text.push_str("\r\n");
    }
    text
}

fn quoted(cell: &str) -> String {
    let cell = defused(cell);
    if cell.contains([',', '"', '\r', '\n']) || names_separator(&cell) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.into_owned()
    }
}

/// At the beginning of a file, spreadsheets take `sep=;` for a note of what separates the cells, unless it is quoted.
fn names_separator(cell: &str) -> bool {
    cell.get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("sep="))
}
