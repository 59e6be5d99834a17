//! The open workspace: the state in a signal, and what else every screen needs.

use crate::live::{RwSignal, Signal};
use leptos::prelude::*;

use crate::browser::intl;
use crate::browser::storage::Disk;
use crate::domain::{Customer, CustomerId, PartnerUser, Right, Workspace};
use crate::journal::{Journal, Log, LogEntry, StorageError};
use crate::session::address::route::Route;
use crate::session::preferences::Preferences;
use crate::session::state::authoring::Authoring;
use crate::session::state::clock::Clock;
use crate::session::state::courses::Courses;
use crate::session::state::forms::Forms;
use crate::session::state::lms::LmsSession;
use crate::session::state::navigation::Navigation;
use crate::session::state::notices::Notices;
use crate::session::state::pointing::Pointing;
use crate::session::state::replacement::Replacement;
use crate::session::state::results::ClassResults;
use crate::session::state::selection::Selection;
use crate::session::state::training::Training;
use crate::session::state::undo::UndoHistory;
use crate::text::{Language, Sentences, WordTable, Words};

/// What every screen needs. The program has one session, which a screen gets with [`Session::get`].
#[derive(Clone, Copy)]
pub struct Session {
    pub(super) workspace: RwSignal<Workspace>,
    pub(super) journal: StoredValue<Journal<Disk>, LocalStorage>,
    pub(super) preferences: RwSignal<Preferences>,
    pub(super) aside: RwSignal<usize>,
    pub navigation: Navigation,
    pub notices: Notices,
    pub pointing: Pointing,
    pub forms: Forms,
    /// The users selected in the list of users.
    pub selection: Selection,
    /// The users selected in the list of deleted users.
    pub restoring: Selection,
    pub(super) clock: Clock,
    pub(super) undo: UndoHistory,
    /// The page Workspace.
    pub replacement: Replacement,
    /// The courses beside the built-in one, and opening the file of one.
    pub courses: Courses,
    /// The results of a class.
    pub results: ClassResults,
    pub(super) training: Training,
    pub(super) authoring: Authoring,
    pub(super) lms: LmsSession,
    /// A compaction is on its way.
    pub(super) is_compacting: StoredValue<bool, LocalStorage>,
}

impl Session {
    pub fn get() -> Self {
        expect_context()
    }

    /// Returns the state. Only [`Session::dispatch`] changes it.
    pub fn workspace(self) -> Signal<Workspace> {
        self.workspace.into()
    }

    /// Reads a customer, if it exists, and tracks the state.
    pub fn with_customer<T>(self, id: CustomerId, read: impl FnOnce(&Customer) -> T) -> Option<T> {
        self.workspace
            .with(|workspace| workspace.customer(id).map(read))
    }

    /// Reads a customer, or returns the default if it does not exist, and tracks the state.
    pub fn read_customer<T: Default>(self, id: CustomerId, read: impl FnOnce(&Customer) -> T) -> T {
        self.with_customer(id, read).unwrap_or_default()
    }

    /// Returns the activity log as it is stored, and tracks the state.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn log(self) -> Result<Log, StorageError> {
        self.workspace.track();
        self.journal.with_value(Journal::log)
    }

    /// Returns whether anything was ever changed, and tracks the state.
    pub fn has_changes(self) -> bool {
        self.workspace.track();
        self.journal.with_value(Journal::has_changes)
    }

    /// Returns the latest entries of the activity log, the last one first, and tracks the state.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn latest_changes(self, count: usize) -> Result<Vec<LogEntry>, StorageError> {
        self.workspace.track();
        self.journal
            .with_value(|journal| journal.latest_entries(count))
    }

    pub fn preferences(self) -> Preferences {
        self.preferences.get()
    }

    /// Returns the address of a view, for a link. It stays in the attempt that this tab is in.
    pub fn link(self, route: &Route) -> String {
        self.navigation.link(route)
    }

    pub fn language(self) -> Language {
        language_of(self.preferences.get())
    }

    /// Returns the words of the language, untracked: changing the language rebuilds the screen.
    pub fn words(self) -> &'static Words {
        self.texts()
    }

    /// Returns the texts of a table, untracked like the words.
    pub fn texts<T: WordTable>(self) -> &'static T {
        untrack(|| self.language()).texts()
    }

    pub fn sentences(self) -> Sentences {
        untrack(|| self.language()).sentences()
    }

    /// Formats a number.
    pub fn number(self, number: impl TryInto<i64>) -> String {
        intl::number(
            untrack(|| self.language()).tag(),
            number.try_into().unwrap_or(i64::MAX),
        )
    }

    pub fn partner_user(self) -> PartnerUser {
        PartnerUser {
            role: self.role(),
            ..self.preferences.get().partner_user()
        }
    }

    /// Returns why the person may not do this, if so.
    pub fn why_not(self, right: Right) -> Option<String> {
        if let Some(reason) = self.why_read_only() {
            return Some(reason.to_owned());
        }
        let role = self.role();
        (!role.may(right)).then(|| self.sentences().not_allowed(role, right))
    }

    /// Returns why nothing at all may be changed in the workspace that is open, and tracks it.
    pub fn why_read_only(self) -> Option<&'static str> {
        let is_read_only = self.training.room.get().is_read_only();
        is_read_only.then(|| self.words().replay_refuses)
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
