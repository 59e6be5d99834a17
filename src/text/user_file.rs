//! Files of users: their columns, and what is wrong with their rows.

use super::language::Language;
use super::say::say;
use super::sentences::Sentences;
use super::words::UploadWords;
use crate::domain::ProblemKind;
use crate::domain::upload::{
    Column, ColumnRule, ExtraColumn, RowProblem, RowProblemKind, Rows, Wording,
};

impl Sentences {
    /// Returns the words for a column.
    pub fn column_wording(self, rule: &'static ColumnRule) -> Wording {
        match self.0 {
            Language::English => rule.english,
            Language::German => rule.german,
        }
    }

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
            parts.push(say!(self; "At most {limit} characters.", "Höchstens {limit} Zeichen."));
        }
        parts.join(" ")
    }

    /// Returns the heading of each column as it stands in the file, in the order of
    /// [`Column::ALL`].
    pub fn headings(self, rows: Option<&dyn Rows>) -> Vec<String> {
        let own = |column: Column| {
            let rows = rows.filter(|rows| rows.count() > 0)?;
            let mut cells = (0..rows.width(0)).map(|cell| rows.cell(0, cell).trim());
            cells.find(|heading| Column::from_heading(heading) == Some(column))
        };
        let heading = |column| own(column).unwrap_or(self.column(column)).to_owned();
        Column::ALL.map(heading).to_vec()
    }

    /// Says what is wrong, and in which column; `headings` are those of the file.
    pub fn row_problem_at(self, problem: &RowProblem, headings: &[String]) -> String {
        let reason = self.row_problem(problem);
        let heading = problem
            .column
            .map(|column| headings.get(column as usize).map_or("", String::as_str));
        match heading {
            Some(heading) => format!("{heading}: {reason}"),
            None if problem.value.is_empty() => reason,
            None => {
                let value = &problem.value;
                say!(self; "“{value}”: {reason}", "„{value}“: {reason}")
            }
        }
    }

    pub fn in_line(self, line: usize, reason: &str) -> String {
        let line = self.grouped(line);
        say!(self; "Line {line}: {reason}", "Zeile {line}: {reason}")
    }

    pub fn status_created(self) -> &'static str {
        self.0.texts::<UploadWords>().status_created
    }

    pub fn status_not_created(self) -> &'static str {
        self.0.texts::<UploadWords>().status_not_created
    }

    /// Says why the users of a file were not created: the first problem, and how many more there
    /// are.
    pub fn not_uploaded(self, problems: &[RowProblem]) -> String {
        let Some((first, more)) = problems.split_first() else {
            return self.0.words().nothing_to_change.to_owned();
        };
        let (line, reason) = (self.grouped(first.line), self.row_problem(first));
        let text = say!(self;
            "No user was created. Line {line}: {reason}",
            "Es wurde kein Benutzer erstellt. Zeile {line}: {reason}"
        );
        match more.len() {
            0 => text,
            more => say!(self;
                "{text} Further problems: {}.",
                "{text} Weitere Probleme: {}.",
                self.grouped(more)
            ),
        }
    }

    pub fn changed_since(self, count: usize) -> String {
        let count = self.grouped(count);
        say!(self;
            "Users from this upload that were changed or deleted since: {count}. An upload can be \
             undone only while all its users are unchanged.",
            "Seit dem Hochladen geänderte oder gelöschte Benutzer: {count}. Das Hochladen lässt \
             sich nur rückgängig machen, solange alle Benutzer daraus unverändert sind."
        )
    }

    pub fn extra_column(self, column: ExtraColumn) -> &'static str {
        let [english, german] = column.headings();
        self.pick(english, german)
    }

    pub fn not_imported(self, columns: &[ExtraColumn]) -> String {
        let names = columns.iter().map(|column| self.extra_column(*column));
        let names = names.collect::<Vec<_>>().join(", ");
        say!(self;
            "Not imported from the file: {names}.",
            "Aus der Datei nicht übernommen: {names}."
        )
    }

    pub fn status_ignored(self, count: usize, number: &str) -> String {
        let heading = self.column(Column::StatusUpdate);
        match count {
            1 => say!(self;
                "1 row has text under “{heading}”. It will be ignored.",
                "1 Zeile enthält Text unter „{heading}“. Er wird ignoriert."
            ),
            _ => say!(self;
                "{number} rows have text under “{heading}”. It will be ignored.",
                "{number} Zeilen enthalten Text unter „{heading}“. Er wird ignoriert."
            ),
        }
    }

    pub fn row_problem(self, problem: &RowProblem) -> String {
        let words = self.0.words();
        let heading = problem.column.map_or("", |column| self.column(column));
        let fixed = match &problem.kind {
            RowProblemKind::NoRows => words.no_rows,
            RowProblemKind::NoRecords => words.no_records,
            RowProblemKind::UnknownColumn => words.unknown_column,
            RowProblemKind::MoreUnknownColumns { count: 1 } => words.one_more_unknown_column,
            RowProblemKind::NotAnAddress => words.not_an_address,
            RowProblemKind::ForeignDomain { meant: None } => words.foreign_domain,
            RowProblemKind::Value(ProblemKind::Required) => {
                return self.with_try(words.enter_value, problem);
            }
            RowProblemKind::Value(kind) => return self.value_problem(kind),
            RowProblemKind::TooManyRecords { count, limit } => {
                let [count, limit] = [count, limit].map(|number| self.grouped(*number));
                return say!(self;
                    "The file contains {count} users, but only {limit} are allowed. Split it into \
                     several files.",
                    "Die Datei enthält {count} Benutzer, erlaubt sind nur {limit}. Teilen Sie sie \
                     in mehrere Dateien auf."
                );
            }
            RowProblemKind::HeadingsBelow { line, .. } => {
                return say!(self;
                    "The headings are in line {line}. Leave out the lines above them.",
                    "Die Überschriften stehen in Zeile {line}. Lassen Sie die Zeilen darüber weg."
                );
            }
            RowProblemKind::NoHeadings => {
                let columns = Column::ALL.map(|column| self.column(column)).join(", ");
                return say!(self;
                    "The headings are missing. Insert a first line with them: {columns}.",
                    "Die Überschriften fehlen. Fügen Sie sie als erste Zeile ein: {columns}."
                );
            }
            RowProblemKind::MissingColumn => {
                return say!(self;
                    "The column “{heading}” is missing. The first line must contain the headings.",
                    "Die Spalte „{heading}“ fehlt. Die erste Zeile muss die Überschriften \
                     enthalten."
                );
            }
            RowProblemKind::DoubledColumn { first, heading } => {
                return say!(self;
                    "The column “{heading}” appears twice; the first one is column {}. Remove one \
                     of them.",
                    "Die Spalte „{heading}“ kommt zweimal vor; die erste ist Spalte {}. Entfernen \
                     Sie eine davon.",
                    self.grouped(first.saturating_add(1))
                );
            }
            RowProblemKind::MoreUnknownColumns { count } => {
                let count = self.grouped(*count);
                return say!(self;
                    "{count} more columns are unknown. Ignore them or correct their headings.",
                    "{count} weitere Spalten sind unbekannt. Ignorieren Sie sie oder korrigieren \
                     Sie die Überschriften."
                );
            }
            RowProblemKind::NoHeading => {
                return say!(self;
                    "Column {} has no heading. Ignore it or give it a heading.",
                    "Spalte {} hat keine Überschrift. Ignorieren Sie sie oder geben Sie ihr eine.",
                    self.grouped(problem.cell.unwrap_or(0).saturating_add(1))
                );
            }
            RowProblemKind::Ragged { found, expected } => {
                let cells = match found {
                    1 => self.pick("1 cell", "1 Zelle").to_owned(),
                    _ => say!(self; "{} cells", "{} Zellen", self.grouped(*found)),
                };
                let advice = if found < expected {
                    self.pick(
                        "Empty cells need a separator, too.",
                        "Auch leere Zellen brauchen ein Trennzeichen.",
                    )
                } else {
                    self.pick(
                        "Put cells that contain a separator in quotation marks.",
                        "Setzen Sie Zellen, die ein Trennzeichen enthalten, in Anführungszeichen.",
                    )
                };
                return say!(self;
                    "This row has {cells}; {} are expected. {advice}",
                    "Diese Zeile hat {cells}, erwartet werden {}. {advice}",
                    self.grouped(*expected)
                );
            }
            RowProblemKind::ForeignDomain {
                meant: Some(domain),
            } => {
                return say!(self;
                    "This domain doesn't belong to the customer. Did you mean {}?",
                    "Diese Domäne gehört nicht zum Kunden. Meinten Sie {}?",
                    domain.as_str()
                );
            }
            RowProblemKind::MoreThanAnAddress => {
                let text = self.pick(
                    "Enter only the email address.",
                    "Geben Sie nur die E-Mail-Adresse ein.",
                );
                return self.with_try(text, problem);
            }
            RowProblemKind::Duplicate { line } => {
                let line = self.grouped(*line);
                return say!(self;
                    "Line {line} has the same email address; uppercase and lowercase count as the \
                     same.",
                    "Zeile {line} hat dieselbe E-Mail-Adresse; Groß- und Kleinschreibung spielt \
                     keine Rolle."
                );
            }
        };
        fixed.to_owned()
    }
    /// Adds what is suggested to the words about a problem.
    fn with_try(self, text: &str, problem: &RowProblem) -> String {
        match &problem.suggestion {
            Some(suggestion) => say!(self;
                "{text} Try “{suggestion}”.",
                "{text} Vorschlag: „{suggestion}“."
            ),
            None => text.to_owned(),
        }
    }
}
