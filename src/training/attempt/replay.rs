//! An attempt, one thing after the other.

use super::record::{Acted, Attempt, Outcome};
use crate::domain::{Change, Moment, Workspace, evolve};
use crate::training::detours::{Detour, States, detours};
use crate::training::exercise::Exercise;
use crate::training::progress::Progress;
use crate::training::trace::Trace;

/// Follows an attempt through its changes and acts. Every tab that does so comes to the same.
#[derive(Debug, Clone)]
pub struct Replay {
    /// The workspace when the trainee began.
    start: Workspace,
    state: Workspace,
    progress: Progress,
    /// The number of the latest change.
    last: u64,
    /// How many acts have been followed.
    acts: usize,
}

impl Replay {
    /// Begins with the sample and the changes that were prepared.
    pub fn new(exercise: &Exercise, sample: Workspace, prepared: &[(u64, Change)]) -> Self {
        let mut start = sample;
        let mut last = 0;
        for (number, change) in prepared {
            // What does not fit is left out when the workspace is opened as well.
            let _misfit = evolve(&mut start, change);
            last = *number;
        }
        let now = start.latest_change().unwrap_or(Moment::MIN_UTC);
        let progress = Progress::new(&exercise.goals, &start, now);
        Self {
            state: start.clone(),
            start,
            progress,
            last,
            acts: 0,
        }
    }

    /// Follows the attempt further: these changes, and the acts since. `clock` is the browser's
    /// time.
    pub fn follow(
        &mut self,
        exercise: &Exercise,
        attempt: &Attempt,
        changes: &[(u64, Change)],
        clock: Moment,
    ) {
        for (number, change) in changes {
            self.follow_acts(exercise, attempt, *number);
            self.last = *number;
            if evolve(&mut self.state, change).is_ok() {
                let trace = Trace::of_change(&change.event, &self.state);
                self.progress
                    .note(trace, &exercise.goals, &self.state, change.at);
            }
        }
        self.follow_acts(exercise, attempt, u64::MAX);
        let now = self.state.now(clock);
        self.progress.look(&exercise.goals, &self.state, now);
    }

    /// Follows the acts before the change of this number.
    fn follow_acts(&mut self, exercise: &Exercise, attempt: &Attempt, number: u64) {
        while let Some(Acted {
            act,
            customer,
            at,
            after,
        }) = attempt.acts.get(self.acts)
            && *after < number
        {
            self.acts += 1;
            let trace = Trace::of_act(*act, *customer);
            let now = self.state.now(*at);
            self.progress.note(trace, &exercise.goals, &self.state, now);
        }
    }

    /// Returns which goals are reached.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Returns the number of the latest change.
    pub fn last(&self) -> u64 {
        self.last
    }

    /// Returns the state after the latest change.
    pub fn state(&self) -> &Workspace {
        &self.state
    }

    /// Returns how the attempt differs from the reference solution; nothing where that cannot be
    /// carried out any more.
    pub fn detours(&self, exercise: &Exercise, attempt: &Attempt, clock: Moment) -> Vec<Detour> {
        let Ok(expected) = exercise.solve(self.start.clone(), attempt.begun) else {
            return Vec::new();
        };
        let states = States {
            start: &self.start,
            actual: &self.state,
            expected: &expected.workspace,
            clock,
        };
        detours(states, &exercise.goals)
    }

    /// Returns what the attempt comes to now.
    pub fn outcome(&self, exercise: &Exercise, attempt: &Attempt, clock: Moment) -> Outcome {
        let goals = exercise.goals.iter().zip(self.progress.reached());
        Outcome {
            at: clock,
            reached: goals
                .filter(|(_, reached)| **reached)
                .map(|(goal, _)| goal.id.clone())
                .collect(),
            changes: self.progress.changes(),
            detours: self.detours(exercise, attempt, clock).len(),
        }
    }
}
