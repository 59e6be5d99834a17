//! Making exercises: instructions from what was recorded, goals from what they come to, drafts, and
//! what is missing in them.

mod draft;
mod lack;
mod making;
mod orders;
mod propose;
mod record;
mod targets;

pub use self::draft::{Draft, move_by_one, move_to};
pub use self::lack::{Absent, Lack, TextOf, Tongue, lacks};
pub use self::making::Making;
pub use self::propose::propose;
pub use self::record::{Recorded, record};
pub use self::targets::known_targets;
