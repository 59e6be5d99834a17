//! The state of the tab beside the workspace. Its types know no `Session`.

pub mod authoring;
pub mod clock;
pub mod courses;
pub mod forms;
pub mod lms;
pub mod navigation;
pub mod notices;
pub mod pointing;
pub mod replacement;
pub mod results;
pub mod selection;
pub mod training;
pub mod undo;
pub mod upload;
