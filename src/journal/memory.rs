//! Storage in memory, for tests and benchmarks. It can run full and be cut off between two writes.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Storage, StorageError};

/// A storage in memory. Clones share it, as tabs do.
#[derive(Debug, Clone, Default)]
pub struct MemoryStorage {
    texts: Rc<RefCell<BTreeMap<String, String>>>,
    /// How many bytes of keys and texts fit.
    capacity: Rc<Cell<Option<usize>>>,
    /// How many writes and removals are left until all of them fail.
    lifetime: Rc<Cell<Option<usize>>>,
}

impl MemoryStorage {
    /// Returns a storage that begins with these texts.
    pub fn with(texts: BTreeMap<String, String>) -> Self {
        Self {
            texts: Rc::new(RefCell::new(texts)),
            ..Self::default()
        }
    }

    pub fn texts(&self) -> BTreeMap<String, String> {
        self.texts.borrow().clone()
    }

    pub fn bytes(&self) -> usize {
        self.texts
            .borrow()
            .iter()
            .map(|(key, text)| key.len() + text.len())
            .sum()
    }

    /// Lets only this many bytes fit from now on; `None` removes the limit.
    pub fn limit_to(&self, bytes: Option<usize>) {
        self.capacity.set(bytes);
    }

    /// Lets writes and removals fail after this many more, as if the tab was killed; `None` for
    /// never.
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
