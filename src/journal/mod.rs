//! Stored changes: every change is one record, appended before it is acknowledged; opening reads the snapshots and
//! replays the records after them.
//!
//! | key | what it holds |
//! |---|---|
//! | `seatwork/workspace`, `seatwork/workspace.copy` | [origin](StoredOrigin): which sample, since when, compacted up to which record; the copy is for damage |
//! | `seatwork/r/0000000042` | record 42: one change |
//! | `seatwork/l/0000000001` | a piece of the activity log: the records from 1 on, as they were before they were compacted |
//! | `seatwork/s/<customer>` | snapshot of one customer up to a record: what differs from the sample |
//! | `seatwork/aside/…` | what could not be read, as it was |
//!
//! Every value is in an [`envelope`] with a version and a checksum. Each single write leaves a readable workspace behind:
//! a snapshot replaces its predecessor in one write and says up to which record it goes, so that records it covers are
//! skipped whether or not they are still there; records are removed only when every snapshot is written.

pub mod envelope;
mod json;
mod log;
mod log_entry;
mod memory;
mod open;
mod origin;
mod record;
mod snapshot;
mod storage;

pub use log::Log;
pub use log_entry::LogEntry;
pub use memory::MemoryStorage;
pub use open::{Finding, OpenError, Opened};
pub use origin::StoredOrigin;
pub use record::StoredRecord;
pub use snapshot::{Snapshot, StoredSnapshot};
pub use storage::{Storage, StorageError};

use std::collections::BTreeSet;

use self::envelope::Damage;
use crate::domain::{Change, CustomerId, Workspace, evolve};

/// What all keys of the program begin with.
pub const PREFIX: &str = "seatwork/";
const ORIGIN: &str = "seatwork/workspace";
const ORIGIN_COPY: &str = "seatwork/workspace.copy";
const RECORDS: &str = "seatwork/r/";
const SNAPSHOTS: &str = "seatwork/s/";
const LOG: &str = "seatwork/l/";
const ASIDE: &str = "seatwork/aside/";

/// After so many records, or so many UTF-8 bytes in them, it is time for snapshots.
const RECORDS_BETWEEN_SNAPSHOTS: u64 = 200;
const BYTES_BETWEEN_SNAPSHOTS: usize = 400_000;

/// Why a change was not stored. The state is as before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSaved {
    /// The storage refused.
    Storage(StorageError),
    /// A later version of the program has written here; this one must not add to it.
    NewerVersion,
    /// The stored workspace is gone: somebody cleared the site's data.
    Gone,
    /// A record of another tab cannot be read or does not fit.
    Unreadable,
}

/// What catching up with other tabs found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaughtUp {
    /// So many changes were applied; 0 when nothing was new.
    Applied(usize),
    /// Records were compacted or the workspace was replaced: open it anew.
    Reopen,
}

/// The open journal of a workspace.
#[derive(Debug)]
pub struct Journal<S> {
    storage: S,
    origin: StoredOrigin,
    /// The origin as it is stored: when another tab compacts or replaces the workspace, this text changes.
    origin_text: String,
    last: u64,
    touched: BTreeSet<CustomerId>,
    bytes: usize,
    /// Users are gone for ever since the last compaction: the activity log has to forget their names.
    purged: bool,
    frozen: bool,
}

impl<S: Storage> Journal<S> {
    /// Applies what other tabs have stored since.
    ///
    /// # Errors
    /// When the stored workspace is gone, newer or unreadable; what could be applied, was.
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

    /// Stores a change that was decided on the state as it is stored: call [`Journal::catch_up`] before deciding, and
    /// keep the lock from then on. When the storage is full, snapshots are made to win space, and what is oldest falls out of
    /// the activity log.
    ///
    /// # Errors
    /// When it could not be stored.
    pub fn append(&mut self, change: &Change, before: &Workspace) -> Result<(), NotSaved> {
        if self.frozen {
            return Err(NotSaved::NewerVersion);
        }
        let seq = self.last + 1;
        let text = StoredRecord::write(change, seq);
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

    /// How far this journal goes: which workspace, and up to which record. For other tabs, see [`reaches`].
    pub fn mark(&self) -> String {
        format!("{}/{}", self.origin.created.timestamp_millis(), self.last)
    }

    /// Is it time for [`Journal::compact`]?
    pub fn wants_compaction(&self) -> bool {
        !self.frozen
            && (self.purged
                || self.last - self.origin.compacted > RECORDS_BETWEEN_SNAPSHOTS
                || self.bytes > BYTES_BETWEEN_SNAPSHOTS)
    }

    /// Writes a snapshot of every customer changed since the last one, then removes the records. Call it under the
    /// lock, with the state as it is stored.
    ///
    /// # Errors
    /// When the storage refuses. Whatever was written until then is consistent with what was there before.
    pub fn compact(&mut self, workspace: &Workspace) -> Result<(), StorageError> {
        if self.frozen || !self.has_uncompacted() {
            return Ok(());
        }
        // Snapshots also remember the origin; where only the clock was put forward, any will do.
        if self.touched.is_empty() {
            let any = workspace.customers().next();
            self.touched.extend(any.map(|customer| customer.id));
        }
        for id in &self.touched {
            let (Some(customer), Some(base)) =
                (workspace.customer(*id), self.origin.sample_customer(*id))
            else {
                continue;
            };
            let text = StoredSnapshot::write(customer, &base, &self.origin, self.last, workspace);
            self.set_before_log(&snapshot_key(*id), &text)?;
        }
        self.compact_log(workspace)?;
        let origin = StoredOrigin {
            compacted: self.last,
            ahead: workspace.ahead(),
            latest_change: workspace.latest_change(),
            record_limit: workspace.record_limit(),
            ..self.origin.clone()
        };
        self.write_origin(origin)?;
        self.touched.clear();
        self.bytes = 0;
        self.purged = false;
        self.remove_compacted()
    }

    /// What could not be read and was set aside: keys and values as they were stored.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn set_aside(&self) -> Result<Vec<(String, String)>, StorageError> {
        let mut aside = Vec::new();
        for key in self.storage.keys(ASIDE)? {
            if let Some(text) = self.storage.get(&key)? {
                aside.push((key, text));
            }
        }
        Ok(aside)
    }

    /// Deletes what was set aside, when the person has downloaded it or does not want it.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn forget_set_aside(&self) -> Result<(), StorageError> {
        self.storage
            .keys(ASIDE)?
            .iter()
            .try_for_each(|key| self.storage.remove(key))
    }

    /// Has a later version of the program written here? Then this one only reads.
    pub fn is_frozen(&self) -> bool {
        self.frozen
    }

    /// Stores a text that the state cannot do without; while there is no room, the oldest pieces of the log make some.
    fn set_before_log(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let mut done = self.storage.set(key, text);
        if done == Err(StorageError::Full) {
            for oldest in self.storage.keys(LOG)? {
                self.storage.remove(&oldest)?;
                done = self.storage.set(key, text);
                if done != Err(StorageError::Full) {
                    break;
                }
            }
        }
        done
    }

    fn has_uncompacted(&self) -> bool {
        self.last > self.origin.compacted
    }

    fn note(&mut self, change: &Change, bytes: usize) {
        self.last += 1;
        self.bytes += bytes;
        self.touched.extend(change.event.customer());
        self.purged |= change.event.action().forgets_users();
    }

    fn write_origin(&mut self, origin: StoredOrigin) -> Result<(), StorageError> {
        let text = origin.write();
        self.set_before_log(ORIGIN, &text)?;
        match self.storage.set(ORIGIN_COPY, &text) {
            // The workspace is whole without its copy; the next start writes it again.
            Ok(()) | Err(StorageError::Full) => {}
            Err(error) => return Err(error),
        }
        self.origin = origin;
        self.origin_text = text;
        Ok(())
    }

    fn remove_compacted(&self) -> Result<(), StorageError> {
        for key in self.storage.keys(RECORDS)? {
            if sequence_of(&key).is_some_and(|seq| seq <= self.origin.compacted) {
                self.storage.remove(&key)?;
            }
        }
        Ok(())
    }
}

/// Does the storage, as this tab sees it, go as far as another tab's [mark](Journal::mark) says? What a mark says of another
/// workspace, or in a way that this program does not know, it need not wait for.
pub fn reaches<S: Storage>(storage: &S, mark: &str) -> bool {
    let Some((created, seq)) = mark.split_once('/') else {
        return true;
    };
    let (Ok(created), Ok(seq)) = (created.parse::<i64>(), seq.parse::<u64>()) else {
        return true;
    };
    match storage.get(ORIGIN) {
        // It is not there yet, or there is more wrong than that a tab is late.
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
