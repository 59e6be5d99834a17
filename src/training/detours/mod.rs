//! What an attempt changed differently from the reference solution.
//!
//! Found by comparing states, not clicks: any way is right that leads to the same. Whatever was
//! done and undone leaves no detour behind.

mod deviation;
mod difference;
mod pairs;
mod users;

pub use self::deviation::{Detail, Detour, Deviation};
pub use self::difference::{States, detours};
