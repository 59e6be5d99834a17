//! The users of a customer.

mod collection;
mod filter;
mod restored;
mod user;

pub use collection::Users;
pub use filter::UserFilter;
pub use restored::Restored;
pub use user::{DeletedUser, PasswordState, RESTORE_WINDOW, User, UserDetails, UserId, UserNumber};
