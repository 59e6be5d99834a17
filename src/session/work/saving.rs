//! What is done under the lock: catching up with other tabs, deciding, storing, applying. Its code
//! is loaded when something stored is first read or anything is saved.

use leptos::prelude::*;

use crate::browser::random::BrowserRandom;
use crate::browser::storage::Disk;
use crate::browser::{clock, locks, timing};
use crate::domain::{Command, Context, Decision, Refusal, Workspace, decide, evolve};
use crate::journal::{CaughtUp, Finding, Journal, NotSaved, OpenError, StorageError};
use crate::session::Session;
use crate::session::address::scope::Scope;
use crate::session::state::training::Edit;

/// Why a command was not carried out. The state is unchanged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    Refused(Refusal),
    NotSaved(NotSaved),
    /// An attempt is shown again, in which nothing can be changed.
    ReadOnly,
    /// The code that saves could not be loaded.
    Unavailable,
}

/// Writes a whole workspace; returns whether it did.
type Replacement = Box<dyn FnOnce(&Disk) -> Result<bool, StorageError>>;

/// Is told how many turns of a command are done.
pub(super) type OnTurn = Box<dyn Fn(usize)>;

/// What is done under the lock.
pub(super) enum Work {
    CarryOut(Command),
    CarryOutInTurns(Command, OnTurn),
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
    /// Works while no other tab does, after catching up with the others.
    pub(super) async fn work_under_lock(self, room: Scope, work: Work) -> Result<Done, Failure> {
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
                Work::CarryOutInTurns(command, _) if !locks::are_available() => {
                    self.under_lock(&disk, Work::CarryOut(command))
                }
                Work::CarryOutInTurns(command, on_turn) => {
                    self.carry_out_in_turns(&command, &on_turn, &disk).await
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
                        Ok(Work::CarryOut(command)) => {
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
                        Ok(work) => self.maintain(work, journal, workspace).map_err(storage),
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

    /// Does work that is not a command. The workspace stays as it is.
    fn maintain(
        self,
        work: Work,
        journal: &mut Journal<Disk>,
        workspace: &Workspace,
    ) -> Result<Done, StorageError> {
        match work {
            Work::Compact => journal.compact(workspace)?,
            Work::BackUp => {
                // Without room for it, the records are backed up as they are.
                let _no_room = journal.compact(workspace);
                return journal.back_up(clock::now()).map(Done::BackedUp);
            }
            Work::EditAttempt(edit) => {
                let room = self.training.room.get_untracked().attempt();
                if let Some((id, attempt)) = room.zip(self.training.work()) {
                    attempt.write(id, edit)?;
                }
            }
            _ => {}
        }
        Ok(Done::Nothing)
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
        OpenError::Behind | OpenError::Busy | OpenError::Unavailable => NotSaved::Behind,
    })?;
    (*journal, *workspace) = (opened.journal, opened.workspace);
    *found = opened.findings;
    let is_named = |finding: &Finding| matches!(finding, Finding::Overwritten(_));
    if caught_up == CaughtUp::Overwritten && !found.iter().any(is_named) {
        found.push(Finding::Overwritten(1));
    }
    Ok(None)
}
