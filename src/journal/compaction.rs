//! Compaction: snapshots and the activity log in the place of records.

use super::{
    Journal, ORIGIN, ORIGIN_COPY, Storage, StorageError, StoredOrigin, StoredSnapshot, snapshot_key,
};
use crate::domain::Workspace;

/// After this many records, or bytes in them, it is time for snapshots.
const RECORDS_BETWEEN_SNAPSHOTS: u64 = 200;
const BYTES_BETWEEN_SNAPSHOTS: usize = 400_000;

impl<S: Storage> Journal<S> {
    /// Returns whether it is time for [`Journal::compact`].
    pub fn wants_compaction(&self) -> bool {
        let position = &self.position;
        !self.frozen
            && !position.origin.keeps_records
            && (position.purged
                || position.last - position.origin.compacted > RECORDS_BETWEEN_SNAPSHOTS
                || position.bytes > BYTES_BETWEEN_SNAPSHOTS)
    }

    /// Writes a snapshot of every customer that has changed since the last one, then moves the
    /// records into the activity log. Call it under the lock, with the state as it is stored.
    ///
    /// # Errors
    /// When the storage refuses. Every stored text is as before then.
    pub fn compact(&mut self, workspace: &Workspace) -> Result<(), StorageError> {
        let compacted = self.all_or_nothing(|journal| journal.compact_records(workspace));
        self.storage.commit();
        compacted
    }

    pub(super) fn compact_records(&mut self, workspace: &Workspace) -> Result<(), StorageError> {
        let last = self.position.last;
        let origin = &self.position.origin;
        if self.frozen || origin.keeps_records || last <= origin.compacted {
            return Ok(());
        }
        let origin = StoredOrigin {
            compacted: last,
            head: self.position.head,
            ahead: workspace.ahead(),
            latest_change: workspace.latest_change(),
            record_limit: workspace.record_limit(),
            ..self.position.origin.clone()
        };
        let mut touched = std::mem::take(&mut self.position.touched);
        // Snapshots also remember the origin: if only the clock was put forward, any will do.
        if touched.is_empty() {
            touched.extend(workspace.customers().next().map(|customer| customer.id));
        }
        for id in touched {
            let (Some(customer), Some(base)) = (workspace.customer(id), origin.sample_customer(id))
            else {
                continue;
            };
            let text = StoredSnapshot::write(customer, &base, &origin, last, workspace)?;
            self.set_giving_way(&snapshot_key(id), &text)?;
        }
        if self.position.purged {
            self.forget_purged(workspace)?;
        }
        let text = origin.write()?;
        self.set_giving_way(ORIGIN, &text)?;
        self.took_origin(origin, text)?;
        self.position.bytes = 0;
        self.position.owed = 0;
        self.position.purged = false;
        self.move_records_to_log(workspace)?;
        let renewed = self.all_or_nothing(|journal| journal.give_up_log(&mut Self::renew_reserve));
        match renewed {
            // The next change will be refused unless there is room again, or it makes some.
            Err(StorageError::Full) => Ok(()),
            other => other,
        }
    }

    /// Writes the copy of an origin that has just been stored.
    pub(super) fn took_origin(
        &mut self,
        origin: StoredOrigin,
        text: String,
    ) -> Result<(), StorageError> {
        match self.storage.set(ORIGIN_COPY, &text) {
            // The next start writes the copy again. An old one would say less than the snapshots.
            Err(StorageError::Full) => self.storage.remove(ORIGIN_COPY)?,
            done => done?,
        }
        self.position.origin = origin;
        self.position.origin_text = text;
        Ok(())
    }
}
