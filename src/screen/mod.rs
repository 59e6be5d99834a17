//! The screens, one file each, named as in the documentation.

mod account;
mod activity;
mod activity_entry;
mod activity_filter;
mod add_subscription;
mod add_user;
mod app;
mod change_quantity;
mod clock;
mod company_form;
mod credentials;
mod customer;
mod customers;
mod deleted_users;
mod details_form;
mod dialog_form;
mod editor;
mod export;
mod licenses_updated;
mod list;
mod manage_licenses;
mod named;
mod not_found;
mod passwords_reset;
mod product_table;
mod selected_users;
mod settings;
mod subscription_desk;
mod subscriptions;
mod suspend_subscription;
mod user;
mod user_created;
mod user_selection;
mod users;
mod users_restored;

pub use app::{App, AppProps};
