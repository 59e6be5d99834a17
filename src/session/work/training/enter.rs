//! Enters the workspace of an attempt, and leaves it again: journal and state are swapped.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::stored::read_attempt;
use crate::browser::storage::Disk;
use crate::browser::{clock, element, locks, timing};
use crate::journal::{
    AttemptId, Journal, NotSaved, OpenError, Opened, StorageError, mark_about, mark_of_attempt,
};
use crate::live::Effect;
use crate::session::Session;
use crate::session::address::scope::Scope;
use crate::session::state::training::{AttemptTrouble, OpenAttempt};

impl Session {
    /// Opens the workspace of the address whenever that is another one.
    pub(in crate::session) fn watch_attempt(self) {
        Effect::new(move |_| {
            let wanted = self.navigation.scope().get();
            self.training.trouble.set(None);
            if wanted != self.training.room.get_untracked() {
                spawn_local(self.enter_when_loaded(wanted));
            }
        });
    }

    /// Opens this workspace, or another state of the attempt that is shown again.
    pub(super) async fn open_scope(self, wanted: Scope) {
        let room = self.training.room.get_untracked();
        match wanted {
            Scope::Replay(id, state) if room.replayed() == Some(id) => {
                let shown = self.show_state(id, state.unwrap_or_default());
                self.training.trouble.set(shown.err());
            }
            _ => self.enter(wanted).await,
        }
    }

    async fn enter(self, wanted: Scope) {
        self.save_time().await;
        if wanted.is_read_only() {
            // It may be of a class whose results were kept.
            self.look_up_results().await;
        }
        let entered = locks::exclusive(self.enter_locked(wanted)).await;
        let behind = AttemptTrouble::NotOpened(NotSaved::Behind);
        if let Err(trouble) = entered.unwrap_or(Err(behind)) {
            self.training.trouble.set(Some(trouble));
        }
        self.say_replay();
        if let Some(title) = untrack(|| self.title_of_panel()) {
            self.say_panel(&title);
        }
        element::focus_soon("main h1");
    }

    async fn enter_locked(self, scope: Scope) -> Result<(), AttemptTrouble> {
        let is_wanted = || self.navigation.scope().get_untracked() == scope;
        if !is_wanted() {
            // The person is on to another one.
            return Ok(());
        }
        if let Scope::Replay(id, state) = scope {
            // Nobody has to wait for what this tab has seen of another workspace.
            locks::remove_mark();
            return self.show_state(id, state.unwrap_or_default());
        }
        let wanted = scope.attempt();
        let timing = timing::start("enter");
        let disk = Disk::open(wanted).map_err(storage)?;
        let is_up_to_date = self.waits_for_marks(wanted, &disk).await;
        if !is_wanted() {
            // Back to the one that is open, perhaps, which nobody would open again.
            return Ok(());
        }
        let attempt = match wanted {
            Some(id) => read_attempt(id).map_err(storage)?,
            None => None,
        };
        if wanted.is_some() && attempt.is_none() {
            return Err(AttemptTrouble::Gone);
        }
        if !is_up_to_date {
            return Err(AttemptTrouble::NotOpened(NotSaved::Behind));
        }
        let opened = Journal::open(disk.clone(), clock::now()).map_err(not_opened)?;
        let mut open = None;
        if let Some((id, attempt)) = wanted.zip(attempt) {
            let course = self.course_named(&attempt.course);
            let new = OpenAttempt::new(id, attempt, &opened.journal, course, clock::now());
            open = Some(new.map_err(storage)?.ok_or(AttemptTrouble::Gone)?);
        }
        self.swap(scope, open, opened, &disk);
        self.restore_kept();
        timing.end();
        self.leaves_mark(&disk).await;
        Ok(())
    }

    /// Puts another workspace in the place of the present one, of which nothing stays.
    pub(super) fn swap(
        self,
        room: Scope,
        open: Option<OpenAttempt>,
        opened: Opened<Disk>,
        disk: &Disk,
    ) {
        self.journal.set_value(opened.journal);
        self.workspace.set(opened.workspace);
        self.training.room.set(room);
        self.training.open.set(open);
        if !room.is_read_only() {
            self.training.replay.set(None);
        }
        self.training.counted.set(timing::now());
        let page = self.replacement;
        page.generation.set(disk.generation().unwrap_or(0));
        page.has_previous.set(disk.has_previous().unwrap_or(false));
        self.clock.purging.set(false);
        self.forget_work();
        self.report_findings(&opened.findings);
    }

    /// Forgets what was about a workspace that is not open any more.
    pub(super) fn forget_work(self) {
        self.undo.clear();
        self.notices.clear_undoable();
        self.notices.clear_errors();
        self.selection.clear();
        self.restoring.clear();
        self.forms.clear();
    }

    /// Waits until this tab sees what other tabs have written to this workspace. Returns whether it
    /// does.
    pub(in crate::session) async fn waits_for_marks(
        self,
        room: Option<AttemptId>,
        disk: &Disk,
    ) -> bool {
        let work = self.training.work.get_value();
        let edits = || work.as_ref()?.edits(room?);
        locks::wait_for_marks(&|mark| {
            mark_about(room, mark).is_none_or(|(written, rest)| {
                disk.reaches(rest) && (written == 0 || edits() >= Some(written))
            })
        })
        .await
    }

    /// Leaves a mark of the workspace that is open.
    pub(in crate::session) async fn leaves_mark(self, disk: &Disk) {
        let mark = disk.mark(&self.journal.with_value(Journal::mark));
        let open = |open: &OpenAttempt| mark_of_attempt(open.id, open.attempt.edits, &mark);
        let of_attempt = untrack(|| self.with_attempt(open));
        locks::leave_mark(&of_attempt.unwrap_or(mark)).await;
    }
}

pub(super) fn not_opened(error: OpenError) -> AttemptTrouble {
    match error {
        OpenError::Storage(error) => storage(error),
        OpenError::NewerVersion => AttemptTrouble::NotOpened(NotSaved::NewerVersion),
        OpenError::Behind | OpenError::Busy | OpenError::Unavailable => {
            AttemptTrouble::NotOpened(NotSaved::Behind)
        }
    }
}

pub(super) fn storage(error: StorageError) -> AttemptTrouble {
    AttemptTrouble::NotOpened(NotSaved::Storage(error))
}
