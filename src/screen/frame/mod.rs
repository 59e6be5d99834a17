//! The frame around every screen: banner, menu, settings, clock, messages, and the table of routes.

mod advance;
mod app;
mod beside;
mod chunks;
mod clock;
mod entering;
mod leave_dialog;
mod not_found;
mod notices;
mod preferences;
mod routes;
mod settings;

pub use app::{App, AppProps};
