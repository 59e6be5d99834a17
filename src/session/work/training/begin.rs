//! Begins, restarts and deletes attempts.

use leptos::prelude::*;

use super::stored;
use crate::browser::random::BrowserRandom;
use crate::browser::{clock, locks};
use crate::domain::{Change, Guid, Moment};
use crate::journal::{AttemptId, NotSaved, StorageError, StoredOrigin};
use crate::session::Session;
use crate::session::address::route::Route;
use crate::session::address::scope::Scope;
use crate::session::state::notices::Tone;
use crate::session::state::training::{OpenAttempt, StoredAttempt};
use crate::text::BesideWords;
use crate::training::{Attempt, Course, Exercise, Making, SAMPLE};

/// What an attempt begins with.
struct Beginning {
    origin: StoredOrigin,
    changes: Vec<Change>,
    attempt: Attempt,
}

impl Beginning {
    fn of(course: &Course, exercise: &Exercise) -> Result<Self, NotSaved> {
        let now = clock::now();
        // That every exercise can be prepared is tested.
        let setting = exercise.begin(now).map_err(|_| NotSaved::Unreadable)?;
        let changes = setting.played.changes;
        let prepared = u64::try_from(changes.len()).unwrap_or(u64::MAX);
        Ok(Self {
            origin: StoredOrigin::of_attempt(SAMPLE, now),
            attempt: Attempt::new(course, exercise, now, prepared),
            changes,
        })
    }
}

/// What there is of an exercise already.
#[derive(Default)]
struct Earlier {
    unfinished: Option<(AttemptId, Attempt)>,
    /// The one that was finished last, and when.
    finished: Option<(Moment, AttemptId)>,
}

impl Earlier {
    fn of(course: &Course, exercise: &Exercise) -> Result<Self, StorageError> {
        let attempts = stored::attempts()?;
        let mut earlier = Self::default();
        for id in attempts.list()? {
            let attempt = attempts
                .read::<Attempt>(id)?
                .filter(|attempt| attempt.course == course.id && attempt.exercise == exercise.id);
            let Some(attempt) = attempt else { continue };
            match &attempt.outcome {
                Some(outcome) => earlier.finished = earlier.finished.max(Some((outcome.at, id))),
                None => earlier.unfinished = Some((id, attempt)),
            }
        }
        Ok(earlier)
    }

    /// Returns the attempt whose result is what there is to see: nothing was done since.
    fn result(self) -> Result<Option<AttemptId>, StorageError> {
        if let Some((id, attempt)) = &self.unfinished {
            let last = stored::attempts()?.last_change(*id)?;
            if !attempt.is_untouched(last) {
                return Ok(None);
            }
        }
        Ok(self.finished.map(|(_, id)| id))
    }
}

impl Session {
    /// Opens an exercise: goes on with the attempt that is not finished, shows the result of the
    /// one that is, or begins one.
    ///
    /// # Errors
    /// When it cannot be read or stored.
    pub async fn open_exercise(
        self,
        course: &'static Course,
        exercise: &'static Exercise,
    ) -> Result<(), NotSaved> {
        let finished = Earlier::of(course, exercise).and_then(Earlier::result);
        let here = self.navigation.route().get_untracked();
        match finished.map_err(NotSaved::Storage)? {
            Some(id) => self.show_attempt(id, Route::Result, &here),
            None => self.begin_exercise(course, exercise).await?,
        }
        Ok(())
    }

    /// Begins another attempt, or says why not.
    pub async fn try_exercise_again(self, course: &'static Course, exercise: &'static Exercise) {
        if let Err(reason) = self.begin_exercise(course, exercise).await {
            let text = self.sentences().storage_trouble(&reason);
            self.notices.show(Tone::Error, text);
        }
    }

    /// Begins an attempt at an exercise, or goes on with the one that is not finished. Its
    /// workspace is opened in place of the present one.
    ///
    /// # Errors
    /// When it cannot be stored; nothing has changed then.
    pub async fn begin_exercise(
        self,
        course: &'static Course,
        exercise: &'static Exercise,
    ) -> Result<(), NotSaved> {
        let here = self.navigation.route().get_untracked();
        let begun = locks::exclusive(async move {
            let earlier = Earlier::of(course, exercise).map_err(NotSaved::Storage)?;
            if let Some((id, _)) = earlier.unfinished {
                return Ok(id);
            }
            let attempts = stored::attempts().map_err(NotSaved::Storage)?;
            let beginning = Beginning::of(course, exercise)?;
            let random = Guid::generate(&mut BrowserRandom::default());
            let id = AttemptId::new(random.map_err(|_| NotSaved::Unreadable)?);
            let Beginning {
                origin,
                changes,
                attempt,
            } = beginning;
            let begun = attempts.begin(id, &origin, &changes, &attempt);
            begun.map_err(NotSaved::Storage).map(|()| id)
        });
        let id = begun.await.unwrap_or(Err(NotSaved::Behind))?;
        self.training.note_change();
        self.collapse_panel(false);
        // The exercise takes the panel.
        self.navigation.follow(None);
        self.show_attempt(id, Route::customers(), &here);
        Ok(())
    }

    /// Shows a page of an attempt, unless the person has left the page where this was asked for.
    fn show_attempt(self, id: AttemptId, page: Route, asked: &Route) {
        if *self.navigation.route().read_untracked() != *asked {
            return;
        }
        if matches!(asked, Route::Exercise(..)) {
            // Back does not lead to the address that only begins.
            self.navigation.replace_in(Scope::Attempt(id), page);
        } else {
            self.navigation.push(Scope::Attempt(id), page);
        }
    }

    /// Begins the attempt that this tab is in anew.
    ///
    /// # Errors
    /// When it cannot be stored; nothing has changed then.
    pub async fn restart_exercise(self) -> Result<(), NotSaved> {
        let open = |open: &OpenAttempt| (open.id, open.course, open.exercise);
        let Some((id, course, exercise)) = untrack(|| self.with_attempt(open)) else {
            return Ok(());
        };
        let begun = locks::exclusive(async move {
            let attempts = stored::attempts().map_err(NotSaved::Storage)?;
            let before = attempts.read::<Attempt>(id).map_err(NotSaved::Storage)?;
            let mut beginning = Beginning::of(course, exercise)?;
            beginning.attempt.edits = before.map_or(0, |before| before.edits + 1);
            let Beginning {
                origin,
                changes,
                attempt,
            } = beginning;
            let begun = attempts.restart(id, &origin, &changes, &attempt);
            begun.map_err(NotSaved::Storage)
        });
        begun.await.unwrap_or(Err(NotSaved::Behind))?;
        self.navigation.replace(Route::customers());
        // Opens the workspace anew, as any other tab in this attempt does.
        self.follow().await;
        self.training.note_change();
        Ok(())
    }

    /// Begins the attempt anew, and says so, or why not.
    pub async fn restart_and_say(self) {
        let texts = self.texts::<BesideWords>();
        match self.restart_exercise().await {
            Ok(()) => self.notices.show_passing(Tone::Success, texts.restarted),
            Err(reason) => self.say_not_saved(&reason),
        }
    }

    /// Opens the exercise after the one that this tab is in, if there is one.
    pub(in crate::session) fn open_next_exercise(self) {
        let next = |open: &OpenAttempt| {
            let next = open.course.next_after(&open.exercise.id)?;
            Some(Route::Exercise(open.course.id.clone(), next.id.clone()))
        };
        if let Some(route) = untrack(|| self.with_attempt(next)).flatten() {
            self.navigation.go(route);
        }
    }

    /// Deletes attempts, and their workspaces with them.
    ///
    /// # Errors
    /// When the storage refuses.
    pub async fn delete_attempts(self, ids: Vec<AttemptId>) -> Result<(), NotSaved> {
        let deleted = locks::exclusive(async move {
            let attempts = stored::attempts()?;
            ids.into_iter().try_for_each(|id| attempts.remove(id))
        });
        let deleted = deleted.await.unwrap_or(Err(StorageError::Blocked));
        self.training.note_change();
        deleted.map_err(NotSaved::Storage)
    }

    /// Returns all attempts of trainees that are stored and can be read, and tracks them.
    pub fn attempts(self) -> Vec<StoredAttempt> {
        let mut all = self.all_attempts();
        all.retain(|stored| Making::of_course(&stored.attempt.course).is_none());
        all
    }

    /// Returns all attempts that can be read, also what authors have recorded and tried, and tracks
    /// them.
    pub(in crate::session) fn all_attempts(self) -> Vec<StoredAttempt> {
        self.training.changes.track();
        let Ok(attempts) = stored::attempts() else {
            return Vec::new();
        };
        let read = |id: AttemptId| {
            let attempt: Attempt = attempts.read(id).ok()??;
            Some(StoredAttempt {
                id,
                size: attempts.size(id).ok()?,
                is_untouched: attempt.is_untouched(attempts.last_change(id).ok()?),
                attempt,
            })
        };
        let ids = attempts.list().unwrap_or_default();
        ids.into_iter().filter_map(read).collect()
    }
}
