//! Opening a workspace.

use super::finding::{Finding, OpenError};
use super::opening::{FoundOrigin, FoundSnapshots, Opening};
use super::{Journal, Storage, StorageError, StoredOrigin};
use crate::domain::{Moment, Workspace};

/// An open workspace.
#[derive(Debug)]
pub struct Opened<S> {
    /// Where changes are stored from now on.
    pub journal: Journal<S>,
    pub workspace: Workspace,
    /// What was not as it should be.
    pub findings: Vec<Finding>,
}

impl<S: Storage> Journal<S> {
    /// Opens the stored workspace, or begins one with the sample if there is none. Call it under
    /// the lock.
    ///
    /// # Errors
    /// When the storage refuses, or a later version of the program has written the workspace.
    pub fn open(storage: S, now: Moment) -> Result<Opened<S>, OpenError> {
        let mut opening = Opening::new(storage);
        let FoundOrigin {
            origin,
            main,
            twice,
        } = opening.origin(now)?;
        let FoundSnapshots {
            mut workspace,
            through,
        } = opening.snapshots(&origin)?;
        let replay = opening.records(&origin, &through, &mut workspace)?;
        opening.log()?;
        let frozen = opening.findings.contains(&Finding::NewerVersion);
        let moved = opening.put_aside(frozen)?;
        let last = opening.last_record()?;
        let Opening {
            storage, findings, ..
        } = opening;
        let is_whole = main.is_some();
        let mut journal = Self {
            storage,
            origin_text: main.unwrap_or_default(),
            last: last
                .max(origin.compacted)
                .max(through.values().copied().max().unwrap_or(0)),
            origin: origin.clone(),
            touched: replay.touched,
            bytes: replay.bytes,
            purged: replay.purged,
            frozen,
        };
        if !frozen {
            if moved || !twice {
                let mended = origin.mended.saturating_add(u32::from(moved));
                match journal.write_origin(StoredOrigin { mended, ..origin }) {
                    // Without room to mend it, a whole origin is reason enough to open.
                    Err(StorageError::Full) if is_whole => {}
                    written => written?,
                }
            }
            // A compaction may have been cut off before it removed the records.
            journal.remove_compacted()?;
        }
        Ok(Opened {
            journal,
            workspace,
            findings,
        })
    }
}
