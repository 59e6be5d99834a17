//! The users of a customer.

mod batch;
mod collection;
mod deleting;
mod dense;
mod filter;
mod restored;
mod user;
pub mod user_numbers;

pub use batch::UserBatch;
pub(in crate::domain) use batch::batches;
pub use collection::Users;
pub use filter::UserFilter;
pub use restored::Restored;
pub use user::{DeletedUser, PasswordState, RESTORE_WINDOW, User, UserDetails, UserId, UserNumber};
