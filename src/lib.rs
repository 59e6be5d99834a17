//! Seatwork: a training simulator for people who manage users and licenses in their customers' accounts.
//!
//! The floors, from the ground up: [`domain`] (rules), `journal` and `sheet` (stored changes, CSV), `browser` (the only
//! door to the browser), `session` (the one way to change something), `text`, `ui` and `screen`.

pub mod domain;
