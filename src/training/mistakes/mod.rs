//! What can be wrong with a course: every mistake with its place, and with what was probably meant.

mod format;
mod mistake;
mod name;
mod path;
mod read;
mod rehearsal;
mod schema;
mod shape;
mod walk;

pub use self::mistake::{Mistake, MistakeKind};
pub use self::name::Name;
pub use self::path::{Position, position};
pub use self::read::{read_course, read_exercise};
pub use self::rehearsal::rehearse;
pub use self::schema::course_schema;
