//! Opening a workspace.

use super::finding::{Finding, OpenError};
use super::opening::{FoundOrigin, FoundSnapshots, Opening};
use super::{
    ASIDE, CheckedStorage, Journal, LOG, ORIGIN, ORIGIN_COPY, Position, RECORDS, RESERVE,
    SNAPSHOTS, Storage, StorageError, StoredOrigin, record_key,
};
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
    /// Returns whether nothing of a workspace is stored.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn is_new(storage: &S) -> Result<bool, StorageError> {
        // Those of the origin begin with its key.
        for prefix in [ORIGIN, RECORDS, SNAPSHOTS, LOG, ASIDE, RESERVE] {
            if !storage.keys(prefix)?.is_empty() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Begins a workspace with the sample where [nothing is stored](Journal::is_new). Call it under
    /// the lock. A first visit needs nothing of what opening takes.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn begin(storage: S, now: Moment) -> Result<Opened<S>, OpenError> {
        let origin = StoredOrigin::new(now);
        let text = origin.write()?;
        let workspace = origin.sample_workspace();
        let mut journal = Self {
            storage: CheckedStorage::new(storage),
            position: Position {
                origin: origin.clone(),
                origin_text: String::new(),
                last: 0,
                head: 0,
                touched: Vec::new(),
                bytes: 0,
                owed: 0,
                reserved: 0,
                purged: false,
            },
            frozen: false,
        };
        journal.storage.set(ORIGIN, &text)?;
        journal.took_origin(origin, text)?;
        match journal.reserve(0) {
            // Until there is room, only what makes room will be stored.
            Err(StorageError::Full) => {}
            reserved => reserved?,
        }
        journal.storage.commit();
        Ok(Opened {
            journal,
            workspace,
            findings: Vec::new(),
        })
    }

    /// Opens the stored workspace, or begins one with the sample if there is none. Call it under
    /// the lock.
    ///
    /// # Errors
    /// When the storage refuses, or a later version of the program has written the workspace.
    pub fn open(storage: S, now: Moment) -> Result<Opened<S>, OpenError> {
        if Self::is_new(&storage)? {
            return Self::begin(storage, now);
        }
        let mut opening = Opening::new(CheckedStorage::new(storage));
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
        let set_aside = opening.copy_aside(frozen)?;
        let last = through
            .values()
            .fold(replay.last, |last, seq| last.max(*seq));
        let Opening {
            storage, findings, ..
        } = opening;
        let reserved = storage.get(RESERVE)?.map_or(0, |text| text.len());
        let mut journal = Self {
            storage,
            position: Position {
                origin,
                origin_text: main.unwrap_or_default(),
                last,
                head: if last == replay.last { replay.head } else { 0 },
                touched: replay.touched,
                bytes: replay.bytes,
                owed: replay.owed,
                reserved,
                purged: replay.purged,
            },
            frozen,
        };
        if !frozen {
            journal.mend(set_aside, twice)?;
            journal.finish(&workspace)?;
        }
        journal.pass_over_unreadable()?;
        journal.storage.commit();
        Ok(Opened {
            journal,
            workspace,
            findings,
        })
    }

    /// Removes what was set aside, and writes the origin where it is not stored twice.
    fn mend(&mut self, set_aside: Vec<String>, twice: bool) -> Result<(), StorageError> {
        if set_aside.is_empty() && twice {
            return Ok(());
        }
        let is_whole = !self.position.origin_text.is_empty();
        let origin = &self.position.origin;
        let origin = StoredOrigin {
            // Before anything is removed: open tabs must not take a number that was freed for that
            // of a record they know.
            mended: origin
                .mended
                .saturating_add(u32::from(!set_aside.is_empty())),
            ..origin.clone()
        };
        let text = origin.write()?;
        match self.storage.set(ORIGIN, &text) {
            // Without room to mend it, a whole origin is reason enough to open.
            Err(StorageError::Full) if is_whole => return Ok(()),
            Err(StorageError::Full) => self.set_giving_way(ORIGIN, &text)?,
            written => written?,
        }
        self.took_origin(origin, text)?;
        let is_origin = |key: &&String| [ORIGIN, ORIGIN_COPY].contains(&key.as_str());
        let removed = set_aside.iter().filter(|key| !is_origin(key));
        removed
            .into_iter()
            .try_for_each(|key| self.storage.remove(key))
    }

    /// Damaged records that stay where they are keep their numbers.
    fn pass_over_unreadable(&mut self) -> Result<(), StorageError> {
        let next = |journal: &Self| journal.storage.get(&record_key(journal.position.last + 1));
        while next(self)?.is_some() {
            self.position.last += 1;
            self.position.head = 0;
        }
        Ok(())
    }

    /// Finishes a compaction that was cut off, and makes sure that there is room for the next one.
    fn finish(&mut self, workspace: &Workspace) -> Result<(), StorageError> {
        if self.position.origin.keeps_records {
            return Ok(());
        }
        let finished = self.all_or_nothing(|journal| journal.move_records_to_log(workspace));
        match finished.and_then(|()| self.reserve(self.position.owed)) {
            // Until there is room again, only what makes room will be stored.
            Err(StorageError::Full) => Ok(()),
            finished => finished,
        }
    }
}
