//! Seatwork: a training simulator for people who manage users and licenses in their customers'
//! accounts.
//!
//! The floors, from the ground up: [`domain`] (rules), [`training`] (exercises), [`journal`]
//! (stored changes), [`sheet`] (CSV), [`results`] (what attempts came to), [`partner_center`] (the
//! calls of the real service), `browser` (the only code that calls the browser), [`text`], `later`
//! (code that is loaded when it is needed), `live` (signals), [`session`] (the one way to change
//! something), `ui` and `screen`. What needs a browser is only built for one; everything else is
//! tested natively.

pub mod domain;
pub mod journal;
pub mod partner_center;
pub mod results;
pub mod session;
pub mod sheet;
pub mod text;
pub mod training;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod later;
#[cfg(target_arch = "wasm32")]
pub mod live;
#[cfg(target_arch = "wasm32")]
pub mod screen;
#[cfg(target_arch = "wasm32")]
pub mod ui;
