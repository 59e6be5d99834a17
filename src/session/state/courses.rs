//! The courses that this tab knows beside the built-in one, and the course file that was chosen.

use std::sync::Arc;

use crate::live::RwSignal;
use crate::training::{Course, Mistake, Position};

/// What the tab knows of courses.
#[derive(Clone, Copy)]
pub struct Courses {
    /// The courses that were added, in the order of their names.
    pub(in crate::session) own: RwSignal<Vec<OwnCourse>>,
    /// The course that came with the program, in a package for learning management systems.
    pub(in crate::session) packaged: RwSignal<Option<&'static Course>>,
    /// The chosen course file, or why it cannot be added.
    pub found: RwSignal<Option<Result<FoundCourse, CourseTrouble>>>,
    pub is_dragged_over: RwSignal<bool>,
    /// Whether a course file is being read.
    pub is_busy: RwSignal<bool>,
}

/// A course that was added. It stays in memory until the page goes: screens and attempts refer to
/// it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnCourse {
    pub course: &'static Course,
    /// The checksum of the stored course.
    pub(in crate::session) checksum: u32,
}

/// A course without mistakes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundCourse {
    /// The name of the file.
    pub name: String,
    pub course: Arc<Course>,
}

/// Why a course file cannot be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CourseTrouble {
    Several,
    Folder,
    NotReadable,
    TooLarge,
    /// It is not text in UTF-8.
    NotText,
    /// The address is not this site's.
    Elsewhere,
    /// Nothing is at the address, or the network is off.
    NotFound,
    /// It has the name of the built-in course.
    BuiltIn,
    Mistakes(FoundMistakes),
}

/// The mistakes of a course file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundMistakes {
    /// The name of the file.
    pub name: String,
    /// The first of them, each with its place.
    pub first: Vec<(Mistake, Option<Position>)>,
    /// How many there are.
    pub count: usize,
}

impl Courses {
    pub(in crate::session) fn new() -> Self {
        Self {
            own: RwSignal::new(Vec::new()),
            packaged: RwSignal::new(None),
            found: RwSignal::new(None),
            is_dragged_over: RwSignal::new(false),
            is_busy: RwSignal::new(false),
        }
    }
}
