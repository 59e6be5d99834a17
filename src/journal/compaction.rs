//! Compaction: snapshots in the place of records, and room in a full storage.

use super::{
    Journal, LOG, ORIGIN, ORIGIN_COPY, RECORDS, Storage, StorageError, StoredOrigin,
    StoredSnapshot, sequence_of, snapshot_key,
};
use crate::domain::Workspace;

/// After this many records, or bytes in them, it is time for snapshots.
const RECORDS_BETWEEN_SNAPSHOTS: u64 = 200;
const BYTES_BETWEEN_SNAPSHOTS: usize = 400_000;

impl<S: Storage> Journal<S> {
    /// Returns whether it is time for [`Journal::compact`].
    pub fn wants_compaction(&self) -> bool {
        !self.frozen
            && (self.purged
                || self.last - self.origin.compacted > RECORDS_BETWEEN_SNAPSHOTS
                || self.bytes > BYTES_BETWEEN_SNAPSHOTS)
    }

    /// Writes a snapshot of every customer that has changed since the last one, then removes the
    /// records. Call it under the lock, with the state as it is stored.
    ///
    /// # Errors
    /// When the storage refuses. What was written until then is consistent with what was there.
    pub fn compact(&mut self, workspace: &Workspace) -> Result<(), StorageError> {
        if self.frozen || !self.has_uncompacted() {
            return Ok(());
        }
        // Snapshots also remember the origin: if only the clock was put forward, any will do.
        if self.touched.is_empty() {
            let any = workspace.customers().next();
            self.touched.extend(any.map(|customer| customer.id));
        }
        for id in &self.touched {
            let (Some(customer), Some(base)) =
                (workspace.customer(*id), self.origin.sample_customer(*id))
            else {
                continue;
            };
            let text = StoredSnapshot::write(customer, &base, &self.origin, self.last, workspace)?;
            self.set_before_log(&snapshot_key(*id), &text)?;
        }
        self.compact_log(workspace)?;
        let origin = StoredOrigin {
            compacted: self.last,
            ahead: workspace.ahead(),
            latest_change: workspace.latest_change(),
            record_limit: workspace.record_limit(),
            ..self.origin.clone()
        };
        self.write_origin(origin)?;
        self.touched.clear();
        self.bytes = 0;
        self.purged = false;
        self.remove_compacted()
    }

    /// Stores a text that the state depends on. While there is no room, the oldest pieces of the
    /// log are dropped.
    pub(super) fn set_before_log(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let mut done = self.storage.set(key, text);
        if done == Err(StorageError::Full) {
            for oldest in self.storage.keys(LOG)? {
                self.storage.remove(&oldest)?;
                done = self.storage.set(key, text);
                if done != Err(StorageError::Full) {
                    break;
                }
            }
        }
        done
    }

    fn has_uncompacted(&self) -> bool {
        self.last > self.origin.compacted
    }

    pub(super) fn write_origin(&mut self, origin: StoredOrigin) -> Result<(), StorageError> {
        let text = origin.write()?;
        self.set_before_log(ORIGIN, &text)?;
        match self.storage.set(ORIGIN_COPY, &text) {
            // The workspace is whole without the copy, which the next start writes again.
            Ok(()) | Err(StorageError::Full) => {}
            Err(error) => return Err(error),
        }
        self.origin = origin;
        self.origin_text = text;
        Ok(())
    }

    pub(super) fn remove_compacted(&self) -> Result<(), StorageError> {
        for key in self.storage.keys(RECORDS)? {
            if sequence_of(&key).is_some_and(|seq| seq <= self.origin.compacted) {
                self.storage.remove(&key)?;
            }
        }
        Ok(())
    }
}
