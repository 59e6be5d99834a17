//! Sentences about the workspace as a whole: storage, backups, resetting.

use super::say::say;
use super::sentences::Sentences;
use crate::journal::BadBackup;

impl Sentences {
    /// "120 KB of about 5 MB (2 %)".
    pub fn storage_used(self, used: &str, total: &str, percent: &str) -> String {
        say!(self;
            "{used} of about {total} ({percent} %)",
            "{used} von etwa {total} ({percent} %)"
        )
    }

    pub fn bad_backup(self, bad: BadBackup) -> &'static str {
        match bad {
            BadBackup::TooLarge => self.pick(
                "This file is larger than any backup of Seatwork. Nothing was changed.",
                "Diese Datei ist größer als jede Sicherung von Seatwork. Es wurde nichts geändert.",
            ),
            BadBackup::Foreign => self.pick(
                "This is no backup of Seatwork. Choose a file that was made with “Back up”. \
                 Nothing was changed.",
                "Das ist keine Sicherung von Seatwork. Wählen Sie eine Datei, die mit „Sichern“ \
                 erstellt wurde. Es wurde nichts geändert.",
            ),
            BadBackup::CutOff => self.pick(
                "This backup is not complete: the file ends too early. Copy or download it once \
                 more. Nothing was changed.",
                "Diese Sicherung ist unvollständig: Die Datei endet zu früh. Kopieren oder laden \
                 Sie sie noch einmal herunter. Es wurde nichts geändert.",
            ),
            BadBackup::Damaged => self.pick(
                "This backup was changed or damaged since it was made, so that it cannot be \
                 trusted. Nothing was changed.",
                "Diese Sicherung wurde nach dem Erstellen verändert oder beschädigt, darum ist auf \
                 sie kein Verlass. Es wurde nichts geändert.",
            ),
            BadBackup::Newer => self.pick(
                "A later version of Seatwork has made this backup. Reload to get the later \
                 version. Nothing was changed.",
                "Eine neuere Version von Seatwork hat diese Sicherung erstellt. Laden Sie neu, um \
                 die neuere Version zu erhalten. Es wurde nichts geändert.",
            ),
        }
    }

    pub fn what_reset_takes(self, count: usize, number: &str) -> String {
        match count {
            0 => say!(self;
                "The sample comes anew, with today as its first day.",
                "Die Beispieldaten kommen neu, mit heute als erstem Tag."
            ),
            1 => say!(self;
                "1 change in the activity log goes, and so do the simulated time and the limit for \
                 uploads. The sample comes anew.",
                "Die {number} Änderung im Aktivitätsprotokoll verschwindet, ebenso die simulierte \
                 Zeit und die Grenze für hochgeladene Dateien. Die Beispieldaten kommen neu."
            ),
            _ => say!(self;
                "{number} changes in the activity log go, and so do the simulated time and the \
                 limit for uploads. The sample comes anew.",
                "{number} Änderungen im Aktivitätsprotokoll verschwinden, ebenso die simulierte \
                 Zeit und die Grenze für hochgeladene Dateien. Die Beispieldaten kommen neu."
            ),
        }
    }
}
