//! A course that is being made.

use serde::{Deserialize, Serialize};

use crate::domain::{PartnerRole, to_ascii};
use crate::training::course::Course;
use crate::training::exercise::Exercise;
use crate::training::pointing::Bilingual;

/// A course that is being made. Its exercises may be incomplete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    pub course: Course,
    /// Whether its file was exported, so that somebody may have this version.
    #[serde(default)]
    pub is_exported: bool,
}

impl Draft {
    /// Begins a course of this name.
    pub fn new(id: String) -> Self {
        let course = Course {
            schema: None,
            format: Course::FORMAT,
            id,
            version: 1,
            title: Bilingual::default(),
            about: Bilingual::default(),
            pass: 80,
            exercises: Vec::new(),
        };
        Self {
            course,
            is_exported: false,
        }
    }

    /// Goes on with a course of a file, which somebody may have.
    pub const fn of(course: Course) -> Self {
        Self {
            course,
            is_exported: true,
        }
    }

    /// Changes the course. After it was exported, it is another version from then on.
    pub fn edit(&mut self, edit: impl FnOnce(&mut Course)) {
        let before = self.course.clone();
        edit(&mut self.course);
        if self.is_exported && self.course != before {
            self.course.version = self.course.version.saturating_add(1);
            self.is_exported = false;
        }
    }
}

impl Course {
    /// Adds an empty exercise in the end, and returns its name.
    pub fn add_exercise(&mut self) -> String {
        let id = self.free_id("exercise-");
        self.exercises.push(Exercise {
            id: id.clone(),
            title: Bilingual::default(),
            story: Bilingual::default(),
            minutes: 5,
            role: PartnerRole::AdminAgent,
            start: Vec::new(),
            files: Vec::new(),
            goals: Vec::new(),
            solution: Vec::new(),
            next: None,
        });
        id
    }

    /// Adds a copy of an exercise behind the one at a place, and returns its name.
    pub fn add_copy(&mut self, exercise: &Exercise, at: usize) -> String {
        let mut copy = exercise.clone();
        if self.exercise(&copy.id).is_some() {
            copy.id = self.free_id("exercise-");
        }
        let id = copy.id.clone();
        self.exercises.insert(at.min(self.exercises.len()), copy);
        id
    }

    /// Returns the name of its file: the title in small letters, or its name where that has none.
    pub fn file_name(&self) -> String {
        let title = to_ascii(self.title.english_first()).to_lowercase();
        let words = title.split(|c: char| !c.is_ascii_alphanumeric());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            format!("{}.json", self.id)
        } else {
            format!("{}.json", words.join("-"))
        }
    }

    /// Returns the exercise of this name, to be changed.
    pub fn exercise_mut(&mut self, id: &str) -> Option<&mut Exercise> {
        self.exercises.iter_mut().find(|exercise| exercise.id == id)
    }

    fn free_id(&self, prefix: &str) -> String {
        let is_free = |id: &String| self.exercise(id).is_none();
        let ids = (1..).map(|number: u32| format!("{prefix}{number}"));
        ids.into_iter().find(is_free).unwrap_or_default()
    }
}

impl Exercise {
    /// Returns a name for another goal.
    pub fn free_goal_id(&self) -> String {
        let is_free = |id: &String| self.goals.iter().all(|goal| goal.id != *id);
        let ids = (1..).map(|number: u32| format!("goal-{number}"));
        ids.into_iter().find(is_free).unwrap_or_default()
    }
}

/// Moves the value at a place to another one, or to the last.
pub fn move_to<T>(all: &mut [T], from: usize, to: usize) {
    let to = to.min(all.len().saturating_sub(1));
    if let Some(between) = all.get_mut(from..=to.max(from)).filter(|_| from < to) {
        between.rotate_left(1);
    } else if let Some(between) = all.get_mut(to..=from).filter(|_| to < from) {
        between.rotate_right(1);
    }
}

/// Moves the value at a place up or down by one, if there is room.
pub fn move_by_one<T>(all: &mut [T], at: usize, is_down: bool) {
    let other = if is_down {
        at.checked_add(1)
    } else {
        at.checked_sub(1)
    };
    if let Some(other) = other
        && at < all.len()
        && other < all.len()
    {
        all.swap(at, other);
    }
}
