//! Exercises that check themselves: what they are made of, when their goals are reached, and what
//! an attempt came to. The documented procedures, and the controls that their steps point at.
//!
//! Screens are named as [`Place`], controls by role and by the name of a word in `text`, so that a
//! button that gets another name takes what points at it along.

mod act;
mod attempt;
mod authoring;
mod check;
mod course;
mod detours;
mod exercise;
mod goal;
mod instruction;
mod mistakes;
mod pointing;
mod procedure;
mod progress;
mod setting;
mod stage;
mod subject;
mod trace;
mod written;

pub use act::Act;
pub use attempt::{Acted, Attempt, Outcome, Replay};
pub use authoring::{
    Absent, Draft, Lack, Making, Recorded, TextOf, Tongue, known_targets, lacks, move_by_one,
    move_to, propose, record,
};
pub use check::{Amount, Check, CountCheck, CountFilter, Scene, SeatsCheck, UserCheck, Who};
pub use course::{COURSE_LIMIT, Course};
pub use detours::{Concerned, Detail, Detour, Deviation, Differs, States, detours};
pub use exercise::{Attachment, Exercise, FileEncoding};
pub use goal::{Goal, Hint};
pub use instruction::{
    AccountEdit, Instruction, NewAccount, NoCommand, Order, ProductOrder, UsersOrder,
};
pub use mistakes::{
    Mistake, MistakeKind, Name, Position, course_schema, position, read_course, read_exercise,
    rehearse,
};
pub use pointing::{Bilingual, Part, Place, Role, Target, parts};
pub use procedure::{OfficialPage, Procedure, ProcedureId, Step};
pub use progress::Progress;
pub use setting::{SAMPLE, Setting};
pub use stage::{Played, Stage, Stuck};
pub use subject::Subject;
pub use trace::{Happening, Trace};
