//! The open workspace: the state in a signal, and what else every screen needs.

use crate::live::{RwSignal, Signal, effect, spawn};
use leptos::prelude::*;

use crate::browser::storage::LocalStorage as Disk;
use crate::browser::{clock, element, files, intl, locks, storage};
use crate::domain::{Customer, CustomerId, PartnerUser, Right, UserNumber, Workspace};
use crate::journal::{
    Finding, Journal, Log, NotSaved, OpenError, Opened, Storage, StorageError, reaches,
};
use crate::session::state::forms::Forms;
use crate::session::state::navigation::Navigation;
use crate::session::state::notices::{Notices, Tone};
use crate::session::state::preferences::{self, Preferences};
use crate::session::state::selection::Selection;
use crate::session::work::clock::Time;
use crate::session::work::undo::Undo;
use crate::text::{Language, Sentences, Words};

/// Why the program cannot start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StartError {
    /// What is wrong with the stored workspace.
    pub error: OpenError,
    /// The language to say it in.
    pub language: Language,
}

/// Everything a screen needs. One for the whole program; a screen gets it with [`Session::get`].
#[derive(Clone, Copy)]
pub struct Session {
    pub(in crate::session) workspace: RwSignal<Workspace>,
    pub(in crate::session) journal: StoredValue<Journal<Disk>, LocalStorage>,
    preferences: RwSignal<Preferences>,
    aside: RwSignal<usize>,
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
    pub(in crate::session) time: Time,
    pub(in crate::session) undo: Undo,
}

/// Opens the stored workspace, or begins one.
///
/// # Errors
/// When the storage is blocked or full, or a later version has written it.
pub async fn open() -> Result<(Opened<Disk>, Preferences), StartError> {
    let disk = Disk::open();
    let stored = disk
        .as_ref()
        .ok()
        .and_then(|disk| disk.get(preferences::KEY).ok().flatten());
    let preferences = stored.map_or_else(Preferences::default, |text| Preferences::read(&text));
    let failed = |error| StartError {
        error,
        language: language_of(preferences),
    };
    let disk = disk.map_err(|error| failed(error.into()))?;
    let opening = async move {
        locks::wait_for_marks(|mark| reaches(&disk, mark)).await;
        Journal::open(disk, clock::now())
    };
    match locks::exclusive(opening).await {
        Some(opened) => opened.map(|opened| (opened, preferences)).map_err(failed),
        None => Err(failed(StorageError::Blocked.into())),
    }
}

fn language_of(preferences: Preferences) -> Language {
    let browsers = || {
        intl::preferred_language()
            .as_deref()
            .and_then(Language::from_tag)
    };
    preferences.language.or_else(browsers).unwrap_or_default()
}

impl Session {
    /// Begins the session with an open workspace. Call it once, under the owner of the whole program.
    pub fn begin(opened: Opened<Disk>, preferences: Preferences) -> Self {
        let Opened {
            journal,
            workspace,
            findings,
        } = opened;
        let session = Self {
            workspace: RwSignal::new(workspace),
            journal: StoredValue::new_local(journal),
            preferences: RwSignal::new(preferences),
            aside: RwSignal::new(0),
            navigation: Navigation::begin(),
            notices: Notices::new(),
            forms: Forms::new(),
            selection: Selection::new(),
            restoring: Selection::new(),
            time: Time::new(),
            undo: Undo::new(),
        };
        provide_context(session);
        session.selection.watch(session.navigation);
        session.restoring.watch(session.navigation);
        effect(move || session.forget_gone());
        element::on_undo_key(move || spawn(session.take_back()));
        session.forms.watch(session.navigation, session.notices);
        session.tell(&findings);
        session.count_aside();
        session.watch_time();
        session.follow_drops();
        storage::on_change_elsewhere(move || {
            session.follow_preferences();
            session.follow();
        });
        effect(move || {
            element::set_root_attribute("data-theme", session.preferences.get().theme.code());
            element::set_root_attribute("lang", Some(session.language().tag()));
        });
        session
    }

    /// Whoever is not there any more, neither active nor deleted, leaves the selections: an upload was undone, or an account was
    /// purged. Others may be given their numbers.
    fn forget_gone(self) {
        let Some(customer) = self.navigation.route().read().customer() else {
            return;
        };
        for selection in [self.selection, self.restoring] {
            let selected = selection.users().get_untracked();
            let gone = |of: &Customer| -> Vec<UserNumber> {
                let selected = selected.iter().copied();
                selected.filter(|one| of.users.of(*one).is_none()).collect()
            };
            let gone = self.with_customer(customer, gone).unwrap_or_default();
            if !gone.is_empty() {
                selection.set(gone, false);
            }
        }
    }

    /// The session of the program.
    pub fn get() -> Self {
        expect_context()
    }

    /// The state. Nothing but [`Session::dispatch`] changes it.
    pub fn workspace(self) -> Signal<Workspace> {
        self.workspace.read_only()
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

    /// How many damaged pieces have been set aside.
    pub fn set_aside_count(self) -> usize {
        self.aside.get()
    }

    /// What has been set aside, as a text (JSON) to download.
    pub fn set_aside_text(self) -> String {
        let pieces = self
            .journal
            .with_value(Journal::set_aside)
            .unwrap_or_default();
        files::json(&pieces)
    }

    /// Deletes what has been set aside.
    pub fn forget_set_aside(self) {
        if let Err(error) = self.journal.with_value(Journal::forget_set_aside) {
            self.notices.show(
                Tone::Error,
                self.sentences().not_saved(&NotSaved::Storage(error)),
            );
        }
        self.count_aside();
    }

    pub(in crate::session) fn tell(self, findings: &[Finding]) {
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
                Finding::OriginRebuilt => self.notices.show(Tone::Warning, words.origin_rebuilt),
                Finding::NewerVersion => self.notices.show(Tone::Warning, words.newer_read_only),
            }
        }
        if !locks::are_available() {
            self.notices.show(Tone::Warning, words.one_tab_only);
        }
        self.count_aside();
    }

    fn count_aside(self) {
        let count = self
            .journal
            .try_with_value(|journal| journal.set_aside().map_or(0, |pieces| pieces.len()));
        self.aside.set(count.unwrap_or(0));
    }
}
