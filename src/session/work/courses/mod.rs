//! Courses: those that were added, and opening the file of one.

mod open;
mod pack;
mod shelf;

pub use self::pack::NotPacked;
pub(in crate::session) use self::pack::packaged_course;
