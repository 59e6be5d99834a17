//! Detects what a file is by its content, because its name says nothing.

use super::encoding::{Encoding, line_of_unit};
use super::lines::line_of;

/// The largest file that is read, in bytes: 20 MB.
pub const SIZE_LIMIT: usize = 20 * 1024 * 1024;

/// Why a file is not CSV.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotASheet {
    Empty,
    /// It has nothing but a byte order mark.
    OnlyAMark,
    /// It is larger than [`SIZE_LIMIT`].
    TooLarge {
        bytes: u64,
    },
    Workbook(Workbook),
    Archive,
    Pdf,
    Markup(Markup),
    /// It has NUL characters, which no text has.
    Binary {
        /// The line, from 1, of the first one.
        line: usize,
    },
}

/// The workbooks of spreadsheet programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Workbook {
    /// .xlsx, .xlsm, .xlsb: Excel since 2007.
    Excel,
    /// .xls of older versions, or an encrypted workbook.
    OldExcel,
    /// .ods: LibreOffice and others.
    OpenDocument,
}

/// Formats of text that are no tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Markup {
    Html,
    Xml,
    Json,
}

const UTF_8_MARK: &[u8] = &[0xef, 0xbb, 0xbf];
const UTF_16_LE_MARK: &[u8] = &[0xff, 0xfe];
const UTF_16_BE_MARK: &[u8] = &[0xfe, 0xff];
/// How many bytes at the beginning and the end of an archive are searched.
const SEARCHED: usize = 64 * 1024;

/// Detects the encoding of a text file.
///
/// A byte order mark decides. Without one, zeros at every other place mean UTF-16; UTF-8 may be
/// damaged or cut off within a character; everything else is what Excel saves in the country
/// (ISO 3166-1 alpha-2), unless it is rather Windows-1252.
pub fn detect_encoding(bytes: &[u8], country: &str) -> Result<Encoding, NotASheet> {
    if bytes.len() > SIZE_LIMIT {
        let bytes = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        return Err(NotASheet::TooLarge { bytes });
    }
    if bytes.is_empty() {
        return Err(NotASheet::Empty);
    }
    if [UTF_8_MARK, UTF_16_LE_MARK, UTF_16_BE_MARK].contains(&bytes) {
        return Err(NotASheet::OnlyAMark);
    }
    if let Some(other) = other_format(bytes) {
        return Err(other);
    }
    let has_zeros = bytes.contains(&0);
    let encoding = encoding_of(bytes, has_zeros, country);
    if let Some(markup) = markup(bytes) {
        return Err(NotASheet::Markup(markup));
    }
    match has_zeros.then(|| first_nul(bytes, encoding)).flatten() {
        Some(line) => Err(NotASheet::Binary { line }),
        None => Ok(encoding),
    }
}

/// Detects formats that begin with a signature of their own.
fn other_format(bytes: &[u8]) -> Option<NotASheet> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        let start = bytes.get(..SEARCHED).unwrap_or(bytes);
        let end = bytes.get(bytes.len().saturating_sub(SEARCHED)..);
        let has = |name: &[u8]| {
            let mut parts = [Some(start), end].into_iter().flatten();
            parts.any(|part| part.windows(name.len()).any(|window| window == name))
        };
        return Some(if has(b"xl/workbook.") {
            NotASheet::Workbook(Workbook::Excel)
        } else if has(b"application/vnd.oasis.opendocument.spreadsheet") {
            NotASheet::Workbook(Workbook::OpenDocument)
        } else {
            NotASheet::Archive
        });
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        return Some(NotASheet::Workbook(Workbook::OldExcel));
    }
    bytes.starts_with(b"%PDF-").then_some(NotASheet::Pdf)
}

/// How many bytes at the beginning tell markup.
const MARKUP_LENGTH: usize = 256;

/// Detects markup by its beginning.
fn markup(bytes: &[u8]) -> Option<Markup> {
    let start = bytes.get(..MARKUP_LENGTH).unwrap_or(bytes);
    // Leaves ASCII of UTF-16 as well, and drops the marks.
    let ascii = start.iter().filter(|byte| **byte != 0 && byte.is_ascii());
    let text: String = ascii
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    let text = text.trim_start();
    let begins = |names: &[&str]| names.iter().any(|name| text.starts_with(name));
    let mut signs = text.chars().filter(|c| !c.is_whitespace());
    match [signs.next(), signs.next()] {
        _ if begins(&["<!doctype html", "<html", "<head", "<body", "<table"]) => Some(Markup::Html),
        _ if begins(&["<?xml"]) => Some(Markup::Xml),
        [Some('{'), Some('"' | '}')] | [Some('['), Some('{' | '[' | '"' | ']')] => {
            Some(Markup::Json)
        }
        _ => None,
    }
}

fn encoding_of(bytes: &[u8], has_zeros: bool, country: &str) -> Encoding {
    if bytes.starts_with(UTF_16_LE_MARK) {
        Encoding::Utf16Le
    } else if bytes.starts_with(UTF_16_BE_MARK) {
        Encoding::Utf16Be
    } else if bytes.starts_with(UTF_8_MARK) {
        Encoding::Utf8
    } else if has_zeros && let Some(encoding) = by_zeros(bytes) {
        encoding
    } else if is_utf_8(bytes) {
        Encoding::Utf8
    } else {
        Encoding::guess_legacy(bytes, country)
    }
}

/// Detects UTF-16 without a mark: separators, line ends and Latin letters have a zero as their high
/// byte, and hardly any character has one as its low byte.
fn by_zeros(bytes: &[u8]) -> Option<Encoding> {
    let (pairs, _) = bytes.as_chunks::<2>();
    let (mut first, mut second) = (0_usize, 0_usize);
    for [one, other] in pairs {
        first += usize::from(*one == 0);
        second += usize::from(*other == 0);
    }
    let outweighs = |one: usize, other: usize| one * 4 > pairs.len() && one > other * 4;
    if outweighs(second, first) {
        Some(Encoding::Utf16Le)
    } else if outweighs(first, second) {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// Returns the line of the first NUL.
fn first_nul(bytes: &[u8], encoding: Encoding) -> Option<usize> {
    let unit = match encoding {
        Encoding::Utf16Le => u16::from_le_bytes,
        Encoding::Utf16Be => u16::from_be_bytes,
        _ => {
            let at = bytes.iter().position(|byte| *byte == 0)?;
            return Some(line_of(bytes, at));
        }
    };
    let (pairs, _) = bytes.as_chunks::<2>();
    let at = pairs.iter().position(|pair| *pair == [0, 0])?;
    Some(line_of_unit(pairs, at, unit))
}

/// Returns whether the file is meant to be UTF-8, in spite of damaged bytes or a character that was
/// cut off at the end.
fn is_utf_8(bytes: &[u8]) -> bool {
    if std::str::from_utf8(bytes).is_ok() {
        return true;
    }
    let (mut whole, mut broken, mut cut) = (0_usize, 0_usize, &[][..]);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        let wrong = chunk.invalid();
        match std::str::from_utf8(wrong) {
            Err(error) if error.error_len().is_none() => cut = wrong,
            Err(_) => broken += 1,
            Ok(_) => {}
        }
    }
    // An incomplete character within the file is broken.
    if !cut.is_empty() && !bytes.ends_with(cut) {
        cut = &[];
    }
    match (whole, broken) {
        // Only the last character decides. A single byte is more likely an é of Windows-1252 than a
        // third of a Chinese character, but more likely half of an umlaut than an Â or Ã.
        (0, 0) => cut.len() > 1 || matches!(cut, [0xc2 | 0xc3]),
        (whole, broken) => whole > broken * 2,
    }
}
