//! Finds misplaced quotes, which the `csv` crate accepts but reads differently from what was meant.

/// A misplaced quote. Places are byte offsets in the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flaw {
    /// It opens a cell and is never closed.
    Unclosed { opened: usize },
    /// It is inside a cell that does not begin with a quote.
    Inside { at: usize },
    /// Text follows the closing quote of a cell.
    TextAfter { opened: usize, at: usize },
}

/// Reports the first misplaced quote of each cell of a record, with the number of the cell from 0.
/// The `csv` crate has decided where the record ends.
pub(super) fn flaws(record: &[u8], separator: u8, report: &mut dyn FnMut(usize, Flaw)) {
    let is_end = |byte: &u8| *byte == separator || matches!(byte, b'\r' | b'\n');
    let (mut at, mut cell) = (0, 0);
    while let Some(first) = record.get(at) {
        let opened = at;
        let is_quoted = *first == b'"';
        if is_quoted {
            match closing_quote(record, at + 1) {
                Some(closed) => at = closed + 1,
                None => return report(cell, Flaw::Unclosed { opened }),
            }
        }
        let rest = record.get(at..).unwrap_or_default();
        let length = rest.iter().position(is_end).unwrap_or(rest.len());
        let bare = rest.get(..length).unwrap_or_default();
        if is_quoted && length > 0 {
            report(cell, Flaw::TextAfter { opened, at });
        } else if let Some(inside) = bare.iter().position(|byte| *byte == b'"') {
            let at = at + inside;
            report(cell, Flaw::Inside { at });
        }
        (at, cell) = (at + length + 1, cell + 1);
    }
}

/// Returns the closing quote of a cell whose text begins here. Two quotes in a row are part of the
/// text.
fn closing_quote(record: &[u8], begin: usize) -> Option<usize> {
    let mut at = begin;
    loop {
        at += record.get(at..)?.iter().position(|byte| *byte == b'"')?;
        if record.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}
