//! Results: the file that a trainee exports, and what the files of a class come to.

mod class;
mod examine;
mod file;
mod lms;
mod package;
mod recording;
mod showing;
mod statements;

use chrono::TimeDelta;
use serde_json::json;

use seatwork::domain::sample::SplitMix;
use seatwork::domain::{Change, Moment, PartnerRole, PartnerUser};
use seatwork::journal::{AttemptId, StoredOrigin, StoredRecord, envelope};
use seatwork::results::{FiledAttempt, ResultFile};
use seatwork::training::{Acted, Attempt, Exercise, Happening, Instruction, Replay, SAMPLE, Stage};

use crate::training::{begun, course, exercise};

/// An attempt that is played natively, one thing every ten seconds.
struct Played {
    exercise: &'static Exercise,
    stage: Stage,
    prepared: usize,
    changes: Vec<Change>,
    attempt: Attempt,
}

impl Played {
    /// Begins so many minutes after the others.
    fn begin(id: &str, minutes: i64) -> Self {
        let exercise = exercise(id);
        let begun = begun() + TimeDelta::minutes(minutes);
        let start = exercise.begin(begun);
        let start = start.unwrap_or_else(|stuck| panic!("{id}: {stuck:?}"));
        let changes = start.played.changes;
        let stage = Stage {
            workspace: start.workspace,
            clock: begun,
            actor: PartnerUser {
                name: "Robin Ahrens".to_owned(),
                role: PartnerRole::AdminAgent,
            },
            random: SplitMix::seeded(7),
        };
        Self {
            exercise,
            stage,
            prepared: changes.len(),
            attempt: Attempt::new(course(), exercise, begun, changes.len() as u64),
            changes,
        }
    }

    fn does(mut self, instruction: &Instruction) -> Self {
        self.stage.clock += TimeDelta::seconds(10);
        let played = self.stage.play(instruction);
        let played = played.unwrap_or_else(|stuck| panic!("{instruction:?}: {stuck:?}"));
        for trace in &played.traces {
            if let Happening::Acted(act) = trace.what {
                self.attempt.acts.push(Acted {
                    act,
                    customer: trace.customer,
                    at: self.stage.clock,
                    after: self.changes.len() as u64,
                });
            }
        }
        self.changes.extend(played.changes);
        self
    }

    /// Deletes somebody at Lanterna whom the exercises leave alone.
    fn deletes_a_bystander(self) -> Self {
        let mut customers = self.stage.workspace.customers();
        let lanterna =
            customers.find(|customer| customer.domains.primary.as_str() == "lanterna.example");
        let users = lanterna.expect("it is in the sample").users.active();
        let last = users.last().expect("there are users");
        let name = last.details.user_name.as_str();
        let instruction = serde_json::from_value(json!({"delete": [name]}));
        let instruction: Instruction = instruction.expect("it is an instruction");
        drop(customers);
        self.does(&instruction)
    }

    /// Does so many steps of the reference solution.
    fn does_steps(self, steps: usize) -> Self {
        let solution = &self.exercise.solution;
        solution.iter().take(steps).fold(self, Self::does)
    }

    fn solves(self) -> Self {
        self.does_steps(usize::MAX)
    }

    fn takes_hints(mut self, hints: usize) -> Self {
        let goal = &self.exercise.goals[0];
        self.attempt.hints.insert(goal.id.clone(), hints);
        self
    }

    /// Finishes after so many seconds.
    fn finishes(mut self, seconds: u32) -> Self {
        let at = self.attempt.begun + TimeDelta::seconds(i64::from(seconds).max(600));
        self.attempt.seconds = seconds;
        let numbered: Vec<(u64, Change)> = (1..).zip(self.changes.iter().cloned()).collect();
        let (start, rest) = numbered.split_at(self.prepared);
        let sample = self.origin().sample_workspace();
        let mut replay = Replay::new(self.exercise, sample, start);
        replay.follow(self.exercise, &self.attempt, rest, at);
        self.attempt.outcome = Some(replay.outcome(self.exercise, &self.attempt, at));
        self
    }

    fn origin(&self) -> StoredOrigin {
        StoredOrigin {
            sample: SAMPLE.number(),
            ..StoredOrigin::new(self.attempt.begun)
        }
    }

    fn filed(&self, id: u32) -> FiledAttempt {
        let mut before = 0;
        let mut records = Vec::new();
        for (change, seq) in self.changes.iter().zip(1..) {
            let text = StoredRecord::write(change, seq, before).expect("it has JSON");
            before = envelope::checksum_of(&text);
            records.push(text);
        }
        FiledAttempt {
            id: AttemptId::parse(&format!("{id:08x}")).expect("it is a name"),
            attempt: self.attempt.clone(),
            origin: self.origin().write().expect("it has JSON"),
            records,
        }
    }
}

fn file(name: &str, attempts: Vec<FiledAttempt>) -> ResultFile {
    ResultFile {
        name: name.to_owned(),
        made: made(),
        attempts,
    }
}

/// When files are made.
fn made() -> Moment {
    begun() + TimeDelta::days(1)
}
