//! The screens, one file each, named as in the documentation.

mod account;
mod add_user;
mod app;
mod credentials;
mod customer;
mod customers;
mod deleted_users;
mod details_form;
mod list;
mod not_found;
mod settings;
mod subscriptions;
mod user;
mod user_created;
mod users;

pub use app::{App, AppProps};
