//! The one way to change something, and what the screens know beside the workspace: address, preferences, notices.

pub mod listing;
pub mod log_listing;
pub mod preferences;
pub mod problem_listing;
pub mod route;

pub mod uploading;

#[cfg(target_arch = "wasm32")]
mod dispatch;
#[cfg(target_arch = "wasm32")]
mod forms;
#[cfg(target_arch = "wasm32")]
mod navigation;
#[cfg(target_arch = "wasm32")]
mod notices;
#[cfg(target_arch = "wasm32")]
mod restoring;
#[cfg(target_arch = "wasm32")]
mod selection;
#[cfg(target_arch = "wasm32")]
mod store;
#[cfg(target_arch = "wasm32")]
mod time;
#[cfg(target_arch = "wasm32")]
mod undo;
#[cfg(target_arch = "wasm32")]
mod upload;
#[cfg(target_arch = "wasm32")]
mod upload_work;

#[cfg(target_arch = "wasm32")]
pub use self::{
    dispatch::Failure,
    forms::{AddUser, Forms, LicenseForm, LicenseResults, Passwords, RestoreResults},
    navigation::Navigation,
    notices::{Notice, Notices, Stay, Tone},
    selection::Selection,
    store::{Session, StartError, open},
    upload::{Checked, Progress, Step, Trouble, Upload, UploadFile},
};
