//! The only way to change something: a command is decided on the stored state, its event stored,
//! then applied.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::random::BrowserRandom;
use crate::browser::storage::Disk;
use crate::browser::{clock, locks, timing};
use crate::domain::{Command, Context, Decision, Refusal, Workspace, decide, evolve};
use crate::journal::{CaughtUp, Journal, NotSaved, OpenError, StorageError};
use crate::session::Session;
use crate::session::state::notices::Tone;

/// Why a command was not carried out. The state is unchanged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    Refused(Refusal),
    NotSaved(NotSaved),
}

impl Session {
    /// Carries out a command: decides on the stored state, stores the event, applies it. Returns
    /// what is shown once.
    ///
    /// # Errors
    /// When it is refused or cannot be stored; nothing has changed then.
    pub async fn dispatch(self, command: Command) -> Result<Decision, Failure> {
        let done = self.dispatch_locked(command).await;
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
        }
    }

    pub(in crate::session) async fn dispatch_locked(
        self,
        command: Command,
    ) -> Result<Decision, Failure> {
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
            clock::after(Duration::from_millis(500), move || {
                spawn_local(self.compact())
            });
        }
        done
    }

    /// Works while no other tab does, after catching up with the others.
    pub(super) async fn locked<T: 'static>(self, work: impl FnOnce() -> T + 'static) -> Option<T> {
        let mark = move || {
            let mark = self.journal.with_value(Journal::mark);
            Disk::open().map_or(String::new(), |disk| disk.mark(&mark))
        };
        locks::exclusive(async move {
            if let Ok(disk) = Disk::open() {
                locks::wait_for_marks(|mark| disk.reaches(mark)).await;
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
        let now = self.clock();
        self.under_lock(|journal, workspace| {
            let mut context = Context {
                now,
                actor: &actor,
                random: &mut BrowserRandom::default(),
            };
            let decision = decide(workspace, command, &mut context).map_err(Failure::Refused)?;
            let mut stored = journal.append(&decision.change, workspace);
            if stored == Err(NotSaved::Storage(StorageError::Full)) && self.forget_previous(command)
            {
                stored = journal.append(&decision.change, workspace);
            }
            stored.map_err(Failure::NotSaved)?;
            self.forget_previous(command);
            // A change that was decided on a state fits it. If it ever did not, the next start
            // would set the record aside.
            evolve(workspace, &decision.change)
                .map_err(|_| Failure::NotSaved(NotSaved::Unreadable))?;
            Ok(decision)
        })
    }

    /// Catches up with other tabs, then works. Screens are notified once, if anything changed.
    pub(super) fn under_lock<T>(
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

    fn catch_up(
        self,
        journal: &mut Journal<Disk>,
        workspace: &mut Workspace,
    ) -> Result<bool, NotSaved> {
        match journal.catch_up(workspace)? {
            CaughtUp::Applied(count) => {
                // Whoever has changed something has deleted the workspace before.
                if count > 0 {
                    self.note_generation();
                }
                Ok(count > 0)
            }
            CaughtUp::Reopen => {
                locks::remove_mark();
                let disk = Disk::open().map_err(NotSaved::Storage)?;
                let opened = Journal::open(disk, clock::now()).map_err(|error| match error {
                    OpenError::Storage(error) => NotSaved::Storage(error),
                    OpenError::NewerVersion => NotSaved::NewerVersion,
                })?;
                (*journal, *workspace) = (opened.journal, opened.workspace);
                self.report_findings(&opened.findings);
                self.note_generation();
                Ok(true)
            }
        }
    }

    /// Catches up when another tab has stored something.
    pub(in crate::session) fn follow(self) {
        spawn_local(async move {
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
            self.notices
                .show(Tone::Warning, self.words().storage_nearly_full);
        }
    }
}
