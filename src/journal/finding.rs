//! What is found out about a stored workspace when it is opened.

use super::StorageError;

/// Something that was not as it should be, of which the person is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// A stored text could not be read and was set aside; everything else is there.
    SetAside { key: String },
    /// A stored text could not be read and is where it was: there was no room to set it aside, or
    /// a later version of the program may still read it.
    LeftInPlace { key: String },
    /// This many records are missing between others.
    Missing(usize),
    /// This many changes were overwritten by a tab that had not received them.
    Overwritten(usize),
    /// Both copies of the origin were lost; it was rebuilt from the rest.
    OriginRebuilt,
    /// A later version of the program has written here: the workspace can be read, not changed.
    NewerVersion,
}

/// Why a workspace could not be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    Storage(StorageError),
    /// A later version of the program has written it, in a form that this one cannot read.
    NewerVersion,
    /// Another tab has saved, and the browser has not passed it on to this one.
    Behind,
    /// Another tab keeps the lock.
    Busy,
    /// The code that opens it could not be loaded.
    Unavailable,
}

impl From<StorageError> for OpenError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}
