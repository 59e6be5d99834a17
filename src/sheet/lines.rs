//! Lines of a file, as an editor counts them.

use std::ops::Range;

/// Counts the lines that end in this part of the text, by LF, CRLF or CR. A CRLF ends its line with
/// the LF.
pub(super) fn line_ends(text: &[u8], part: Range<usize>) -> usize {
    let after = text.get(part.end).copied();
    let part = text.get(part).unwrap_or_default();
    let mut count = 0;
    let mut bytes = part.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        // Almost every byte is above the control characters.
        if byte > b'\r' {
            continue;
        }
        let is_end = match byte {
            b'\n' => true,
            b'\r' => bytes.peek().copied().or(after) != Some(b'\n'),
            _ => false,
        };
        count += usize::from(is_end);
    }
    count
}

/// Returns the line, from 1, of this byte.
pub(super) fn line_of(text: &[u8], at: usize) -> usize {
    1 + line_ends(text, 0..at.min(text.len()))
}
