//! Procedures that change the workspace, and what follows from a change.

pub mod authoring;
pub mod clock;
pub mod courses;
pub mod damage;
pub mod dispatch;
mod drops;
mod in_turns;
pub mod keep_up;
pub(super) mod kept;
pub mod panel;
pub mod preferences;
pub mod present;
pub mod purge;
pub mod replace;
pub mod restore;
pub mod results;
pub mod saving;
pub mod show;
pub mod training;
pub mod undo;
pub mod upload;
