//! Values in an envelope, as JSON.

use serde::{Deserialize, Serialize};

use super::envelope::{self, Damage};

/// Returns the JSON of a value, in one line.
pub(super) fn write(value: &impl Serialize) -> String {
    // Only a map whose keys are not text cannot be written, and nothing here has one.
    serde_json::to_string(value).unwrap_or_default()
}

/// Returns the JSON of a value, in an envelope.
pub(super) fn seal(value: &impl Serialize) -> String {
    envelope::seal(&write(value))
}

/// Returns the value in an envelope.
///
/// # Errors
/// When the envelope is damaged or newer, or holds something else.
pub(super) fn open<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Damage> {
    serde_json::from_str(envelope::open(text)?).map_err(|_| Damage::Content)
}
