//! Sentences about uploading users.

use super::say::say;
use super::sentences::Sentences;
use super::words::UploadWords;
use crate::domain::upload::Mending;

impl Sentences {
    pub fn at_most_in_a_file(self, limit: &str) -> String {
        say!(self;
            "A file can contain up to {limit} users.",
            "Eine Datei kann bis zu {limit} Benutzer enthalten."
        )
    }

    pub fn above_the_real_limit(self, limit: &str) -> String {
        say!(self;
            "This workspace accepts {limit} users per file. The real service accepts 100.",
            "Dieser Arbeitsbereich nimmt {limit} Benutzer je Datei an. Der echte Dienst nimmt 100 \
             an."
        )
    }

    pub fn limit_changed(self, limit: &str) -> String {
        say!(self;
            "A file can now contain up to {limit} users.",
            "Eine Datei kann jetzt bis zu {limit} Benutzer enthalten."
        )
    }

    pub fn file_read(self, name: &str, size: &str, count: usize, rows: &str) -> String {
        match count {
            1 => say!(self; "{name}, {size}, {rows} row", "{name}, {size}, {rows} Zeile"),
            _ => say!(self; "{name}, {size}, {rows} rows", "{name}, {size}, {rows} Zeilen"),
        }
    }

    pub fn more_rows(self, rows: &str) -> String {
        say!(self; "…and {rows} more.", "… und {rows} weitere.")
    }

    pub fn too_many_users(self, count: &str, limit: &str) -> String {
        say!(self;
            "The file contains {count} users, but only {limit} are allowed.",
            "Die Datei enthält {count} Benutzer, erlaubt sind nur {limit}."
        )
    }

    pub fn can_be_created(self, count: usize, number: &str) -> String {
        match count {
            1 => say!(self;
                "No errors. 1 user can be created: choose the location and save.",
                "Keine Fehler. 1 Benutzer kann erstellt werden: Wählen Sie den Standort und \
                 speichern Sie."
            ),
            _ => say!(self;
                "No errors. {number} users can be created: choose the location and save.",
                "Keine Fehler. {number} Benutzer können erstellt werden: Wählen Sie den Standort \
                 und speichern Sie."
            ),
        }
    }

    pub fn good_rows(self, good: &str, records: &str, problems: &str) -> String {
        say!(self;
            "Rows without errors: {good} of {records}. Errors found: {problems}.",
            "Zeilen ohne Fehler: {good} von {records}. Gefundene Fehler: {problems}."
        )
    }

    /// Says how many errors were corrected, and that this isn't validated yet.
    pub fn corrected_errors(self, corrected: &str, problems: &str) -> String {
        say!(self;
            "Errors corrected: {corrected} of {problems}. The corrections haven't been validated \
             yet: select Validate.",
            "Korrigierte Fehler: {corrected} von {problems}. Die Korrekturen sind noch nicht \
             überprüft: Wählen Sie Überprüfen."
        )
    }

    pub fn first_problems(self, number: &str) -> String {
        say!(self;
            "The first {number} errors are listed. The results contain all of them.",
            "Die ersten {number} Fehler sind aufgeführt. Die Ergebnisse enthalten alle."
        )
    }

    /// "Leave out the first 2 lines and ignore all 3 columns that aren't needed".
    pub fn mending(self, mending: &Mending, number: &dyn Fn(usize) -> String) -> String {
        let above = mending.line.saturating_sub(1);
        let lines = match (mending.rows, above) {
            (0, _) => None,
            (_, ..=1) => {
                let text = self.pick("leave out the first line", "die erste Zeile weglassen");
                Some(text.to_owned())
            }
            _ => Some(say!(self;
                "leave out the first {} lines",
                "die ersten {} Zeilen weglassen",
                number(above)
            )),
        };
        let columns = match mending.columns.len() {
            0 => None,
            1 => {
                let text = self.pick(
                    "ignore the column that isn't needed",
                    "die nicht benötigte Spalte ignorieren",
                );
                Some(text.to_owned())
            }
            count => Some(say!(self;
                "ignore all {} columns that aren't needed",
                "alle {} nicht benötigten Spalten ignorieren",
                number(count)
            )),
        };
        let names = self.pick(
            "make display names from first and last names",
            "Anzeigenamen aus Vor- und Nachnamen bilden",
        );
        let names = mending.makes_names.then(|| names.to_owned());
        let parts: Vec<String> = [lines, columns, names].into_iter().flatten().collect();
        let text = match parts.split_last() {
            Some((last, first)) if !first.is_empty() => {
                say!(self; "{} and {last}", "{} und {last}", first.join(", "))
            }
            _ => parts.concat(),
        };
        let (first, rest) = text.split_at(text.ceil_char_boundary(1));
        format!("{}{rest}", first.to_uppercase())
    }

    /// Returns the name of the button that ignores one column.
    pub fn ignore_this_column(self, heading: &str) -> String {
        format!("{}: {heading}", self.0.texts::<UploadWords>().ignore_column)
    }

    /// Returns the name of the field in which a value is corrected.
    pub fn correct_value(self, column: &str, line: &str) -> String {
        say!(self; "{column}, line {line}", "{column}, Zeile {line}")
    }

    /// Returns the name of the button that takes a suggestion.
    pub fn use_this(self, suggestion: &str) -> String {
        format!(
            "{}: {suggestion}",
            self.0.texts::<UploadWords>().use_suggestion
        )
    }

    /// "Users 101 to 200".
    pub fn part_users(self, first: &str, last: &str) -> String {
        if first == last {
            say!(self; "User {first}", "Benutzer {first}")
        } else {
            say!(self; "Users {first} to {last}", "Benutzer {first} bis {last}")
        }
    }

    /// Returns the name of the button that downloads a part.
    pub fn download_part(self, part: &str) -> String {
        let words = self.0.words();
        let texts = self.0.texts::<UploadWords>();
        format!("{}: {} {part}", words.download, texts.part)
    }

    /// "Validating: 40%".
    pub fn percent_done(self, what: &str, percent: u32) -> String {
        say!(self; "{what}: {percent}%", "{what}: {percent} %")
    }

    pub fn users_uploaded(self, count: usize, number: &str) -> String {
        match count {
            1 => say!(self; "1 user was created.", "1 Benutzer wurde erstellt."),
            _ => say!(self; "{number} users were created.", "{number} Benutzer wurden erstellt."),
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
