//! Changes the preferences, and follows those that another tab changes.

use crate::browser::storage::LocalStorage as Disk;
use crate::journal::{NotSaved, Storage};
use crate::session::Session;
use crate::session::state::notices::Tone;
use crate::session::state::preferences::{self, Preferences};

impl Session {
    /// Changes a preference. It holds at once; when it cannot be stored, the person is told.
    pub fn prefer(self, change: impl FnOnce(&mut Preferences)) {
        self.preferences.update(change);
        let text = self.preferences.get_untracked().write();
        if let Err(error) = Disk::open().and_then(|disk| disk.set(preferences::KEY, &text)) {
            let trouble = self.sentences().storage_trouble(&NotSaved::Storage(error));
            let text = format!("{} {trouble}", self.words().for_this_tab_only);
            self.notices.show(Tone::Warning, text);
        }
    }

    /// Follows role and appearance when they are changed in another tab. The language stays: it would build the screen anew
    /// under somebody's hands.
    pub(in crate::session) fn follow_preferences(self) {
        let stored = Disk::open().and_then(|disk| disk.get(preferences::KEY));
        let Some(theirs) = stored.ok().flatten().map(|text| Preferences::read(&text)) else {
            return;
        };
        self.preferences.maybe_update(|ours| {
            let before = *ours;
            (ours.role, ours.theme) = (theirs.role, theirs.theme);
            *ours != before
        });
    }
}
