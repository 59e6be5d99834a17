//! One change.

use std::collections::BTreeSet;

use chrono::serde::ts_milliseconds;
use serde::{Deserialize, Serialize};

use super::envelope::Damage;
use super::{StorageError, json};
use crate::domain::{Change, Event, Moment, PartnerUser, UserNumber, user_numbers};

/// The highest number of a record. Keys with more digits would not be in order.
pub(super) const LAST_NUMBER: u64 = 9_999_999_999;

/// A change with its sequence number, as a record has it and an entry of the activity log.
///
/// `P` and `E` are the person and the event, owned or borrowed. The log reads of the event only
/// what it lists.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredChange<P, E> {
    pub(super) seq: u64,
    /// The checksum of the record before it; 0 if there is none or it could not be read.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(super) after: u32,
    #[serde(with = "ts_milliseconds")]
    pub(super) at: Moment,
    pub(super) by: P,
    pub(super) event: E,
    /// The users of an upload whose details an entry of the log leaves out; none in a record.
    #[serde(
        default,
        skip_serializing_if = "BTreeSet::is_empty",
        with = "user_numbers"
    )]
    pub(super) others: BTreeSet<UserNumber>,
}

/// Returns whether the number is left out of a stored text.
pub(super) fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// A change as it is stored until it is compacted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredRecord {
    /// The checksum of the record before it; 0 if there is none or it could not be read.
    pub after: u32,
    /// The change.
    pub change: Change,
}

impl StoredRecord {
    /// Returns the text to store for a change, given the checksum of the record before it.
    ///
    /// # Errors
    /// When the change has no JSON.
    pub fn write(change: &Change, seq: u64, after: u32) -> Result<String, StorageError> {
        json::seal(&StoredChange {
            seq,
            after,
            at: change.at,
            by: &change.by,
            event: &change.event,
            others: BTreeSet::new(),
        })
    }

    /// Returns the record in a text that is stored under the key of this sequence number.
    ///
    /// # Errors
    /// When it is damaged or newer, or another record.
    pub fn read(text: &str, seq: u64) -> Result<Self, Damage> {
        let stored: StoredChange<PartnerUser, Event> = json::open(text)?;
        if stored.seq != seq || !stored.others.is_empty() {
            return Err(Damage::Content);
        }
        Ok(Self {
            after: stored.after,
            change: Change {
                at: stored.at,
                by: stored.by,
                event: stored.event,
            },
        })
    }
}
