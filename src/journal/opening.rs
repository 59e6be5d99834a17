//! Reading everything that is stored, and setting aside what cannot be read.

use std::collections::{BTreeMap, BTreeSet};

use super::envelope::{self, Damage};
use super::finding::{Finding, OpenError};
use super::{
    ASIDE, LOG, ORIGIN, ORIGIN_COPY, PREFIX, RECORDS, SNAPSHOTS, Storage, StorageError,
    StoredOrigin, StoredRecord, StoredSnapshot, sequence_of,
};
use crate::domain::{CustomerId, Guid, Moment, Workspace, evolve};

/// A workspace that is being opened: whatever can be read is kept, whatever cannot is set aside,
/// and nothing is ever emptied.
pub(super) struct Opening<S> {
    pub(super) storage: S,
    pub(super) findings: Vec<Finding>,
    /// The keys and texts of what cannot be read. They are set aside only once it is known that no
    /// later version has written here, which might be able to read them.
    damaged: Vec<(String, String)>,
}

/// The origin of a workspace, and how it was found.
pub(super) struct FoundOrigin {
    pub(super) origin: StoredOrigin,
    /// Its text, if it is whole under its own key.
    pub(super) main: Option<String>,
    /// Whether the copy is the same; otherwise both have to be written.
    pub(super) twice: bool,
}

/// The workspace as the snapshots have it.
pub(super) struct FoundSnapshots {
    pub(super) workspace: Workspace,
    /// The last record that each customer's snapshot covers.
    pub(super) through: BTreeMap<CustomerId, u64>,
}

/// What the records came to.
#[derive(Default)]
pub(super) struct Replay {
    /// The customers that they changed.
    pub(super) touched: BTreeSet<CustomerId>,
    /// The length of their texts.
    pub(super) bytes: usize,
    /// Users were purged by them.
    pub(super) purged: bool,
}

/// Counts records that are missing.
struct Gaps {
    /// Records that were set aside at an earlier start; they are not missing.
    aside: BTreeSet<u64>,
    /// The last record found.
    last: u64,
    missing: usize,
}

impl Gaps {
    fn go_on_to(&mut self, seq: u64) {
        let first = self.last + 1;
        let skipped = usize::try_from(seq.saturating_sub(first)).unwrap_or(usize::MAX);
        let aside = self
            .aside
            .iter()
            .filter(|seq_aside| (first..seq).contains(seq_aside));
        self.missing += skipped.saturating_sub(aside.count());
        self.last = seq;
    }
}

impl<S: Storage> Opening<S> {
    pub(super) fn new(storage: S) -> Self {
        Self {
            storage,
            findings: Vec::new(),
            damaged: Vec::new(),
        }
    }

    /// Reads the origin, rebuilds it or begins a new one.
    pub(super) fn origin(&mut self, now: Moment) -> Result<FoundOrigin, OpenError> {
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

    /// Returns the origin as the snapshots remember it, or else one that begins with the first
    /// readable record.
    fn rebuilt_origin(&self, now: Moment) -> Result<StoredOrigin, OpenError> {
        let mut remembered: Option<StoredOrigin> = None;
        for key in self.storage.keys(SNAPSHOTS)? {
            let Some(text) = self.storage.get(&key)? else {
                continue;
            };
            if let Ok(origin) = StoredSnapshot::read_origin(&text) {
                // The latest counts: customers with older snapshots were not changed since.
                remembered = Some(match remembered {
                    Some(before) if before.compacted > origin.compacted => before,
                    _ => origin,
                });
            }
        }
        let keys = self.storage.keys(RECORDS)?;
        if let Some(origin) = remembered {
            // Records that the snapshots cover are gone, unless a compaction was cut off.
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

    /// Reads the snapshots of the customers that have changed.
    pub(super) fn snapshots(&mut self, origin: &StoredOrigin) -> Result<FoundSnapshots, OpenError> {
        let sample = origin.sample_workspace();
        let mut changed = Vec::new();
        let mut through = BTreeMap::default();
        let mut latest_change = origin.latest_change;
        for key in self.storage.keys(SNAPSHOTS)? {
            let Some(text) = self.storage.get(&key)? else {
                continue;
            };
            let id = key
                .strip_prefix(SNAPSHOTS)
                .and_then(|id| id.parse::<Guid>().ok())
                .map(CustomerId);
            let base = id.and_then(|id| sample.customer(id).cloned());
            match envelope::open(&text)
                .and(base.ok_or(Damage::Content))
                .and_then(|base| StoredSnapshot::read(&text, base))
            {
                Ok(snapshot) => {
                    through.insert(snapshot.customer.id, snapshot.through);
                    latest_change = latest_change.max(snapshot.latest_change);
                    changed.push(snapshot.customer);
                }
                Err(Damage::Newer) => self.found_newer(),
                Err(_) => self.damaged.push((key, text)),
            }
        }
        let (ahead, limit) = (origin.ahead, origin.record_limit);
        Ok(FoundSnapshots {
            workspace: Workspace::from_stored(sample, changed, ahead, latest_change, limit),
            through,
        })
    }

    /// Applies the records that no snapshot covers.
    pub(super) fn records(
        &mut self,
        origin: &StoredOrigin,
        through: &BTreeMap<CustomerId, u64>,
        workspace: &mut Workspace,
    ) -> Result<Replay, OpenError> {
        let mut replay = Replay::default();
        let mut gaps = Gaps {
            aside: self.records_aside()?,
            last: origin.compacted,
            missing: 0,
        };
        for key in self.storage.keys(RECORDS)? {
            let Some((text, seq)) = self.storage.get(&key)?.zip(sequence_of(&key)) else {
                continue;
            };
            if seq <= origin.compacted {
                continue;
            }
            gaps.go_on_to(seq);
            let change = match StoredRecord::read(&text, seq) {
                Ok(change) => change,
                Err(Damage::Newer) => {
                    // What a later version did next is unknown, so nothing after it is read.
                    self.found_newer();
                    break;
                }
                Err(_) => {
                    self.damaged.push((key, text));
                    continue;
                }
            };
            // Even if a snapshot covers it: the compaction may have been cut off before the log
            // forgot the names.
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
        if gaps.missing > 0 {
            self.findings.push(Finding::Missing(gaps.missing));
        }
        Ok(replay)
    }

    /// Looks for damaged pieces of the activity log; what is in them is read when it is shown.
    pub(super) fn log(&mut self) -> Result<(), OpenError> {
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

    /// Returns which records were set aside at an earlier start.
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

    /// Returns the highest sequence number among the records, or 0 if there are none. Every tab has
    /// to find the same, whichever of them has set damaged records aside.
    pub(super) fn last_record(&self) -> Result<u64, StorageError> {
        let keys = self.storage.keys(RECORDS)?;
        Ok(keys
            .iter()
            .filter_map(|key| sequence_of(key))
            .max()
            .unwrap_or(0))
    }

    /// Sets aside what cannot be read, so that it can be downloaded. It is written to its new place
    /// before it is removed from the old one; without room, or if a later version has written here,
    /// it stays. Returns whether anything was moved.
    pub(super) fn put_aside(&mut self, frozen: bool) -> Result<bool, OpenError> {
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

    /// Returns a key that is free, or that has this very text since a move that was cut off.
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
