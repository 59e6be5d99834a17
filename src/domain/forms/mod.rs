//! Forms as typed, and their way to validated values.

mod customer_draft;
mod user_draft;

pub use customer_draft::CustomerDraft;
pub use user_draft::{DetailsDraft, NewUser, UserDraft};
