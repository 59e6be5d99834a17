//! What an attempt changed differently from the reference solution.
//!
//! Found by comparing states, not clicks: any way is right that leads to the same. Whatever was
//! done and undone leaves no detour behind.

mod deviation;
mod difference;
mod namesakes;
mod pairs;
mod states;
mod users;

pub use self::deviation::{Concerned, Detail, Detour, Deviation, Differs};
pub use self::difference::detours;
pub use self::states::States;
