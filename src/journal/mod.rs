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
//! | `seatwork/c/…`, `seatwork/d/…` | [courses and drafts](Shelf), each under its name |
//! | `seatwork/t/…` | [attempts](Attempts) at exercises, each with a workspace of its own |
//! | `seatwork/b/…` | the second of two [places](Places) for a workspace, with the same keys |
//! | `seatwork/generation` | how often the workspace was replaced; odd for the second place |
//! | `seatwork/results` | results of a class, where they are kept; the session's own |
//! | `seatwork/reserve` | blanks, kept for compaction in a full storage |
//!
//! In a folder of a host the browser's keys have the folder in them:
//! `seatwork:/training/workspace`.
//!
//! Every value but the last two is JSON in an [`envelope`] with a version and a checksum. Each
//! single write leaves a readable workspace behind: a snapshot replaces its predecessor in one
//! write and says which records it covers, so that these are skipped whether or not they are still
//! there; records are removed only after every snapshot is written. A change that is refused leaves
//! every text as it was.
//!
//! Each record has the checksum of the one before. So a tab notices when another one, which had not
//! received a record yet, wrote its own in the place of it.

mod attempts;
mod backup;
mod checked;
mod compaction;
pub mod envelope;
mod finding;
mod growth;
mod json;
mod log;
mod log_entry;
mod mark;
mod memory;
mod open;
mod opening;
mod origin;
mod places;
mod record;
mod reserve;
mod shelf;
mod snapshot;
mod storage;

pub use attempts::{AttemptId, Attempts, Room, lay_out, mark_about, mark_of_attempt};
pub use backup::{BACKUP_LIMIT, Backup, BadBackup};
pub use finding::{Finding, OpenError};
pub use log::Log;
pub use log_entry::LogEntry;
pub use mark::reaches;
pub use memory::MemoryStorage;
pub use open::Opened;
pub use origin::StoredOrigin;
pub use places::Places;
pub use record::StoredRecord;
pub use shelf::Shelf;
pub use snapshot::{Snapshot, StoredSnapshot};
pub use storage::{Storage, StorageError};

use std::cmp::Ordering;

use self::checked::CheckedStorage;
use self::envelope::{Damage, checksum_of};
use self::growth::{growth, makes_room};
use self::record::LAST_NUMBER;
use crate::domain::{Change, CustomerId, Workspace, evolve};

/// The prefix of all keys of the program.
pub const PREFIX: &str = "seatwork/";
const ORIGIN: &str = "seatwork/workspace";
const ORIGIN_COPY: &str = "seatwork/workspace.copy";
const RECORDS: &str = "seatwork/r/";
const SNAPSHOTS: &str = "seatwork/s/";
const LOG: &str = "seatwork/l/";
const ASIDE: &str = "seatwork/aside/";
const RESERVE: &str = "seatwork/reserve";

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
    /// Another tab has saved, and the browser has not passed it on to this one.
    Behind,
}

/// What catching up with other tabs found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaughtUp {
    /// This many changes were applied.
    Applied(usize),
    /// Records were compacted or the workspace was replaced; it has to be opened anew.
    Reopen,
    /// A change that this tab knows of was overwritten by a tab that did not. The workspace has to
    /// be opened anew, and the person to be told.
    Overwritten,
}

/// The open journal of a workspace.
#[derive(Debug)]
pub struct Journal<S> {
    storage: CheckedStorage<S>,
    position: Position,
    frozen: bool,
}

/// How far a journal goes, and what it knows of what is stored.
#[derive(Debug, Clone)]
struct Position {
    origin: StoredOrigin,
    /// The origin as it is stored. It changes when another tab compacts or replaces the workspace.
    origin_text: String,
    /// The number of the last record.
    last: u64,
    /// The checksum of the last record; 0 if there is none or it could not be read.
    head: u32,
    /// The customers that were changed since the last compaction.
    touched: Vec<CustomerId>,
    /// The length of the records since the last compaction.
    bytes: usize,
    /// How much room the next compaction may need.
    owed: usize,
    /// The length of the reserve.
    reserved: usize,
    /// Users were purged since the last compaction; the activity log has to forget their names.
    purged: bool,
}

impl<S: Storage> Journal<S> {
    /// Applies what other tabs have stored since.
    ///
    /// # Errors
    /// When the stored workspace is gone, newer or unreadable. What could be applied was.
    pub fn catch_up(&mut self, workspace: &mut Workspace) -> Result<CaughtUp, NotSaved> {
        let text = self.storage.get(ORIGIN).map_err(NotSaved::Storage)?;
        let text = text.ok_or(NotSaved::Gone)?;
        let is_whole = self.has_last(&text).map_err(NotSaved::Storage)?;
        if !is_whole {
            return Ok(CaughtUp::Overwritten);
        }
        if text != self.position.origin_text {
            return Ok(CaughtUp::Reopen);
        }
        let mut applied = 0;
        while let Some(text) = self
            .storage
            .get(&record_key(self.position.last + 1))
            .map_err(NotSaved::Storage)?
        {
            let record = match StoredRecord::read(&text, self.position.last + 1) {
                Ok(record) => record,
                Err(Damage::Newer) => {
                    self.frozen = true;
                    return Err(NotSaved::NewerVersion);
                }
                Err(_) => return Err(NotSaved::Unreadable),
            };
            if !follows(record.after, self.position.head) {
                return Ok(CaughtUp::Overwritten);
            }
            evolve(workspace, &record.change).map_err(|_| NotSaved::Unreadable)?;
            self.note(&record.change, &text);
            applied += 1;
        }
        Ok(CaughtUp::Applied(applied))
    }

    /// Returns whether [`Journal::catch_up`] may have something to do. Needs no lock.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn is_behind(&self) -> Result<bool, StorageError> {
        let Position {
            origin,
            origin_text,
            last,
            head,
            ..
        } = &self.position;
        if self.storage.get(ORIGIN)?.as_ref() != Some(origin_text) {
            return Ok(true);
        }
        let is_overwritten = *head != 0
            && origin.compacted < *last
            && !self.is_head(self.storage.get(&record_key(*last))?);
        Ok(is_overwritten || self.storage.get(&record_key(last + 1))?.is_some())
    }

    /// Returns whether the last record that this journal knows of is in what is stored, given the
    /// stored origin.
    fn has_last(&self, origin_text: &str) -> Result<bool, StorageError> {
        let Position {
            origin, last, head, ..
        } = &self.position;
        let Ok(stored) = StoredOrigin::read(origin_text) else {
            // Opening says what is the matter with it.
            return Ok(true);
        };
        if stored.created != origin.created || *head == 0 {
            return Ok(true);
        }
        Ok(match stored.compacted.cmp(last) {
            Ordering::Less => self.is_head(self.storage.get(&record_key(*last))?),
            Ordering::Equal => follows(stored.head, *head),
            Ordering::Greater => self
                .logged_predecessor(last + 1)?
                .is_none_or(|after| follows(after, *head)),
        })
    }

    /// Returns whether this is the text of the last record that this journal knows of.
    fn is_head(&self, text: Option<String>) -> bool {
        text.is_some_and(|text| checksum_of(&text) == self.position.head)
    }

    /// Stores a change that was decided on the state as it is stored: call [`Journal::catch_up`]
    /// before deciding, and keep the lock from then on. When the storage is full, compaction makes
    /// room, and the oldest entries of the activity log are dropped.
    ///
    /// # Errors
    /// When it could not be stored. Every stored text is as before then.
    pub fn append(&mut self, change: &Change, before: &Workspace) -> Result<(), NotSaved> {
        if self.frozen {
            return Err(NotSaved::NewerVersion);
        }
        let stored = self.all_or_nothing(|journal| journal.append_record(change, before));
        self.storage.commit();
        let text = stored.map_err(NotSaved::Storage)?;
        self.note(change, &text);
        Ok(())
    }

    fn append_record(
        &mut self,
        change: &Change,
        before: &Workspace,
    ) -> Result<String, StorageError> {
        let seq = self.position.last + 1;
        if seq > LAST_NUMBER {
            return Err(StorageError::Full);
        }
        let text = StoredRecord::write(change, seq, self.position.head)?;
        match self.put_record(seq, &text, change) {
            Err(StorageError::Full) => {
                self.compact_records(before)?;
                self.give_up_log(&mut |journal| journal.put_record(seq, &text, change))?;
            }
            done => done?,
        }
        Ok(text)
    }

    /// Stores a record, and makes sure that it can be compacted.
    fn put_record(&mut self, seq: u64, text: &str, change: &Change) -> Result<(), StorageError> {
        let key = record_key(seq);
        if self.position.origin.keeps_records {
            return self.storage.set(&key, text);
        }
        if makes_room(change.event.action()) {
            return self.set_giving_way(&key, text);
        }
        self.reserve(self.position.owed + growth(change, text.len()))?;
        self.storage.set(&key, text)
    }

    /// Does the work, or leaves every text and the journal as they were.
    fn all_or_nothing<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, StorageError>,
    ) -> Result<T, StorageError> {
        let before = self.position.clone();
        let savepoint = self.storage.savepoint();
        let done = work(self);
        if done.is_err() {
            self.storage.roll_back(savepoint);
            self.position = before;
        }
        done
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

    fn note(&mut self, change: &Change, text: &str) {
        let position = &mut self.position;
        position.last += 1;
        position.head = checksum_of(text);
        position.bytes += text.len();
        position.owed += growth(change, text.len());
        if let Some(customer) = change.event.customer() {
            add_once(&mut position.touched, customer);
        }
        position.purged |= change.event.action().forgets_users();
    }

    /// Returns the changes after the record of this number, each with its number. Records that
    /// cannot be read are left out.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn changes_after(&self, number: u64) -> Result<Vec<(u64, Change)>, StorageError> {
        let mut changes = Vec::new();
        for seq in number + 1..=self.position.last {
            let text = self.storage.get(&record_key(seq))?.unwrap_or_default();
            let record = StoredRecord::read(&text, seq).ok();
            changes.extend(record.map(|record| (seq, record.change)));
        }
        Ok(changes)
    }

    /// Returns whether anything was ever changed.
    pub fn has_changes(&self) -> bool {
        self.position.last > 0
    }

    /// Returns where the workspace comes from.
    pub fn origin(&self) -> &StoredOrigin {
        &self.position.origin
    }

    /// Returns the numbers and keys of the records.
    fn records(&self) -> Result<Vec<(u64, String)>, StorageError> {
        numbered_records(&self.storage)
    }
}

/// Adds a value unless it is there already. Of these lists none is long.
fn add_once<T: PartialEq>(all: &mut Vec<T>, value: T) {
    if !all.contains(&value) {
        all.push(value);
    }
}

/// Returns whether a checksum that a record or the origin names is that of the record before. One
/// that is not known contradicts nothing.
fn follows(named: u32, before: u32) -> bool {
    named == 0 || before == 0 || named == before
}

fn record_key(seq: u64) -> String {
    format!("{RECORDS}{seq:010}")
}

fn snapshot_key(customer: CustomerId) -> String {
    format!("{SNAPSHOTS}{}", customer.0)
}

/// Returns the number of the record with this key. Other keys are not ours.
fn sequence_of(key: &str) -> Option<u64> {
    let seq = key.strip_prefix(RECORDS)?.parse().ok()?;
    (seq <= LAST_NUMBER && record_key(seq) == key).then_some(seq)
}

/// Returns the numbers and keys of the stored records, in order.
fn numbered_records(storage: &impl Storage) -> Result<Vec<(u64, String)>, StorageError> {
    let numbered = |key: String| sequence_of(&key).map(|seq| (seq, key));
    Ok(storage
        .keys(RECORDS)?
        .into_iter()
        .filter_map(numbered)
        .collect())
}
