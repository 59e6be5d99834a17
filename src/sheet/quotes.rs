//! Quotes that stand where they may not. The `csv` crate reads over them, and what it makes of them is not what was meant.

/// A quote that is wrong, in its cell of a record. Places are in bytes from the beginning of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flaw {
    /// It was opened, and nothing closed it.
    Unclosed { opened: usize },
    /// It stands in a cell that does not begin with one.
    Inside { at: usize },
    /// It was closed, but its cell went on.
    TextAfter { opened: usize, at: usize },
}

/// Tells the wrong quotes of one record, the first of each cell, each with the number of its cell from 0. The record is told
/// from the next one as the `csv` crate does it.
pub(super) fn flaws(record: &[u8], separator: u8, tell: &mut dyn FnMut(usize, Flaw)) {
    let is_end = |byte: &u8| *byte == separator || matches!(byte, b'\r' | b'\n');
    let (mut at, mut cell) = (0, 0);
    while let Some(first) = record.get(at) {
        let opened = at;
        let is_quoted = *first == b'"';
        if is_quoted {
            match closing(record, at + 1) {
                Some(closed) => at = closed + 1,
                None => return tell(cell, Flaw::Unclosed { opened }),
            }
        }
        let rest = record.get(at..).unwrap_or_default();
        let length = rest.iter().position(is_end).unwrap_or(rest.len());
        let bare = rest.get(..length).unwrap_or_default();
        if is_quoted && length > 0 {
            tell(cell, Flaw::TextAfter { opened, at });
        } else if let Some(inside) = bare.iter().position(|byte| *byte == b'"') {
            let at = at + inside;
            tell(cell, Flaw::Inside { at });
        }
        (at, cell) = (at + length + 1, cell + 1);
    }
}

/// The quote that closes a cell whose text begins here; two in a row are one in the text.
fn closing(record: &[u8], begin: usize) -> Option<usize> {
    let mut at = begin;
    loop {
        at += record.get(at..)?.iter().position(|byte| *byte == b'"')?;
        if record.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}
