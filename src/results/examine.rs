//! Finding out from what was done what an attempt has come to.

use chrono::TimeDelta;

use super::file::FiledAttempt;
use super::score::Score;
use crate::domain::{Change, Moment};
use crate::journal::{StoredOrigin, StoredRecord, envelope};
use crate::training::{Attempt, Course, Detour, Exercise, Outcome, Replay};

/// How far the measured time may be from the time between beginning and end.
const TOLERANCE: TimeDelta = TimeDelta::seconds(60);

/// How far an attempt has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It was begun, and not finished.
    Begun,
    /// It was finished, but goals are missing.
    Failed,
    /// It was finished with every goal reached.
    Passed,
}

/// Why an attempt may not be what it claims to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// The file is not as it was written.
    FileChanged,
    /// The course does not have the exercise.
    UnknownExercise,
    /// It was made with another version of the course.
    OtherVersion,
    /// Changes are missing or damaged, or do not follow from one another.
    BrokenJournal,
    /// What was done comes to something else than is claimed.
    OtherOutcome,
    /// Times contradict each other, as after somebody has set the computer's clock.
    Times,
}

/// An attempt, examined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    /// As claimed, unless the journal says otherwise.
    pub standing: Standing,
    pub score: Score,
    /// How long the trainee has worked at it.
    pub seconds: u32,
    pub hints: usize,
    pub changes: usize,
    pub detours: Vec<Detour>,
    /// None where nothing speaks against it.
    pub doubts: Vec<Doubt>,
}

/// Replays an attempt, and compares what it comes to with what it claims.
pub fn examine(course: &Course, filed: &FiledAttempt) -> Examined {
    let attempt = &filed.attempt;
    let mut examined = claimed(attempt);
    let exercise = course.exercise(&attempt.exercise);
    let Some(exercise) = exercise.filter(|_| course.id == attempt.course) else {
        examined.doubts.push(Doubt::UnknownExercise);
        return examined;
    };
    examined.score.goals = exercise.goals.len();
    examined.standing = standing(attempt, exercise);
    if course.version != attempt.version {
        examined.doubts.push(Doubt::OtherVersion);
        return examined;
    }
    match read_journal(filed) {
        Some((origin, changes)) => {
            examined.compare(exercise, attempt, &origin, &changes);
            if !are_times_consistent(attempt, &changes) {
                examined.doubts.push(Doubt::Times);
            }
        }
        None => examined.doubts.push(Doubt::BrokenJournal),
    }
    examined
}

/// What an attempt says of itself.
fn claimed(attempt: &Attempt) -> Examined {
    let outcome = attempt.outcome.as_ref();
    let reached = outcome.map_or(0, |outcome| outcome.reached.len());
    Examined {
        standing: match outcome {
            Some(_) => Standing::Failed,
            None => Standing::Begun,
        },
        score: Score {
            reached,
            goals: reached,
        },
        seconds: attempt.seconds,
        hints: attempt.hints_taken(),
        changes: outcome.map_or(0, |outcome| outcome.changes),
        detours: Vec::new(),
        doubts: Vec::new(),
    }
}

fn standing(attempt: &Attempt, exercise: &Exercise) -> Standing {
    match &attempt.outcome {
        None => Standing::Begun,
        Some(_) if attempt.is_passed(exercise) => Standing::Passed,
        Some(_) => Standing::Failed,
    }
}

impl Examined {
    /// Takes over what the journal says.
    fn compare(
        &mut self,
        exercise: &Exercise,
        attempt: &Attempt,
        origin: &StoredOrigin,
        changes: &[(u64, Change)],
    ) {
        let prepared = usize::try_from(attempt.prepared).unwrap_or(usize::MAX);
        let Some((start, rest)) = changes.split_at_checked(prepared) else {
            return self.doubts.push(Doubt::BrokenJournal);
        };
        // Somebody else's start, which was solved already.
        let expected = exercise.begin(attempt.begun);
        let is_other_start = expected.is_ok_and(|expected| {
            let prepared = start.iter().map(|(_, change)| change);
            !prepared.eq(&expected.played.changes)
        });
        if is_other_start || origin.created != attempt.begun {
            self.doubts.push(Doubt::OtherOutcome);
        }
        let at = attempt.outcome.as_ref().map(|outcome| outcome.at);
        let now = at.unwrap_or_else(|| changes.last().map_or(attempt.begun, |last| last.1.at));
        let mut replay = Replay::new(exercise, origin.sample_workspace(), start);
        replay.follow(exercise, attempt, rest, now);
        let outcome = replay.outcome(exercise, attempt, now);
        self.detours = replay.detours(exercise, attempt, now);
        self.score.reached = outcome.reached.len();
        self.changes = outcome.changes;
        if let Some(claimed) = &attempt.outcome {
            self.standing = match self.score.is_full() {
                true => Standing::Passed,
                false => Standing::Failed,
            };
            if !is_same(claimed, &outcome) {
                self.doubts.push(Doubt::OtherOutcome);
            }
        }
        self.doubts.dedup();
    }
}

fn is_same(one: &Outcome, other: &Outcome) -> bool {
    one.reached == other.reached && one.changes == other.changes && one.detours == other.detours
}

/// Reads origin and changes, or nothing where a part of them cannot be read.
fn read_journal(filed: &FiledAttempt) -> Option<(StoredOrigin, Vec<(u64, Change)>)> {
    let origin = StoredOrigin::read(&filed.origin).ok()?;
    let changes = read_records(&filed.records);
    (changes.len() == filed.records.len()).then_some((origin, changes))
}

/// Reads changes, each of which has to follow from the one before, up to the first that does not or
/// cannot be read.
pub(super) fn read_records(records: &[String]) -> Vec<(u64, Change)> {
    let mut changes: Vec<(u64, Change)> = Vec::with_capacity(records.len());
    let mut before = 0;
    for (text, seq) in records.iter().zip(1..) {
        match StoredRecord::read(text, seq) {
            Ok(record) if record.after == before => changes.push((seq, record.change)),
            _ => break,
        }
        before = envelope::checksum_of(text);
    }
    changes
}

/// Returns whether nothing happened before the beginning, and no more time was measured than went
/// by.
fn are_times_consistent(attempt: &Attempt, changes: &[(u64, Change)]) -> bool {
    let moments: Vec<Moment> = attempt.acts.iter().map(|acted| acted.at).collect();
    let are_in_order = moments.is_sorted() && changes.is_sorted_by_key(|(_, change)| change.at);
    let earliest = moments.first().is_none_or(|first| *first >= attempt.begun);
    let Some(outcome) = &attempt.outcome else {
        return are_in_order && earliest;
    };
    let went_by = outcome.at - attempt.begun;
    let worked = TimeDelta::seconds(i64::from(attempt.seconds));
    are_in_order
        && earliest
        && went_by >= TimeDelta::zero()
        && worked <= went_by + TOLERANCE
        && moments.last().is_none_or(|last| *last <= outcome.at)
}
