//! Results: the file that a trainee exports, what the files of a class come to, and what a learning
//! management system is told.
//!
//! A file has every change of every attempt, so that what an attempt claims to have come to can be
//! found out again from what was done ([`examine`]), and it can be replayed.

mod class;
mod examine;
mod file;
mod lms;
mod package;
mod recording;
mod score;
mod statement;

pub use class::{Added, Cell, Class, Doubled, ExerciseFigures, Quarters, Spread, Total, Trainee};
pub use examine::{Doubt, Examined, Standing, examine};
pub use file::{BadResults, FiledAttempt, NAME_LIMIT, RESULTS_LIMIT, ResultFile};
pub use lms::{CourseProgress, LessonStatus, Report, SUSPEND_LIMIT, session_time};
pub use package::{COURSE_ELEMENT, COURSE_FILE, FILE_LIST, File, package};
pub use recording::{Happened, Recording, Step};
pub use score::Score;
pub use statement::{Statement, statements};
