//! A storage of which one write goes wrong.

use std::cell::Cell;
use std::rc::Rc;

use seatwork::journal::{MemoryStorage, Storage, StorageError};

/// What becomes of the write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// There is no room for it.
    Full,
    /// The browser forbids it.
    Blocked,
    /// The browser reports success and stores nothing.
    Silent,
    /// It is stored, and the tab is killed.
    Killed,
}

impl Fault {
    pub const ALL: [Self; 4] = [Self::Full, Self::Blocked, Self::Silent, Self::Killed];
}

/// A storage in memory that counts writes and removals. Clones share it.
#[derive(Debug, Clone)]
pub struct FaultyStorage {
    inner: MemoryStorage,
    count: Rc<Cell<usize>>,
    /// Which write goes wrong, and how.
    fault: Option<(usize, Fault)>,
    is_dead: Rc<Cell<bool>>,
}

impl FaultyStorage {
    /// Returns a storage of which this write goes wrong, counted from now.
    pub fn new(inner: MemoryStorage, fault: Option<(usize, Fault)>) -> Self {
        Self {
            inner,
            count: Rc::default(),
            fault,
            is_dead: Rc::default(),
        }
    }

    /// Returns how many writes and removals there were.
    pub fn writes(&self) -> usize {
        self.count.get()
    }

    fn write(
        &self,
        needs_room: bool,
        then: impl FnOnce() -> Result<(), StorageError>,
    ) -> Result<(), StorageError> {
        if self.is_dead.get() {
            return Err(StorageError::Failed("killed".to_owned()));
        }
        let number = self.count.get();
        self.count.set(number + 1);
        match self.fault.filter(|(which, _)| *which == number) {
            None => then(),
            Some((_, Fault::Full)) if !needs_room => then(),
            Some((_, Fault::Full)) => Err(StorageError::Full),
            Some((_, Fault::Blocked)) => Err(StorageError::Blocked),
            Some((_, Fault::Silent)) => Ok(()),
            Some((_, Fault::Killed)) => {
                then()?;
                self.is_dead.set(true);
                Err(StorageError::Failed("killed".to_owned()))
            }
        }
    }
}

impl Storage for FaultyStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.inner.get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.write(true, || self.inner.set(key, text))
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.write(false, || self.inner.remove(key))
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        self.inner.keys(prefix)
    }
}
