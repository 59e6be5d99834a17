//! Where a workspace comes from.

use chrono::TimeDelta;
use chrono::serde::{ts_milliseconds, ts_milliseconds_option};
use serde::{Deserialize, Serialize};

use super::envelope::Damage;
use super::record::{LAST_NUMBER, is_zero};
use super::{StorageError, json};
use crate::domain::sample::{self, Edition};
use crate::domain::upload::RecordLimit;
use crate::domain::{Customer, CustomerId, Moment, Workspace, milliseconds};

/// Where a workspace comes from, and how far it is compacted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoredOrigin {
    /// Edition of the sample workspace.
    pub sample: u32,
    /// When the workspace was created.
    #[serde(with = "ts_milliseconds")]
    pub created: Moment,
    /// Records up to this one are in the snapshots.
    pub compacted: u64,
    /// The checksum of that record; 0 if there is none or it is not known.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub head: u32,
    /// How often something unreadable was set aside. A change tells open tabs to open anew.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub mended: u32,
    /// How far the clock was ahead of the browser's.
    #[serde(
        default,
        skip_serializing_if = "TimeDelta::is_zero",
        with = "milliseconds"
    )]
    pub ahead: TimeDelta,
    /// When something was last changed; a snapshot may know of a later change.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "ts_milliseconds_option"
    )]
    pub latest_change: Option<Moment>,
    /// How many users a file may have.
    pub record_limit: RecordLimit,
    /// Whether records are never compacted, as in attempts at exercises, which are replayed.
    #[serde(default, skip_serializing_if = "is_false")]
    pub keeps_records: bool,
}

/// Returns whether the value is left out of a stored text.
const fn is_false(value: &bool) -> bool {
    !*value
}

impl StoredOrigin {
    /// Returns the origin of a new workspace that is created now.
    pub fn new(now: Moment) -> Self {
        Self {
            sample: Edition::NEWEST.number(),
            created: now,
            compacted: 0,
            head: 0,
            mended: 0,
            ahead: TimeDelta::zero(),
            latest_change: None,
            record_limit: RecordLimit::default(),
            keeps_records: false,
        }
    }

    /// Returns the origin of a workspace for an attempt that is begun now.
    pub fn of_attempt(sample: Edition, now: Moment) -> Self {
        Self {
            sample: sample.number(),
            keeps_records: true,
            ..Self::new(now)
        }
    }

    /// Returns the text to store.
    ///
    /// # Errors
    /// When it has no JSON.
    pub fn write(&self) -> Result<String, StorageError> {
        json::seal(self)
    }

    /// Returns the origin in a stored text.
    ///
    /// # Errors
    /// When it is damaged, or its sample comes from a later version of the program.
    pub fn read(text: &str) -> Result<Self, Damage> {
        json::open::<Self>(text)?.known()
    }

    /// Returns the origin, if this program has its sample.
    pub(super) fn known(self) -> Result<Self, Damage> {
        if Edition::from_number(self.sample).is_none() {
            Err(Damage::Newer)
        } else if self.compacted > LAST_NUMBER {
            Err(Damage::Content)
        } else {
            Ok(self)
        }
    }

    /// Returns the sample workspace as of its creation.
    pub fn sample_workspace(&self) -> Workspace {
        Edition::from_number(self.sample).map_or_else(Workspace::default, |edition| {
            sample::workspace(edition, self.created)
        })
    }

    /// Returns one customer of the sample workspace.
    pub fn sample_customer(&self, id: CustomerId) -> Option<Customer> {
        sample::customer(Edition::from_number(self.sample)?, self.created, id)
    }
}
