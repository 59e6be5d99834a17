//! Files of users: columns, encodings, separators, and everything that can be wrong.

use super::language::Language;
use super::sentences::Sentences;
use crate::domain::upload::{Column, ColumnRule, RowProblem, RowProblemKind, Wording};
use crate::domain::{Field, Problem, ProblemKind};
use crate::sheet::{
    BadBytes, CELL_LIMIT, COLUMN_LIMIT, Encoding, Fault, FaultKind, NotASheet, Separator, Workbook,
};

impl Sentences {
    /// Returns the words for a column.
    pub fn column_wording(self, rule: &'static ColumnRule) -> Wording {
        match self.0 {
            Language::English => rule.english,
            Language::German => rule.german,
        }
    }

    /// Returns the heading of a column.
    pub fn column(self, column: Column) -> &'static str {
        self.column_wording(column.rule()).heading
    }

    /// "Required. The name in lists. At most 50 characters."
    pub fn column_help(self, column: Column) -> String {
        let rule = column.rule();
        let mut parts = Vec::new();
        if rule.is_required {
            parts.push(self.pick("Required.", "Erforderlich.").to_owned());
        }
        parts.push(self.column_wording(rule).help.to_owned());
        if let Some(limit) = rule.limit {
            parts.push(match self.0 {
                Language::English => format!("At most {limit} characters."),
                Language::German => format!("Höchstens {limit} Zeichen."),
            });
        }
        parts.join(" ")
    }

    /// Returns the name of an encoding.
    pub fn encoding(self, encoding: Encoding) -> &'static str {
        match encoding {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16Le => "UTF-16 LE",
            Encoding::Utf16Be => "UTF-16 BE",
            Encoding::Windows1252 => "Windows-1252",
            Encoding::MacRoman => "Mac Roman",
        }
    }

    /// Returns the name of a separator.
    pub fn separator(self, separator: Separator) -> &'static str {
        match separator {
            Separator::Comma => self.pick("Comma", "Komma"),
            Separator::Semicolon => self.pick("Semicolon", "Semikolon"),
            Separator::Tab => self.pick("Tab", "Tabulator"),
        }
    }

    /// Says why a file is not CSV, and what to do.
    pub fn not_a_sheet(self, reason: NotASheet) -> String {
        match (reason, self.0) {
            (NotASheet::Empty, _) => self
                .pick(
                    "The file is empty.",
                    "Die Datei ist \
                leer.",
                )
                .to_owned(),
            (NotASheet::OnlyAMark, _) => self
                .pick(
                    "The file is empty: there is nothing in it but a byte order mark.",
                    "Die Datei ist leer: Es steht nichts darin außer einer Bytereihenfolge-Marke.",
                )
                .to_owned(),
            (NotASheet::TooLarge { bytes }, language) => {
                // Rounded up to a tenth, so that it never says "20.0 MB".
                let tenths = bytes.saturating_mul(10).div_ceil(1024 * 1024);
                let (whole, tenth) = (tenths / 10, tenths % 10);
                match language {
                    Language::English => format!(
                        "The file has {whole}.{tenth} MB; at most 20 MB are read. Split it into \
                         several files."
                    ),
                    Language::German => format!(
                        "Die Datei hat {whole},{tenth} MB; höchstens 20 MB werden gelesen. Teilen \
                         Sie sie in mehrere auf."
                    ),
                }
            }
            (NotASheet::Workbook(workbook), language) => {
                let name = match workbook {
                    Workbook::Excel => "Excel (.xlsx)",
                    Workbook::OldExcel => "Excel (.xls)",
                    Workbook::OpenDocument => "LibreOffice (.ods)",
                };
                match (workbook, language) {
                    (Workbook::OpenDocument, Language::English) => format!(
                        "This is a workbook of {name}, not CSV. Open it and choose File › Save As \
                         › Text CSV."
                    ),
                    (Workbook::OpenDocument, Language::German) => format!(
                        "Das ist eine Tabelle von {name}, kein CSV. Öffnen Sie sie und wählen Sie \
                         Datei › Speichern unter › \
                         Text CSV."
                    ),
                    (_, Language::English) => format!(
                        "This is a workbook of {name}, not CSV. Open it and choose File › Save As \
                         › CSV UTF-8 (Comma delimited)."
                    ),
                    (_, Language::German) => format!(
                        "Das ist eine Arbeitsmappe von {name}, kein CSV. Öffnen Sie sie und \
                         wählen Sie Datei › Speichern unter › \
                         CSV UTF-8 (durch Trennzeichen getrennt)."
                    ),
                }
            }
            (NotASheet::Archive, _) => self
                .pick(
                    "This is a .zip archive, not CSV. Unpack it and choose a file out of it.",
                    "Das ist ein ZIP-Archiv, kein CSV. Entpacken Sie es und wählen Sie eine Datei \
                     daraus.",
                )
                .to_owned(),
            (NotASheet::Pdf, _) => self
                .pick(
                    "This is a PDF document, not CSV. Save the table itself as CSV.",
                    "Das ist ein PDF-Dokument, kein CSV. Speichern Sie die Tabelle selbst als CSV.",
                )
                .to_owned(),
            (NotASheet::Binary { line }, Language::English) => format!(
                "This is no text: there are NUL characters in it, the first in line {line}. Save \
                 the table as CSV."
            ),
            (NotASheet::Binary { line }, Language::German) => format!(
                "Das ist kein Text: Es stehen NUL-Zeichen darin, das erste in Zeile {line}. \
                 Speichern Sie die Tabelle als CSV."
            ),
        }
    }

    /// Says where bytes are invalid in the encoding, and what to do.
    pub fn bad_bytes(self, encoding: Encoding, bad: BadBytes) -> String {
        let (name, line) = (self.encoding(encoding), bad.line);
        match self.0 {
            Language::English => format!(
                "Line {line} has something that is not {name}. Choose another encoding, or save \
                 the file again as CSV UTF-8."
            ),
            Language::German => format!(
                "In Zeile {line} steht etwas, das kein {name} ist. Wählen Sie eine andere \
                 Codierung oder speichern Sie die \
                 Datei erneut als CSV UTF-8."
            ),
        }
    }

    /// Says why a file cannot be read, and what to do.
    pub fn sheet_fault(self, fault: Fault) -> String {
        let line = fault.line;
        match (fault.kind, self.0) {
            (FaultKind::UnclosedQuote, Language::English) => {
                format!(
                    "The quotation mark that opens a cell in line {line} is never closed. Close \
                     it, or take it out."
                )
            }
            (FaultKind::UnclosedQuote, Language::German) => format!(
                "Das Anführungszeichen, das in Zeile {line} eine Zelle öffnet, wird nie \
                 geschlossen. Schließen Sie es oder \
                 nehmen Sie es heraus."
            ),
            (FaultKind::QuoteInside, Language::English) => format!(
                "Line {line} has a quotation mark in the middle of a cell. Put the whole cell in \
                 quotation marks and double \
                 those inside it, or take it out."
            ),
            (FaultKind::QuoteInside, Language::German) => format!(
                "In Zeile {line} steht ein Anführungszeichen mitten in einer Zelle. Setzen Sie \
                 die ganze Zelle in \
                 Anführungszeichen und verdoppeln Sie die inneren, oder nehmen Sie es heraus."
            ),
            (FaultKind::TextAfterQuote { opened }, Language::English) => format!(
                "In line {line} a cell goes on after its closing quotation mark; it was opened in \
                 line {opened}. Double \
                 quotation marks inside a cell, or close it there."
            ),
            (FaultKind::TextAfterQuote { opened }, Language::German) => format!(
                "In Zeile {line} geht eine Zelle nach ihrem schließenden Anführungszeichen \
                 weiter; geöffnet wurde sie in Zeile \
                 {opened}. Verdoppeln Sie Anführungszeichen innerhalb einer Zelle oder schließen \
                 Sie sie dort."
            ),
            (FaultKind::TooManyColumns { found }, Language::English) => {
                format!("Line {line} has {found} columns; at most {COLUMN_LIMIT} are read.")
            }
            (FaultKind::TooManyColumns { found }, Language::German) => {
                format!(
                    "Zeile {line} hat {found} Spalten; höchstens {COLUMN_LIMIT} werden gelesen."
                )
            }
            (FaultKind::TooManyCells, Language::English) => format!(
                "Up to line {line} there are more than {CELL_LIMIT} cells. Split the file into \
                 several, or take columns out."
            ),
            (FaultKind::TooManyCells, Language::German) => format!(
                "Bis Zeile {line} sind es mehr als {CELL_LIMIT} Zellen. Teilen Sie die Datei auf \
                 oder nehmen Sie Spalten heraus."
            ),
            (FaultKind::Refused, Language::English) => {
                format!("Line {line} cannot be read as CSV.")
            }
            (FaultKind::Refused, Language::German) => {
                format!("Zeile {line} lässt sich nicht als CSV lesen.")
            }
        }
    }

    /// Says what is wrong, and in which column.
    pub fn row_problem_at(self, problem: &RowProblem) -> String {
        let reason = self.row_problem(problem);
        match problem.column {
            Some(column) => format!("{}: {reason}", self.column(column)),
            None if problem.value.is_empty() => reason,
            None => {
                let (open, close) = (self.pick("“", "„"), self.pick("”", "“"));
                format!("{open}{}{close}: {reason}", problem.value)
            }
        }
    }

    /// Says what is wrong with another line.
    pub fn in_line(self, line: usize, reason: &str) -> String {
        format!("{} {line}: {reason}", self.pick("Line", "Zeile"))
    }

    /// Returns the status update of a user who was created.
    pub fn status_created(self) -> &'static str {
        self.pick("Created", "Erstellt")
    }

    /// Returns the status update of a user who was not created because of other rows.
    pub fn status_not_created(self) -> &'static str {
        self.pick(
            "Not created, because of errors in other rows.",
            "Nicht erstellt, wegen Fehlern in anderen Zeilen.",
        )
    }

    /// Says why the users of a file were not created: the first problem, and how many more there
    /// are.
    pub fn not_uploaded(self, problems: &[RowProblem]) -> String {
        let Some((first, more)) = problems.split_first() else {
            return self.0.words().nothing_to_change.to_owned();
        };
        let (line, reason) = (first.line, self.row_problem(first));
        let text = match self.0 {
            Language::English => format!("No user was created. Line {line}: {reason}"),
            Language::German => format!("Es wurde kein Benutzer erstellt. Zeile {line}: {reason}"),
        };
        match (more.len(), self.0) {
            (0, _) => text,
            (more, Language::English) => format!("{text} Further problems: {more}."),
            (more, Language::German) => format!("{text} Weitere Probleme: {more}."),
        }
    }

    /// Says that an upload cannot be undone because users have been changed since.
    pub fn changed_since(self, count: usize) -> String {
        match self.0 {
            Language::English => format!(
                "Users of this upload that were changed or deleted since: {count}. Only an upload \
                 of which all users are as they were \
                 created can be undone."
            ),
            Language::German => format!(
                "Seit dem Hochladen geänderte oder gelöschte Benutzer: {count}. Rückgängig machen \
                 lässt sich das Hochladen nur, \
                 solange alle Benutzer daraus so sind, wie sie erstellt wurden."
            ),
        }
    }

    /// Says how many rows have a value in the column Status update.
    pub fn status_ignored(self, count: usize, number: &str) -> String {
        let heading = self.column(Column::StatusUpdate);
        match (self.0, count) {
            (Language::English, 1) => {
                format!("1 row has something under “{heading}”. It is ignored.")
            }
            (Language::English, _) => {
                format!("{number} rows have something under “{heading}”. It is ignored.")
            }
            (Language::German, 1) => {
                format!("In 1 Zeile steht etwas unter „{heading}“. Es wird nicht beachtet.")
            }
            (Language::German, _) => {
                format!("In {number} Zeilen steht etwas unter „{heading}“. Es wird nicht beachtet.")
            }
        }
    }

    /// Says what is wrong with a row or with the file, and what to do.
    pub fn row_problem(self, problem: &RowProblem) -> String {
        match self.0 {
            Language::English => self.english_row(problem),
            Language::German => self.german_row(problem),
        }
    }

    /// Says which rule of the form is broken.
    fn broken_rule(self, kind: &ProblemKind) -> String {
        self.problem(&Problem {
            field: Field::UserName,
            kind: kind.clone(),
        })
    }

    fn english_row(self, problem: &RowProblem) -> String {
        let heading = problem.column.map_or("", |column| self.column(column));
        match &problem.kind {
            RowProblemKind::NoRows => {
                "There is no text in the file. The first line must have the headings.".to_owned()
            }
            RowProblemKind::NoRecords => "There are no users in the file, only \
                headings."
                .to_owned(),
            RowProblemKind::TooManyRecords { count, limit } => format!(
                "These are {count} users; a file may have at most {limit}. Split it into several \
                 files."
            ),
            RowProblemKind::MissingColumn => {
                format!("The column “{heading}” is missing. The first line must have the headings.")
            }
            RowProblemKind::DoubledColumn { first } => format!(
                "The column “{heading}” is there twice: column {} has it already. Take one of \
                 them out.",
                first.saturating_add(1)
            ),
            RowProblemKind::UnknownColumn => "There is no column of this name. Take it out of the \
                file."
                .to_owned(),
            RowProblemKind::MoreUnknownColumns { count: 1 } => {
                "One more column is unknown. Take it out of the file.".to_owned()
            }
            RowProblemKind::MoreUnknownColumns { count } => {
                format!("{count} more columns are unknown. Take them out of the file.")
            }
            RowProblemKind::NoHeading => format!(
                "Column {} has no heading. Take it out of the file.",
                problem.cell.unwrap_or(0).saturating_add(1)
            ),
            RowProblemKind::Ragged { found, expected } if found < expected => format!(
                "Cells in this row: {found}; headings: {expected}. Some are missing; an empty one \
                 needs its separator, too."
            ),
            RowProblemKind::Ragged { found, expected } => format!(
                "Cells in this row: {found}; headings: {expected}. A cell with a separator in it \
                 must be in quotation marks."
            ),
            RowProblemKind::Value(kind) => self.broken_rule(kind),
            RowProblemKind::Formula => "A name may not begin like a formula.".to_owned(),
            RowProblemKind::NotAnAddress => {
                "Not an e-mail address: there must be one @, with something on both sides and no \
                 spaces around it."
                    .to_owned()
            }
            RowProblemKind::ForeignDomain {
                meant: Some(domain),
            } => {
                format!(
                    "The domain is not one of the customer's. Did you mean \
                         {}?",
                    domain.as_str()
                )
            }
            RowProblemKind::ForeignDomain { meant: None } => {
                "The domain is not one of the customer's.".to_owned()
            }
            RowProblemKind::Duplicate { line } => {
                format!(
                    "Line {line} has the same e-mail address; upper and lower case make no \
                         difference."
                )
            }
        }
    }

    fn german_row(self, problem: &RowProblem) -> String {
        let heading = problem.column.map_or("", |column| self.column(column));
        match &problem.kind {
            RowProblemKind::NoRows => {
                "In der Datei steht kein Text. In der ersten Zeile müssen die Überschriften \
                 stehen."
                    .to_owned()
            }
            RowProblemKind::NoRecords => "In der Datei stehen keine Benutzer, nur \
                Überschriften."
                .to_owned(),
            RowProblemKind::TooManyRecords { count, limit } => format!(
                "Das sind {count} Benutzer; in einer Datei dürfen höchstens {limit} stehen. \
                 Teilen Sie sie in mehrere auf."
            ),
            RowProblemKind::MissingColumn => {
                format!(
                    "Die Spalte „{heading}“ fehlt. In der ersten Zeile müssen die \
                         Überschriften stehen."
                )
            }
            RowProblemKind::DoubledColumn { first } => format!(
                "Die Spalte „{heading}“ gibt es zweimal: Spalte {} hat sie schon. Nehmen Sie eine \
                 davon heraus.",
                first.saturating_add(1)
            ),
            RowProblemKind::UnknownColumn => {
                "Eine Spalte dieses Namens gibt es nicht. Nehmen Sie sie aus der Datei \
                 heraus."
                    .to_owned()
            }
            RowProblemKind::MoreUnknownColumns { count: 1 } => {
                "Eine weitere Spalte ist unbekannt. Nehmen Sie sie aus der Datei heraus.".to_owned()
            }
            RowProblemKind::MoreUnknownColumns { count } => {
                format!(
                    "{count} weitere Spalten sind unbekannt. Nehmen Sie sie aus der Datei \
                         heraus."
                )
            }
            RowProblemKind::NoHeading => format!(
                "Spalte {} hat keine Überschrift. Nehmen Sie sie aus der Datei heraus.",
                problem.cell.unwrap_or(0).saturating_add(1)
            ),
            RowProblemKind::Ragged { found, expected } if found < expected => format!(
                "Zellen in dieser Zeile: {found}; Überschriften: {expected}. Es fehlen welche; \
                 auch eine leere braucht ihr \
                 Trennzeichen."
            ),
            RowProblemKind::Ragged { found, expected } => format!(
                "Zellen in dieser Zeile: {found}; Überschriften: {expected}. Eine Zelle, die ein \
                 Trennzeichen enthält, muss in \
                 Anführungszeichen stehen."
            ),
            RowProblemKind::Value(kind) => self.broken_rule(kind),
            RowProblemKind::Formula => "Ein Name darf nicht wie eine Formel beginnen.".to_owned(),
            RowProblemKind::NotAnAddress => {
                "Keine E-Mail-Adresse: Es muss genau ein @ darin stehen, mit etwas auf beiden \
                 Seiten und ohne Leerzeichen daneben."
                    .to_owned()
            }
            RowProblemKind::ForeignDomain {
                meant: Some(domain),
            } => format!(
                "Die Domäne ist keine des Kunden. Meinten Sie {}?",
                domain.as_str()
            ),
            RowProblemKind::ForeignDomain { meant: None } => "Die Domäne ist keine des \
                Kunden."
                .to_owned(),
            RowProblemKind::Duplicate { line } => format!(
                "Zeile {line} hat dieselbe E-Mail-Adresse; Groß- und Kleinschreibung zählt nicht."
            ),
        }
    }
}
