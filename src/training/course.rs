//! Courses: exercises in their order.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::exercise::Exercise;
use super::pointing::Bilingual;

/// The most bytes of a course file that is read.
pub const COURSE_LIMIT: u64 = 1024 * 1024;

/// Exercises in the order in which they are best done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// Where an editor finds the schema. The program does not look at it.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The version of the format: [`Course::FORMAT`].
    pub format: u32,
    /// The name of the course in addresses.
    pub id: String,
    /// The version of the content, which attempts remember.
    pub version: u32,
    pub title: Bilingual,
    pub about: Bilingual,
    /// From this share of goals on, in percent, the course is passed.
    #[serde(default = "default_pass")]
    pub pass: u8,
    #[serde(default)]
    pub exercises: Vec<Exercise>,
}

const fn default_pass() -> u8 {
    80
}

/// The head of the built-in course.
const HEAD: &str = include_str!("courses/users-and-licenses/course.json");

/// Its exercises, one file for each.
const EXERCISES: &[&str] = &[
    include_str!("courses/users-and-licenses/first-user.json"),
    include_str!("courses/users-and-licenses/three-users.json"),
    include_str!("courses/users-and-licenses/umlauts.json"),
    include_str!("courses/users-and-licenses/without-license.json"),
    include_str!("courses/users-and-licenses/replace-product.json"),
    include_str!("courses/users-and-licenses/plan-conflict.json"),
    include_str!("courses/users-and-licenses/buy-seats.json"),
    include_str!("courses/users-and-licenses/plans-off.json"),
    include_str!("courses/users-and-licenses/helpdesk.json"),
    include_str!("courses/users-and-licenses/free-seat.json"),
    include_str!("courses/users-and-licenses/restore-renamed.json"),
    include_str!("courses/users-and-licenses/thirty-days.json"),
    include_str!("courses/users-and-licenses/german-file.json"),
    include_str!("courses/users-and-licenses/working-day.json"),
];

impl Course {
    /// The format that this program reads.
    pub const FORMAT: u32 = 1;

    /// Reads the built-in course, which is part of the program.
    ///
    /// # Errors
    /// Where a file is no part of a course. A test reads each of them.
    pub fn built_in() -> serde_json::Result<Self> {
        let mut course: Self = serde_json::from_str(HEAD)?;
        for exercise in EXERCISES {
            course.exercises.push(serde_json::from_str(exercise)?);
        }
        Ok(course)
    }

    /// Returns the course of this name, if this program has it.
    pub fn named(id: &str) -> Option<&'static Self> {
        Self::all().find(|course| course.id == id)
    }

    /// Returns all courses. They are read at the first call.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        static BUILT_IN: OnceLock<Option<Course>> = OnceLock::new();
        BUILT_IN.get_or_init(|| Self::built_in().ok()).iter()
    }

    /// Returns the exercise of this name.
    pub fn exercise(&self, id: &str) -> Option<&Exercise> {
        self.exercises.iter().find(|exercise| exercise.id == id)
    }

    /// Returns the exercise after the one of this name.
    pub fn next_after(&self, id: &str) -> Option<&Exercise> {
        let mut exercises = self.exercises.iter();
        exercises.find(|exercise| exercise.id == id)?;
        exercises.next()
    }
}
