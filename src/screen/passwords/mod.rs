//! Reset a user's password; show temporary passwords once.

pub mod credentials;
pub mod done;
pub mod reset;
pub mod shown;
