//! Files: their encodings and separators, and why one cannot be read.

use super::say::say;
use super::sentences::Sentences;
use crate::sheet::{
    BadBytes, CELL_LIMIT, COLUMN_LIMIT, Encoding, Fault, FaultKind, NotASheet, Separator, Workbook,
};

impl Sentences {
    pub fn encoding(self, encoding: Encoding) -> &'static str {
        match encoding {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16Le => "UTF-16 LE",
            Encoding::Utf16Be => "UTF-16 BE",
            Encoding::Windows1252 => "Windows-1252",
            Encoding::MacRoman => "Mac Roman",
        }
    }

    pub fn separator(self, separator: Separator) -> &'static str {
        match separator {
            Separator::Comma => self.pick("Comma", "Komma"),
            Separator::Semicolon => self.pick("Semicolon", "Semikolon"),
            Separator::Tab => self.pick("Tab", "Tabulator"),
        }
    }

    pub fn not_a_sheet(self, reason: NotASheet) -> String {
        let words = self.0.words();
        match reason {
            NotASheet::Empty => words.file_empty.to_owned(),
            NotASheet::OnlyAMark => words.file_only_a_mark.to_owned(),
            NotASheet::Archive => words.file_archive.to_owned(),
            NotASheet::Pdf => words.file_pdf.to_owned(),
            NotASheet::TooLarge { bytes } => {
                // Rounded up to a tenth, so that it never says "20.0 MB".
                let tenths = bytes.saturating_mul(10).div_ceil(1024 * 1024);
                let (whole, tenth) = (tenths / 10, tenths % 10);
                say!(self;
                    "The file has {whole}.{tenth} MB; at most 20 MB are read. Split it into \
                     several files.",
                    "Die Datei hat {whole},{tenth} MB; höchstens 20 MB werden gelesen. Teilen Sie \
                     sie in mehrere auf."
                )
            }
            NotASheet::Workbook(Workbook::OpenDocument) => say!(self;
                "This is a workbook of LibreOffice (.ods), not CSV. Open it and choose File › Save \
                 As › Text CSV.",
                "Das ist eine Tabelle von LibreOffice (.ods), kein CSV. Öffnen Sie sie und wählen \
                 Sie Datei › Speichern unter › Text CSV."
            ),
            NotASheet::Workbook(workbook) => say!(self;
                "This is a workbook of Excel ({}), not CSV. Open it and choose File › Save As › \
                 CSV UTF-8 (Comma delimited).",
                "Das ist eine Arbeitsmappe von Excel ({}), kein CSV. Öffnen Sie sie und wählen Sie \
                 Datei › Speichern unter › CSV UTF-8 (durch Trennzeichen getrennt).",
                match workbook {
                    Workbook::OldExcel => ".xls",
                    _ => ".xlsx",
                }
            ),
            NotASheet::Binary { line } => say!(self;
                "This is no text: there are NUL characters in it, the first in line {line}. Save \
                 the table as CSV.",
                "Das ist kein Text: Es stehen NUL-Zeichen darin, das erste in Zeile {line}. \
                 Speichern Sie die Tabelle als CSV."
            ),
        }
    }

    pub fn bad_bytes(self, encoding: Encoding, bad: BadBytes) -> String {
        let (name, line) = (self.encoding(encoding), bad.line);
        say!(self;
            "Line {line} has something that is not {name}. Choose another encoding, or save the \
             file again as CSV UTF-8.",
            "In Zeile {line} steht etwas, das kein {name} ist. Wählen Sie eine andere Codierung \
             oder speichern Sie die Datei erneut als CSV UTF-8."
        )
    }

    pub fn sheet_fault(self, fault: Fault) -> String {
        let line = fault.line;
        match fault.kind {
            FaultKind::UnclosedQuote => say!(self;
                "The quotation mark that opens a cell in line {line} is never closed. Close it, or \
                 take it out.",
                "Das Anführungszeichen, das in Zeile {line} eine Zelle öffnet, wird nie \
                 geschlossen. Schließen Sie es oder nehmen Sie es heraus."
            ),
            FaultKind::QuoteInside => say!(self;
                "Line {line} has a quotation mark in the middle of a cell. Put the whole cell in \
                 quotation marks and double those inside it, or take it out.",
                "In Zeile {line} steht ein Anführungszeichen mitten in einer Zelle. Setzen Sie die \
                 ganze Zelle in Anführungszeichen und verdoppeln Sie die inneren, oder nehmen Sie \
                 es heraus."
            ),
            FaultKind::TextAfterQuote { opened } => say!(self;
                "In line {line} a cell goes on after its closing quotation mark; it was opened in \
                 line {opened}. Double quotation marks inside a cell, or close it there.",
                "In Zeile {line} geht eine Zelle nach ihrem schließenden Anführungszeichen weiter; \
                 geöffnet wurde sie in Zeile {opened}. Verdoppeln Sie Anführungszeichen innerhalb \
                 einer Zelle oder schließen Sie sie dort."
            ),
            FaultKind::TooManyColumns { found } => say!(self;
                "Line {line} has {found} columns; at most {COLUMN_LIMIT} are read.",
                "Zeile {line} hat {found} Spalten; höchstens {COLUMN_LIMIT} werden gelesen."
            ),
            FaultKind::TooManyCells => say!(self;
                "Up to line {line} there are more than {CELL_LIMIT} cells. Split the file into \
                 several, or take columns out.",
                "Bis Zeile {line} sind es mehr als {CELL_LIMIT} Zellen. Teilen Sie die Datei auf \
                 oder nehmen Sie Spalten heraus."
            ),
            FaultKind::Refused => say!(self;
                "Line {line} cannot be read as CSV.",
                "Zeile {line} lässt sich nicht als CSV lesen."
            ),
        }
    }
}
