//! The open workspace: the state in a signal, and what else every screen needs.

use crate::live::{RwSignal, Signal};
use leptos::prelude::*;

use crate::browser::intl;
use crate::browser::storage::LocalStorage as Disk;
use crate::domain::{Customer, CustomerId, PartnerUser, Right, Workspace};
use crate::journal::{Journal, Log, StorageError};
use crate::session::state::clock::Clock;
use crate::session::state::forms::Forms;
use crate::session::state::navigation::Navigation;
use crate::session::state::notices::Notices;
use crate::session::state::preferences::Preferences;
use crate::session::state::selection::Selection;
use crate::session::state::undo::UndoHistory;
use crate::text::{Language, Sentences, Words};

/// Everything a screen needs. One for the whole program; a screen gets it with [`Session::get`].
#[derive(Clone, Copy)]
pub struct Session {
    pub(super) workspace: RwSignal<Workspace>,
    pub(super) journal: StoredValue<Journal<Disk>, LocalStorage>,
    pub(super) preferences: RwSignal<Preferences>,
    pub(super) aside: RwSignal<usize>,
    /// Where the person is.
    pub navigation: Navigation,
    /// Messages to the person.
    pub notices: Notices,
    /// Unfinished forms.
    pub forms: Forms,
    /// The users selected in a list.
    pub selection: Selection,
    /// The deleted users selected in their list.
    pub restoring: Selection,
    pub(super) clock: Clock,
    pub(super) undo: UndoHistory,
}

impl Session {
    /// The session of the program.
    pub fn get() -> Self {
        expect_context()
    }

    /// The state. Nothing but [`Session::dispatch`] changes it.
    pub fn workspace(self) -> Signal<Workspace> {
        self.workspace.into()
    }

    /// Reads a customer; none where there is no such customer. The reader is called again whenever the state changes.
    pub fn with_customer<T>(self, id: CustomerId, read: impl FnOnce(&Customer) -> T) -> Option<T> {
        self.workspace
            .with(|workspace| workspace.customer(id).map(read))
    }

    /// The activity log as it is stored, followed.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn log(self) -> Result<Log, StorageError> {
        self.workspace.track();
        self.journal.with_value(Journal::log)
    }

    /// What the person has chosen for this browser.
    pub fn preferences(self) -> Preferences {
        self.preferences.get()
    }

    /// The language of the screen.
    pub fn language(self) -> Language {
        language_of(self.preferences.get())
    }

    /// The words of the language; read once, since a change of language builds the screen anew.
    pub fn words(self) -> &'static Words {
        untrack(|| self.language()).words()
    }

    /// The sentences of the language.
    pub fn sentences(self) -> Sentences {
        untrack(|| self.language()).sentences()
    }

    /// A number as the language writes it.
    pub fn number(self, number: impl TryInto<i64>) -> String {
        intl::number(
            untrack(|| self.language()).tag(),
            number.try_into().unwrap_or(i64::MAX),
        )
    }

    /// The person at the screen.
    pub fn partner_user(self) -> PartnerUser {
        self.preferences.get().partner_user()
    }

    /// Why the person may not do this; none where they may.
    pub fn why_not(self, right: Right) -> Option<String> {
        let role = self.preferences.get().role;
        (!role.may(right)).then(|| self.sentences().not_allowed(role, right))
    }
}

/// Returns the chosen language, or else the one the browser asks for.
pub(super) fn language_of(preferences: Preferences) -> Language {
    let browsers = || {
        intl::preferred_language()
            .as_deref()
            .and_then(Language::from_tag)
    };
    preferences.language.or_else(browsers).unwrap_or_default()
}
