//! Room for compaction and deleting in a full storage.
//!
//! A blank text takes up at least as much room as compaction may need. It gives way when the
//! storage is full, so that no change is ever stored that leaves no room to compact it.

use super::{Journal, LOG, RESERVE, Storage, StorageError};

/// The least length of the reserve.
const LEAST: usize = 65_536;
/// A reserve longer than this is shortened after compaction.
const MOST: usize = 4 * LEAST;
impl<S: Storage> Journal<S> {
    /// Makes sure that there is this much room for compaction.
    ///
    /// # Errors
    /// When the storage is too full, or refuses.
    pub(super) fn reserve(&mut self, owed: usize) -> Result<(), StorageError> {
        if self.position.reserved < owed + LEAST / 2 {
            self.set_reserve(owed + LEAST)?;
        }
        Ok(())
    }

    /// Brings the reserve to its least length again, if anything has changed it.
    pub(super) fn renew_reserve(&mut self) -> Result<(), StorageError> {
        if (LEAST..=MOST).contains(&self.position.reserved) {
            return Ok(());
        }
        self.set_reserve(LEAST)
    }

    fn set_reserve(&mut self, length: usize) -> Result<(), StorageError> {
        self.storage.set(RESERVE, &" ".repeat(length))?;
        self.position.reserved = length;
        Ok(())
    }

    /// Stores a text that the state depends on. While there is no room, the reserve gives way, then
    /// the oldest pieces of the log.
    pub(super) fn set_giving_way(&mut self, key: &str, text: &str) -> Result<(), StorageError> {
        match self.storage.set(key, text) {
            Err(StorageError::Full) => self.give_way(&mut |journal| journal.storage.set(key, text)),
            done => done,
        }
    }

    /// Repeats the write while there is no room: first without the reserve, then without the oldest
    /// pieces of the log.
    pub(super) fn give_way(
        &mut self,
        write: &mut dyn FnMut(&mut Self) -> Result<(), StorageError>,
    ) -> Result<(), StorageError> {
        if self.position.reserved > 0 {
            self.give_up(RESERVE)?;
            self.position.reserved = 0;
        }
        self.give_up_log(write)
    }

    /// Repeats the write while there is no room, without the oldest pieces of the log.
    pub(super) fn give_up_log(
        &mut self,
        write: &mut dyn FnMut(&mut Self) -> Result<(), StorageError>,
    ) -> Result<(), StorageError> {
        let mut done = write(self);
        for oldest in self.storage.keys(LOG)? {
            if done != Err(StorageError::Full) {
                break;
            }
            self.give_up(&oldest)?;
            done = write(self);
        }
        done
    }

    /// Removes a text that may have to be put back.
    fn give_up(&self, key: &str) -> Result<(), StorageError> {
        if let Some(text) = self.storage.get(key)? {
            // Where not even the same text can be written, removing it would be for good.
            self.storage.set(key, &text)?;
        }
        self.storage.remove(key)
    }
}
