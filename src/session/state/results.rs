//! The results of a class: the files that were opened, and what they come to.

use serde::{Deserialize, Serialize};

use crate::journal::AttemptId;
use crate::live::RwSignal;
use crate::results::{BadResults, Class, Doubt, FiledAttempt, ResultFile};
use crate::training::Course;

/// What the tab knows of the results of a class. Nothing of it is stored unless it is kept.
#[derive(Clone, Copy)]
pub struct ClassResults {
    /// The files that have results, in the order in which they came.
    pub(in crate::session) files: RwSignal<Vec<ClassFile>>,
    /// What they come to, for each course of which there is an attempt.
    pub courses: RwSignal<Vec<CourseResults>>,
    /// What there is to say about files.
    pub remarks: RwSignal<Vec<FileRemark>>,
    /// How many files are read, and how many there are, while files are being read.
    pub progress: RwSignal<Option<[usize; 2]>>,
    pub is_dragged_over: RwSignal<bool>,
    /// Whether they are stored as they are.
    pub is_kept: RwSignal<bool>,
    /// Whether what was kept has been looked up.
    pub(in crate::session) is_looked_up: RwSignal<bool>,
    /// The checksums of the added courses that the files were assessed with.
    pub(in crate::session) assessed_with: RwSignal<Vec<u32>>,
}

/// A file with results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassFile {
    pub name: String,
    pub results: ResultFile,
    /// Whether it is as it was written.
    pub is_unchanged: bool,
}

/// What the files come to in a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseResults {
    pub course: &'static Course,
    pub class: Class,
}

/// Something to know about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRemark {
    pub file: String,
    pub what: AboutFile,
}

/// What there is to know about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AboutFile {
    /// It was moved or changed while it was read.
    NotReadable,
    Bad(BadResults),
    /// It is not as it was written.
    Changed,
    /// It has no attempts.
    Empty,
    /// So many attempts belong to a course that this program does not have.
    Foreign(usize),
    /// So many attempts were in another file of the trainee already.
    Doubled(usize),
    /// So many attempts were in a file under this other name already, for which alone they count.
    Copied(String, usize),
    /// Something speaks against an attempt at this exercise of a course.
    Doubt(&'static Course, usize, Doubt),
}

impl ClassResults {
    pub(in crate::session) fn new() -> Self {
        Self {
            files: RwSignal::new(Vec::new()),
            courses: RwSignal::new(Vec::new()),
            remarks: RwSignal::new(Vec::new()),
            progress: RwSignal::new(None),
            is_dragged_over: RwSignal::new(false),
            is_kept: RwSignal::new(false),
            is_looked_up: RwSignal::new(false),
            assessed_with: RwSignal::new(Vec::new()),
        }
    }

    /// Returns whether there are results, and tracks it.
    pub fn is_any(self) -> bool {
        !self.files.read().is_empty()
    }

    /// Returns the attempt of this name that counts for a trainee, with the trainee's name.
    pub(in crate::session) fn attempt(self, id: AttemptId) -> Option<(String, FiledAttempt)> {
        let courses = self.courses.read_untracked();
        let found = courses.iter().find_map(|one| one.class.attempt(id));
        found.map(|(name, filed)| (name.to_owned(), filed.clone()))
    }

    pub(in crate::session) fn forget(self) {
        self.files.set(Vec::new());
        self.courses.set(Vec::new());
        self.remarks.set(Vec::new());
        self.is_kept.set(false);
    }
}
