//! Workspaces of attempts at exercises, in the same storage as the person's own.
//!
//! | key | what it holds |
//! |---|---|
//! | `seatwork/t/<attempt>/attempt` | the attempt; it is written last and removed first |
//! | `seatwork/t/<attempt>/…` | its workspace, with the keys of any other |

use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::envelope::checksum_of;
use super::{
    ORIGIN, ORIGIN_COPY, PREFIX, Storage, StorageError, StoredOrigin, StoredRecord, json,
    numbered_records, record_key,
};
use crate::domain::{Change, Guid};

/// The prefix of the keys of all attempts.
const ATTEMPTS: &str = "seatwork/t/";
/// What follows the name of an attempt in the key of the attempt itself.
const ATTEMPT: &str = "/attempt";

/// The name of an attempt in keys and addresses: eight hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AttemptId(u32);

impl AttemptId {
    /// Returns the name made of a random identifier.
    pub fn new(random: Guid) -> Self {
        let digits: String = random.to_string().chars().take(8).collect();
        Self(u32::from_str_radix(&digits, 16).unwrap_or_default())
    }

    /// Parses a name.
    pub fn parse(text: &str) -> Option<Self> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let is_name = text.len() == 8 && text.bytes().all(is_digit);
        let number = u32::from_str_radix(text, 16).ok()?;
        is_name.then_some(Self(number))
    }
}

impl TryFrom<String> for AttemptId {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("not the name of an attempt")
    }
}

impl From<AttemptId> for String {
    fn from(id: AttemptId) -> Self {
        id.to_string()
    }
}

impl fmt::Display for AttemptId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

/// What the marks of attempts begin with.
const MARK: char = '~';

/// Returns the [mark](super::Places::mark) of an attempt's workspace for other tabs, with the name
/// of the attempt and how often it was written.
pub fn mark_of_attempt(attempt: AttemptId, edits: u64, mark: &str) -> String {
    format!("{MARK}{attempt}{MARK}{edits}{MARK}{mark}")
}

/// Returns what another tab's mark says of this workspace, and how often its attempt was written;
/// `None` if it is about another workspace.
pub fn mark_about(attempt: Option<AttemptId>, mark: &str) -> Option<(u64, &str)> {
    let mut parts = mark.splitn(4, MARK);
    let (theirs, edits, rest) = match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(""), Some(name), Some(edits), Some(rest)) => {
            (AttemptId::parse(name), edits.parse().ok()?, rest)
        }
        _ => (None, 0, mark),
    };
    (theirs == attempt).then_some((edits, rest))
}

/// The storage of one workspace: the person's own, or that of an attempt.
#[derive(Debug, Clone)]
pub struct Room<S> {
    storage: S,
    /// The prefix in the place of the program's, or `None` for the person's own workspace.
    prefix: Option<Box<str>>,
}

impl<S> Room<S> {
    /// Returns the person's own workspace.
    pub fn own(storage: S) -> Self {
        Self {
            storage,
            prefix: None,
        }
    }

    /// Returns the workspace of an attempt.
    pub fn of_attempt(storage: S, attempt: AttemptId) -> Self {
        Self {
            storage,
            prefix: Some(format!("{ATTEMPTS}{attempt}/").into()),
        }
    }

    /// Returns the key in the storage.
    fn key(&self, key: &str) -> String {
        match (&self.prefix, key.strip_prefix(PREFIX)) {
            (Some(prefix), Some(rest)) => format!("{prefix}{rest}"),
            _ => key.to_owned(),
        }
    }
}

impl<S: Storage> Storage for Room<S> {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.storage.get(&self.key(key))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.storage.set(&self.key(key), text)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.storage.remove(&self.key(key))
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        let mut keys = self.storage.keys(&self.key(prefix))?;
        if let Some(own) = &self.prefix {
            for key in &mut keys {
                key.replace_range(..own.len(), PREFIX);
            }
        }
        Ok(keys)
    }
}

/// All attempts in a storage.
#[derive(Debug, Clone)]
pub struct Attempts<S>(S);

impl<S: Storage + Clone> Attempts<S> {
    /// Returns the attempts of a storage.
    pub fn new(storage: S) -> Self {
        Self(storage)
    }

    /// Returns the names of all attempts, in no order that means anything.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn list(&self) -> Result<Vec<AttemptId>, StorageError> {
        let id = |key: &String| {
            let name = key.strip_prefix(ATTEMPTS)?.strip_suffix(ATTEMPT)?;
            AttemptId::parse(name)
        };
        Ok(self.0.keys(ATTEMPTS)?.iter().filter_map(id).collect())
    }

    /// Returns an attempt, or `None` where there is none that this program can read.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn read<T: DeserializeOwned>(&self, id: AttemptId) -> Result<Option<T>, StorageError> {
        let text = self.0.get(&attempt_key(id))?;
        Ok(text.and_then(|text| json::open(&text).ok()))
    }

    /// Stores an attempt that is there already.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn write(&self, id: AttemptId, attempt: &impl Serialize) -> Result<(), StorageError> {
        self.0.set(&attempt_key(id), &json::seal(attempt)?)
    }

    /// Stores a new attempt with its workspace: this origin and these changes. Call it under the
    /// lock: what is left of an attempt that was cut off before is removed.
    ///
    /// # Errors
    /// When the storage refuses. Nothing is stored then.
    pub fn begin(
        &self,
        id: AttemptId,
        origin: &StoredOrigin,
        changes: &[Change],
        attempt: &impl Serialize,
    ) -> Result<(), StorageError> {
        self.sweep()?;
        let begun = self.write_workspace(id, origin, changes);
        let begun = begun.and_then(|()| self.write(id, attempt));
        if begun.is_err() {
            self.remove(id)?;
        }
        begun
    }

    /// Begins an attempt anew, under its name. Call it under the lock.
    ///
    /// # Errors
    /// When the storage refuses. The attempt is as it was then.
    pub fn restart(
        &self,
        id: AttemptId,
        origin: &StoredOrigin,
        changes: &[Change],
        attempt: &impl Serialize,
    ) -> Result<(), StorageError> {
        let before = self.texts(id)?;
        self.remove(id)?;
        let begun = self.begin(id, origin, changes, attempt);
        if begun.is_err() {
            for (key, text) in &before {
                self.0.set(key, text)?;
            }
        }
        begun
    }

    /// Returns the texts of an attempt by their keys; that of the attempt itself comes last.
    fn texts(&self, id: AttemptId) -> Result<Vec<(String, String)>, StorageError> {
        let mut texts = Vec::new();
        let last = attempt_key(id);
        let mut keys = self.0.keys(&format!("{ATTEMPTS}{id}/"))?;
        keys.retain(|key| *key != last);
        keys.push(last);
        for key in keys {
            let text = self.0.get(&key)?;
            texts.extend(text.map(|text| (key, text)));
        }
        Ok(texts)
    }

    /// Returns the stored origin of an attempt's workspace and the stored records of its changes,
    /// from the first one on, or `None` where there is no origin.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn journal(&self, id: AttemptId) -> Result<Option<(String, Vec<String>)>, StorageError> {
        let room = Room::of_attempt(self.0.clone(), id);
        let Some(origin) = room.get(ORIGIN)? else {
            return Ok(None);
        };
        let mut records = Vec::new();
        for (_, key) in numbered_records(&room)? {
            records.extend(room.get(&key)?);
        }
        Ok(Some((origin, records)))
    }

    /// Returns the number of the latest change in an attempt's workspace, or zero without any.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn last_change(&self, id: AttemptId) -> Result<u64, StorageError> {
        let room = Room::of_attempt(self.0.clone(), id);
        let records = numbered_records(&room)?.into_iter();
        Ok(records.map(|(number, _)| number).max().unwrap_or_default())
    }

    /// Removes workspaces without an attempt.
    fn sweep(&self) -> Result<(), StorageError> {
        let known = self.list()?;
        for key in self.0.keys(ATTEMPTS)? {
            let name = key
                .strip_prefix(ATTEMPTS)
                .and_then(|key| key.split('/').next());
            let id = name.and_then(AttemptId::parse);
            if id.is_none_or(|id| !known.contains(&id)) {
                self.0.remove(&key)?;
            }
        }
        Ok(())
    }

    fn write_workspace(
        &self,
        id: AttemptId,
        origin: &StoredOrigin,
        changes: &[Change],
    ) -> Result<(), StorageError> {
        let room = Room::of_attempt(self.0.clone(), id);
        let mut before = 0;
        let mut records = Vec::with_capacity(changes.len());
        for (change, seq) in changes.iter().zip(1..) {
            let text = StoredRecord::write(change, seq, before)?;
            before = checksum_of(&text);
            records.push(text);
        }
        lay_out(&room, &origin.write()?, &records)
    }

    /// Removes an attempt and its workspace.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn remove(&self, id: AttemptId) -> Result<(), StorageError> {
        self.0.remove(&attempt_key(id))?;
        let keys = self.0.keys(&format!("{ATTEMPTS}{id}/"))?;
        keys.iter().try_for_each(|key| self.0.remove(key))
    }

    /// Returns the characters that an attempt and its workspace take.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn size(&self, id: AttemptId) -> Result<usize, StorageError> {
        let mut size = 0;
        for key in self.0.keys(&format!("{ATTEMPTS}{id}/"))? {
            size += key.len() + self.0.get(&key)?.map_or(0, |text| text.len());
        }
        Ok(size)
    }
}

/// Stores a workspace: its stored origin, and the stored records of its changes, from the first one
/// on.
///
/// # Errors
/// When the storage refuses.
pub fn lay_out(
    storage: &impl Storage,
    origin: &str,
    records: &[String],
) -> Result<(), StorageError> {
    for (text, seq) in records.iter().zip(1..) {
        storage.set(&record_key(seq), text)?;
    }
    storage.set(ORIGIN_COPY, origin)?;
    storage.set(ORIGIN, origin)
}

fn attempt_key(id: AttemptId) -> String {
    format!("{ATTEMPTS}{id}{ATTEMPT}")
}
