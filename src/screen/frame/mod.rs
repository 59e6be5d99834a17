//! The frame around every screen: banner, menu, settings, clock, messages, and the table of routes.

pub mod app;
pub mod clock;
pub mod not_found;
pub mod settings;

pub use app::{App, AppProps};
