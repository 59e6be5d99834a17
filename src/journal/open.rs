//! Opening a workspace: whatever can be read is kept, whatever cannot is set aside, and nothing is ever emptied.

use std::collections::{BTreeMap, BTreeSet};

use super::envelope::{self, Damage};
use super::{
    ASIDE, Journal, LOG, ORIGIN, ORIGIN_COPY, PREFIX, RECORDS, SNAPSHOTS, Storage, StorageError,
    StoredOrigin, StoredRecord, StoredSnapshot, sequence_of,
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
    /// This stored text could not be read, and there was no room to set it aside, or a later version of the program may
    /// still read it; it is where it was.
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
            damaged: Vec::new(),
        };
        let FoundOrigin {
            origin,
            main,
            twice,
        } = opening.origin(now)?;
        let mut workspace = origin.sample_workspace();
        let through = opening.snapshots(&mut workspace)?;
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
                    // No room to mend it, but it is whole: no reason not to open.
                    Err(StorageError::Full) if is_whole => {}
                    written => written?,
                }
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
    /// What cannot be read, by its key. It is moved out of the way only when it is known that no later version has
    /// written here, which might be able to read it.
    damaged: Vec<(String, String)>,
}

struct FoundOrigin {
    origin: StoredOrigin,
    /// Its text, where it is whole under its own key.
    main: Option<String>,
    /// The copy is the same; else both have to be written (again).
    twice: bool,
}

struct Replay {
    touched: BTreeSet<CustomerId>,
    bytes: usize,
    purged: bool,
}

impl<S: Storage> Opening<S> {
    fn origin(&mut self, now: Moment) -> Result<FoundOrigin, OpenError> {
        let mut whole = Vec::new();
        let mut is_there = false;
        for key in [ORIGIN, ORIGIN_COPY] {
            let Some(text) = self.storage.get(key)? else {
                continue;
            };
            is_there = true;
            match StoredOrigin::read(&text) {
                Ok(origin) => whole.push((key, text, origin)),
                Err(Damage::Newer) => return Err(OpenError::NewerVersion),
                Err(_) => self.damaged.push((key.to_owned(), text)),
            }
        }
        let twice = matches!(&*whole, [(_, main, _), (_, copy, _)] if main == copy);
        if let Some((key, text, origin)) = whole.into_iter().next() {
            let main = (key == ORIGIN).then_some(text);
            return Ok(FoundOrigin {
                origin,
                main,
                twice,
            });
        }
        let is_first_start = !is_there
            && self.storage.keys(RECORDS)?.is_empty()
            && self.storage.keys(SNAPSHOTS)?.is_empty();
        let origin = if is_first_start {
            StoredOrigin::new(now)
        } else {
            self.findings.push(Finding::OriginRebuilt);
            self.rebuilt_origin(now)?
        };
        Ok(FoundOrigin {
            origin,
            main: None,
            twice,
        })
    }

    /// The origin as the snapshots remember it, or else begun with the first readable record.
    fn rebuilt_origin(&self, now: Moment) -> Result<StoredOrigin, OpenError> {
        let mut remembered: Option<StoredOrigin> = None;
        for key in self.storage.keys(SNAPSHOTS)? {
            let Some(text) = self.storage.get(&key)? else {
                continue;
            };
            if let Ok(origin) = StoredSnapshot::read_origin(&text) {
                // What the latest says counts: customers whose snapshot is older were not changed since.
                remembered = Some(match remembered {
                    Some(before) if before.compacted > origin.compacted => before,
                    _ => origin,
                });
            }
        }
        let keys = self.storage.keys(RECORDS)?;
        if let Some(origin) = remembered {
            // The records that the snapshots cover are gone from the first one on, unless a compaction was cut off.
            let first = keys.iter().filter_map(|key| sequence_of(key)).min();
            let before_first = first.map_or(u64::MAX, |first| first.saturating_sub(1));
            return Ok(StoredOrigin {
                compacted: origin.compacted.min(before_first),
                ..origin
            });
        }
        for key in keys {
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
        let mut through = BTreeMap::default();
        for key in self.storage.keys(SNAPSHOTS)? {
            let Some(text) = self.storage.get(&key)? else {
                continue;
            };
            let id = key
                .strip_prefix(SNAPSHOTS)
                .and_then(|id| id.parse::<Guid>().ok())
                .map(CustomerId);
            let base = id.and_then(|id| workspace.customer(id).cloned());
            match envelope::open(&text)
                .and(base.ok_or(Damage::Content))
                .and_then(|base| StoredSnapshot::read(&text, base))
            {
                Ok(snapshot) => {
                    through.insert(snapshot.customer.id, snapshot.through);
                    workspace.load(snapshot.customer, snapshot.latest_change);
                }
                Err(Damage::Newer) => self.found_newer(),
                Err(_) => self.damaged.push((key, text)),
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
            touched: BTreeSet::new(),
            bytes: 0,
            purged: false,
        };
        let aside = self.records_aside()?;
        let (mut missing, mut before) = (0_usize, origin.compacted);
        for key in self.storage.keys(RECORDS)? {
            let Some((text, seq)) = self.storage.get(&key)?.zip(sequence_of(&key)) else {
                continue;
            };
            if seq <= origin.compacted {
                continue;
            }
            let gap = usize::try_from(seq.saturating_sub(before + 1)).unwrap_or(usize::MAX);
            let explained = aside
                .iter()
                .filter(|one| (before + 1..seq).contains(one))
                .count();
            missing = missing.saturating_add(gap.saturating_sub(explained));
            before = seq;
            let change = match StoredRecord::read(&text, seq) {
                Ok(change) => change,
                Err(Damage::Newer) => {
                    // What a later version did after this we cannot judge: look no further.
                    self.found_newer();
                    break;
                }
                Err(_) => {
                    self.damaged.push((key, text));
                    continue;
                }
            };
            // Also where a snapshot has it: the compaction may have been cut off before the log had forgotten the names.
            replay.purged |= change.event.action().forgets_users();
            let customer = change.event.customer();
            let through = customer.and_then(|customer| through.get(&customer));
            if through.is_some_and(|through| seq <= *through) {
                continue;
            }
            if evolve(workspace, &change).is_err() {
                self.damaged.push((key, text));
                continue;
            }
            replay.touched.extend(customer);
            replay.bytes += text.len();
        }
        if missing > 0 {
            self.findings.push(Finding::Missing(missing));
        }
        Ok(replay)
    }

    /// Pieces of the activity log are read when somebody wants to see it; but a damaged one is found at once.
    fn log(&mut self) -> Result<(), OpenError> {
        for key in self.storage.keys(LOG)? {
            let Some(text) = self.storage.get(&key)? else {
                continue;
            };
            match envelope::open(&text) {
                Ok(_) => {}
                Err(Damage::Newer) => self.found_newer(),
                Err(_) => self.damaged.push((key, text)),
            }
        }
        Ok(())
    }

    fn found_newer(&mut self) {
        if !self.findings.contains(&Finding::NewerVersion) {
            self.findings.push(Finding::NewerVersion);
        }
    }

    /// Which records were set aside at an earlier start.
    fn records_aside(&self) -> Result<BTreeSet<u64>, StorageError> {
        let prefix = format!("{ASIDE}r/");
        let sequence = |key: &String| {
            let name = key.strip_prefix(&prefix)?;
            name.split('.').next()?.parse::<u64>().ok()
        };
        Ok(self
            .storage
            .keys(&prefix)?
            .iter()
            .filter_map(sequence)
            .collect())
    }

    /// The highest sequence number among the records that are there, 0 if there are none. Every tab has to find the same,
    /// whoever of them has moved damaged records away.
    fn last_record(&self) -> Result<u64, StorageError> {
        let keys = self.storage.keys(RECORDS)?;
        Ok(keys
            .iter()
            .filter_map(|key| sequence_of(key))
            .max()
            .unwrap_or(0))
    }

    /// Moves what is unreadable out of the way, to be downloaded. It is written to its new place before it is removed
    /// from the old one; where there is no room, or a later version has written here, it stays. Was anything moved?
    fn put_aside(&mut self, frozen: bool) -> Result<bool, OpenError> {
        let mut moved = false;
        for (key, text) in std::mem::take(&mut self.damaged) {
            if frozen {
                self.findings.push(Finding::LeftInPlace { key });
                continue;
            }
            match self.storage.set(&self.place_for(&key, &text)?, &text) {
                Ok(()) => {
                    self.storage.remove(&key)?;
                    moved = true;
                    self.findings.push(Finding::SetAside { key });
                }
                Err(StorageError::Full) => self.findings.push(Finding::LeftInPlace { key }),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(moved)
    }

    /// Where the text can be put: a place that is free, or that has this very text since a move that was cut off.
    fn place_for(&self, key: &str, text: &str) -> Result<String, StorageError> {
        let first = format!("{ASIDE}{}", key.strip_prefix(PREFIX).unwrap_or(key));
        let (mut place, mut number) = (first.clone(), 1);
        while self.storage.get(&place)?.is_some_and(|there| there != text) {
            number += 1;
            place = format!("{first}.{number}");
        }
        Ok(place)
    }
}
