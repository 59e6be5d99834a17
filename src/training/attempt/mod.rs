//! An attempt: one run of an exercise by one trainee, and what it came to.

mod record;
mod replay;

pub use self::record::{Acted, Attempt, Outcome};
pub use self::replay::Replay;
