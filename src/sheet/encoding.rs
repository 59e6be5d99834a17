//! The encodings in which spreadsheets save CSV.

use super::lines::line_of;

/// An encoding of text as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, little endian: "Unicode text" of Excel.
    Utf16Le,
    Utf16Be,
    // What Excel on Windows calls CSV: the encoding of the country.
    Windows1250,
    Windows1251,
    Windows1252,
    Windows1253,
    Windows1254,
    Windows1257,
    ShiftJis,
    Gb18030,
    Big5,
    EucKr,
    /// Mac Roman: "CSV (Macintosh)" of Excel. A person has to choose it, because it looks like
    /// Windows-1252.
    MacRoman,
}

/// Bytes that are invalid in an encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadBytes {
    /// The line of the file, from 1, of the first one.
    pub line: usize,
    /// The offset of the first one in the file.
    pub at: usize,
}

impl Encoding {
    /// Every encoding, in the order in which they are offered.
    pub const ALL: [Self; 14] = [
        Self::Utf8,
        Self::Windows1252,
        Self::Windows1250,
        Self::Windows1251,
        Self::Windows1253,
        Self::Windows1254,
        Self::Windows1257,
        Self::ShiftJis,
        Self::Gb18030,
        Self::Big5,
        Self::EucKr,
        Self::MacRoman,
        Self::Utf16Le,
        Self::Utf16Be,
    ];

    /// Returns the label for the browser's `TextDecoder`. Source: WHATWG, Encoding Standard.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1250 => "windows-1250",
            Self::Windows1251 => "windows-1251",
            Self::Windows1252 => "windows-1252",
            Self::Windows1253 => "windows-1253",
            Self::Windows1254 => "windows-1254",
            Self::Windows1257 => "windows-1257",
            Self::ShiftJis => "shift_jis",
            Self::Gb18030 => "gb18030",
            Self::Big5 => "big5",
            Self::EucKr => "euc-kr",
            Self::MacRoman => "macintosh",
        }
    }

    /// Returns whether the encoding is one of many in which the same bytes are other letters.
    pub const fn is_legacy(self) -> bool {
        !matches!(self, Self::Utf8 | Self::Utf16Le | Self::Utf16Be)
    }

    /// Returns the first invalid bytes. Without any, decoding cannot fail, except in the encodings
    /// of East Asia, in which not every pair of bytes is a character.
    ///
    /// `TextDecoder` does not report all of them but turns some into control characters.
    pub fn first_fault(self, bytes: &[u8]) -> Option<BadBytes> {
        let at = match self {
            Self::Utf8 => std::str::from_utf8(bytes).err()?.valid_up_to(),
            Self::Utf16Le => return fault_in_units(bytes, u16::from_le_bytes),
            Self::Utf16Be => return fault_in_units(bytes, u16::from_be_bytes),
            _ => self.first_invalid(bytes)?,
        };
        Some(BadBytes {
            line: line_of(bytes, at),
            at,
        })
    }
}

/// Returns the first unpaired surrogate, or half a unit at the end.
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

/// Returns the line, from 1, of this unit.
pub(super) fn line_of_unit(pairs: &[[u8; 2]], at: usize, unit: fn([u8; 2]) -> u16) -> usize {
    // Only line ends matter, so everything beyond one byte may become a letter.
    let before = pairs.iter().take(at + 1);
    let plain: Vec<u8> = before
        .map(|pair| u8::try_from(unit(*pair)).unwrap_or(b'x'))
        .collect();
    line_of(&plain, at)
}
