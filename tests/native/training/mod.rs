//! Exercises: checks, instructions, progress, detours, and the built-in course.

mod authoring;
mod checks;
mod course;
mod detours;
mod instructions;
mod mistakes;
mod positions;
mod progress;
mod replay;
mod right_ways;
mod schema;
mod written;
mod wrong_ways;

use std::sync::OnceLock;

use serde_json::{Value, json};

use seatwork::domain::sample::{self, SplitMix};
use seatwork::domain::{Moment, PartnerUser, Workspace};
use seatwork::training::{
    Course, Detour, Exercise, Instruction, Progress, SAMPLE, Stage, States, detours,
};

use crate::support::at;

/// The built-in course, read once.
pub fn course() -> &'static Course {
    static COURSE: OnceLock<Course> = OnceLock::new();
    COURSE.get_or_init(|| Course::built_in().expect("the course can be read"))
}

/// The exercise of this name.
pub fn exercise(id: &str) -> &'static Exercise {
    let exercise = course().exercise(id);
    exercise.unwrap_or_else(|| panic!("there is an exercise {id}"))
}

/// The sample with which attempts begin, generated once.
pub fn small_sample() -> &'static Workspace {
    static SAMPLE_WORKSPACE: OnceLock<Workspace> = OnceLock::new();
    SAMPLE_WORKSPACE.get_or_init(|| sample::workspace(SAMPLE, begun()))
}

/// When attempts begin.
pub fn begun() -> Moment {
    at(0)
}

/// An attempt that is played natively.
pub struct Attempt {
    pub exercise: Exercise,
    pub start: Workspace,
    pub state: Workspace,
    pub progress: Progress,
    clock: i64,
}

impl Attempt {
    /// Begins an attempt.
    pub fn new(id: &str) -> Self {
        Self::of(exercise(id).clone())
    }

    /// Begins an attempt at an exercise that is in no course.
    pub fn of(exercise: Exercise) -> Self {
        let start = exercise
            .begin(begun())
            .unwrap_or_else(|stuck| panic!("{}: the start: {stuck:?}", exercise.id))
            .workspace;
        let progress = Progress::new(&exercise.goals, &start, begun());
        Self {
            exercise,
            state: start.clone(),
            start,
            progress,
            clock: 0,
        }
    }

    /// Does what is said in this JSON, ten seconds after what was done before.
    pub fn does(mut self, instruction: Value) -> Self {
        let text = instruction.to_string();
        let instruction: Instruction =
            serde_json::from_value(instruction).unwrap_or_else(|error| panic!("{text}: {error}"));
        self.do_it(&instruction);
        self
    }

    pub fn do_it(&mut self, instruction: &Instruction) {
        self.clock += 10_000;
        let clock = at(self.clock);
        let mut stage = Stage {
            workspace: self.state.clone(),
            clock,
            actor: PartnerUser {
                name: "Robin Ahrens".to_owned(),
                role: self.exercise.role,
            },
            random: SplitMix::seeded(self.clock.unsigned_abs()),
        };
        let id = &self.exercise.id;
        let played = stage
            .play(instruction)
            .unwrap_or_else(|stuck| panic!("{id}: {instruction:?}: {stuck:?}"));
        self.state = stage.workspace;
        for trace in played.traces {
            let now = self.state.now(clock);
            let goals = &self.exercise.goals;
            self.progress.note(trace, goals, &self.state, now);
        }
    }

    /// The names of the goals that are reached.
    pub fn reached(&self) -> Vec<&str> {
        let goals = self.exercise.goals.iter().zip(self.progress.reached());
        goals
            .filter(|(_, reached)| **reached)
            .map(|(goal, _)| goal.id.as_str())
            .collect()
    }

    /// The detours so far, and after the reference solution.
    pub fn detours(&self) -> Vec<Detour> {
        let expected = self
            .exercise
            .solve(self.start.clone(), begun())
            .unwrap_or_else(|stuck| panic!("{}: the solution: {stuck:?}", self.exercise.id));
        let states = States {
            start: &self.start,
            actual: &self.state,
            expected: &expected.workspace,
            clock: at(self.clock),
        };
        detours(states, &self.exercise.goals)
    }
}

/// Plays an exercise.
pub fn play(id: &str, instructions: &[Value]) -> Attempt {
    instructions
        .iter()
        .cloned()
        .fold(Attempt::new(id), Attempt::does)
}

/// The instruction that creates a user at a location.
pub fn create(user: &str, display_name: &str, location: &str, licenses: &[&str]) -> Value {
    let (first, last) = display_name.split_once(' ').expect("first and last name");
    json!({
        "create": user, "first_name": first, "last_name": last, "display_name": display_name,
        "location": location, "licenses": licenses,
    })
}

/// The instruction that only does this.
pub fn act(act: &str) -> Value {
    json!({"act": act})
}
