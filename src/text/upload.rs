//! Sentences about uploading users.

use super::say::say;
use super::sentences::Sentences;

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

    pub fn first_problems(self, number: &str) -> String {
        say!(self;
            "The first {number} errors are listed. The results contain all of them.",
            "Die ersten {number} Fehler sind aufgeführt. Die Ergebnisse enthalten alle."
        )
    }

    /// Returns the name of the button that leaves out the lines above the headings in this line.
    pub fn leave_out_lines(self, headings: usize, number: &str) -> String {
        match headings {
            ..=2 => self
                .pick("Leave out the first line", "Die erste Zeile weglassen")
                .to_owned(),
            _ => say!(self;
                "Leave out the first {number} lines",
                "Die ersten {number} Zeilen weglassen"
            ),
        }
    }

    /// Returns the name of the button that ignores all columns that are not needed.
    pub fn ignore_columns(self, number: &str) -> String {
        say!(self;
            "Ignore all {number} columns that are not needed",
            "Alle {number} nicht benötigten Spalten ignorieren"
        )
    }

    /// Returns the name of the button that ignores one column.
    pub fn ignore_this_column(self, heading: &str) -> String {
        format!("{}: {heading}", self.0.words().ignore_column)
    }

    /// Returns the name of the field in which a value is corrected.
    pub fn correct_value(self, column: &str, line: &str) -> String {
        say!(self; "{column}, line {line}", "{column}, Zeile {line}")
    }

    /// Returns the name of the button that takes a suggestion.
    pub fn use_this(self, suggestion: &str) -> String {
        format!("{}: {suggestion}", self.0.words().use_suggestion)
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
        format!("{}: {} {part}", words.download, words.part)
    }

    /// "Validating: 40 %".
    pub fn percent_done(self, what: &str, percent: u32) -> String {
        format!("{what}: {percent} %")
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
