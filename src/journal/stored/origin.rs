//! Where a workspace comes from.

use chrono::TimeDelta;

use super::cells::{Cells, line};
use crate::domain::sample::{self, Edition};
use crate::domain::upload::RecordLimit;
use crate::domain::{Customer, CustomerId, Moment, Workspace};
use crate::journal::envelope::{self, Damage};

/// Where a workspace comes from and how far it is compacted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredOrigin {
    /// Edition of the sample workspace.
    pub sample: u32,
    /// When the workspace was created, in milliseconds since 1970, UTC.
    pub created: i64,
    /// Records up to this one are in the snapshots.
    pub compacted: u64,
    /// How often something unreadable was set aside. Tabs that were open before see by it that they have to open anew.
    pub mended: u32,
    /// How far the clock was ahead of the browser's, in milliseconds.
    pub ahead: i64,
    /// When something was last changed, in milliseconds since 1970, UTC; what the snapshots say may be later.
    pub latest_change: Option<i64>,
    /// How many users a file may have.
    pub record_limit: RecordLimit,
}

impl StoredOrigin {
    /// A new workspace, created now.
    pub fn new(now: Moment) -> Self {
        Self {
            sample: Edition::NEWEST.number(),
            created: now.timestamp_millis(),
            compacted: 0,
            mended: 0,
            ahead: 0,
            latest_change: None,
            record_limit: RecordLimit::default(),
        }
    }

    /// The text to store.
    pub fn write(&self) -> String {
        let Self {
            sample,
            created,
            compacted,
            mended,
            ahead,
            latest_change,
            record_limit,
        } = self;
        let latest_change = latest_change.map(|millis| millis.to_string());
        envelope::seal(&line(&[
            &sample.to_string(),
            &created.to_string(),
            &compacted.to_string(),
            &mended.to_string(),
            &ahead.to_string(),
            &latest_change.unwrap_or_default(),
            &record_limit.get().to_string(),
        ]))
    }

    /// The origin in a stored text.
    ///
    /// # Errors
    /// When it is damaged, or the sample is one that only a later version of the program has.
    pub fn read(text: &str) -> Result<Self, Damage> {
        let origin = Self::of(envelope::open(text)?).ok_or(Damage::Content)?;
        origin.known().ok_or(Damage::Newer)
    }

    fn of(content: &str) -> Option<Self> {
        let mut cells = Cells::of(content);
        let origin = Self {
            sample: cells.parsed()?,
            created: cells.parsed()?,
            compacted: cells.parsed()?,
            mended: cells.parsed()?,
            // Not there in versions 1 and 2.
            ahead: cells.number_if_there()?.unwrap_or(0),
            latest_change: cells.number_if_there()?,
            // Not there in versions 1 to 3.
            record_limit: read_record_limit(&mut cells)?,
        };
        cells.end()?;
        Some(origin)
    }

    /// The origin, if this program has its sample.
    pub(super) fn known(self) -> Option<Self> {
        Edition::from_number(self.sample).map(|_| self)
    }

    /// The workspace as it began, at the time up to which it is compacted.
    pub fn sample_workspace(&self) -> Workspace {
        let mut workspace = self
            .edition()
            .map_or_else(Workspace::default, |(edition, created)| {
                sample::workspace(edition, created)
            });
        let ahead = TimeDelta::try_milliseconds(self.ahead);
        let latest_change = self.latest_change.and_then(Moment::from_timestamp_millis);
        workspace.resume_clock(ahead.unwrap_or_default(), latest_change);
        workspace.resume_record_limit(self.record_limit);
        workspace
    }

    /// One customer as it began.
    pub fn sample_customer(&self, id: CustomerId) -> Option<Customer> {
        self.edition()
            .and_then(|(edition, created)| sample::customer(edition, created, id))
    }

    fn edition(&self) -> Option<(Edition, Moment)> {
        Edition::from_number(self.sample).zip(Moment::from_timestamp_millis(self.created))
    }
}

/// A limit in a cell that may not be there.
pub(super) fn read_record_limit(cells: &mut Cells<'_>) -> Option<RecordLimit> {
    match cells.number_if_there()? {
        None => Some(RecordLimit::default()),
        Some(limit) => RecordLimit::new(u32::try_from(limit).ok()?),
    }
}
