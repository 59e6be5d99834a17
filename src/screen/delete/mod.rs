//! Delete a user account. The question is asked where the users are: this task has no screen of its own.

mod question;

pub use question::delete_action;
