//! What the journal needs from a storage.

/// Texts under keys. Each single write happens as a whole or not at all.
pub trait Storage {
    /// Returns the text under the key.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;

    /// Stores the text under the key, in place of what was there.
    ///
    /// # Errors
    /// When there is no room, or the storage is blocked or fails. The old text is still there then.
    fn set(&self, key: &str, text: &str) -> Result<(), StorageError>;

    /// Removes the key, if it is there.
    fn remove(&self, key: &str) -> Result<(), StorageError>;

    /// Returns all keys that begin with the prefix, sorted.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError>;
}

/// Why the storage refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StorageError {
    Full,
    /// The browser does not let the page store anything.
    Blocked,
    /// Anything else, in the browser's words.
    Failed(String),
}
