//! Courses: those that were added, and opening the file of one.

mod open;
mod shelf;
