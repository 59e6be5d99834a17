//! The one way to change something, and what the screens know beside the workspace: address, preferences, notices.

pub mod address;
pub mod state;
pub mod work;

#[cfg(target_arch = "wasm32")]
mod start;

#[cfg(target_arch = "wasm32")]
pub use self::{
    start::{Session, StartError, open},
    state::{
        forms::{AddUser, Forms, LicenseForm, LicenseResults, Passwords, RestoreResults},
        navigation::Navigation,
        notices::{Notice, Notices, Stay, Tone},
        selection::Selection,
        upload::{Checked, Progress, Step, Trouble, Upload, UploadFile},
    },
    work::dispatch::Failure,
};
