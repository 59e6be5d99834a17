//! Values under names of their own, beside the workspaces: courses and drafts of courses.
//!
//! | key | what it holds |
//! |---|---|
//! | `seatwork/c/<course>` | a course that was added |
//! | `seatwork/d/<course>` | a draft of a course |

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::envelope::checksum_of;
use super::{Storage, StorageError, json};

const COURSES: &str = "seatwork/c/";
const DRAFTS: &str = "seatwork/d/";

/// Values of one kind in a storage, by their names.
#[derive(Debug, Clone)]
pub struct Shelf<S> {
    storage: S,
    prefix: &'static str,
}

impl<S: Storage> Shelf<S> {
    /// Returns the courses that were added.
    pub fn courses(storage: S) -> Self {
        Self {
            storage,
            prefix: COURSES,
        }
    }

    /// Returns the drafts of courses.
    pub fn drafts(storage: S) -> Self {
        Self {
            storage,
            prefix: DRAFTS,
        }
    }

    /// Returns the names of all values, in their order.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn names(&self) -> Result<Vec<String>, StorageError> {
        let keys = self.storage.keys(self.prefix)?;
        let name = |key: String| key.strip_prefix(self.prefix).map(str::to_owned);
        Ok(keys.into_iter().filter_map(name).collect())
    }

    /// Returns the value of this name, or `None` where there is none that this program can read.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn read<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, StorageError> {
        let text = self.storage.get(&self.key(name))?;
        Ok(text.and_then(|text| json::open(&text).ok()))
    }

    /// Returns the checksum of the value of this name, by which a change is noticed, and the
    /// characters that it takes; nothing where there is none.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn state(&self, name: &str) -> Result<Option<(u32, usize)>, StorageError> {
        let key = self.key(name);
        let text = self.storage.get(&key)?;
        Ok(text.map(|text| (checksum_of(&text), key.len() + text.len())))
    }

    /// Stores a value in place of the one of this name.
    ///
    /// # Errors
    /// When the storage refuses. Nothing has changed then.
    pub fn write(&self, name: &str, value: &impl Serialize) -> Result<(), StorageError> {
        self.storage.set(&self.key(name), &json::seal(value)?)
    }

    /// Removes the value of this name.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn remove(&self, name: &str) -> Result<(), StorageError> {
        self.storage.remove(&self.key(name))
    }

    fn key(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }
}
