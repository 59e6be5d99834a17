//! The users of a customer.

mod batch;
mod collection;
mod deleting;
mod dense;
mod filter;
mod lazy;
mod restored;
mod user;
pub mod user_numbers;

pub use batch::UserBatch;
pub(in crate::domain) use batch::batches;
pub use collection::Users;
pub use filter::UserFilter;
pub use lazy::{LazyUsers, UserFigures};
pub use restored::Restored;
pub use user::{
    DeletedUser, PasswordState, RESTORE_WINDOW, RestoreWindow, User, UserDetails, UserId,
    UserNumber,
};
