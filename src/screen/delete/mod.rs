//! Delete a user account. The question is a dialog on other screens.

mod question;

pub use question::delete_action;
