//! Follows what is reached in the attempt that this tab is in.

use leptos::prelude::*;

use super::stored::read_attempt;
use crate::browser::timing;
use crate::domain::{Change, PartnerRole};
use crate::journal::{AttemptId, Journal};
use crate::live::{Effect, Signal};
use crate::session::Session;
use crate::session::address::scope::Scope;
use crate::session::state::training::{AttemptTrouble, OpenAttempt, OpenReplay};
use crate::training::Goal;

impl Session {
    /// Returns the attempt whose workspace is open, or `None` for the person's own, and tracks it.
    pub fn attempt(self) -> Option<AttemptId> {
        self.training.room.get().attempt()
    }

    /// Returns which workspace is open, and tracks it.
    pub fn scope(self) -> Scope {
        self.training.room.get()
    }

    /// Returns whether the workspace of the address is still to be opened, and tracks it.
    pub fn is_entering(self) -> bool {
        self.training.room.get() != self.navigation.scope().get()
    }

    /// Returns why the workspace of the address is not open.
    pub fn attempt_trouble(self) -> Signal<Option<AttemptTrouble>> {
        self.training.trouble.into()
    }

    /// Reads the attempt that this tab is in, if any, and tracks it.
    pub fn with_attempt<T>(self, read: impl FnOnce(&OpenAttempt) -> T) -> Option<T> {
        self.training.open.with(|open| open.as_ref().map(read))
    }

    /// Returns the role in which the person works: that of the attempt, or the chosen one.
    pub fn role(self) -> PartnerRole {
        let of_attempt = self.with_attempt(|open| open.attempt.role);
        let of_replay = || self.with_replay(OpenReplay::role);
        let role = of_attempt.or_else(of_replay);
        role.unwrap_or_else(|| self.preferences.get().role)
    }

    /// Returns what the trainee has changed in the attempt that this tab is in.
    pub fn changes_of_attempt(self) -> Vec<Change> {
        let prepared = untrack(|| self.with_attempt(|open| open.attempt.prepared));
        let changes = prepared.and_then(|prepared| {
            self.journal
                .with_value(|journal| journal.changes_after(prepared).ok())
        });
        let changes = changes.unwrap_or_default().into_iter();
        changes.map(|(_, change)| change).collect()
    }

    /// Follows every change while the tab is in an attempt.
    pub(super) fn watch_progress(self) {
        Effect::new(move |_| {
            self.workspace.track();
            self.follow_progress();
        });
    }

    /// Follows the changes and acts since, and says which goals are reached by them.
    pub(super) fn follow_progress(self) {
        let clock = self.clock();
        let mut news = None;
        self.training.open.maybe_update(|open| {
            let Some(open) = open else { return false };
            let timing = timing::start("tick");
            let last = open.replay.last();
            let changes = self
                .journal
                .with_value(|journal| journal.changes_after(last));
            let before = open.replay.progress().clone();
            let changes = changes.unwrap_or_default();
            open.replay
                .follow(open.exercise, &open.attempt, &changes, clock);
            timing.end();
            news = Some(News::since(before.reached(), open));
            *open.replay.progress() != before
        });
        if let Some(News {
            reached,
            lost,
            is_complete,
        }) = news.filter(News::is_any)
        {
            let language = untrack(|| self.language());
            let [reached, lost] = [reached, lost]
                .map(|goals| goals.iter().map(|goal| language.of(&goal.text)).collect());
            let (reached, lost): (Vec<_>, Vec<_>) = (reached, lost);
            let text = self.sentences().goal_news(&reached, &lost, is_complete);
            self.pointing.say(text);
        }
    }

    /// Takes note of what other tabs have written to the attempt. Where it was begun anew, nothing
    /// that was about it before stays.
    pub(super) fn note_attempt(self) {
        let Some(id) = self.training.room.get_untracked().attempt() else {
            return;
        };
        let Ok(Some(attempt)) = read_attempt(id) else {
            return self.training.trouble.set(Some(AttemptTrouble::Gone));
        };
        let clock = self.clock();
        let mut is_other = false;
        self.training.open.maybe_update(|open| {
            let Some(known) = open else { return false };
            if known.attempt.edits == attempt.edits {
                return false;
            }
            is_other = known.attempt.begun != attempt.begun;
            if is_other {
                let course = self.course_named(&attempt.course);
                let new =
                    |journal: &Journal<_>| OpenAttempt::new(id, attempt, journal, course, clock);
                if let Ok(Some(new)) = self.journal.with_value(new) {
                    *known = new;
                }
            } else {
                known.attempt = attempt;
            }
            true
        });
        if is_other {
            self.forget_work();
            self.training.counted.set(timing::now());
        }
        self.follow_progress();
    }

    /// Returns whether another tab has written to the attempt.
    pub(super) fn is_attempt_behind(self) -> bool {
        let known = untrack(|| self.with_attempt(|open| (open.id, open.attempt.edits)));
        known.is_some_and(|(id, edits)| {
            let stored = read_attempt(id);
            stored.is_ok_and(|stored| stored.is_none_or(|stored| stored.edits != edits))
        })
    }
}

/// What has come of the goals.
struct News {
    /// Those that are reached now and were not before.
    reached: Vec<&'static Goal>,
    /// Those that are not reached any more.
    lost: Vec<&'static Goal>,
    /// Whether all are reached.
    is_complete: bool,
}

impl News {
    fn since(before: &[bool], open: &OpenAttempt) -> Self {
        let goals = open.exercise.goals.iter();
        let all = goals.zip(before.iter().zip(open.reached()));
        let changed = |wanted: bool| {
            let changed = all
                .clone()
                .filter(move |(_, (was, is))| was != is && **is == wanted);
            changed.map(|(goal, _)| goal).collect()
        };
        Self {
            reached: changed(true),
            lost: changed(false),
            is_complete: open.replay.progress().is_complete(),
        }
    }

    fn is_any(&self) -> bool {
        !self.reached.is_empty() || !self.lost.is_empty()
    }
}
