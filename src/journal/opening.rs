//! Reading everything that is stored, and setting aside what cannot be read.

use std::collections::BTreeMap;

use super::envelope::{self, Damage};
use super::finding::{Finding, OpenError};
use super::{
    ASIDE, CheckedStorage, LOG, ORIGIN, ORIGIN_COPY, PREFIX, SNAPSHOTS, Storage, StorageError,
    StoredOrigin, StoredRecord, StoredSnapshot, add_once, checksum_of, follows, growth,
    numbered_records,
};
use crate::domain::{CustomerId, Guid, Moment, Workspace, evolve};

/// A record that is farther from the one before does not belong to this workspace.
const MAX_GAP: u64 = 1_000_000;

/// A workspace that is being opened: whatever can be read is kept, whatever cannot is set aside,
/// and nothing is ever emptied.
pub(super) struct Opening<S> {
    pub(super) storage: CheckedStorage<S>,
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
    /// The last readable record, or the last one that was compacted.
    pub(super) last: u64,
    /// Its checksum; 0 if it is not known.
    pub(super) head: u32,
    /// The customers that they changed.
    pub(super) touched: Vec<CustomerId>,
    /// The length of their texts.
    pub(super) bytes: usize,
    /// How much room their compaction may need.
    pub(super) owed: usize,
    /// Users were purged by them.
    pub(super) purged: bool,
    /// How many records are missing before the last one.
    missing: u64,
    /// How many records name another one before them than the one that is there.
    overwritten: usize,
}

impl Replay {
    /// Goes on to the next readable record. `unreadable` are records that are not missing.
    fn go_on_to(&mut self, seq: u64, after: u32, head: u32, unreadable: &[u64]) {
        let first = self.last + 1;
        let is_between = |unreadable: &&u64| (first..seq).contains(*unreadable);
        let known = unreadable.iter().filter(is_between).count();
        let skipped = seq.saturating_sub(first);
        self.missing += skipped.saturating_sub(known.try_into().unwrap_or(u64::MAX));
        if skipped == 0 && !follows(after, self.head) {
            self.overwritten += 1;
        }
        (self.last, self.head) = (seq, head);
    }
}

impl<S: Storage> Opening<S> {
    pub(super) fn new(storage: CheckedStorage<S>) -> Self {
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
            && numbered_records(&self.storage)?.is_empty()
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
        let records = numbered_records(&self.storage)?;
        if let Some(origin) = remembered {
            // Records that the snapshots cover are gone, unless a compaction was cut off.
            return Ok(match records.first() {
                Some((first, _)) if *first <= origin.compacted => StoredOrigin {
                    compacted: first.saturating_sub(1),
                    head: 0,
                    ..origin
                },
                _ => origin,
            });
        }
        for (seq, key) in records {
            let text = self.storage.get(&key)?.unwrap_or_default();
            if let Ok(record) = StoredRecord::read(&text, seq) {
                return Ok(StoredOrigin::new(record.change.at));
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
        let mut replay = Replay {
            last: origin.compacted,
            head: origin.head,
            ..Replay::default()
        };
        let mut unreadable = self.records_aside()?;
        for (seq, key) in numbered_records(&self.storage)? {
            if seq <= origin.compacted {
                continue;
            }
            let text = self.storage.get(&key)?.unwrap_or_default();
            let record = match StoredRecord::read(&text, seq) {
                Ok(record) if seq - replay.last <= MAX_GAP => record,
                Err(Damage::Newer) => {
                    // What a later version did next is unknown, so nothing after it is read.
                    replay.go_on_to(seq, 0, 0, &unreadable);
                    self.found_newer();
                    break;
                }
                Ok(_) | Err(_) => {
                    add_once(&mut unreadable, seq);
                    self.damaged.push((key, text));
                    continue;
                }
            };
            let change = record.change;
            let customer = change.event.customer();
            let through = customer.and_then(|customer| through.get(&customer));
            let is_covered = through.is_some_and(|through| seq <= *through);
            if !is_covered && evolve(workspace, &change).is_err() {
                add_once(&mut unreadable, seq);
                self.damaged.push((key, text));
                continue;
            }
            replay.go_on_to(seq, record.after, checksum_of(&text), &unreadable);
            // Even if a snapshot covers it: the compaction may have been cut off before the log
            // forgot the names.
            replay.purged |= change.event.action().forgets_users();
            if !is_covered {
                if let Some(customer) = customer {
                    add_once(&mut replay.touched, customer);
                }
                replay.bytes += text.len();
                replay.owed += growth(&change, text.len());
            }
        }
        if replay.missing > 0 {
            let missing = usize::try_from(replay.missing).unwrap_or(usize::MAX);
            self.findings.push(Finding::Missing(missing));
        }
        if replay.overwritten > 0 {
            self.findings.push(Finding::Overwritten(replay.overwritten));
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
    fn records_aside(&self) -> Result<Vec<u64>, StorageError> {
        let prefix = format!("{ASIDE}r/");
        let sequence = |key: &String| {
            let name = key.strip_prefix(&prefix)?;
            name.split('.').next()?.parse::<u64>().ok()
        };
        let mut aside = Vec::new();
        for key in self.storage.keys(&prefix)? {
            if let Some(seq) = sequence(&key) {
                add_once(&mut aside, seq);
            }
        }
        Ok(aside)
    }

    /// Copies aside what cannot be read, so that it can be downloaded. Without room, or if a later
    /// version has written here, it stays where it is. Returns the keys of what was copied.
    pub(super) fn copy_aside(&mut self, frozen: bool) -> Result<Vec<String>, OpenError> {
        let mut copied = Vec::new();
        for (key, text) in std::mem::take(&mut self.damaged) {
            let copy = if frozen {
                Err(StorageError::Full)
            } else {
                self.storage.set(&self.place_for(&key, &text)?, &text)
            };
            match copy {
                Ok(()) => {
                    self.findings.push(Finding::SetAside { key: key.clone() });
                    copied.push(key);
                }
                Err(StorageError::Full) => self.findings.push(Finding::LeftInPlace { key }),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(copied)
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
