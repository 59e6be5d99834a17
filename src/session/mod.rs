//! The one way to change something, and what the screens know beside the workspace: address,
//! preferences, notices.
//!
//! [`address`], [`preferences`] and [`user_file`] are values and need no browser. `state` is what
//! the tab knows, and knows no `Session`; `work` has the procedures that change something; `start`
//! alone wires them.

pub mod address;
pub mod preferences;
pub mod user_file;

#[cfg(target_arch = "wasm32")]
mod open;
#[cfg(target_arch = "wasm32")]
mod start;
#[cfg(target_arch = "wasm32")]
pub mod state;
#[cfg(target_arch = "wasm32")]
pub mod work;

#[cfg(target_arch = "wasm32")]
pub use self::{
    open::Session,
    start::{StartError, Started, open},
    state::{
        courses::{CourseTrouble, FoundCourse, FoundMistakes},
        forms::{AccountEdit, AddUser, LicenseForm, LicenseResults, Passwords, UserEdit},
        notices::{Notice, Notices, Stay, Tone},
        replacement::{BackupTrouble, FoundBackup},
        results::{AboutFile, CourseResults, FileRemark},
        selection::Selection,
        training::{AttemptTrouble, OpenAttempt, OpenReplay, StoredAttempt},
        upload::{Checked, Step, Trouble},
    },
    work::{courses::NotPacked, dispatch::load_saving, saving::Failure},
};
