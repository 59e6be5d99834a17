//! One change.

use std::collections::BTreeSet;

use chrono::serde::ts_milliseconds;
use serde::{Deserialize, Serialize};

use super::envelope::Damage;
use super::{StorageError, json};
use crate::domain::{Change, Event, Moment, PartnerUser, UserNumber, user_numbers};

/// A change with its sequence number, as a record has it and an entry of the activity log.
///
/// `P` and `E` are the person and the event, owned or borrowed. The log reads of the event only
/// what it lists.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredChange<P, E> {
    pub(super) seq: u64,
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

/// A change as it is stored until it is compacted.
#[derive(Debug, Clone, Copy)]
pub struct StoredRecord;

impl StoredRecord {
    /// Returns the text to store.
    ///
    /// # Errors
    /// When the change has no JSON.
    pub fn write(change: &Change, seq: u64) -> Result<String, StorageError> {
        json::seal(&StoredChange {
            seq,
            at: change.at,
            by: &change.by,
            event: &change.event,
            others: BTreeSet::new(),
        })
    }

    /// Returns the change in a text that is stored under the key of this sequence number.
    ///
    /// # Errors
    /// When it is damaged or newer, or another record.
    pub fn read(text: &str, seq: u64) -> Result<Change, Damage> {
        let stored: StoredChange<PartnerUser, Event> = json::open(text)?;
        if stored.seq != seq || !stored.others.is_empty() {
            return Err(Damage::Content);
        }
        Ok(Change {
            at: stored.at,
            by: stored.by,
            event: stored.event,
        })
    }
}
