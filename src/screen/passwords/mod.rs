//! Reset a user's password, and show temporary passwords once.

mod credentials;
mod done;
mod email;
mod reset;
mod shown;

use leptos::prelude::*;

use crate::domain::CustomerId;

pub use credentials::{Credentials, SignIn};
pub use reset::reset_action;
pub use shown::PasswordsShown;

/// The temporary passwords that were set last.
pub fn view(customer: CustomerId) -> AnyView {
    view! { <done::PasswordsReset customer /> }.into_any()
}
