//! Backup: a whole workspace as one JSON file, and back.
//!
//! The file has the stored texts as they are, each in its envelope, so that whatever a journal can
//! store is in a backup and reads back as the same. It has no secrets, because the journal has
//! none.

use chrono::serde::ts_milliseconds;
use serde::{Deserialize, Serialize};

use super::envelope::{self, Damage, VERSION};
use super::{
    Finding, Journal, LOG, Log, ORIGIN, ORIGIN_COPY, OpenError, Opened, PREFIX, RECORDS, SNAPSHOTS,
    Storage, StorageError, StoredOrigin, StoredSnapshot, json, sequence_of, snapshot_key,
};
use crate::domain::{Moment, Workspace};

/// The most bytes of a file that is read. What a browser stores is less, in any script.
pub const BACKUP_LIMIT: u64 = 16 * 1024 * 1024;

const FORMAT: &str = "seatwork-backup";

/// The file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredBackup {
    format: String,
    version: u32,
    /// CRC-32 of everything below, as in an [`envelope`].
    checksum: String,
    #[serde(with = "ts_milliseconds")]
    made: Moment,
    /// Keys without the prefix of the program, and texts.
    stored: Vec<(String, String)>,
}

/// What is read first: a later version may have added to the rest.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

/// A backup that was read. [`Backup::open`] tells whether it can be restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// When it was made.
    pub made: Moment,
    texts: Vec<(String, String)>,
}

/// Why a backup cannot be restored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadBackup {
    /// The file is longer than [`BACKUP_LIMIT`].
    TooLarge,
    /// It is something else, or its JSON is wrong.
    Foreign,
    /// It ends too early.
    CutOff,
    /// It was changed, or a part of it cannot be read.
    Damaged,
    /// A later version of the program has made it.
    Newer,
}

impl From<Damage> for BadBackup {
    fn from(damage: Damage) -> Self {
        match damage {
            Damage::Newer => Self::Newer,
            _ => Self::Damaged,
        }
    }
}

impl<S: Storage> Journal<S> {
    /// Returns the workspace as it is stored, as the content of a file. Compact it before: what is
    /// damaged or missing among the records is left out then.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn back_up(&self, now: Moment) -> Result<String, StorageError> {
        // In the order of the keys, so that none can be there twice.
        let mut keys = Vec::new();
        for prefix in [LOG, RECORDS, SNAPSHOTS] {
            keys.extend(self.storage.keys(prefix)?);
        }
        keys.push(ORIGIN.to_owned());
        let mut stored = Vec::new();
        for key in keys {
            let is_old = sequence_of(&key).is_some_and(|seq| seq <= self.position.origin.compacted);
            let text = self.storage.get(&key)?.unwrap_or_default();
            if !is_old
                && !matches!(
                    envelope::open(&text),
                    Err(Damage::NoEnvelope | Damage::Checksum)
                )
            {
                let name = key.strip_prefix(PREFIX).unwrap_or(&key);
                stored.push((name.to_owned(), text));
            }
        }
        json::write(&StoredBackup {
            format: FORMAT.to_owned(),
            version: VERSION,
            checksum: checksum(now, &stored),
            made: now,
            stored,
        })
    }
}

impl<S: Storage> Journal<S> {
    /// Returns a workspace as it is in memory, without its log, to be stored again after what was
    /// stored is gone.
    ///
    /// # Errors
    /// When a part of it has no JSON.
    pub fn from_memory(&self, workspace: &Workspace) -> Result<Backup, StorageError> {
        let origin = StoredOrigin {
            compacted: self.position.last,
            head: self.position.head,
            ahead: workspace.ahead(),
            latest_change: workspace.latest_change(),
            record_limit: workspace.record_limit(),
            ..self.position.origin.clone()
        };
        let mut texts = Vec::new();
        for customer in workspace.customers() {
            let base = self.position.origin.sample_customer(customer.id);
            let base = base.filter(|base| base != customer);
            if let Some(base) = base {
                let text =
                    StoredSnapshot::write(customer, &base, &origin, self.position.last, workspace)?;
                texts.push((snapshot_key(customer.id), text));
            }
        }
        let text = origin.write()?;
        for key in [ORIGIN_COPY, ORIGIN] {
            texts.push((key.to_owned(), text.clone()));
        }
        Ok(Backup {
            made: origin.created,
            texts,
        })
    }
}

impl Backup {
    /// Reads the content of a file.
    ///
    /// # Errors
    /// When it is no backup, a damaged one or a later version's.
    pub fn read(text: &str) -> Result<Self, BadBackup> {
        let bad = |error: serde_json::Error| match (text.contains(FORMAT), error.is_eof()) {
            (false, _) => BadBackup::Foreign,
            (true, true) => BadBackup::CutOff,
            (true, false) => BadBackup::Damaged,
        };
        let head: Head = serde_json::from_str(text).map_err(bad)?;
        if head.format != FORMAT {
            return Err(BadBackup::Foreign);
        }
        if head.version > VERSION {
            return Err(BadBackup::Newer);
        }
        let file: StoredBackup = serde_json::from_str(text).map_err(|_| BadBackup::Damaged)?;
        if file.checksum != checksum(file.made, &file.stored) {
            return Err(BadBackup::Damaged);
        }
        let mut texts: Vec<(String, String)> = Vec::with_capacity(file.stored.len() + 1);
        for (name, text) in file.stored {
            let key = format!("{PREFIX}{name}");
            let is_known = key == ORIGIN
                || [SNAPSHOTS, RECORDS, LOG]
                    .iter()
                    .any(|prefix| key.starts_with(prefix));
            let is_next = texts.last().is_none_or(|(before, _)| *before < key);
            if !is_known || !is_next {
                return Err(BadBackup::Damaged);
            }
            texts.push((key, text));
        }
        match texts.last() {
            Some((key, text)) if key == ORIGIN => {
                texts.push((ORIGIN_COPY.to_owned(), text.clone()))
            }
            _ => return Err(BadBackup::Damaged),
        }
        Ok(Self {
            made: file.made,
            texts,
        })
    }

    /// Returns the backup of a new workspace with the sample.
    ///
    /// # Errors
    /// When its origin has no JSON.
    pub fn of_sample(now: Moment) -> Result<Self, StorageError> {
        let text = StoredOrigin::new(now).write()?;
        let texts = [ORIGIN_COPY, ORIGIN].map(|key| (key.to_owned(), text.clone()));
        Ok(Self {
            made: now,
            texts: texts.to_vec(),
        })
    }

    /// Returns the keys and texts to store.
    pub fn texts(&self) -> &[(String, String)] {
        &self.texts
    }

    /// Opens the backup in an empty storage, and checks every part of it.
    ///
    /// # Errors
    /// When a part cannot be read, or is a later version's.
    pub fn open<S: Storage>(&self, empty: S) -> Result<(Workspace, Log), BadBackup> {
        for (key, text) in &self.texts {
            empty.set(key, text).map_err(|_| BadBackup::Damaged)?;
        }
        let Opened {
            journal,
            workspace,
            findings,
        } = Journal::open(empty, self.made).map_err(|error| match error {
            OpenError::NewerVersion => BadBackup::Newer,
            _ => BadBackup::Damaged,
        })?;
        if findings.contains(&Finding::NewerVersion) {
            return Err(BadBackup::Newer);
        }
        let log = journal.log().map_err(|_| BadBackup::Damaged)?;
        let is_whole = log.unreadable == 0 && log.entries.iter().all(|entry| entry.is_whole());
        if !findings.is_empty() || !is_whole {
            return Err(BadBackup::Damaged);
        }
        Ok((workspace, log))
    }
}

/// Returns the checksum of what a backup has in it.
fn checksum(made: Moment, stored: &[(String, String)]) -> String {
    let mut content = made.timestamp_millis().to_string();
    for (name, text) in stored {
        content.push('\n');
        content.push_str(name);
        content.push('\n');
        content.push_str(text);
    }
    let sealed = envelope::seal(&content);
    sealed.split(' ').nth(1).unwrap_or_default().to_owned()
}
