//! Reading CSV: with the `csv` crate, and with what it does not tell: lines of the file, and quotes that are wrong.

use csv::{Reader, ReaderBuilder, StringRecord};

use super::apostrophe::restored;
use super::lines::line_ends;
use super::quotes::{Flaw, flaws};
use super::separator::{Separator, note};
use super::table::Table;

/// The widest row that is read: as wide as a sheet of Excel.
pub const COLUMN_LIMIT: usize = 16_384;
/// The most cells that are read, so that no file takes more memory than a page may have.
pub const CELL_LIMIT: usize = 4 * 1024 * 1024;
/// After so many faults, reading stops.
pub const FAULT_LIMIT: usize = 1_000;

/// The byte order mark in UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// Why a text cannot be read, or not as it was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// The line of the file, from 1: where the quote stands, or the row begins.
    pub line: usize,
    /// The cell of its row, from 0.
    pub cell: usize,
    /// What it is.
    pub kind: FaultKind,
}

/// What is wrong with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// A cell begins with a quote, and nothing closes it up to the end of the file.
    UnclosedQuote,
    /// A quote in a cell that does not begin with one.
    QuoteInside,
    /// More text after the quote that closes the cell.
    TextAfterQuote {
        /// The line in which the cell was opened.
        opened: usize,
    },
    /// The row is wider than [`COLUMN_LIMIT`].
    TooManyColumns {
        /// How many cells it has.
        found: usize,
    },
    /// The file has more cells than [`CELL_LIMIT`].
    TooManyCells,
    /// What the `csv` crate refuses; it refuses nothing that is text.
    Refused,
}

/// Reads the whole text, with or without its byte order mark. Lines without any text in their cells are passed over, but
/// counted; so is a first line `sep=;`. The apostrophe with which [`write`](super::write()) defuses a cell is taken off.
///
/// # Errors
/// Everything that is wrong with it, up to [`FAULT_LIMIT`].
pub fn read(text: &str, separator: Separator) -> Result<Table, Vec<Fault>> {
    let mut reading = Reading::new(text, separator);
    reading.advance(usize::MAX);
    reading.finish()
}

/// A text that is being read in portions, as [`read`] does it at once.
pub struct Reading<'t> {
    text: &'t [u8],
    separator: u8,
    reader: Reader<&'t [u8]>,
    record: StringRecord,
    /// Where the reader began.
    begin: usize,
    /// Up to where line ends were counted, and the line there.
    counted: (usize, usize),
    table: Table,
    faults: Vec<Fault>,
}

impl<'t> Reading<'t> {
    /// The text, with or without its byte order mark, of which nothing is read yet.
    pub fn new(text: &'t str, separator: Separator) -> Self {
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

    /// Reads up to so many more rows. Is there more to read?
    pub fn advance(&mut self, rows: usize) -> bool {
        for _ in 0..rows {
            if !self.read_row() {
                return false;
            }
        }
        true
    }

    /// How many bytes of the text are read.
    pub fn position(&self) -> usize {
        let read = usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX);
        self.begin.saturating_add(read).min(self.text.len())
    }

    /// What was read.
    ///
    /// # Errors
    /// Everything that is wrong with it, up to [`FAULT_LIMIT`].
    pub fn finish(self) -> Result<Table, Vec<Fault>> {
        if self.faults.is_empty() {
            Ok(self.table)
        } else {
            Err(self.faults)
        }
    }

    /// What was read, right or wrong.
    pub(super) fn into_table(self) -> Table {
        self.table
    }

    fn read_row(&mut self) -> bool {
        let begin = self.position();
        let is_there = match self.reader.read_record(&mut self.record) {
            Ok(is_there) => is_there,
            Err(_) => {
                let line = self.line_at(begin);
                self.fault(line, 0, FaultKind::Refused);
                false
            }
        };
        if !is_there {
            return false;
        }
        let raw = self.text.get(begin..self.position()).unwrap_or_default();
        // The mark and empty lines before the row belong to it, for the reader.
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
            self.tell_flaws(begin, row);
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
                    .for_each(|cell| self.table.push(restored(cell)));
            } else {
                let ranges = (0..width).filter_map(|cell| self.record.range(cell));
                self.table.push_all(text, ranges.map(|range| range.end));
            }
            self.table.end_row(line);
        }
    }

    fn tell_flaws(&mut self, begin: usize, raw: &[u8]) {
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

    /// The line, from 1, in which this byte stands. It may not stand before one that was asked for already.
    fn line_at(&mut self, at: usize) -> usize {
        let (from, line) = self.counted;
        let line = line + line_ends(self.text, from..at.max(from));
        self.counted = (at.max(from), line);
        line
    }
}
