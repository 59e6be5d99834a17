//! The activity log: what was done, when and by whom.
//!
//! A record is its own entry. Once the snapshots cover records, their contents become lines of
//! pieces with some hundred entries each, so that the log outlives them; only the latest
//! [`MAX_ENTRIES`] are kept. Of a long upload the log keeps less than the record did. Entries name
//! users by their numbers, except where the change itself has a name in it; once a user is purged,
//! such names are taken out of the log as well.
//!
//! A piece is written before its records are removed, and the records are moved in order: those up
//! to the last entry of the pieces are leftovers.

use super::log_entry::LogEntry;
use super::{Journal, LOG, Storage, StorageError, envelope, record_key};
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
        let mut moved = 0;
        for key in self.storage.keys(LOG)? {
            let text = self.storage.get(&key)?.unwrap_or_default();
            for line in lines(&text) {
                log.add(LogEntry::read(line));
            }
            moved = log.entries.last().map_or(moved, LogEntry::number);
        }
        for (seq, key) in self.records()? {
            if seq <= moved || seq > self.position.last {
                continue;
            }
            let text = self.storage.get(&key)?.unwrap_or_default();
            log.add(envelope::open(&text).ok().and_then(LogEntry::read));
        }
        let too_many = log.entries.len().saturating_sub(MAX_ENTRIES);
        log.entries.drain(..too_many);
        Ok(log)
    }

    /// Returns the latest entries that can be read, the last one first. Reads no more than it takes.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn latest_entries(&self, count: usize) -> Result<Vec<LogEntry>, StorageError> {
        let mut latest: Vec<LogEntry> = Vec::new();
        let records = self.records()?.into_iter().rev();
        let records = records.filter(|(seq, _)| *seq <= self.position.last);
        let keys = records.map(|(_, key)| key);
        for key in keys.chain(self.storage.keys(LOG)?.into_iter().rev()) {
            if latest.len() >= count {
                break;
            }
            let text = self.storage.get(&key)?.unwrap_or_default();
            let oldest = latest.last().map_or(u64::MAX, LogEntry::number);
            let entries = lines(&text).filter_map(LogEntry::read);
            // A record may be in a piece as well.
            let mut entries: Vec<_> = entries.filter(|entry| entry.number() < oldest).collect();
            entries.reverse();
            latest.extend(entries);
        }
        latest.truncate(count);
        Ok(latest)
    }

    /// Returns the checksum of the record before this one, as this one has it, if it is in the log.
    pub(super) fn logged_predecessor(&self, seq: u64) -> Result<Option<u32>, StorageError> {
        let mut keys = self.storage.keys(LOG)?;
        keys.retain(|key| first_of(key) <= seq);
        // It may not be moved yet.
        for key in [keys.pop().unwrap_or_default(), record_key(seq)] {
            let text = self.storage.get(&key)?.unwrap_or_default();
            for entry in lines(&text).filter_map(LogEntry::read) {
                if entry.number() == seq {
                    return Ok(Some(entry.after()));
                }
            }
        }
        Ok(None)
    }

    /// Takes the names of purged users out of the pieces.
    pub(super) fn forget_purged(&self, workspace: &Workspace) -> Result<(), StorageError> {
        for key in self.storage.keys(LOG)? {
            let text = self.storage.get(&key)?.unwrap_or_default();
            let forgotten = lines(&text)
                .map(|line| without_purged(line, workspace))
                .collect::<Result<Vec<String>, _>>()?;
            if forgotten.iter().map(String::as_str).ne(lines(&text)) {
                self.storage
                    .set(&key, &envelope::seal(&forgotten.join("\n")))?;
            }
        }
        Ok(())
    }

    /// Moves the records that the snapshots cover into the log, and drops its oldest entries. When
    /// the storage is full, more of them are dropped: the state of the workspace comes first.
    pub(super) fn move_records_to_log(
        &mut self,
        workspace: &Workspace,
    ) -> Result<(), StorageError> {
        let compacted = self.position.origin.compacted;
        let mut pieces = self.storage.keys(LOG)?;
        // A piece ends where the next one begins, which may reach far enough back without it.
        let oldest = (compacted + 1).saturating_sub(MAX_ENTRIES as u64);
        while pieces.get(1).is_some_and(|next| first_of(next) <= oldest) {
            self.storage.remove(&pieces.remove(0))?;
        }
        let mut covered = self.records()?;
        covered.retain(|(seq, _)| *seq <= compacted);
        let mut entries = self.covered_entries(&covered, pieces.last(), workspace)?;
        while !entries.is_empty() {
            let moved = self.move_entries(&entries)?;
            let last = entries.drain(..moved).next_back();
            let last = last.map_or(0, |(seq, _)| seq);
            let removed = covered.iter().filter(|(seq, _)| *seq <= last);
            removed
                .map(|(_, key)| key)
                .try_for_each(|key| self.storage.remove(key))?;
            covered.retain(|(seq, _)| *seq > last);
        }
        let left = covered.iter();
        left.map(|(_, key)| key)
            .try_for_each(|key| self.storage.remove(key))
    }

    /// Returns the entries that the records become, except those that are in the last piece.
    fn covered_entries(
        &self,
        covered: &[(u64, String)],
        last_piece: Option<&String>,
        workspace: &Workspace,
    ) -> Result<Vec<(u64, String)>, StorageError> {
        let text = match last_piece {
            Some(key) => self.storage.get(key)?.unwrap_or_default(),
            None => String::new(),
        };
        let last = lines(&text).filter_map(LogEntry::read).last();
        let moved = last.map_or(0, |entry| entry.number());
        let mut entries = Vec::new();
        let mut forgets = false;
        for (seq, key) in covered.iter().filter(|(seq, _)| *seq > moved) {
            let text = self.storage.get(key)?.unwrap_or_default();
            let Some(entry) = envelope::open(&text).ok().and_then(LogEntry::read) else {
                continue;
            };
            forgets |= entry.action().forgets_users();
            entries.push((*seq, entry.shortened()?));
        }
        if forgets {
            for (_, line) in &mut entries {
                *line = without_purged(line, workspace)?;
            }
        }
        Ok(entries)
    }

    /// Adds entries to the last piece, or begins a new one. Without room for all of them it takes
    /// fewer; returns how many.
    fn move_entries(&mut self, entries: &[(u64, String)]) -> Result<usize, StorageError> {
        let first = entries.first().map_or(0, |(seq, _)| *seq);
        let (mut key, mut before) = (piece_key(first), Vec::new());
        if let Some(last) = self.storage.keys(LOG)?.pop() {
            let text = self.storage.get(&last)?.unwrap_or_default();
            let all: Vec<String> = lines(&text).map(str::to_owned).collect();
            if all.len() < ENTRIES_IN_A_PIECE {
                (key, before) = (last, all);
            }
        }
        let with = |count: usize| {
            let added = entries.iter().take(count).map(|(_, line)| line);
            let all: Vec<&str> = before.iter().chain(added).map(String::as_str).collect();
            envelope::seal(&all.join("\n"))
        };
        let mut count = entries.len();
        loop {
            match self.storage.set(&key, &with(count)) {
                Err(StorageError::Full) if count > 1 => count = count.div_ceil(2),
                Err(StorageError::Full) => break,
                done => return done.map(|()| count),
            }
        }
        let entry = entries.first().map_or("", |(_, line)| line.as_str());
        let text = envelope::seal(entry);
        match self.give_way(&mut |journal| journal.storage.set(&piece_key(first), &text)) {
            // It does not fit even without all others.
            Err(StorageError::Full) => Ok(1),
            done => done.map(|()| 1),
        }
    }
}

impl Log {
    fn add(&mut self, entry: Option<LogEntry>) {
        match entry {
            Some(entry) => self.entries.push(entry),
            None => self.unreadable += 1,
        }
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
