//! Sentences about the workspace as a whole: storage, backups, resetting.

use super::say::say;
use super::sentences::Sentences;
use crate::journal::BadBackup;

impl Sentences {
    /// "120 KB of about 5 MB (2%)".
    pub fn storage_used(self, used: &str, total: &str, percent: &str) -> String {
        say!(self;
            "{used} of about {total} ({percent}%)",
            "{used} von etwa {total} ({percent} %)"
        )
    }

    pub fn bad_backup(self, bad: BadBackup) -> &'static str {
        match bad {
            BadBackup::TooLarge => self.pick(
                "This file is too large to be a Seatwork backup. Nothing was changed.",
                "Diese Datei ist zu groß für eine Sicherung von Seatwork. Es wurde nichts geändert.",
            ),
            BadBackup::Foreign => self.pick(
                "This isn't a Seatwork backup. Choose a file that was created with “Back up”. \
                 Nothing was changed.",
                "Das ist keine Sicherung von Seatwork. Wählen Sie eine Datei, die mit „Sichern“ \
                 erstellt wurde. Es wurde nichts geändert.",
            ),
            BadBackup::CutOff => self.pick(
                "This backup is incomplete: the file ends too early. Copy or download it again. \
                 Nothing was changed.",
                "Diese Sicherung ist unvollständig: Die Datei endet zu früh. Kopieren oder laden \
                 Sie sie noch einmal herunter. Es wurde nichts geändert.",
            ),
            BadBackup::Damaged => self.pick(
                "This backup was changed or damaged after it was created, so it can't be used. \
                 Nothing was changed.",
                "Diese Sicherung wurde nach dem Erstellen verändert oder beschädigt und kann nicht \
                 verwendet werden. Es wurde nichts geändert.",
            ),
            BadBackup::Newer => self.pick(
                "This backup was created by a later version of Seatwork. Reload to get that \
                 version. Nothing was changed.",
                "Eine neuere Version von Seatwork hat diese Sicherung erstellt. Laden Sie neu, um \
                 die neuere Version zu erhalten. Es wurde nichts geändert.",
            ),
        }
    }

    pub fn what_reset_takes(self, count: usize, number: &str) -> String {
        match count {
            0 => say!(self;
                "The workspace starts over with fresh sample data.",
                "Der Arbeitsbereich beginnt mit neuen Beispieldaten."
            ),
            1 => say!(self;
                "{number} change will be lost, along with the simulated time and the upload limit. \
                 The workspace starts over with fresh sample data.",
                "{number} Änderung geht verloren, ebenso die simulierte Zeit und die Obergrenze \
                 für das Hochladen. Der Arbeitsbereich beginnt mit neuen Beispieldaten."
            ),
            _ => say!(self;
                "{number} changes will be lost, along with the simulated time and the upload \
                 limit. The workspace starts over with fresh sample data.",
                "{number} Änderungen gehen verloren, ebenso die simulierte Zeit und die Obergrenze \
                 für das Hochladen. Der Arbeitsbereich beginnt mit neuen Beispieldaten."
            ),
        }
    }
}
