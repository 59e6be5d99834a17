//! The screens: one folder per documented task, with `frame` on top and `shared` at the bottom.

mod activity;
mod authoring;
mod create;
mod customers;
mod dashboard;
mod delete;
mod exercise;
mod follow;
mod frame;
mod licenses;
mod passwords;
mod replay;
mod restore;
mod results;
mod shared;
mod subscriptions;
mod training;
mod upload;
mod users;
mod workspace;

pub use frame::{App, AppProps};
