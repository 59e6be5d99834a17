//! Add or remove user licenses; assign or revoke licenses to multiple users.

mod boxes;
mod manage;
mod product_table;
mod selected_users;
mod updated;

use leptos::prelude::*;

use crate::domain::CustomerId;
use crate::session::address::route::Route;

pub use product_table::{ProductForm, ProductTable};

/// The screen of the route: what was updated, or else the form.
pub fn view(customer: CustomerId, route: &Route) -> AnyView {
    match route {
        Route::LicensesUpdated(_) => view! { <updated::LicensesUpdated customer /> }.into_any(),
        Route::ManageLicenses(_, user) => {
            view! { <manage::ManageLicenses customer user=*user /> }.into_any()
        }
        _ => view! { <manage::ManageLicenses customer user=None /> }.into_any(),
    }
}
