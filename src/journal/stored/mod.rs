//! The stored form of the domain's values, version 4: lines of cells, with tabs between them.
//!
//! Kept apart from the domain's own types, so that these can change without a stored workspace becoming unreadable. No cell
//! needs an escape, because no value of the domain has a control character in it. A general format (JSON over serde) was
//! tried first: it made the download 30 KB larger, and the texts half as long again.

mod account;
mod cells;
mod change;
mod origin;
mod record;
mod restored;
mod snapshot;
mod user;

pub(super) use change::{read_numbers, write_numbers};
pub use origin::StoredOrigin;
pub use record::StoredRecord;
pub(super) use record::{Head, event};
pub use snapshot::{Snapshot, StoredSnapshot};
