//! Which goals of an attempt are reached.

use super::check::Scene;
use super::goal::Goal;
use super::trace::Trace;
use crate::domain::{Moment, Workspace};

/// How far an attempt has come. It follows from what happened, one thing after the other, and so is
/// the same in every tab and after a reload.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Progress {
    traces: Vec<Trace>,
    /// Whether each goal is reached now, in their order.
    reached: Vec<bool>,
    /// How many things had happened when goals were first reached.
    first: Vec<(String, usize)>,
}

impl Progress {
    /// Returns the progress before anything has happened.
    pub fn new(goals: &[Goal], state: &Workspace, now: Moment) -> Self {
        let mut progress = Self {
            reached: vec![false; goals.len()],
            ..Self::default()
        };
        progress.look(goals, state, now);
        progress
    }

    /// Notes something that happened; `state` and `now` are those after it.
    pub fn note(&mut self, trace: Trace, goals: &[Goal], state: &Workspace, now: Moment) {
        self.traces.push(trace);
        self.look(goals, state, now);
    }

    /// Looks again which goals are reached, because time has passed.
    pub fn look(&mut self, goals: &[Goal], state: &Workspace, now: Moment) {
        for (goal, reached) in goals.iter().zip(&mut self.reached) {
            let scene = Scene {
                state,
                now,
                traces: &self.traces,
                reached: &self.first,
                since: 0,
            };
            *reached = goal.check.holds(&scene) || goal.once && *reached;
            if *reached && self.first.iter().all(|(id, _)| *id != goal.id) {
                self.first.push((goal.id.clone(), self.traces.len()));
            }
        }
    }

    /// Returns whether each goal is reached now, in their order.
    pub fn reached(&self) -> &[bool] {
        &self.reached
    }

    /// Returns whether every goal is reached.
    pub fn is_complete(&self) -> bool {
        self.reached.iter().all(|reached| *reached)
    }

    /// Returns how many changes a person has made.
    pub fn changes(&self) -> usize {
        let traces = self.traces.iter();
        traces.filter(|trace| trace.is_change_by_person()).count()
    }
}
