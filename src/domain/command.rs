//! What a person wants done.

use super::{CustomerId, NewUser, UserDetails, UserNumber};

/// An intention, in values that have been validated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Create a user and assign their licenses: all of it or none.
    CreateUser {
        /// Where.
        customer: CustomerId,
        /// Whom.
        user: Box<NewUser>,
    },
    /// Change names, location and permissions.
    EditUser {
        /// Where.
        customer: CustomerId,
        /// Whom.
        user: UserNumber,
        /// The details as the person saw them when the form was opened.
        seen: Box<UserDetails>,
        /// The details as they should be.
        wanted: Box<UserDetails>,
    },
}
