//! The state of the tab beside the workspace. Its types know no `Session`.

#[cfg(target_arch = "wasm32")]
pub mod clock;
#[cfg(target_arch = "wasm32")]
pub mod forms;
#[cfg(target_arch = "wasm32")]
pub mod navigation;
#[cfg(target_arch = "wasm32")]
pub mod notices;
pub mod preferences;
#[cfg(target_arch = "wasm32")]
pub mod selection;
#[cfg(target_arch = "wasm32")]
pub mod undo;
#[cfg(target_arch = "wasm32")]
pub mod upload;
