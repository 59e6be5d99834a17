//! Files of users: their columns, and what is wrong with their rows.

use super::language::Language;
use super::say::say;
use super::sentences::Sentences;
use crate::domain::upload::{Column, ColumnRule, RowProblem, RowProblemKind, Wording};

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

    pub fn row_problem_at(self, problem: &RowProblem) -> String {
        let reason = self.row_problem(problem);
        match problem.column {
            Some(column) => format!("{}: {reason}", self.column(column)),
            None if problem.value.is_empty() => reason,
            None => {
                let value = &problem.value;
                say!(self; "“{value}”: {reason}", "„{value}“: {reason}")
            }
        }
    }

    pub fn in_line(self, line: usize, reason: &str) -> String {
        say!(self; "Line {line}: {reason}", "Zeile {line}: {reason}")
    }

    pub fn status_created(self) -> &'static str {
        self.0.words().status_created
    }

    pub fn status_not_created(self) -> &'static str {
        self.0.words().status_not_created
    }

    /// Says why the users of a file were not created: the first problem, and how many more there
    /// are.
    pub fn not_uploaded(self, problems: &[RowProblem]) -> String {
        let Some((first, more)) = problems.split_first() else {
            return self.0.words().nothing_to_change.to_owned();
        };
        let (line, reason) = (first.line, self.row_problem(first));
        let text = say!(self;
            "No user was created. Line {line}: {reason}",
            "Es wurde kein Benutzer erstellt. Zeile {line}: {reason}"
        );
        match more.len() {
            0 => text,
            more => say!(self;
                "{text} Further problems: {more}.",
                "{text} Weitere Probleme: {more}."
            ),
        }
    }

    pub fn changed_since(self, count: usize) -> String {
        say!(self;
            "Users of this upload that were changed or deleted since: {count}. Only an upload of \
             which all users are as they were created can be undone.",
            "Seit dem Hochladen geänderte oder gelöschte Benutzer: {count}. Rückgängig machen \
             lässt sich das Hochladen nur, solange alle Benutzer daraus so sind, wie sie erstellt \
             wurden."
        )
    }

    pub fn status_ignored(self, count: usize, number: &str) -> String {
        let heading = self.column(Column::StatusUpdate);
        match count {
            1 => say!(self;
                "1 row has something under “{heading}”. It is ignored.",
                "In 1 Zeile steht etwas unter „{heading}“. Es wird nicht beachtet."
            ),
            _ => say!(self;
                "{number} rows have something under “{heading}”. It is ignored.",
                "In {number} Zeilen steht etwas unter „{heading}“. Es wird nicht beachtet."
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
            RowProblemKind::Formula => words.like_a_formula,
            RowProblemKind::NotAnAddress => words.not_an_address,
            RowProblemKind::ForeignDomain { meant: None } => words.foreign_domain,
            RowProblemKind::Value(kind) => return self.value_problem(kind),
            RowProblemKind::TooManyRecords { count, limit } => {
                return say!(self;
                    "These are {count} users; a file may have at most {limit}. Split it into \
                     several files.",
                    "Das sind {count} Benutzer; in einer Datei dürfen höchstens {limit} stehen. \
                     Teilen Sie sie in mehrere auf."
                );
            }
            RowProblemKind::MissingColumn => {
                return say!(self;
                    "The column “{heading}” is missing. The first line must have the headings.",
                    "Die Spalte „{heading}“ fehlt. In der ersten Zeile müssen die Überschriften \
                     stehen."
                );
            }
            RowProblemKind::DoubledColumn { first } => {
                return say!(self;
                    "The column “{heading}” is there twice: column {} has it already. Take one of \
                     them out.",
                    "Die Spalte „{heading}“ gibt es zweimal: Spalte {} hat sie schon. Nehmen Sie \
                     eine davon heraus.",
                    first.saturating_add(1)
                );
            }
            RowProblemKind::MoreUnknownColumns { count } => {
                return say!(self;
                    "{count} more columns are unknown. Take them out of the file.",
                    "{count} weitere Spalten sind unbekannt. Nehmen Sie sie aus der Datei heraus."
                );
            }
            RowProblemKind::NoHeading => {
                return say!(self;
                    "Column {} has no heading. Take it out of the file.",
                    "Spalte {} hat keine Überschrift. Nehmen Sie sie aus der Datei heraus.",
                    problem.cell.unwrap_or(0).saturating_add(1)
                );
            }
            RowProblemKind::Ragged { found, expected } if found < expected => {
                return say!(self;
                    "Cells in this row: {found}; headings: {expected}. Some are missing; an empty \
                     one needs its separator, too.",
                    "Zellen in dieser Zeile: {found}; Überschriften: {expected}. Es fehlen welche; \
                     auch eine leere braucht ihr Trennzeichen."
                );
            }
            RowProblemKind::Ragged { found, expected } => {
                return say!(self;
                    "Cells in this row: {found}; headings: {expected}. A cell with a separator in \
                     it must be in quotation marks.",
                    "Zellen in dieser Zeile: {found}; Überschriften: {expected}. Eine Zelle, die \
                     ein Trennzeichen enthält, muss in Anführungszeichen stehen."
                );
            }
            RowProblemKind::ForeignDomain {
                meant: Some(domain),
            } => {
                return say!(self;
                    "The domain is not one of the customer's. Did you mean {}?",
                    "Die Domäne ist keine des Kunden. Meinten Sie {}?",
                    domain.as_str()
                );
            }
            RowProblemKind::Duplicate { line } => {
                return say!(self;
                    "Line {line} has the same e-mail address; upper and lower case make no \
                     difference.",
                    "Zeile {line} hat dieselbe E-Mail-Adresse; Groß- und Kleinschreibung zählt \
                     nicht."
                );
            }
        };
        fixed.to_owned()
    }
}
