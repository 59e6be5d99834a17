//! Stored changes: every change is one record, appended before it is acknowledged. Opening reads
//! the snapshots and replays the records after them.
//!
//! | key | what it holds |
//! |---|---|
//! | `seatwork/workspace` | [origin](StoredOrigin): which sample, since when, compacted how far |
//! | `seatwork/workspace.copy` | the same, in case of damage |
//! | `seatwork/r/0000000042` | [record](StoredRecord) 42: one change |
//! | `seatwork/l/0000000001` | a piece of the [log](Log): compacted records from 1 on, one a line |
//! | `seatwork/s/<customer>` | [snapshot](StoredSnapshot): how a customer differs from the sample |
//! | `seatwork/aside/…` | what could not be read, as it was |
//! | `seatwork/b/…` | the second of two [places](Places) for a workspace, with the same keys |
//! | `seatwork/generation` | how often the workspace was replaced; odd for the second place |
//!
//! In a folder of a host the browser's keys have the folder in them:
//! `seatwork:/training/workspace`.
//!
//! Every value is JSON in an [`envelope`] with a version and a checksum. Each single write leaves a
//! readable workspace behind: a snapshot replaces its predecessor in one write and says which
//! records it covers, so that these are skipped whether or not they are still there; records are
//! removed only after every snapshot is written.

mod backup;
mod compaction;
pub mod envelope;
mod finding;
mod json;
mod log;
mod log_entry;
mod memory;
mod open;
mod opening;
mod origin;
mod places;
mod record;
mod snapshot;
mod storage;

pub use backup::{BACKUP_LIMIT, Backup, BadBackup};
pub use finding::{Finding, OpenError};
pub use log::Log;
pub use log_entry::LogEntry;
pub use memory::MemoryStorage;
pub use open::Opened;
pub use origin::StoredOrigin;
pub use places::Places;
pub use record::StoredRecord;
pub use snapshot::{Snapshot, StoredSnapshot};
pub use storage::{Storage, StorageError};

use std::collections::BTreeSet;

use self::envelope::Damage;
use crate::domain::{Change, CustomerId, Workspace, evolve};

/// The prefix of all keys of the program.
pub const PREFIX: &str = "seatwork/";
const ORIGIN: &str = "seatwork/workspace";
const ORIGIN_COPY: &str = "seatwork/workspace.copy";
const RECORDS: &str = "seatwork/r/";
const SNAPSHOTS: &str = "seatwork/s/";
const LOG: &str = "seatwork/l/";
const ASIDE: &str = "seatwork/aside/";

/// Why a change was not stored. The state is as before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSaved {
    Storage(StorageError),
    /// A later version of the program has written here, to which this one must not add.
    NewerVersion,
    /// The stored workspace is gone, because the site's data was cleared.
    Gone,
    /// A record of another tab cannot be read or does not fit.
    Unreadable,
}

/// What catching up with other tabs found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaughtUp {
    /// This many changes were applied.
    Applied(usize),
    /// Records were compacted or the workspace was replaced; it has to be opened anew.
    Reopen,
}

/// The open journal of a workspace.
#[derive(Debug)]
pub struct Journal<S> {
    storage: S,
    origin: StoredOrigin,
    /// The origin as it is stored. It changes when another tab compacts or replaces the workspace.
    origin_text: String,
    last: u64,
    touched: BTreeSet<CustomerId>,
    bytes: usize,
    /// Users were purged since the last compaction; the activity log has to forget their names.
    purged: bool,
    frozen: bool,
}

impl<S: Storage> Journal<S> {
    /// Applies what other tabs have stored since.
    ///
    /// # Errors
    /// When the stored workspace is gone, newer or unreadable. What could be applied was.
    pub fn catch_up(&mut self, workspace: &mut Workspace) -> Result<CaughtUp, NotSaved> {
        match self.storage.get(ORIGIN).map_err(NotSaved::Storage)? {
            None => return Err(NotSaved::Gone),
            Some(text) if text != self.origin_text => return Ok(CaughtUp::Reopen),
            Some(_) => {}
        }
        let mut applied = 0;
        while let Some(text) = self
            .storage
            .get(&record_key(self.last + 1))
            .map_err(NotSaved::Storage)?
        {
            let change = match StoredRecord::read(&text, self.last + 1) {
                Ok(change) => change,
                Err(Damage::Newer) => {
                    self.frozen = true;
                    return Err(NotSaved::NewerVersion);
                }
                Err(_) => return Err(NotSaved::Unreadable),
            };
            evolve(workspace, &change).map_err(|_| NotSaved::Unreadable)?;
            self.note(&change, text.len());
            applied += 1;
        }
        Ok(CaughtUp::Applied(applied))
    }

    /// Stores a change that was decided on the state as it is stored: call [`Journal::catch_up`]
    /// before deciding, and keep the lock from then on. When the storage is full, compaction makes
    /// room, and the oldest entries of the activity log are dropped.
    ///
    /// # Errors
    /// When it could not be stored.
    pub fn append(&mut self, change: &Change, before: &Workspace) -> Result<(), NotSaved> {
        if self.frozen {
            return Err(NotSaved::NewerVersion);
        }
        let seq = self.last + 1;
        let text = StoredRecord::write(change, seq).map_err(NotSaved::Storage)?;
        let stored = match self.storage.set(&record_key(seq), &text) {
            Err(StorageError::Full) => {
                self.compact(before).map_err(NotSaved::Storage)?;
                self.set_before_log(&record_key(seq), &text)
            }
            other => other,
        };
        stored.map_err(NotSaved::Storage)?;
        self.note(change, text.len());
        Ok(())
    }

    /// Returns how far this journal goes: which workspace, and up to which record. Other tabs
    /// compare it with [`reaches`].
    pub fn mark(&self) -> String {
        format!("{}/{}", self.origin.created.timestamp_millis(), self.last)
    }

    /// Returns the keys and texts of what was set aside because it could not be read.
    pub fn set_aside(&self) -> Result<Vec<(String, String)>, StorageError> {
        let mut aside = Vec::new();
        for key in self.storage.keys(ASIDE)? {
            if let Some(text) = self.storage.get(&key)? {
                aside.push((key, text));
            }
        }
        Ok(aside)
    }

    /// Deletes what was set aside.
    pub fn forget_set_aside(&self) -> Result<(), StorageError> {
        self.storage
            .keys(ASIDE)?
            .iter()
            .try_for_each(|key| self.storage.remove(key))
    }

    /// Returns whether a later version of the program has written here: this one only reads then.
    pub fn is_frozen(&self) -> bool {
        self.frozen
    }

    fn note(&mut self, change: &Change, bytes: usize) {
        self.last += 1;
        self.bytes += bytes;
        self.touched.extend(change.event.customer());
        self.purged |= change.event.action().forgets_users();
    }
}

/// Returns whether the storage, as this tab sees it, goes as far as another tab's
/// [mark](Journal::mark) says. A mark of another workspace, or one that makes no sense, is reached.
pub fn reaches<S: Storage>(storage: &S, mark: &str) -> bool {
    let Some((created, seq)) = mark.split_once('/') else {
        return true;
    };
    let (Ok(created), Ok(seq)) = (created.parse::<i64>(), seq.parse::<u64>()) else {
        return true;
    };
    match storage.get(ORIGIN) {
        // The origin is not there yet.
        Ok(None) => false,
        Err(_) => true,
        Ok(Some(text)) => match StoredOrigin::read(&text) {
            Ok(origin) if origin.created.timestamp_millis() == created => {
                origin.compacted >= seq || !matches!(storage.get(&record_key(seq)), Ok(None))
            }
            _ => true,
        },
    }
}

fn record_key(seq: u64) -> String {
    format!("{RECORDS}{seq:010}")
}

fn snapshot_key(customer: CustomerId) -> String {
    format!("{SNAPSHOTS}{}", customer.0)
}

fn sequence_of(key: &str) -> Option<u64> {
    key.strip_prefix(RECORDS)?.parse().ok()
}
