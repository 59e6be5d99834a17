//! Damage found when the workspace was opened: reports it, offers it for download, deletes it.

use leptos::prelude::*;

use crate::browser::{files, locks, storage};
use crate::journal::{Finding, Journal, NotSaved};
use crate::session::Session;
use crate::session::state::notices::Tone;

impl Session {
    /// Returns the number of damaged pieces that were set aside.
    pub fn set_aside_count(self) -> usize {
        self.aside.get()
    }

    /// Returns what was set aside, as JSON.
    pub fn set_aside_text(self) -> String {
        let pieces = self
            .journal
            .with_value(Journal::set_aside)
            .unwrap_or_default();
        files::json(&pieces)
    }

    pub fn forget_set_aside(self) {
        if let Err(error) = self.journal.with_value(Journal::forget_set_aside) {
            self.say_not_saved(&NotSaved::Storage(error));
        }
        self.count_aside();
    }

    pub(in crate::session) fn report_findings(self, findings: &[Finding]) {
        let (words, sentences) = (self.words(), self.sentences());
        let aside = |finding: &&Finding| {
            matches!(
                finding,
                Finding::SetAside { .. } | Finding::LeftInPlace { .. }
            )
        };
        let damaged = findings.iter().filter(aside).count();
        if damaged > 0 {
            self.notices
                .show(Tone::Warning, sentences.set_aside(damaged));
        }
        for finding in findings {
            match finding {
                Finding::SetAside { .. } | Finding::LeftInPlace { .. } => {}
                Finding::Missing(count) => {
                    self.notices.show(Tone::Warning, sentences.missing(*count))
                }
                Finding::Overwritten(_) => self.notices.show(Tone::Error, words.overwritten),
                Finding::OriginRebuilt => self.notices.show(Tone::Warning, words.origin_rebuilt),
                Finding::NewerVersion => self.notices.show(Tone::Warning, words.newer_read_only),
            }
        }
        if !locks::are_available() && !storage::is_in_memory_only() {
            self.notices.show(Tone::Warning, words.one_tab_only);
        }
        self.count_aside();
    }

    pub(in crate::session) fn count_aside(self) {
        let pieces = self.journal.with_value(Journal::set_aside);
        self.aside.set(pieces.map_or(0, |pieces| pieces.len()));
    }
}
