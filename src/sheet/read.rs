//! Reads CSV with the `csv` crate, and finds lines and misplaced quotes, which it does not report.

use csv::{Reader, ReaderBuilder, StringRecord};

use super::apostrophe::restored;
use super::lines::line_ends;
use super::quotes::{Flaw, flaws};
use super::separator::{Separator, note};
use super::table::Table;

/// The widest row that is read: that of an Excel sheet.
pub const COLUMN_LIMIT: usize = 16_384;
/// The most cells that are read, so that a file fits into memory.
pub const CELL_LIMIT: usize = 4 * 1024 * 1024;
/// The number of faults after which reading stops.
pub const FAULT_LIMIT: usize = 1_000;

/// The byte order mark in UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// Why a text cannot be read, or would be read differently from what was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// The line of the quote, or the first line of the row, from 1.
    pub line: usize,
    /// The cell of the row, from 0.
    pub cell: usize,
    pub kind: FaultKind,
}

/// What is wrong with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// A quote that opens a cell is never closed.
    UnclosedQuote,
    /// A quote is inside a cell that does not begin with one.
    QuoteInside,
    /// Text follows the quote that closes a cell.
    TextAfterQuote {
        /// The line of the opening quote.
        opened: usize,
    },
    /// The row is wider than [`COLUMN_LIMIT`].
    TooManyColumns { found: usize },
    /// The file has more cells than [`CELL_LIMIT`].
    TooManyCells,
    /// The `csv` crate refuses it, which it never does with text.
    Refused,
}

/// Reads a whole text, with or without its byte order mark. Blank rows and a first line `sep=;` are
/// skipped but counted. The apostrophes with which [`write`](super::write()) defuses a cell are
/// removed. Reports up to [`FAULT_LIMIT`] faults.
pub fn read(text: &str, separator: Separator) -> Result<Table, Vec<Fault>> {
    let mut reading = Reading::new(text, separator);
    reading.advance(usize::MAX);
    reading.finish()
}

/// [Reads](read) a text in portions.
pub struct Reading<'t> {
    text: &'t [u8],
    separator: u8,
    reader: Reader<&'t [u8]>,
    record: StringRecord,
    /// Where the reader begins in the text.
    begin: usize,
    /// Up to where line ends are counted, and the line there.
    counted: (usize, usize),
    table: Table,
    faults: Vec<Fault>,
}

impl<'t> Reading<'t> {
    /// Begins to read a text, with or without its byte order mark.
    pub fn new(text: &'t str, separator: Separator) -> Self {
        // Programs of old end a file with the character Ctrl+Z.
        let text = text.trim_end_matches('\u{1a}');
        let begin = note(text).map_or(0, |(_, begin)| begin);
        let rest = text.get(begin..).unwrap_or_default().as_bytes();
        let mut builder = ReaderBuilder::new();
        builder.has_headers(false).flexible(true);
        Self {
            text: text.as_bytes(),
            separator: separator.byte(),
            reader: builder.delimiter(separator.byte()).from_reader(rest),
            record: StringRecord::new(),
            begin,
            counted: (0, 1),
            table: Table::default(),
            faults: Vec::new(),
        }
    }

    /// Reads up to `rows` more rows. Returns whether there is more to read.
    pub fn advance(&mut self, rows: usize) -> bool {
        for _ in 0..rows {
            if !self.read_row() {
                return false;
            }
        }
        true
    }

    /// Returns the number of bytes read so far.
    pub fn position(&self) -> usize {
        let read = usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX);
        self.begin.saturating_add(read).min(self.text.len())
    }

    /// Returns what was read, unless there are faults.
    pub fn finish(self) -> Result<Table, Vec<Fault>> {
        if self.faults.is_empty() {
            Ok(self.table)
        } else {
            Err(self.faults)
        }
    }

    /// Returns what was read, in spite of faults.
    pub(super) fn into_table(self) -> Table {
        self.table
    }

    fn read_row(&mut self) -> bool {
        let begin = self.position();
        let has_record = match self.reader.read_record(&mut self.record) {
            Ok(has_record) => has_record,
            Err(_) => {
                let line = self.line_at(begin);
                self.fault(line, 0, FaultKind::Refused);
                false
            }
        };
        if !has_record {
            return false;
        }
        let raw = self.text.get(begin..self.position()).unwrap_or_default();
        // The reader counts the mark and empty lines before a row as parts of it.
        let mut row = raw;
        if begin == self.begin {
            row = row.strip_prefix(MARK).unwrap_or(row);
        }
        while let [b'\r' | b'\n', rest @ ..] = row {
            row = rest;
        }
        let begin = begin + (raw.len() - row.len());
        let line = self.line_at(begin);
        if row.contains(&b'"') {
            self.report_flaws(begin, row);
        }
        self.take_record(line);
        self.faults.len() < FAULT_LIMIT
            && !matches!(
                self.faults.last(),
                Some(Fault {
                    kind: FaultKind::TooManyCells,
                    ..
                })
            )
    }

    fn take_record(&mut self, line: usize) {
        let (text, width) = (self.record.as_slice(), self.record.len());
        if text.is_empty() {
            return;
        }
        if width > COLUMN_LIMIT {
            self.fault(line, 0, FaultKind::TooManyColumns { found: width });
        } else if self.table.size() + width > CELL_LIMIT {
            self.fault(line, 0, FaultKind::TooManyCells);
        } else {
            if text.contains('\'') {
                self.record
                    .iter()
                    .for_each(|cell| self.table.push(&restored(cell)));
            } else {
                let ranges = (0..width).filter_map(|cell| self.record.range(cell));
                self.table.push_all(text, ranges.map(|range| range.end));
            }
            self.table.end_row(line);
        }
    }

    fn report_flaws(&mut self, begin: usize, raw: &[u8]) {
        flaws(raw, self.separator, &mut |cell, flaw| {
            let (line, kind) = match flaw {
                Flaw::Unclosed { opened } => {
                    (self.line_at(begin + opened), FaultKind::UnclosedQuote)
                }
                Flaw::Inside { at } => (self.line_at(begin + at), FaultKind::QuoteInside),
                Flaw::TextAfter { opened, at } => {
                    let opened = self.line_at(begin + opened);
                    let kind = FaultKind::TextAfterQuote { opened };
                    (self.line_at(begin + at), kind)
                }
            };
            self.fault(line, cell, kind);
        });
    }

    fn fault(&mut self, line: usize, cell: usize, kind: FaultKind) {
        if self.faults.len() < FAULT_LIMIT {
            self.faults.push(Fault { line, cell, kind });
        }
    }

    /// Returns the line, from 1, of this byte, which may not be before the previous one.
    fn line_at(&mut self, at: usize) -> usize {
        let (from, line) = self.counted;
        let line = line + line_ends(self.text, from..at.max(from));
        self.counted = (at.max(from), line);
        line
    }
}
