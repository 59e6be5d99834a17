//! The open workspace: the state in a signal, and `dispatch`, the one door to change it.

use std::time::Duration;

use crate::live::{RwSignal, Signal, effect, spawn};
use leptos::prelude::*;

use super::forms::Forms;
use super::navigation::Navigation;
use super::notices::{Notices, Tone};
use super::preferences::{self, Preferences};
use super::selection::Selection;
use super::undo::Undo;
use crate::browser::random::BrowserRandom;
use crate::browser::storage::LocalStorage as Disk;
use crate::browser::{clock, element, files, intl, locks, storage, timing};
use crate::domain::{
    Command, Context, Customer, CustomerId, Decision, LicenseResult, Moment, PartnerUser, Refusal,
    Right, Workspace, decide, evolve,
};
use crate::journal::{
    CaughtUp, Finding, Journal, NotSaved, OpenError, Opened, Storage, StorageError, reaches,
};
use crate::text::{Language, Sentences, Words};

/// Why a command was not carried out. The state is as before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The rules are against it.
    Refused(Refusal),
    /// It could not be stored.
    NotSaved(NotSaved),
}

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
    workspace: RwSignal<Workspace>,
    journal: StoredValue<Journal<Disk>, LocalStorage>,
    preferences: RwSignal<Preferences>,
    now: RwSignal<Moment>,
    aside: RwSignal<usize>,
    /// Where the person is.
    pub navigation: Navigation,
    /// Messages to the person.
    pub notices: Notices,
    /// Unfinished forms.
    pub forms: Forms,
    /// The users selected in a list.
    pub selection: Selection,
    undo: Undo,
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
            now: RwSignal::new(clock::now()),
            aside: RwSignal::new(0),
            navigation: Navigation::begin(),
            notices: Notices::new(),
            forms: Forms::new(),
            selection: Selection::new(),
            undo: Undo::new(),
        };
        provide_context(session);
        session.selection.watch(session.navigation);
        element::on_undo_key(move || spawn(session.take_back()));
        session.forms.watch(session.navigation);
        session.tell(&findings);
        session.count_aside();
        clock::every(Duration::from_secs(15), move || {
            session.now.set(clock::now())
        });
        storage::on_change_elsewhere(move || session.follow());
        effect(move || {
            element::set_root_attribute("data-theme", session.preferences.get().theme.code());
            element::set_root_attribute("lang", Some(session.language().tag()));
        });
        session
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

    /// The time of the workspace; moves on by itself.
    pub fn now(self) -> Moment {
        let clock = self.now.get();
        self.workspace.with(|workspace| workspace.now(clock))
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
            self.notices.show(
                Tone::Warning,
                self.sentences().not_saved(&NotSaved::Storage(error)),
            );
        }
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

    /// Carries out a command: decided on the state as it is stored, stored, then applied. What is to be shown once comes
    /// back.
    ///
    /// # Errors
    /// When it is refused or cannot be stored; nothing has changed then.
    pub async fn dispatch(self, command: Command) -> Result<Decision, Failure> {
        let mut done = self.dispatch_locked(command).await;
        if let Ok(decision) = &mut done {
            self.undo.note(decision.undo.take());
        }
        done
    }

    /// Takes back the latest change of this tab that can be taken back: by a change that is decided like any other.
    pub async fn take_back(self) {
        let Some(command) = self.undo.latest() else {
            return self
                .notices
                .show(Tone::Warning, self.words().nothing_to_undo);
        };
        match self.dispatch_locked(command).await {
            Ok(decision) => {
                self.undo.forget_latest();
                self.notices.clear_undoable();
                self.forms.licenses_undone();
                // The button, or the results it was pressed on, are gone.
                element::focus_if_lost("main h1");
                let (mut undone, mut kept) = (0, 0);
                for outcome in &decision.outcomes {
                    match outcome.result {
                        LicenseResult::Changed(_) | LicenseResult::Unchanged => {
                            undone += outcome.users.len()
                        }
                        LicenseResult::Refused(_) | LicenseResult::Gone => {
                            kept += outcome.users.len()
                        }
                    }
                }
                let tone = if kept == 0 {
                    Tone::Success
                } else {
                    Tone::Warning
                };
                let text =
                    self.sentences()
                        .undone(&self.number(undone), &self.number(kept), kept > 0);
                self.notices.show(tone, text);
            }
            Err(failure) => {
                let text = self.sentences().not_undone(&self.reason(&failure));
                self.notices.show(Tone::Error, text);
            }
        }
    }

    /// Why a command was not carried out, in words.
    pub fn reason(self, failure: &Failure) -> String {
        match failure {
            Failure::Refused(refusal) => self.sentences().refusal(refusal),
            Failure::NotSaved(reason) => self.sentences().not_saved(reason),
        }
    }

    async fn dispatch_locked(self, command: Command) -> Result<Decision, Failure> {
        let locked = self.locked(move || {
            let timing = timing::start("dispatch");
            let done = self.carry_out(&command);
            timing.end();
            done
        });
        let done = locked
            .await
            .unwrap_or(Err(Failure::NotSaved(NotSaved::Storage(
                StorageError::Blocked,
            ))));
        if done.is_ok() {
            self.notices.clear_errors();
        }
        if self.journal.with_value(Journal::wants_compaction) {
            clock::after(Duration::from_millis(500), move || spawn(self.compact()));
        }
        done
    }

    /// Does the work while no other tab does, and on what the tabs before this one have written.
    async fn locked<T: 'static>(self, work: impl FnOnce() -> T + 'static) -> Option<T> {
        let mark = move || self.journal.with_value(Journal::mark);
        locks::exclusive(async move {
            if let Ok(disk) = Disk::open() {
                locks::wait_for_marks(|mark| reaches(&disk, mark)).await;
            }
            let before = mark();
            let done = work();
            let after = mark();
            if after != before {
                locks::leave_mark(&after).await;
            }
            done
        })
        .await
    }

    fn carry_out(self, command: &Command) -> Result<Decision, Failure> {
        let actor = untrack(|| self.partner_user());
        self.under_lock(|journal, workspace| {
            let mut context = Context {
                now: clock::now(),
                actor: &actor,
                random: &mut BrowserRandom,
            };
            let decision = decide(workspace, command, &mut context).map_err(Failure::Refused)?;
            journal
                .append(&decision.change, workspace)
                .map_err(Failure::NotSaved)?;
            // What was decided on a state fits it; should it ever not, the record is set aside at the next start.
            evolve(workspace, &decision.change)
                .map_err(|_| Failure::NotSaved(NotSaved::Unreadable))?;
            Ok(decision)
        })
    }

    /// Catches up with the other tabs, then does the work; screens hear of it once, if anything changed.
    fn under_lock<T>(
        self,
        work: impl FnOnce(&mut Journal<Disk>, &mut Workspace) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let mut result = Err(Failure::NotSaved(NotSaved::Gone));
        self.journal.update_value(|journal| {
            self.workspace.maybe_update(|workspace| {
                let caught_up = self.catch_up(journal, workspace);
                let changed = !matches!(caught_up, Ok(false));
                result = caught_up
                    .map_err(Failure::NotSaved)
                    .and_then(|_| work(journal, workspace));
                changed || result.is_ok()
            });
        });
        result
    }

    /// Has anything changed?
    fn catch_up(
        self,
        journal: &mut Journal<Disk>,
        workspace: &mut Workspace,
    ) -> Result<bool, NotSaved> {
        match journal.catch_up(workspace)? {
            CaughtUp::Applied(count) => Ok(count > 0),
            CaughtUp::Reopen => {
                locks::remove_mark();
                let disk = Disk::open().map_err(NotSaved::Storage)?;
                let opened = Journal::open(disk, clock::now()).map_err(|error| match error {
                    OpenError::Storage(error) => NotSaved::Storage(error),
                    OpenError::NewerVersion => NotSaved::NewerVersion,
                })?;
                (*journal, *workspace) = (opened.journal, opened.workspace);
                self.tell(&opened.findings);
                Ok(true)
            }
        }
    }

    /// Another tab has stored something.
    fn follow(self) {
        spawn(async move {
            let followed = self.locked(move || {
                self.under_lock(|_, _| Err::<(), _>(Failure::Refused(Refusal::NothingToChange)))
            });
            if let Some(Err(Failure::NotSaved(reason))) = followed.await {
                self.notices
                    .show(Tone::Error, self.sentences().storage_trouble(&reason));
            }
        });
    }

    async fn compact(self) {
        let compacted = self.locked(move || {
            self.under_lock(|journal, workspace| {
                journal
                    .compact(workspace)
                    .map_err(|error| Failure::NotSaved(NotSaved::Storage(error)))
            })
        });
        if let Some(Err(Failure::NotSaved(NotSaved::Storage(StorageError::Full)))) = compacted.await
        {
            self.notices.show(Tone::Warning, self.words().storage_full);
        }
    }

    fn tell(self, findings: &[Finding]) {
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
