//! Storage in memory, for tests and benchmarks: can run full, and can be cut off in the middle of several writes.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Storage, StorageError};

/// A storage that several journals ("tabs") can share; cloning shares it.
#[derive(Debug, Clone, Default)]
pub struct MemoryStorage {
    texts: Rc<RefCell<BTreeMap<String, String>>>,
    /// Bytes of keys and texts that fit.
    capacity: Rc<Cell<Option<usize>>>,
    /// Writes and removals until everything fails.
    lifetime: Rc<Cell<Option<usize>>>,
}

impl MemoryStorage {
    /// A storage that begins with these texts.
    pub fn with(texts: BTreeMap<String, String>) -> Self {
        Self {
            texts: Rc::new(RefCell::new(texts)),
            ..Self::default()
        }
    }

    /// Everything stored.
    pub fn texts(&self) -> BTreeMap<String, String> {
        self.texts.borrow().clone()
    }

    /// Bytes of all keys and texts.
    pub fn bytes(&self) -> usize {
        self.texts
            .borrow()
            .iter()
            .map(|(key, text)| key.len() + text.len())
            .sum()
    }

    /// From now on only so many bytes fit; `None` for no limit.
    pub fn limit_to(&self, bytes: Option<usize>) {
        self.capacity.set(bytes);
    }

    /// After so many more writes and removals every one fails, as when the tab is killed; `None` for never.
    pub fn die_after(&self, writes: Option<usize>) {
        self.lifetime.set(writes);
    }

    fn live(&self) -> Result<(), StorageError> {
        match self.lifetime.get() {
            Some(0) => Err(StorageError::Failed("cut off".to_owned())),
            Some(left) => {
                self.lifetime.set(Some(left - 1));
                Ok(())
            }
            None => Ok(()),
        }
    }
}

impl Storage for MemoryStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.live()?;
        let old = self
            .texts
            .borrow()
            .get(key)
            .map_or(0, |old| key.len() + old.len());
        if self
            .capacity
            .get()
            .is_some_and(|capacity| self.bytes() - old + key.len() + text.len() > capacity)
        {
            return Err(StorageError::Full);
        }
        self.texts
            .borrow_mut()
            .insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.live()?;
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        Ok(self
            .texts
            .borrow()
            .keys()
            .filter(|key| key.starts_with(prefix))
            .cloned()
            .collect())
    }
}
