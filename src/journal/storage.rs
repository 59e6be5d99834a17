//! What the journal needs of a place to store things.

/// Texts under keys. Each single write happens whole or not at all.
pub trait Storage {
    /// The text under the key.
    ///
    /// # Errors
    /// When the storage is blocked or fails.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;

    /// Puts the text under the key, in place of what was there.
    ///
    /// # Errors
    /// When there is no room, or the storage is blocked or fails; the old text is still there then.
    fn set(&self, key: &str, text: &str) -> Result<(), StorageError>;

    /// Removes the key, if it is there.
    ///
    /// # Errors
    /// When the storage is blocked or fails.
    fn remove(&self, key: &str) -> Result<(), StorageError>;

    /// All keys that begin with the prefix, sorted.
    ///
    /// # Errors
    /// When the storage is blocked or fails.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError>;
}

/// Why the storage refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StorageError {
    /// No room left.
    Full,
    /// The browser does not let the page store anything.
    Blocked,
    /// Anything else, in the browser's words.
    Failed(String),
}
