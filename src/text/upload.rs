//! Sentences about uploading users.

use super::language::Language;
use super::sentences::Sentences;

impl Sentences {
    /// Says how many users a file may have.
    pub fn at_most_in_a_file(self, limit: &str) -> String {
        match self.0 {
            Language::English => format!("A file may have {limit} users at most."),
            Language::German => format!("Eine Datei darf höchstens {limit} Benutzer enthalten."),
        }
    }

    /// Says that the limit is higher than that of the real service.
    pub fn above_the_real_limit(self, limit: &str) -> String {
        match self.0 {
            Language::English => {
                format!("This workspace takes {limit} users in a file. The real service takes 100.")
            }
            Language::German => format!(
                "Dieser Arbeitsbereich nimmt {limit} Benutzer je Datei. Der echte Dienst nimmt 100."
            ),
        }
    }

    /// Says that the limit was changed.
    pub fn limit_changed(self, limit: &str) -> String {
        match self.0 {
            Language::English => format!("A file may now have {limit} users."),
            Language::German => format!("Eine Datei darf jetzt {limit} Benutzer enthalten."),
        }
    }

    /// "names.csv, 5 KB, 120 rows".
    pub fn file_read(self, name: &str, size: &str, count: usize, rows: &str) -> String {
        let noun = match count {
            1 => self.pick("row", "Zeile"),
            _ => self.pick("rows", "Zeilen"),
        };
        format!("{name}, {size}, {rows} {noun}")
    }

    /// Says how many rows the preview leaves out.
    pub fn more_rows(self, rows: &str) -> String {
        match self.0 {
            Language::English => format!("Further rows: {rows}."),
            Language::German => format!("Weitere Zeilen: {rows}."),
        }
    }

    /// Says that the file has more users than are allowed.
    pub fn too_many_users(self, count: &str, limit: &str) -> String {
        match self.0 {
            Language::English => {
                format!("There are {count} users in the file; {limit} are allowed.")
            }
            Language::German => {
                format!("In der Datei stehen {count} Benutzer; erlaubt sind {limit}.")
            }
        }
    }

    /// Says that all users can be created.
    pub fn can_be_created(self, count: usize, number: &str) -> String {
        match (self.0, count) {
            (Language::English, 1) => {
                "No errors. 1 user can be created: choose the location and save.".to_owned()
            }
            (Language::English, _) => {
                format!("No errors. {number} users can be created: choose the location and save.")
            }
            (Language::German, 1) => {
                "Keine Fehler. 1 Benutzer kann erstellt werden: Wählen Sie den Standort und \
                 speichern Sie."
                    .to_owned()
            }
            (Language::German, _) => format!(
                "Keine Fehler. {number} Benutzer können erstellt werden: Wählen Sie den Standort \
                 und speichern Sie."
            ),
        }
    }

    /// Says how many rows have no errors, and how many errors there are.
    pub fn good_rows(self, good: &str, records: &str, problems: &str) -> String {
        match self.0 {
            Language::English => {
                format!("Rows without errors: {good} of {records}. Errors found: {problems}.")
            }
            Language::German => {
                format!("Zeilen ohne Fehler: {good} von {records}. Gefundene Fehler: {problems}.")
            }
        }
    }

    /// Says that only the first errors are listed.
    pub fn first_problems(self, number: &str) -> String {
        match self.0 {
            Language::English => {
                format!("The first {number} errors are listed; the results have all of them.")
            }
            Language::German => {
                format!(
                    "Aufgeführt sind die ersten {number} Fehler; in den Ergebnissen stehen alle."
                )
            }
        }
    }

    /// Returns the name of the field in which a value is corrected.
    pub fn correct_value(self, column: &str, line: &str) -> String {
        match self.0 {
            Language::English => format!("{column}, line {line}"),
            Language::German => format!("{column}, Zeile {line}"),
        }
    }

    /// Returns the name of the button that takes a suggestion.
    pub fn use_this(self, suggestion: &str) -> String {
        format!("{}: {suggestion}", self.0.words().use_suggestion)
    }

    /// "Users 101 to 200".
    pub fn part_users(self, first: &str, last: &str) -> String {
        match self.0 {
            Language::English if first == last => format!("User {first}"),
            Language::German if first == last => format!("Benutzer {first}"),
            Language::English => format!("Users {first} to {last}"),
            Language::German => format!("Benutzer {first} bis {last}"),
        }
    }

    /// Returns the name of the button that downloads a part.
    pub fn download_part(self, part: &str) -> String {
        let words = self.0.words();
        format!("{}: {} {part}", words.download, words.part)
    }

    /// "Validating: 40 %".
    pub fn percent_done(self, what: &str, percent: u32) -> String {
        format!("{what}: {percent} %")
    }

    /// Says how many users were created.
    pub fn users_uploaded(self, count: usize, number: &str) -> String {
        match (self.0, count) {
            (Language::English, 1) => "1 user was created.".to_owned(),
            (Language::English, _) => format!("{number} users were created."),
            (Language::German, 1) => "1 Benutzer wurde erstellt.".to_owned(),
            (Language::German, _) => format!("{number} Benutzer wurden erstellt."),
        }
    }

    /// Returns a size in bytes, KB or MB.
    pub fn size(self, bytes: u64, number_text: &dyn Fn(u64) -> String) -> String {
        match bytes {
            0..1_024 => format!("{} {}", number_text(bytes), self.pick("bytes", "Byte")),
            1_024..1_048_576 => format!("{} KB", number_text(bytes.div_ceil(1_024))),
            _ => format!("{} MB", number_text(bytes.div_ceil(1_048_576))),
        }
    }
}
