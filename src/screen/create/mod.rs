//! Create user accounts for a customer.

mod add_user;
mod user_created;

use leptos::prelude::*;

use crate::domain::CustomerId;

/// The form "Add user", or the confirmation of what was created with it.
pub fn view(customer: CustomerId) -> AnyView {
    view! { <add_user::AddUser customer /> }.into_any()
}
