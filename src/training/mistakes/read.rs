//! Reading courses that come from elsewhere.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::format::{COURSE, EXERCISE};
use super::mistake::{Mistake, MistakeKind};
use super::rehearsal::rehearse_at;
use super::shape::Shape;
use super::walk::walk;
use crate::domain::Moment;
use crate::training::course::Course;
use crate::training::exercise::Exercise;

/// The most exercises of a course: each is played once.
const MOST_EXERCISES: usize = 100;

/// Reads an exercise, and plays it once.
///
/// # Errors
/// Every mistake that was found.
pub fn read_exercise(text: &str, clock: Moment) -> Result<Exercise, Vec<Mistake>> {
    let exercise: Exercise = read(text, &EXERCISE)?;
    without(exercise, |exercise| rehearse_at(exercise, clock, "$"))
}

/// Reads a course, and plays each of its exercises once.
///
/// # Errors
/// Every mistake that was found.
pub fn read_course(text: &str, clock: Moment) -> Result<Course, Vec<Mistake>> {
    let course: Course = read(text, &COURSE)?;
    without(course, |course| {
        let mut mistakes = Vec::new();
        if course.exercises.len() > MOST_EXERCISES {
            let most = MOST_EXERCISES;
            return vec![MistakeKind::TooMany { most }.at("$.exercises")];
        }
        for (at, exercise) in course.exercises.iter().enumerate() {
            let path = format!("$.exercises[{at}]");
            let before = course.exercises.iter().take(at);
            if before.clone().any(|other| other.id == exercise.id) {
                let kind = MistakeKind::DoubledName(exercise.id.clone());
                mistakes.push(kind.at(&format!("{path}.id")));
            }
            mistakes.extend(rehearse_at(exercise, clock, &path));
        }
        mistakes
    })
}

fn read<T: DeserializeOwned>(text: &str, shape: &Shape) -> Result<T, Vec<Mistake>> {
    let value: Value = serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        vec![MistakeKind::NotJson { line, column }.at("$")]
    })?;
    let mistakes = walk(&value, shape, "$");
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let inconsistent = |error: serde_json::Error| {
        let kind = MistakeKind::Inconsistent(error.to_string());
        vec![kind.at("$")]
    };
    serde_json::from_str(text).map_err(inconsistent)
}

fn without<T>(read: T, find: impl FnOnce(&T) -> Vec<Mistake>) -> Result<T, Vec<Mistake>> {
    let mistakes = find(&read);
    if mistakes.is_empty() {
        Ok(read)
    } else {
        Err(mistakes)
    }
}
