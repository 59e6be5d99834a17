//! The activity log: what was done, when and by whom.
//!
//! A record is its own entry. When records are compacted, their contents become lines of pieces
//! with some hundred entries each, so that the log outlives them; only the latest [`MAX_ENTRIES`]
//! are kept. Of a long upload the log keeps less than the record did. Entries name users by their
//! numbers, except where the change itself has a name in it; once a user is purged, such names are
//! taken out of the log as well.

use super::log_entry::LogEntry;
use super::{Journal, LOG, RECORDS, Storage, StorageError, envelope, record_key, sequence_of};
use crate::domain::Workspace;

/// How many entries are kept.
const MAX_ENTRIES: usize = 10_000;
/// A piece with fewer entries is added to.
const ENTRIES_IN_A_PIECE: usize = 200;

/// What was done, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Log {
    /// The latest 10,000 entries.
    pub entries: Vec<LogEntry>,
    /// How many stored entries cannot be read.
    pub unreadable: usize,
}

impl<S: Storage> Journal<S> {
    /// Returns the activity log as it is stored.
    pub fn log(&self) -> Result<Log, StorageError> {
        let mut log = Log::default();
        for key in self.storage.keys(LOG)? {
            let Some(text) = self.storage.get(&key)? else {
                continue;
            };
            // A compaction that was cut off may have left records that are also in a piece.
            for line in lines(&text) {
                match LogEntry::read(line) {
                    Some(entry) if entry.number() > self.origin.compacted => {}
                    Some(entry) => log.entries.push(entry),
                    None => log.unreadable += 1,
                }
            }
        }
        for key in self.storage.keys(RECORDS)? {
            if sequence_of(&key).is_none_or(|seq| seq <= self.origin.compacted || seq > self.last) {
                continue;
            }
            let text = self.storage.get(&key)?.unwrap_or_default();
            match envelope::open(&text).ok().and_then(LogEntry::read) {
                Some(entry) => log.entries.push(entry),
                None => log.unreadable += 1,
            }
        }
        let too_many = log.entries.len().saturating_sub(MAX_ENTRIES);
        log.entries.drain(..too_many);
        Ok(log)
    }

    /// Moves the records into the log and drops its oldest entries. When the storage is full, more
    /// of them are dropped: the state of the workspace comes first.
    pub(super) fn compact_log(&self, workspace: &Workspace) -> Result<(), StorageError> {
        let mut pieces = self.storage.keys(LOG)?;
        // A piece ends where the next one begins, which may reach far enough back without it.
        let oldest = (self.last + 1).saturating_sub(MAX_ENTRIES as u64);
        while pieces.get(1).is_some_and(|next| first_of(next) <= oldest) {
            self.storage.remove(&pieces.remove(0))?;
        }
        if self.purged {
            self.forget_purged_in(&pieces, workspace)?;
        }
        let fresh = self.fresh_entries(workspace)?;
        if let Some(last) = pieces.last().cloned() {
            let text = self.storage.get(&last)?.unwrap_or_default();
            let is_compacted = |line: &&str| {
                LogEntry::read(line).is_some_and(|entry| entry.number() <= self.origin.compacted)
            };
            let mut all: Vec<String> = lines(&text)
                .filter(is_compacted)
                .map(str::to_owned)
                .collect();
            if all.len() < ENTRIES_IN_A_PIECE {
                pieces.pop();
                all.extend(fresh);
                return self.put(&last, &all, &mut pieces);
            }
        }
        self.put(&piece_key(self.origin.compacted + 1), &fresh, &mut pieces)
    }

    /// Takes the names of purged users out of the pieces.
    fn forget_purged_in(
        &self,
        pieces: &[String],
        workspace: &Workspace,
    ) -> Result<(), StorageError> {
        for key in pieces {
            let text = self.storage.get(key)?.unwrap_or_default();
            let forgotten = lines(&text)
                .map(|line| without_purged(line, workspace))
                .collect::<Result<Vec<String>, _>>()?;
            if forgotten.iter().map(String::as_str).ne(lines(&text)) {
                self.put(key, &forgotten, &mut Vec::new())?;
            }
        }
        Ok(())
    }

    /// Returns the lines that the records become.
    fn fresh_entries(&self, workspace: &Workspace) -> Result<Vec<String>, StorageError> {
        let mut fresh = Vec::new();
        for seq in self.origin.compacted + 1..=self.last {
            let text = self.storage.get(&record_key(seq))?;
            let Some(line) = text.as_deref().and_then(|text| envelope::open(text).ok()) else {
                continue;
            };
            let shortened = match LogEntry::read(line) {
                Some(entry) => entry.shortened()?,
                None => None,
            };
            let line = shortened.unwrap_or_else(|| line.to_owned());
            fresh.push(if self.purged {
                without_purged(&line, workspace)?
            } else {
                line
            });
        }
        Ok(fresh)
    }

    /// Stores a piece. While there is no room, the oldest pieces are dropped, then the oldest
    /// entries of this one.
    fn put(
        &self,
        key: &str,
        lines: &[String],
        older: &mut Vec<String>,
    ) -> Result<(), StorageError> {
        if lines.is_empty() {
            return Ok(());
        }
        let mut left = lines;
        while !left.is_empty() {
            let text = envelope::seal(&left.join("\n"));
            match self.storage.set(key, &text) {
                Err(StorageError::Full) if older.is_empty() => {
                    left = left.get(left.len().div_ceil(2)..).unwrap_or_default();
                }
                Err(StorageError::Full) => self.storage.remove(&older.remove(0))?,
                done => return done,
            }
        }
        self.storage.remove(key)
    }
}

/// Returns the entries of a stored piece; none of a damaged one. JSON has no line breaks in it.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    envelope::open(text)
        .into_iter()
        .flat_map(|content| content.split('\n'))
}

fn without_purged(line: &str, workspace: &Workspace) -> Result<String, StorageError> {
    let forgotten = match LogEntry::read(line) {
        Some(entry) => entry.without_purged(workspace)?,
        None => None,
    };
    Ok(forgotten.unwrap_or_else(|| line.to_owned()))
}

fn piece_key(first: u64) -> String {
    format!("{LOG}{first:010}")
}

fn first_of(key: &str) -> u64 {
    key.strip_prefix(LOG)
        .and_then(|first| first.parse().ok())
        .unwrap_or(0)
}
