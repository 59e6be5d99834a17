//! A storage that reads back what it writes, and can undo it.

use std::cell::RefCell;

use super::{Storage, StorageError};

/// Wraps the storage of a journal.
///
/// Undoing goes through the same states as the writes did, backward. So it always has room, and a
/// tab that is killed meanwhile leaves a state behind that a killed tab could have left before.
#[derive(Debug)]
pub(super) struct CheckedStorage<S> {
    inner: S,
    /// What was under each key before each write since the last commit, oldest first.
    undo: RefCell<Vec<(String, Option<String>)>>,
}

impl<S: Storage> CheckedStorage<S> {
    pub(super) fn new(inner: S) -> Self {
        Self {
            inner,
            undo: RefCell::default(),
        }
    }

    /// Returns a point to roll back to.
    pub(super) fn savepoint(&self) -> usize {
        self.undo.borrow().len()
    }

    /// Undoes the writes since the savepoint. A storage that also refuses this keeps what it has.
    pub(super) fn roll_back(&self, savepoint: usize) {
        let undone = self.undo.borrow_mut().split_off(savepoint);
        for (key, before) in undone.into_iter().rev() {
            // The person learns of the first failure; every state on the way back is readable.
            let _ = match before {
                Some(text) => self.inner.set(&key, &text),
                None => self.inner.remove(&key),
            };
        }
    }

    /// Keeps the writes for good.
    pub(super) fn commit(&self) {
        self.undo.take();
    }

    fn note(&self, key: &str) -> Result<(), StorageError> {
        let before = self.inner.get(key)?;
        self.undo.borrow_mut().push((key.to_owned(), before));
        Ok(())
    }
}

impl<S: Storage> Storage for CheckedStorage<S> {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.inner.get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.note(key)?;
        if let Err(error) = self.inner.set(key, text) {
            self.undo.borrow_mut().pop();
            return Err(error);
        }
        // A browser may drop a write without a word.
        if self.inner.get(key)?.as_deref() == Some(text) {
            Ok(())
        } else {
            Err(StorageError::Failed("not stored".to_owned()))
        }
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.note(key)?;
        self.inner.remove(key)
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        self.inner.keys(prefix)
    }
}
