//! Reading CSV: in one go over the text come its cells, the lines of the file, and the quotes that are wrong.

use std::borrow::Cow;

use super::apostrophe::restored;
use super::separator::{Separator, note};
use super::table::Table;

/// The widest row that is read: as wide as a sheet of Excel.
pub const COLUMN_LIMIT: usize = 16_384;
/// The most cells that are read, so that no file takes more memory than a page may have.
pub const CELL_LIMIT: usize = 4 * 1024 * 1024;
/// After so many faults, reading stops.
pub const FAULT_LIMIT: usize = 1_000;

/// The byte order mark.
const MARK: char = '\u{feff}';

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
    /// Anything else that cannot be read; there is nothing at present.
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
    text: &'t str,
    separator: u8,
    /// The bytes at which something may end: separator, quote, CR and LF.
    is_stop: [bool; 256],
    /// The next byte, and the line, from 1, in which it stands.
    at: usize,
    line: usize,
    table: Table,
    faults: Vec<Fault>,
}

impl<'t> Reading<'t> {
    /// The text, with or without its byte order mark, of which nothing is read yet.
    pub fn new(text: &'t str, separator: Separator) -> Self {
        let separator = separator.byte();
        let mut is_stop = [false; 256];
        for stop in [separator, b'"', b'\r', b'\n'] {
            is_stop[usize::from(stop)] = true;
        }
        let (begin, line) = note(text).map_or((0, 1), |(_, begin)| (begin, 2));
        let rest = text.get(begin..).unwrap_or_default();
        Self {
            text,
            separator,
            is_stop,
            at: text.len() - rest.strip_prefix(MARK).unwrap_or(rest).len(),
            line,
            table: Table::with_room(rest.len()),
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
        self.at
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

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Goes to the next byte that is a stop, or to the end.
    fn go_on(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let stop = rest
            .iter()
            .position(|byte| self.is_stop[usize::from(*byte)]);
        self.at += stop.unwrap_or(rest.len());
        self.byte()
    }

    /// Goes over a CR or LF; a CRLF ends its line with the LF.
    fn pass_line_end(&mut self, byte: u8) {
        self.at += 1;
        self.line += usize::from(byte == b'\n' || self.byte() != Some(b'\n'));
    }

    fn read_row(&mut self) -> bool {
        while let Some(byte @ (b'\r' | b'\n')) = self.byte() {
            self.pass_line_end(byte);
        }
        if self.at == self.text.len() {
            return false;
        }
        let line = self.line;
        let (mut width, mut is_blank) = (0, true);
        loop {
            let cell = self.read_cell(width);
            is_blank &= cell.is_empty();
            if width < COLUMN_LIMIT {
                self.table.push(&cell);
            }
            width += 1;
            if self.byte() != Some(self.separator) {
                break;
            }
            self.at += 1;
        }
        if is_blank {
            self.table.drop_cells();
        } else if width > COLUMN_LIMIT {
            self.table.drop_cells();
            self.fault(line, 0, FaultKind::TooManyColumns { found: width });
        } else if self.table.size() > CELL_LIMIT {
            self.table.drop_cells();
            self.fault(line, 0, FaultKind::TooManyCells);
            return false;
        } else {
            self.table.end_row(line);
        }
        self.faults.len() < FAULT_LIMIT
    }

    /// Reads one cell, up to what ends it. Of one with a wrong quote comes what stands there.
    fn read_cell(&mut self, cell: usize) -> Cow<'t, str> {
        let (text, begin, opened) = (self.text, self.at, self.line);
        let mut is_told = false;
        if self.byte() == Some(b'"') {
            let Some(has_doubled) = self.pass_quoted() else {
                self.fault(opened, cell, FaultKind::UnclosedQuote);
                return text.get(begin..).unwrap_or_default().into();
            };
            if matches!(self.byte(), None | Some(b'\r' | b'\n'))
                || self.byte() == Some(self.separator)
            {
                let inside = text.get(begin + 1..self.at - 1).unwrap_or_default();
                return if has_doubled {
                    restored(&inside.replace("\"\"", "\"")).to_owned().into()
                } else {
                    restored(inside).into()
                };
            }
            self.fault(self.line, cell, FaultKind::TextAfterQuote { opened });
            is_told = true;
        }
        while self.go_on() == Some(b'"') {
            if !is_told {
                self.fault(self.line, cell, FaultKind::QuoteInside);
                is_told = true;
            }
            self.at += 1;
        }
        restored(text.get(begin..self.at).unwrap_or_default()).into()
    }

    /// Goes from a quote to behind the one that closes it. Were there doubled ones between them? None where nothing closes it.
    fn pass_quoted(&mut self) -> Option<bool> {
        let mut has_doubled = false;
        self.at += 1;
        loop {
            match self.go_on()? {
                byte @ (b'\r' | b'\n') => self.pass_line_end(byte),
                b'"' => {
                    self.at += 1;
                    if self.byte() != Some(b'"') {
                        return Some(has_doubled);
                    }
                    has_doubled = true;
                    self.at += 1;
                }
                _separator => self.at += 1,
            }
        }
    }

    fn fault(&mut self, line: usize, cell: usize, kind: FaultKind) {
        if self.faults.len() < FAULT_LIMIT {
            self.faults.push(Fault { line, cell, kind });
        }
    }
}
