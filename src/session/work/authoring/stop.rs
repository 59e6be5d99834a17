//! What was arranged or recorded becomes part of the draft.

use leptos::prelude::*;

use crate::browser::clock;
use crate::domain::sample;
use crate::domain::{Action, Change, PartnerRole, Workspace, evolve};
use crate::journal::{Journal, LogEntry, NotSaved};
use crate::session::Session;
use crate::session::state::notices::Tone;
use crate::session::state::training::OpenAttempt;
use crate::text::{BesideWords, Language};
use crate::training::{Exercise, Goal, Making, Recorded, SAMPLE, propose, record};

impl Session {
    /// Ends arranging or recording: what was done becomes part of the draft, and its page is shown.
    pub async fn stop_making(self) {
        let Some(page) = self.page_of_making() else {
            return;
        };
        let named = |open: &OpenAttempt| {
            let (making, draft) = Making::of_course(&open.course.id)?;
            Some((making, draft.to_owned(), open.exercise.id.clone()))
        };
        let Some((making, draft, exercise)) = untrack(|| self.with_attempt(named)).flatten() else {
            return;
        };
        let Some(recorded) = self.recorded(making) else {
            return self
                .notices
                .show(Tone::Error, self.texts::<BesideWords>().not_recorded);
        };
        let is_stored = self.edit_drafted(&draft, &exercise, |exercise| {
            take_over(exercise, making, &recorded);
            if making == Making::Solution && exercise.goals.is_empty() {
                exercise.goals = self.proposed_goals(exercise);
            }
        });
        if !is_stored {
            return;
        }
        // What the page would ask about goes with the workspace.
        self.navigation.guard(false);
        self.navigation.go(page);
        if let Err(reason) = self.discard_making(making, &draft, &exercise).await {
            self.say_not_saved(&reason);
        }
        self.say_left_out(&recorded.left_out);
    }

    /// Leaves the workspace of an author for the page of the exercise, and deletes it.
    ///
    /// # Errors
    /// When the storage refuses.
    pub async fn drop_making(self) -> Result<(), NotSaved> {
        let id = untrack(|| self.with_attempt(|open| open.id));
        if let Some((page, id)) = self.page_of_making().zip(id) {
            self.navigation.guard(false);
            self.navigation.go(page);
            self.delete_attempts(vec![id]).await?;
        }
        Ok(())
    }

    /// Takes the person's own workspace as the starting state.
    pub fn start_from_own_workspace(self, draft: &str, exercise: &str) -> bool {
        let Ok(log) = untrack(|| self.log()) else {
            return false;
        };
        let mut left_out = Vec::new();
        let mut changes = Vec::new();
        self.workspace.with_untracked(|workspace| {
            for entry in &log.entries {
                match change_of(entry, workspace) {
                    Some(change) => changes.push((entry.number(), change)),
                    None => left_out.push(entry.action()),
                }
            }
        });
        let now = clock::now();
        let actual = self
            .journal
            .with_value(|journal| journal.origin().sample_workspace());
        let start = sample::workspace(SAMPLE, now);
        let mut recorded = record(actual, &changes, &[], start, PartnerRole::AdminAgent, now);
        recorded.left_out.extend(left_out);
        let is_stored = self.edit_drafted(draft, exercise, |exercise| {
            take_over(exercise, Making::Start, &recorded);
        });
        if is_stored {
            self.say_left_out(&recorded.left_out);
        }
        is_stored
    }

    /// Returns goals for the recorded solution, with their checks in words.
    pub fn proposed_goals(self, exercise: &Exercise) -> Vec<Goal> {
        let now = clock::now();
        let mut goals = propose(exercise, now);
        let Some(end) = exercise.end(now) else {
            return goals;
        };
        for goal in &mut goals {
            goal.text.en = Language::English.sentences().check(&goal.check, &end);
            goal.text.de = Language::German.sentences().check(&goal.check, &end);
        }
        goals
    }

    /// Returns what was done in the workspace that this tab is in.
    fn recorded(self, making: Making) -> Option<Recorded> {
        let open = untrack(|| self.with_attempt(OpenAttempt::clone))?;
        let changes = self.journal.with_value(|journal| journal.changes_after(0));
        let changes = changes.ok()?;
        let mut actual = self
            .journal
            .with_value(|journal| Journal::origin(journal).sample_workspace());
        let now = clock::now();
        if making == Making::Start {
            let start = sample::workspace(SAMPLE, now);
            let role = PartnerRole::AdminAgent;
            return Some(record(actual, &changes, &[], start, role, now));
        }
        let prepared = open.attempt.prepared;
        let begun = changes.partition_point(|(number, _)| *number <= prepared);
        let (before, after) = changes.split_at_checked(begun)?;
        for (_, change) in before {
            // What does not fit is left out when the workspace is opened as well.
            let _misfit = evolve(&mut actual, change);
        }
        let start = open.exercise.begin(now).ok()?.workspace;
        let (acts, role) = (&open.attempt.acts, open.exercise.role);
        Some(record(actual, after, acts, start, role, now))
    }

    fn say_left_out(self, left_out: &[Action]) {
        if left_out.is_empty() {
            return;
        }
        let sentences = self.sentences();
        let mut names: Vec<&str> = Vec::new();
        for action in left_out {
            let name = sentences.action(*action);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let text = sentences.left_out(&names.join(", "));
        self.notices.show(Tone::Warning, text);
    }
}

fn take_over(exercise: &mut Exercise, making: Making, recorded: &Recorded) {
    match making {
        Making::Start => exercise.start.clone_from(&recorded.steps),
        Making::Solution => exercise.solution.clone_from(&recorded.steps),
        Making::Trial => {}
    }
}

fn change_of(entry: &LogEntry, workspace: &Workspace) -> Option<Change> {
    Some(Change {
        at: entry.at(),
        by: entry.by().clone(),
        event: entry.event_in(workspace)?,
    })
}
