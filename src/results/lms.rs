//! What a learning management system is told, in the terms of SCORM 1.2, and what it keeps.

use std::fmt::Write as _;
use std::time::Duration;

use super::score::Score;
use crate::training::{Attempt, Course};

/// The most characters that a system has to keep.
pub const SUSPEND_LIMIT: usize = 4_096;

/// Begins what is kept. Another form is another number.
const FORM: &str = "1";

/// How many goals were reached in each exercise of a course, in its order; nothing where no attempt
/// was finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseProgress(Vec<Option<usize>>);

/// How far a trainee has come, as a system shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LessonStatus {
    Incomplete,
    /// Every exercise was finished, and too few goals were reached.
    Failed,
    Passed,
}

/// What a system is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub status: LessonStatus,
    /// The share of goals that were reached.
    pub score: Score,
    /// What the system is to keep: [`CourseProgress`] reads it.
    pub suspend_data: String,
}

impl LessonStatus {
    /// Returns the word for `cmi.core.lesson_status`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Incomplete => "incomplete",
            Self::Failed => "failed",
            Self::Passed => "passed",
        }
    }
}

impl CourseProgress {
    /// Returns the progress that attempts have made: the most goals of each exercise.
    pub fn of<'a>(course: &Course, attempts: impl IntoIterator<Item = &'a Attempt>) -> Self {
        let mut progress = Self(vec![None; course.exercises.len()]);
        for attempt in attempts {
            let mut exercises = course.exercises.iter();
            let place = exercises.position(|exercise| exercise.id == attempt.exercise);
            let is_own = attempt.course == course.id && attempt.version == course.version;
            let most = place.and_then(|place| progress.0.get_mut(place));
            if let (true, Some(most), Some(outcome)) = (is_own, most, &attempt.outcome) {
                *most = (*most).max(Some(outcome.reached.len()));
            }
        }
        progress
    }

    /// Reads what a system has kept, or returns `None` if it is not about this version of this
    /// course.
    pub fn read(course: &Course, text: &str) -> Option<Self> {
        let counts = text.strip_prefix(&head(course))?;
        let counts = counts.split(',').map(|count| match count {
            "-" => Some(None),
            count => count.parse().ok().map(Some),
        });
        let counts: Vec<Option<usize>> = counts.collect::<Option<_>>()?;
        (counts.len() == course.exercises.len()).then_some(Self(counts))
    }

    /// Returns the better of both for each exercise.
    pub fn with(mut self, other: &Self) -> Self {
        for (own, other) in self.0.iter_mut().zip(&other.0) {
            *own = (*own).max(*other);
        }
        self
    }

    /// Returns how many goals of the exercise at this place were reached, if it was finished.
    pub fn reached(&self, place: usize) -> Option<usize> {
        self.0.get(place).copied().flatten()
    }

    /// Returns what a system is told.
    pub fn report(&self, course: &Course) -> Report {
        let mut score = Score::default();
        let mut is_finished = true;
        for (exercise, reached) in course.exercises.iter().zip(&self.0) {
            is_finished &= reached.is_some();
            score.goals += exercise.goals.len();
            score.reached += reached.unwrap_or(0).min(exercise.goals.len());
        }
        let status = match (score.percent() >= course.pass, is_finished) {
            (true, _) => LessonStatus::Passed,
            (false, true) => LessonStatus::Failed,
            (false, false) => LessonStatus::Incomplete,
        };
        Report {
            status,
            score,
            suspend_data: self.written(course),
        }
    }

    /// Returns what a system is to keep. Of a course too long for it, the head alone, which is
    /// taken for no progress.
    fn written(&self, course: &Course) -> String {
        let head = head(course);
        let counts: Vec<String> = self
            .0
            .iter()
            .map(|reached| reached.map_or_else(|| "-".to_owned(), |count| count.to_string()))
            .collect();
        let whole = head.clone() + &counts.join(",");
        if whole.len() <= SUSPEND_LIMIT {
            whole
        } else {
            head
        }
    }
}

fn head(course: &Course) -> String {
    format!("{FORM} {} {} ", course.id, course.version)
}

/// Returns a time as `cmi.core.session_time` has it: hours, minutes, seconds with two decimals.
pub fn session_time(time: Duration) -> String {
    let seconds = time.as_secs();
    let mut text = String::new();
    let _infallible = write!(
        text,
        "{:04}:{:02}:{:02}.{:02}",
        (seconds / 3600).min(9_999),
        seconds / 60 % 60,
        seconds % 60,
        time.subsec_millis() / 10
    );
    text
}
