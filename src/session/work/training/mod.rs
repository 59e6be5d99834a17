//! Attempts at exercises: begin, enter and leave them, follow what is reached, and note what a
//! person does.

mod begin;
mod enter;
mod lms;
mod note;
mod progress;
mod replay;
mod start;
mod stored;
mod title;
