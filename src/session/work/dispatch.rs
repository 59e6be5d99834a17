//! The only way to change something: a command is decided on the stored state, its event stored,
//! then applied.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::random::BrowserRandom;
use crate::browser::storage::Disk;
use crate::browser::{clock, locks, timing};
use crate::domain::{Command, Context, Decision, Refusal, Workspace, decide, evolve};
use crate::journal::{CaughtUp, Finding, Journal, NotSaved, OpenError, StorageError};
use crate::later::later;
use crate::session::Session;
use crate::session::address::scope::Scope;
use crate::session::state::notices::Tone;
use crate::session::state::training::{AttemptTrouble, Edit};

/// The screen comes first.
const PAUSE_BEFORE_COMPACTION: Duration = Duration::from_millis(500);

/// Where the storage is full or blocked, trying at once would not help.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(30);

/// Why a command was not carried out. The state is unchanged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    Refused(Refusal),
    NotSaved(NotSaved),
    /// An attempt is shown again, in which nothing can be changed.
    ReadOnly,
    /// The code that decides could not be loaded.
    Unavailable,
}

/// Decides a command on a state: [`decide`].
pub(super) type Decide = fn(&Workspace, &Command, &mut Context<'_>) -> Result<Decision, Refusal>;

later! { in work:
    /// Returns what decides commands, which needs more code than everything else that saves.
    fn deciding() -> Decide {
        decide
    }
}

/// Writes a whole workspace; returns whether it did.
type Replacement = Box<dyn FnOnce(&Disk) -> Result<bool, StorageError>>;

/// Is told how many turns of a command are done.
pub(super) type OnTurn = Box<dyn Fn(usize)>;

/// What is done under the lock.
pub(super) enum Work {
    CarryOut(Command, Decide),
    CarryOutInTurns(Command, Decide, OnTurn),
    /// Only catch up with other tabs.
    Follow,
    Compact,
    BackUp,
    /// Change which workspace is the present one.
    Replace(Replacement),
    /// Change the attempt that this tab is in.
    EditAttempt(Edit),
}

/// What came of it.
pub(super) enum Done {
    Decided(Box<Decision>),
    BackedUp(String),
    /// Whether another workspace is the present one now.
    Replaced(bool),
    Nothing,
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
        let work = |decide| Work::CarryOutInTurns(command, decide, on_turn);
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
        self.dispatch_work(|decide| Work::CarryOut(command, decide))
            .await
    }

    async fn dispatch_work(self, work: impl FnOnce(Decide) -> Work) -> Result<Decision, Failure> {
        let decide = deciding::call().await.map_err(|_| Failure::Unavailable)?;
        let done = self.locked(work(decide)).await;
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
        let room = self.training.room.get_untracked();
        if room.is_read_only() {
            return match work {
                Work::Follow | Work::Compact => Ok(Done::Nothing),
                _ => Err(Failure::ReadOnly),
            };
        }
        let locked = locks::exclusive(async move {
            if self.training.room.get_untracked() != room {
                // It was meant for a workspace that this tab has left meanwhile.
                return Err(NotSaved::Behind);
            }
            let attempt = room.attempt();
            let disk = Disk::open(attempt).map_err(NotSaved::Storage)?;
            let is_up_to_date = self.waits_for_marks(attempt, &disk).await;
            let replaces = matches!(work, Work::Replace(_));
            if !replaces && disk.is_gone().map_err(NotSaved::Storage)? {
                // Nobody has to wait any more for what this tab has seen.
                locks::remove_mark();
                return Err(NotSaved::Gone);
            }
            if !is_up_to_date {
                return Err(NotSaved::Behind);
            }
            let done = match work {
                // Without locks, this tab could do something else in between.
                Work::CarryOutInTurns(command, decide, _) if !locks::are_available() => {
                    self.under_lock(&disk, Work::CarryOut(command, decide))
                }
                Work::CarryOutInTurns(command, decide, on_turn) => {
                    self.carry_out_in_turns(&command, decide, &on_turn, &disk)
                        .await
                }
                work => self.under_lock(&disk, work),
            };
            self.leaves_mark(&disk).await;
            Ok(done)
        });
        let done = locked.await.unwrap_or(Err(NotSaved::Behind));
        done.map_err(Failure::NotSaved)?
    }

    /// Catches up with other tabs, then works. Screens are notified once, if anything changed.
    pub(super) fn under_lock(self, disk: &Disk, work: Work) -> Result<Done, Failure> {
        let timing = matches!(work, Work::CarryOut(..)).then(|| timing::start("dispatch"));
        let actor = untrack(|| self.partner_user());
        let now = self.clock();
        let is_follower = matches!(work, Work::Follow | Work::EditAttempt(_));
        let work = match work {
            // Catching up then opens the other workspace.
            Work::Replace(change) => Err(change(disk).map_err(storage)?),
            work => Ok(work),
        };
        let mut result = Err(Failure::NotSaved(NotSaved::Gone));
        let mut found = Vec::new();
        let mut is_reopened = false;
        let generation = self.replacement.generation.get_untracked();
        self.journal.update_value(|journal| {
            self.workspace.maybe_update(|workspace| {
                let caught_up = catch_up(journal, workspace, disk, generation, &mut found);
                is_reopened = matches!(caught_up, Ok(None));
                let changed = !matches!(caught_up, Ok(Some(0)));
                result = caught_up
                    .map_err(Failure::NotSaved)
                    .and_then(|_| match work {
                        Ok(Work::CarryOut(command, decide)) => {
                            let mut context = Context {
                                now,
                                actor: &actor,
                                random: &mut BrowserRandom::default(),
                            };
                            decide(workspace, &command, &mut context)
                                .map_err(Failure::Refused)
                                .and_then(|decision| {
                                    self.carry_out(&command, decision, disk, journal, workspace)
                                })
                        }
                        Ok(Work::Compact) => {
                            let compacted = journal.compact(workspace).map_err(storage);
                            compacted.map(|()| Done::Nothing)
                        }
                        Ok(Work::BackUp) => {
                            // Without room for it, the records are backed up as they are.
                            let _no_room = journal.compact(workspace);
                            let content = journal.back_up(clock::now()).map_err(storage);
                            content.map(Done::BackedUp)
                        }
                        Ok(Work::EditAttempt(edit)) => {
                            let room = self.training.room.get_untracked().attempt();
                            let attempt = room.zip(self.training.work());
                            let edited =
                                attempt.map_or(Ok(()), |(id, attempt)| attempt.write(id, edit));
                            edited.map(|()| Done::Nothing).map_err(storage)
                        }
                        Ok(_) => Ok(Done::Nothing),
                        Err(is_replaced) => Ok(Done::Replaced(is_replaced)),
                    });
                changed || (result.is_ok() && !is_follower)
            });
        });
        // Only now can the journal be asked what is set aside.
        if is_reopened {
            self.report_findings(&found);
        }
        // Whoever has changed something has deleted the workspace before.
        self.note_generation();
        if let Some(attempt) = self.training.work() {
            attempt.note();
        }
        if let Some(timing) = timing {
            timing.end();
        }
        result
    }

    fn carry_out(
        self,
        command: &Command,
        decision: Decision,
        disk: &Disk,
        journal: &mut Journal<Disk>,
        workspace: &mut Workspace,
    ) -> Result<Done, Failure> {
        self.store(command, &decision.change, disk, journal, workspace)
            .map_err(Failure::NotSaved)?;
        // A change that was decided on a state fits it. If it ever did not, the next start would
        // set the record aside.
        evolve(workspace, &decision.change).map_err(|_| Failure::NotSaved(NotSaved::Unreadable))?;
        Ok(Done::Decided(Box::new(decision)))
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

fn storage(error: StorageError) -> Failure {
    Failure::NotSaved(NotSaved::Storage(error))
}

/// Applies what other tabs have stored, or opens the workspace anew. Returns the number of changes
/// applied, or `None` if it was opened anew, with the findings in `found`.
fn catch_up(
    journal: &mut Journal<Disk>,
    workspace: &mut Workspace,
    disk: &Disk,
    generation: u64,
    found: &mut Vec<Finding>,
) -> Result<Option<usize>, NotSaved> {
    let is_replaced = disk.generation().map_err(NotSaved::Storage)? != generation;
    let caught_up = if is_replaced {
        CaughtUp::Reopen
    } else {
        journal.catch_up(workspace)?
    };
    if let CaughtUp::Applied(count) = caught_up {
        return Ok(Some(count));
    }
    locks::remove_mark();
    let opened = Journal::open(disk.clone(), clock::now()).map_err(|error| match error {
        OpenError::Storage(error) => NotSaved::Storage(error),
        OpenError::NewerVersion => NotSaved::NewerVersion,
        OpenError::Behind | OpenError::Busy => NotSaved::Behind,
    })?;
    (*journal, *workspace) = (opened.journal, opened.workspace);
    *found = opened.findings;
    let is_named = |finding: &Finding| matches!(finding, Finding::Overwritten(_));
    if caught_up == CaughtUp::Overwritten && !found.iter().any(is_named) {
        found.push(Finding::Overwritten(1));
    }
    Ok(None)
}
