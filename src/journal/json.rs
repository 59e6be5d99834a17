//! Values in an envelope, as JSON.

use serde::{Deserialize, Serialize};

use super::StorageError;
use super::envelope::{self, Damage};

/// Returns the JSON of a value, in one line.
///
/// # Errors
/// When the value has no JSON, such as a map whose keys are not text.
pub(super) fn write(value: &impl Serialize) -> Result<String, StorageError> {
    serde_json::to_string(value).map_err(|error| StorageError::Failed(error.to_string()))
}

/// Returns the JSON of a value, in an envelope.
///
/// # Errors
/// When the value has no JSON.
pub(super) fn seal(value: &impl Serialize) -> Result<String, StorageError> {
    Ok(envelope::seal(&write(value)?))
}

/// Returns the value in an envelope.
///
/// # Errors
/// When the envelope is damaged or newer, or holds something else.
pub(super) fn open<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Damage> {
    serde_json::from_str(envelope::open(text)?).map_err(|_| Damage::Content)
}
