//! Attempts as they are stored.

use crate::browser::storage::BrowserStorage;
use crate::journal::{AttemptId, Attempts, StorageError};
use crate::session::state::training::Edit;
use crate::training::Attempt;

/// Returns the attempts that are stored.
pub(super) fn attempts() -> Result<Attempts<BrowserStorage>, StorageError> {
    BrowserStorage::open().map(Attempts::new)
}

/// Reads an attempt, or returns `None` if there is none that can be read.
pub(super) fn read_attempt(id: AttemptId) -> Result<Option<Attempt>, StorageError> {
    attempts()?.read(id)
}

/// Stores a change to an attempt. Call it under the lock.
pub(super) fn write_edit(id: AttemptId, edit: Edit) -> Result<(), StorageError> {
    let Some(mut attempt) = read_attempt(id)? else {
        return Ok(());
    };
    edit(&mut attempt);
    attempt.edits += 1;
    attempts()?.write(id, &attempt)
}
