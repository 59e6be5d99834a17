//! The encodings in which spreadsheets save CSV.

use super::lines::line_of;

/// How the characters of a file are written as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, the low byte first: "Unicode text" of Excel.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Windows-1252: "CSV" of Excel on Windows in Western Europe.
    Windows1252,
    /// Mac Roman: "CSV (Macintosh)" of Excel. It cannot be told from Windows-1252, so a person has to choose it.
    MacRoman,
}

/// Bytes that stand for nothing in the encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadBytes {
    /// The line of the file, from 1, in which the first of them is.
    pub line: usize,
    /// Its place in the file, in bytes from 0.
    pub at: usize,
}

impl Encoding {
    /// Every encoding, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Utf8,
        Self::Windows1252,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::MacRoman,
    ];

    /// The label of the encoding for the browser's `TextDecoder`. Source: WHATWG, Encoding Standard.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
            Self::MacRoman => "macintosh",
        }
    }

    /// The first bytes that are not valid in the encoding. Where there are none, decoding cannot fail.
    ///
    /// Windows-1252 has five bytes that stand for nothing; `TextDecoder` makes control characters of them, so it has to be
    /// asked here. In Mac Roman every byte stands for something.
    pub fn first_fault(self, bytes: &[u8]) -> Option<BadBytes> {
        match self {
            Self::Utf8 => {
                let at = std::str::from_utf8(bytes).err()?.valid_up_to();
                Some(BadBytes {
                    line: line_of(bytes, at),
                    at,
                })
            }
            Self::Utf16Le => fault_in_units(bytes, u16::from_le_bytes),
            Self::Utf16Be => fault_in_units(bytes, u16::from_be_bytes),
            Self::Windows1252 => {
                let is_nothing = |byte: &u8| [0x81, 0x8d, 0x8f, 0x90, 0x9d].contains(byte);
                let at = bytes.iter().position(is_nothing)?;
                Some(BadBytes {
                    line: line_of(bytes, at),
                    at,
                })
            }
            Self::MacRoman => None,
        }
    }
}

/// A surrogate without its other half, or half a unit at the end.
fn fault_in_units(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<BadBytes> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut decoded = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)));
    let mut units = 0;
    let valid = decoded.by_ref().map_while(Result::ok);
    valid.for_each(|c| units += c.len_utf16());
    let at = units * 2;
    (at < bytes.len() || !rest.is_empty()).then(|| BadBytes {
        line: line_of_unit(pairs, units, unit),
        at,
    })
}

/// The line, from 1, in which this unit stands.
pub(super) fn line_of_unit(pairs: &[[u8; 2]], at: usize, unit: fn([u8; 2]) -> u16) -> usize {
    // What is no line end becomes a letter: only line ends count.
    let before = pairs.iter().take(at + 1);
    let plain: Vec<u8> = before
        .map(|pair| u8::try_from(unit(*pair)).unwrap_or(b'x'))
        .collect();
    line_of(&plain, at)
}
