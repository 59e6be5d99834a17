//! Changes the preferences, and follows those that another tab changes.

use crate::browser::storage;
use crate::journal::NotSaved;
use crate::session::Session;
use crate::session::address::route::Route;
use crate::session::address::scope::Scope;
use crate::session::preferences::{self, Preferences};
use crate::session::state::notices::Tone;

impl Session {
    /// Changes a preference at once, and warns when it cannot be stored.
    pub fn prefer(self, change: impl FnOnce(&mut Preferences)) {
        self.preferences.update(change);
        let preferences = self.preferences.get_untracked();
        if let Err(error) = storage::save(preferences::KEY, &preferences) {
            let trouble = self.sentences().storage_trouble(&NotSaved::Storage(error));
            let text = format!("{} {trouble}", self.words().for_this_tab_only);
            self.notices.show(Tone::Warning, text);
        }
    }

    /// Shows at the first visit what this is, unless it began somewhere else. Where that cannot be
    /// stored, it is shown again the next time, which is no reason for a warning.
    pub(in crate::session) fn greet(self) {
        let is_start = *self.navigation.route().read_untracked() == Route::Dashboard
            && self.navigation.scope().get_untracked() == Scope::Own;
        if is_start
            && !self
                .preferences
                .with_untracked(|preferences| preferences.welcomed)
        {
            self.navigation.adjust(Route::Welcome);
            self.preferences
                .update(|preferences| preferences.welcomed = true);
            let preferences = self.preferences.get_untracked();
            let _shown_again = storage::save(preferences::KEY, &preferences);
        }
    }

    /// Follows role and appearance when another tab changes them. The language stays, since a
    /// change would rebuild the screen while the user works on it.
    pub(in crate::session) fn follow_preferences(self) {
        let Some(theirs) = storage::load::<Preferences>(preferences::KEY) else {
            return;
        };
        self.preferences.maybe_update(|ours| {
            let before = *ours;
            (ours.role, ours.theme) = (theirs.role, theirs.theme);
            ours.welcomed |= theirs.welcomed;
            *ours != before
        });
    }
}
