//! Guesses the separator of a file from its beginning.

use super::read::Reading;
use super::separator::{Separator, note};

/// Bytes of the file to look at: no more than a row may have cells.
const SAMPLE: usize = 16_000;
/// Rows of these bytes to look at.
const SAMPLE_ROWS: usize = 50;

/// Guesses the separator of a text.
///
/// Returns what a first line `sep=;` names; without one, the separator that finds the most known
/// headings in a row; where none does better, the one that gives the most rows as wide as that row.
pub fn guess_separator(text: &str, is_heading: &dyn Fn(&str) -> bool) -> Separator {
    if let Some((sign, _)) = note(text)
        && let Some(noted) = Separator::ALL
            .into_iter()
            .find(|separator| separator.sign() == sign)
    {
        return noted;
    }
    let sample = text.get(..text.floor_char_boundary(SAMPLE)).unwrap_or(text);
    let mut best = (Separator::Comma, (0, 0));
    for candidate in Separator::ALL {
        let score = score(sample, candidate, sample.len() < text.len(), is_heading);
        if score > best.1 {
            best = (candidate, score);
        }
    }
    best.0
}

/// Counts the known headings in the row that has most of them, and the rows as wide as that row.
fn score(
    sample: &str,
    separator: Separator,
    is_cut: bool,
    is_heading: &dyn Fn(&str) -> bool,
) -> (usize, usize) {
    let mut reading = Reading::new(sample, separator);
    reading.advance(SAMPLE_ROWS);
    let mut table = reading.into_table();
    if is_cut && table.len() > 1 && table.len() < SAMPLE_ROWS {
        // The sample ends within this row.
        table.pop_row();
    }
    let (mut head, mut headings) = (0, 0);
    for row in 0..table.len() {
        let count = table.cells(row).filter(|cell| is_heading(cell)).count();
        if count > headings {
            (head, headings) = (row, count);
        }
    }
    let width = table.width(head);
    let alike = (0..table.len()).filter(|row| width > 1 && table.width(*row) == width);
    (headings, alike.count())
}
