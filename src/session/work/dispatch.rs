//! The only way to change something: a command is decided on the stored state, its event stored,
//! then applied.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::saving::{Done, Failure, OnTurn, Work};
use crate::browser::storage::Disk;
use crate::browser::{clock, locks};
use crate::domain::{Command, Decision};
use crate::journal::{Journal, NotSaved, StorageError};
use crate::later::{Unavailable, later};
use crate::session::Session;
use crate::session::address::scope::Scope;
use crate::session::state::notices::Tone;
use crate::session::state::training::AttemptTrouble;

/// The screen comes first.
const PAUSE_BEFORE_COMPACTION: Duration = Duration::from_millis(500);

/// Where the storage is full or blocked, trying at once would not help.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(30);

later! { in saving:
    /// Works under the lock, with all that reads and writes what is stored.
    fn working(
        session: Session,
        room: Scope,
        work: Work,
    ) -> Pin<Box<dyn Future<Output = Result<Done, Failure>>>> {
        Box::pin(session.work_under_lock(room, work))
    }
}

/// Loads what reads and writes what is stored, so that the first change need not wait for it.
///
/// # Errors
/// When it could not be loaded.
pub async fn load_saving() -> Result<(), Unavailable> {
    working::load().await
}

impl Session {
    /// Carries out a command: decides on the stored state, stores the event, applies it. Returns
    /// what is shown once.
    ///
    /// # Errors
    /// When it is refused or cannot be stored; nothing has changed then.
    pub async fn dispatch(self, command: Command) -> Result<Decision, Failure> {
        self.note_undo(self.dispatch_locked(command).await)
    }

    /// [Carries out](Session::dispatch) a command that takes long, in turns.
    pub(super) async fn dispatch_in_turns(
        self,
        command: Command,
        on_turn: OnTurn,
    ) -> Result<Decision, Failure> {
        let work = Work::CarryOutInTurns(command, on_turn);
        self.note_undo(self.dispatch_work(work).await)
    }

    fn note_undo(self, done: Result<Decision, Failure>) -> Result<Decision, Failure> {
        if let Ok(decision) = &done {
            self.undo.note(decision.undo.clone());
        }
        done
    }

    /// Shows that something was done, with an offer to undo it where possible.
    pub fn say_done(self, decision: &Decision, text: impl Into<String>) {
        if decision.undo.is_some() {
            let label = self.words().undo;
            self.notices.show_undoable(Tone::Success, text, label);
        } else {
            self.notices.show(Tone::Success, text);
        }
    }

    /// Says that the code for something could not be loaded.
    pub fn say_not_loaded(self) {
        let text = self.words().not_loaded_text;
        self.notices.show(Tone::Error, text);
    }

    /// Says why something was not saved.
    pub fn say_not_saved(self, reason: &NotSaved) {
        let text = self.sentences().not_saved(reason);
        self.notices.show(Tone::Error, text);
    }

    /// Says why a command was not carried out.
    pub fn reason(self, failure: &Failure) -> String {
        match failure {
            Failure::Refused(refusal) => self.sentences().refusal(refusal),
            Failure::NotSaved(reason) => self.sentences().not_saved(reason),
            Failure::ReadOnly => self.words().replay_refuses.to_owned(),
            Failure::Unavailable => self.words().not_loaded_text.to_owned(),
        }
    }

    pub(in crate::session) async fn dispatch_locked(
        self,
        command: Command,
    ) -> Result<Decision, Failure> {
        self.dispatch_work(Work::CarryOut(command)).await
    }

    async fn dispatch_work(self, work: Work) -> Result<Decision, Failure> {
        let done = self.locked(work).await;
        match &done {
            Ok(_) => {
                self.notices.clear_errors();
                self.ask_to_persist();
            }
            Err(Failure::NotSaved(NotSaved::Gone)) => {
                self.say_gone(self.words().storage_cleared);
            }
            Err(_) => {}
        }
        self.compact_soon(PAUSE_BEFORE_COMPACTION);
        match done? {
            Done::Decided(decision) => Ok(*decision),
            _ => Err(Failure::NotSaved(NotSaved::Behind)),
        }
    }

    /// Works while no other tab does, after catching up with the others.
    pub(super) async fn locked(self, work: Work) -> Result<Done, Failure> {
        // The workspace that it is meant for: loading may take a while.
        let room = self.training.room.get_untracked();
        match working::call(self, room, work).await {
            Ok(done) => done.await,
            Err(_) => Err(Failure::Unavailable),
        }
    }

    /// Catches up when another tab has stored something that this one does not know of yet: saving
    /// makes it catch up as well.
    pub(in crate::session) async fn follow_if_behind(self) {
        let generation = self.replacement.generation.get_untracked();
        let room = self.training.room.get_untracked();
        if room.is_read_only() {
            return;
        }
        let is_present =
            Disk::open(room.attempt()).and_then(|disk| disk.generation()) == Ok(generation);
        let attempt = self.training.work();
        let is_attempt_behind = attempt.is_some_and(|attempt| attempt.is_behind());
        let is_behind = self.journal.with_value(Journal::is_behind) != Ok(false);
        if !is_present || is_behind || is_attempt_behind {
            self.follow().await;
        }
    }

    /// Catches up with other tabs, and leaves a mark.
    pub(in crate::session) async fn follow(self) {
        match self.locked(Work::Follow).await {
            // A tab that is behind hears of the next change.
            Err(
                Failure::NotSaved(NotSaved::Behind)
                | Failure::Refused(_)
                | Failure::ReadOnly
                | Failure::Unavailable,
            ) => {}
            Err(Failure::NotSaved(reason)) => {
                let text = self.sentences().storage_trouble(&reason);
                if reason == NotSaved::Gone {
                    self.say_gone(&format!("{text} {}", self.words().storage_cleared));
                } else {
                    self.notices.show(Tone::Error, text);
                }
            }
            // Another tab may have stored it again.
            Ok(_) => self.notices.clear_write_again(),
        }
    }

    /// Offers to store the person's own workspace again. An attempt was deleted.
    fn say_gone(self, text: &str) {
        if self.training.room.get_untracked() != Scope::Own {
            self.training.trouble.set(Some(AttemptTrouble::Gone));
        } else {
            self.offer_to_write_again(text);
        }
    }

    /// Says that this tab waits for another one, or takes that away.
    pub(in crate::session) fn say_long_wait(self, is_long: bool) {
        let words = self.words();
        if is_long {
            self.notices
                .show_waiting(words.other_tab_saves, words.retry);
        } else {
            self.notices.clear_waiting();
        }
    }

    /// Asks for the lock once more.
    pub fn ask_again(self) {
        locks::abort(true);
    }

    /// Compacts after a pause, if it is time to.
    pub(in crate::session) fn compact_soon(self, pause: Duration) {
        let is_due = self.journal.with_value(Journal::wants_compaction);
        if is_due && !self.is_compacting.get_value() {
            self.is_compacting.set_value(true);
            clock::after(pause, move || spawn_local(self.compact()));
        }
    }

    async fn compact(self) {
        let compacted = self.locked(Work::Compact).await;
        self.is_compacting.set_value(false);
        if let Err(Failure::NotSaved(NotSaved::Storage(StorageError::Full))) = compacted {
            self.notices
                .show(Tone::Warning, self.words().storage_nearly_full);
        }
        // Where it failed, it is still due.
        self.compact_soon(PAUSE_AFTER_FAILURE);
    }
}
