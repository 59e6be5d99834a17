//! What the files of a class come to: a table of trainees and exercises, and figures per exercise.

use std::collections::BTreeMap;

use super::examine::{Doubt, Examined, Standing, examine};
use super::file::{FiledAttempt, ResultFile};
use crate::journal::AttemptId;
use crate::training::{Course, Detour};

/// All results of one course.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Class {
    /// By name.
    pub trainees: Vec<Trainee>,
    /// How many attempts came twice, in the same or another file.
    pub doubled: usize,
    /// How many attempts are at exercises of another course.
    pub foreign: usize,
    /// What tells the attempts apart that have come so far, with the name that each counts for.
    seen: BTreeMap<(AttemptId, i64), String>,
}

/// One row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trainee {
    pub name: String,
    /// The name without regard to case.
    key: String,
    /// For each exercise of the course, in its order.
    pub cells: Vec<Option<Cell>>,
}

/// What a trainee has come to in an exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The best attempt: the one that has come farthest, and of those the latest.
    pub best: Examined,
    pub attempt: FiledAttempt,
    /// How many attempts there are.
    pub attempts: usize,
}

/// What a class has come to in one exercise.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExerciseFigures {
    /// Trainees who have done something in it.
    pub begun: usize,
    /// Trainees who have finished it with every goal reached.
    pub passed: usize,
    /// Seconds of those who have passed.
    pub seconds: Option<Spread>,
    /// Hints of those who have passed.
    pub hints: Option<Spread>,
    /// The detours of the best attempts with how many trainees took them, the commonest first.
    pub detours: Vec<(Detour, usize)>,
}

/// How values are spread. Quartiles between two values are interpolated as spreadsheets do
/// (`QUARTILE.INC`), so the median of an even number of values is the mean of the middle two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread {
    pub least: u32,
    /// A quarter of the values is no greater.
    pub lower: Quarters,
    pub median: Quarters,
    /// Three quarters of the values are no greater.
    pub upper: Quarters,
    pub most: u32,
}

/// A number of quarters, which is what quartiles of whole numbers come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarters(u64);

/// What became of an attempt that was added to a class.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Added {
    /// The place of its exercise in the course; none where the course does not have it.
    pub exercise: Option<usize>,
    /// Where it had come before, if it had.
    pub doubled: Option<Doubled>,
    /// What speaks against it.
    pub doubts: Vec<Doubt>,
}

/// Where an attempt had come before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubled {
    /// In a file of the same trainee, or twice in one.
    Own,
    /// In a file under this name. It counts for that name only.
    Of(String),
}

impl Class {
    /// Examines all files. `true` stands for a file that is as it was written.
    pub fn new<'a>(
        course: &Course,
        files: impl IntoIterator<Item = (&'a ResultFile, bool)>,
    ) -> Self {
        let mut class = Self::default();
        for (file, is_unchanged) in files {
            class.enroll(course, &file.name);
            for filed in &file.attempts {
                class.add(course, &file.name, filed, is_unchanged);
            }
        }
        class
    }

    /// Adds a trainee, unless there is one of this name. Names that differ only in case and blanks
    /// are the same trainee's.
    pub fn enroll(&mut self, course: &Course, name: &str) -> usize {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let key = name.to_lowercase();
        let found = self.trainees.binary_search_by(|other| other.key.cmp(&key));
        found.unwrap_or_else(|at| {
            let cells = vec![None; course.exercises.len()];
            self.trainees.insert(at, Trainee { name, key, cells });
            at
        })
    }

    /// Examines an attempt of a trainee, and adds it, unless it counts for another trainee already.
    /// `is_unchanged` tells whether its file is as it was written.
    pub fn add(
        &mut self,
        course: &Course,
        name: &str,
        filed: &FiledAttempt,
        is_unchanged: bool,
    ) -> Added {
        let at = self.enroll(course, name);
        let mut exercises = course.exercises.iter();
        let is_own = filed.attempt.course == course.id;
        let exercise = exercises.position(|exercise| exercise.id == filed.attempt.exercise);
        let exercise = exercise.filter(|_| is_own);
        let trainee = self.trainees.get_mut(at);
        let place = trainee.and_then(|trainee| {
            let cell = trainee.cells.get_mut(exercise?)?;
            Some((&trainee.name, cell))
        });
        let Some((name, cell)) = place else {
            self.foreign += 1;
            return Added::default();
        };
        let last = u64::try_from(filed.records.len()).unwrap_or(u64::MAX);
        if filed.attempt.is_untouched(last) {
            // Looked at, and not begun.
            return Added {
                exercise,
                ..Added::default()
            };
        }
        let doubled = match self.seen.get(&key(filed)) {
            None => None,
            Some(owner) if owner == name => Some(Doubled::Own),
            Some(owner) => Some(Doubled::Of(owner.clone())),
        };
        self.doubled += usize::from(doubled.is_some());
        if matches!(doubled, Some(Doubled::Of(_))) {
            return Added {
                exercise,
                doubled,
                ..Added::default()
            };
        }
        let is_new = doubled.is_none();
        if is_new {
            self.seen.insert(key(filed), name.clone());
        }
        let mut examined = examine(course, filed);
        if !is_unchanged {
            examined.doubts.insert(0, Doubt::FileChanged);
        }
        let doubts = examined.doubts.clone();
        add(cell, filed, examined, is_new);
        Added {
            exercise,
            doubled,
            doubts,
        }
    }

    /// Returns the attempt of this name that counts for a trainee, with the trainee's name.
    pub fn attempt(&self, id: AttemptId) -> Option<(&str, &FiledAttempt)> {
        self.trainees.iter().find_map(|trainee| {
            let mut cells = trainee.cells.iter().flatten();
            let found = cells.find(|cell| cell.attempt.id == id)?;
            Some((trainee.name.as_str(), &found.attempt))
        })
    }

    /// Returns what the class has come to in the exercise at this place of the course.
    pub fn figures(&self, exercise: usize) -> ExerciseFigures {
        let cells = || {
            let cells = self
                .trainees
                .iter()
                .map(|trainee| trainee.cells.get(exercise));
            cells.filter_map(|cell| cell?.as_ref())
        };
        let passed = || cells().filter(|cell| cell.best.standing == Standing::Passed);
        let count = |hints: usize| u32::try_from(hints).unwrap_or(u32::MAX);
        let mut detours: Vec<(Detour, usize)> = Vec::new();
        for detour in cells().flat_map(|cell| &cell.best.detours) {
            match detours.iter_mut().find(|(known, _)| known == detour) {
                Some((_, count)) => *count += 1,
                None => detours.push((detour.clone(), 1)),
            }
        }
        detours.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        ExerciseFigures {
            begun: cells().count(),
            passed: passed().count(),
            seconds: Spread::of(passed().map(|cell| cell.best.seconds)),
            hints: Spread::of(passed().map(|cell| count(cell.best.hints))),
            detours,
        }
    }
}

/// What a trainee has come to in all exercises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Total {
    /// Exercises that were finished with every goal reached.
    pub passed: usize,
    pub seconds: u32,
    pub hints: usize,
    pub detours: usize,
    /// Attempts that something speaks against.
    pub doubtful: usize,
}

impl Trainee {
    /// Returns what the best attempts come to together.
    pub fn total(&self) -> Total {
        let mut total = Total::default();
        for Cell { best, .. } in self.cells.iter().flatten() {
            total.passed += usize::from(best.standing == Standing::Passed);
            total.seconds = total.seconds.saturating_add(best.seconds);
            total.hints += best.hints;
            total.detours += best.detours.len();
            total.doubtful += usize::from(!best.doubts.is_empty());
        }
        total
    }
}

/// Returns what tells attempts of all trainees apart.
fn key(filed: &FiledAttempt) -> (AttemptId, i64) {
    (filed.id, filed.attempt.begun.timestamp_millis())
}

/// Adds an attempt to a cell, unless it is there already and has come no farther since.
fn add(cell: &mut Option<Cell>, filed: &FiledAttempt, examined: Examined, is_new: bool) {
    let Some(known) = cell else {
        *cell = Some(Cell {
            best: examined,
            attempt: filed.clone(),
            attempts: 1,
        });
        return;
    };
    known.attempts += usize::from(is_new);
    if rank(&examined, filed) > rank(&known.best, &known.attempt) {
        known.best = examined;
        known.attempt = filed.clone();
    }
}

/// Orders attempts: without doubts before those with, then how far they have come, then the latest.
fn rank(examined: &Examined, filed: &FiledAttempt) -> (bool, Standing, usize, i64, u32) {
    (
        examined.doubts.is_empty(),
        examined.standing,
        examined.score.reached,
        filed.attempt.begun.timestamp_millis(),
        filed.attempt.seconds,
    )
}

impl Spread {
    /// Returns the spread of values, or nothing where there are none.
    pub fn of(values: impl Iterator<Item = u32>) -> Option<Self> {
        let mut values: Vec<u32> = values.collect();
        values.sort_unstable();
        let last = values.len().checked_sub(1)?;
        let at = |quarter: usize| {
            let (place, beyond) = (last * quarter / 4, last * quarter % 4);
            let below = values.get(place).copied()?;
            let above = values.get(place + 1).copied().unwrap_or(below);
            Some(Quarters::between(below, above, beyond))
        };
        Some(Self {
            least: *values.first()?,
            lower: at(1)?,
            median: at(2)?,
            upper: at(3)?,
            most: *values.last()?,
        })
    }
}

impl Quarters {
    /// Returns what lies so many quarters of the way from one value to another.
    fn between(below: u32, above: u32, quarters: usize) -> Self {
        let quarters = u64::try_from(quarters).unwrap_or_default().min(4);
        Self(u64::from(below) * (4 - quarters) + u64::from(above) * quarters)
    }

    /// Returns the nearest whole number; of two, the greater one.
    pub fn rounded(self) -> u32 {
        u32::try_from((self.0 + 2) / 4).unwrap_or(u32::MAX)
    }

    /// Returns where it is in a picture of this width whose right edge stands for a whole number.
    pub fn on_scale(self, scale: u32, width: u32) -> u32 {
        let at = self.0.saturating_mul(u64::from(width)) / (u64::from(scale.max(1)) * 4);
        u32::try_from(at).unwrap_or(width).min(width)
    }

    /// Returns the whole number below, and the hundredths beyond it.
    pub const fn hundredths(self) -> (u64, u64) {
        (self.0 / 4, self.0 % 4 * 25)
    }
}

impl From<u32> for Quarters {
    fn from(whole: u32) -> Self {
        Self(u64::from(whole) * 4)
    }
}
