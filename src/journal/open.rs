//! Opening a workspace: whatever can be read is kept, whatever cannot is set aside, and nothing is ever emptied.

use std::collections::{BTreeMap, BTreeSet};

use super::envelope::Damage;
use super::stored::{StoredOrigin, StoredRecord, StoredSnapshot};
use super::{
    ASIDE, Journal, ORIGIN, ORIGIN_COPY, PREFIX, RECORDS, SNAPSHOTS, Storage, StorageError,
    sequence_of,
};
use crate::domain::{CustomerId, Guid, Moment, Workspace, evolve};

/// An open workspace.
#[derive(Debug)]
pub struct Opened<S> {
    /// Where changes are stored from now on.
    pub journal: Journal<S>,
    /// The state.
    pub workspace: Workspace,
    /// What was found damaged; empty where all is well.
    pub findings: Vec<Finding>,
}

/// Something that was not as it should be; the person is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// This stored text could not be read and was set aside; everything else is there.
    SetAside {
        /// The key it had.
        key: String,
    },
    /// This stored text could not be read, and there was no room to set it aside; it is still where it was.
    LeftInPlace {
        /// Its key.
        key: String,
    },
    /// So many records are missing between others.
    Missing(usize),
    /// Both copies of the origin were lost; it was put together again from the rest.
    OriginRebuilt,
    /// A later version of the program has written here: the workspace can be looked at, not changed.
    NewerVersion,
}

/// Why a workspace could not be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// The storage refused.
    Storage(StorageError),
    /// A later version of the program has written it, in a way that this one cannot even look at.
    NewerVersion,
}

impl From<StorageError> for OpenError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

impl<S: Storage> Journal<S> {
    /// Opens the stored workspace, or begins one with the sample workspace when there is none. Call it under the lock.
    ///
    /// # Errors
    /// When the storage refuses, or a later version of the program has written the workspace.
    pub fn open(storage: S, now: Moment) -> Result<Opened<S>, OpenError> {
        let mut opening = Opening {
            storage,
            findings: Vec::new(),
        };
        let (origin, stored) = opening.origin(now)?;
        let mut workspace = origin.sample_workspace();
        let through = opening.snapshots(&mut workspace)?;
        let replay = opening.records(&origin, &through, &mut workspace)?;
        let frozen = opening.findings.contains(&Finding::NewerVersion);
        let Opening { storage, findings } = opening;
        let mut journal = Self {
            storage,
            origin_text: stored.clone().unwrap_or_default(),
            last: replay
                .last
                .max(origin.compacted)
                .max(through.values().copied().max().unwrap_or(0)),
            origin: origin.clone(),
            touched: replay.touched,
            bytes: replay.bytes,
            frozen,
        };
        if !frozen {
            if stored.is_none() {
                journal.write_origin(origin)?;
            }
            // A compaction that was cut off before it had removed the records.
            journal.remove_compacted()?;
        }
        Ok(Opened {
            journal,
            workspace,
            findings,
        })
    }
}

struct Opening<S> {
    storage: S,
    findings: Vec<Finding>,
}

struct Replay {
    last: u64,
    touched: BTreeSet<CustomerId>,
    bytes: usize,
}

impl<S: Storage> Opening<S> {
    /// The origin, and its text where both copies of it are there and whole; else it has to be written (again).
    fn origin(&mut self, now: Moment) -> Result<(StoredOrigin, Option<String>), OpenError> {
        let main = self.storage.get(ORIGIN)?;
        let copy = self.storage.get(ORIGIN_COPY)?;
        for (key, text) in [(ORIGIN, &main), (ORIGIN_COPY, &copy)] {
            let Some(text) = text else { continue };
            match StoredOrigin::read(text) {
                Ok(origin) => {
                    return Ok((
                        origin,
                        main.clone().filter(|main| Some(main) == copy.as_ref()),
                    ));
                }
                Err(Damage::Newer) => return Err(OpenError::NewerVersion),
                Err(_) => self.put_aside(key, text)?,
            }
        }
        let is_first_start = main.is_none()
            && copy.is_none()
            && self.storage.keys(RECORDS)?.is_empty()
            && self.storage.keys(SNAPSHOTS)?.is_empty();
        if is_first_start {
            return Ok((StoredOrigin::new(now), None));
        }
        self.findings.push(Finding::OriginRebuilt);
        Ok((self.rebuilt_origin(now)?, None))
    }

    /// The origin as the snapshots remember it, or else begun with the first readable record.
    fn rebuilt_origin(&self, now: Moment) -> Result<StoredOrigin, OpenError> {
        for key in self.storage.keys(SNAPSHOTS)? {
            if let Some(Ok(origin)) = self
                .storage
                .get(&key)?
                .map(|text| StoredSnapshot::read_origin(&text))
            {
                return Ok(StoredOrigin {
                    compacted: 0,
                    ..origin
                });
            }
        }
        for key in self.storage.keys(RECORDS)? {
            let Some((text, seq)) = self.storage.get(&key)?.zip(sequence_of(&key)) else {
                continue;
            };
            if let Ok(change) = StoredRecord::read(&text, seq) {
                return Ok(StoredOrigin::new(change.at));
            }
        }
        Ok(StoredOrigin::new(now))
    }

    /// Puts the snapshots into the workspace; up to which record each customer is known.
    fn snapshots(
        &mut self,
        workspace: &mut Workspace,
    ) -> Result<BTreeMap<CustomerId, u64>, OpenError> {
        let mut through = BTreeMap::new();
        for key in self.storage.keys(SNAPSHOTS)? {
            let Some(text) = self.storage.get(&key)? else {
                continue;
            };
            let id = key
                .strip_prefix(SNAPSHOTS)
                .and_then(|id| id.parse::<Guid>().ok())
                .map(CustomerId);
            let base = id.and_then(|id| workspace.customer(id).cloned());
            match base
                .ok_or(Damage::Content)
                .and_then(|base| StoredSnapshot::read(&text, base))
            {
                Ok(snapshot) => {
                    through.insert(snapshot.customer.id, snapshot.through);
                    workspace.load(snapshot.customer, snapshot.latest_change);
                }
                Err(Damage::Newer) => self.found_newer(),
                Err(_) => self.put_aside(&key, &text)?,
            }
        }
        Ok(through)
    }

    fn records(
        &mut self,
        origin: &StoredOrigin,
        through: &BTreeMap<CustomerId, u64>,
        workspace: &mut Workspace,
    ) -> Result<Replay, OpenError> {
        let mut replay = Replay {
            last: origin.compacted,
            touched: BTreeSet::new(),
            bytes: 0,
        };
        let known_aside = self.storage.keys(&format!("{ASIDE}r/"))?.len();
        let mut gaps = 0_u64;
        for key in self.storage.keys(RECORDS)? {
            let Some((text, seq)) = self.storage.get(&key)?.zip(sequence_of(&key)) else {
                continue;
            };
            if seq <= origin.compacted {
                continue;
            }
            gaps += seq.saturating_sub(replay.last + 1);
            replay.last = seq;
            let change = match StoredRecord::read(&text, seq) {
                Ok(change) => change,
                Err(Damage::Newer) => {
                    // What a later version did after this we cannot judge: look no further.
                    self.found_newer();
                    break;
                }
                Err(_) => {
                    self.put_aside(&key, &text)?;
                    continue;
                }
            };
            let customer = change.event.customer();
            if through
                .get(&customer)
                .is_some_and(|through| seq <= *through)
            {
                continue;
            }
            if evolve(workspace, &change).is_err() {
                self.put_aside(&key, &text)?;
                continue;
            }
            replay.touched.insert(customer);
            replay.bytes += text.len();
        }
        let missing = usize::try_from(gaps)
            .unwrap_or(usize::MAX)
            .saturating_sub(known_aside);
        if missing > 0 {
            self.findings.push(Finding::Missing(missing));
        }
        Ok(replay)
    }

    fn found_newer(&mut self) {
        if !self.findings.contains(&Finding::NewerVersion) {
            self.findings.push(Finding::NewerVersion);
        }
    }

    /// Moves an unreadable text out of the way, to be downloaded. It is written to its new place before it is removed
    /// from the old one; where there is no room it stays.
    fn put_aside(&mut self, key: &str, text: &str) -> Result<(), OpenError> {
        let aside = format!("{ASIDE}{}", key.strip_prefix(PREFIX).unwrap_or(key));
        let key = key.to_owned();
        match self.storage.set(&aside, text) {
            Ok(()) => {
                self.storage.remove(&key)?;
                self.findings.push(Finding::SetAside { key });
            }
            Err(StorageError::Full) => self.findings.push(Finding::LeftInPlace { key }),
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }
}
