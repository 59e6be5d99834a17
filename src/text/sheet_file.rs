//! Files: their encodings and separators, and why one cannot be read.

use super::say::say;
use super::sentences::Sentences;
use super::words::UploadWords;
use crate::sheet::{
    BadBytes, CELL_LIMIT, COLUMN_LIMIT, Encoding, Fault, FaultKind, Markup, NotASheet, Separator,
    Workbook,
};

impl Sentences {
    pub fn encoding(self, encoding: Encoding) -> &'static str {
        match encoding {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16Le => "UTF-16 LE",
            Encoding::Utf16Be => "UTF-16 BE",
            Encoding::Windows1250 => "Windows-1250",
            Encoding::Windows1251 => "Windows-1251",
            Encoding::Windows1252 => "Windows-1252",
            Encoding::Windows1253 => "Windows-1253",
            Encoding::Windows1254 => "Windows-1254",
            Encoding::Windows1257 => "Windows-1257",
            Encoding::ShiftJis => "Shift_JIS",
            Encoding::Gb18030 => "GB18030",
            Encoding::Big5 => "Big5",
            Encoding::EucKr => "EUC-KR",
            Encoding::MacRoman => "Mac Roman",
        }
    }

    /// "Windows-1250 (Central European)".
    pub fn encoding_option(self, encoding: Encoding) -> String {
        let name = self.encoding(encoding);
        let letters = match encoding {
            Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be => return name.to_owned(),
            Encoding::Windows1250 => self.pick("Central European", "Mitteleuropa"),
            Encoding::Windows1251 => self.pick("Cyrillic", "Kyrillisch"),
            Encoding::Windows1252 => self.pick("Western European", "Westeuropa"),
            Encoding::Windows1253 => self.pick("Greek", "Griechisch"),
            Encoding::Windows1254 => self.pick("Turkish", "Türkisch"),
            Encoding::Windows1257 => self.pick("Baltic", "Baltisch"),
            Encoding::ShiftJis => self.pick("Japanese", "Japanisch"),
            Encoding::Gb18030 => self.pick("Simplified Chinese", "Vereinfachtes Chinesisch"),
            Encoding::Big5 => self.pick("Traditional Chinese", "Traditionelles Chinesisch"),
            Encoding::EucKr => self.pick("Korean", "Koreanisch"),
            Encoding::MacRoman => self.pick("Mac, Western European", "Mac, Westeuropa"),
        };
        format!("{name} ({letters})")
    }

    pub fn separator(self, separator: Separator) -> &'static str {
        match separator {
            Separator::Comma => self.pick("Comma", "Komma"),
            Separator::Semicolon => self.pick("Semicolon", "Semikolon"),
            Separator::Tab => self.pick("Tab", "Tabulator"),
            Separator::Pipe => self.pick("Pipe (|)", "Senkrechter Strich (|)"),
        }
    }

    pub fn not_a_sheet(self, reason: NotASheet) -> String {
        let texts = self.0.texts::<UploadWords>();
        match reason {
            NotASheet::Empty => texts.file_empty.to_owned(),
            NotASheet::OnlyAMark => texts.file_only_a_mark.to_owned(),
            NotASheet::Archive => texts.file_archive.to_owned(),
            NotASheet::Pdf => texts.file_pdf.to_owned(),
            NotASheet::Markup(Markup::Html) => texts.file_html.to_owned(),
            NotASheet::Markup(Markup::Xml) => texts.file_xml.to_owned(),
            NotASheet::Markup(Markup::Json) => texts.file_json.to_owned(),
            NotASheet::TooLarge { bytes } => {
                // Rounded up to a tenth, so that it never says "20.0 MB".
                let tenths = bytes.saturating_mul(10).div_ceil(1024 * 1024);
                let (whole, tenth) = (tenths / 10, tenths % 10);
                say!(self;
                    "The file is {whole}.{tenth} MB; the maximum is 20 MB. Split it into several \
                     files.",
                    "Die Datei ist {whole},{tenth} MB groß; höchstens 20 MB sind möglich. Teilen \
                     Sie sie in mehrere Dateien auf."
                )
            }
            NotASheet::Workbook(Workbook::OpenDocument) => say!(self;
                "This is a LibreOffice workbook (.ods), not a CSV file. Open it and choose File › \
                 Save As › Text CSV.",
                "Das ist eine LibreOffice-Tabelle (.ods), keine CSV-Datei. Öffnen Sie sie und \
                 wählen Sie Datei › Speichern unter › Text CSV."
            ),
            NotASheet::Workbook(workbook) => say!(self;
                "This is an Excel workbook ({}), not a CSV file. Open it and choose File › Save As \
                 › CSV UTF-8 (Comma delimited).",
                "Das ist eine Excel-Arbeitsmappe ({}), keine CSV-Datei. Öffnen Sie sie und wählen \
                 Sie Datei › Speichern unter › CSV UTF-8 (durch Trennzeichen getrennt).",
                match workbook {
                    Workbook::OldExcel => ".xls",
                    _ => ".xlsx",
                }
            ),
            NotASheet::Binary { line } => say!(self;
                "This isn't a text file: it contains NUL characters, the first one in line {}. \
                 Save the table as CSV.",
                "Das ist keine Textdatei: Sie enthält NUL-Zeichen, das erste in Zeile {}. \
                 Speichern Sie die Tabelle als CSV.",
                self.grouped(line)
            ),
        }
    }

    /// Says that the file has bytes, in this line if it is known, that are no text in the encoding.
    pub fn bad_bytes(self, encoding: Encoding, bad: Option<BadBytes>) -> String {
        let name = self.encoding(encoding);
        let Some(BadBytes { line, .. }) = bad else {
            return say!(self;
                "The file contains bytes that aren't valid {name}. Choose another encoding or save \
                 the file again as CSV UTF-8.",
                "Die Datei enthält Bytes, die kein gültiges {name} sind. Wählen Sie eine andere Codierung oder speichern Sie \
                 die Datei erneut als CSV UTF-8."
            );
        };
        let line = self.grouped(line);
        say!(self;
            "Line {line} contains bytes that aren't valid {name}. Choose another encoding or save \
             the file again as CSV UTF-8.",
            "Zeile {line} enthält Bytes, die kein gültiges {name} sind. Wählen Sie eine andere \
             Codierung oder speichern Sie die Datei erneut als CSV UTF-8."
        )
    }

    pub fn sheet_fault(self, fault: Fault) -> String {
        let line = self.grouped(fault.line);
        match fault.kind {
            FaultKind::UnclosedQuote => say!(self;
                "The quotation mark that opens a cell in line {line} is never closed. Close it or \
                 remove it.",
                "Das Anführungszeichen, das in Zeile {line} eine Zelle öffnet, wird nie \
                 geschlossen. Schließen oder entfernen Sie es."
            ),
            FaultKind::QuoteInside => say!(self;
                "Line {line} has a quotation mark in the middle of a cell. Put the whole cell in \
                 quotation marks and double the ones inside, or remove it.",
                "In Zeile {line} steht ein Anführungszeichen mitten in einer Zelle. Setzen Sie die \
                 ganze Zelle in Anführungszeichen und verdoppeln Sie die inneren, oder entfernen \
                 Sie es."
            ),
            FaultKind::TextAfterQuote { opened } => say!(self;
                "In line {line} a cell goes on after its closing quotation mark; it was opened in \
                 line {}. Double quotation marks inside a cell, or close it there.",
                "In Zeile {line} geht eine Zelle nach ihrem schließenden Anführungszeichen weiter; \
                 geöffnet wurde sie in Zeile {}. Verdoppeln Sie Anführungszeichen innerhalb \
                 einer Zelle oder schließen Sie sie dort.",
                self.grouped(opened)
            ),
            FaultKind::TooManyColumns { found } => say!(self;
                "Line {line} has {} columns; the maximum is {}.",
                "Zeile {line} hat {} Spalten; höchstens {} sind möglich.",
                self.grouped(found),
                self.grouped(COLUMN_LIMIT)
            ),
            FaultKind::TooManyCells => say!(self;
                "The file has more than {} cells by line {line}. Split it into several \
                 files or remove columns.",
                "Bis Zeile {line} enthält die Datei mehr als {} Zellen. Teilen Sie sie \
                 auf oder entfernen Sie Spalten.",
                self.grouped(CELL_LIMIT)
            ),
            FaultKind::Refused => say!(self;
                "Line {line} can't be read as CSV.",
                "Zeile {line} kann nicht als CSV gelesen werden."
            ),
        }
    }
}
