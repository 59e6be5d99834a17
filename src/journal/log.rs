//! The activity log: what was done, when and by whom.
//!
//! A record is its own entry. When records are compacted, their texts go into pieces of some hundred entries each, so that the
//! log outlives them; only the latest [`MOST_ENTRIES`] are kept. Of a long upload the log keeps less than the record did. An entry names users by their numbers, except where
//! the change itself has a name in it; once a user was purged, such names are taken out of the log as well.

use std::collections::BTreeSet;

use super::envelope;
use super::stored::{Head, StoredRecord, event, read_numbers, write_numbers};
use super::{Journal, LOG, RECORDS, Storage, StorageError, record_key, sequence_of};
use crate::domain::upload::RecordLimit;
use crate::domain::{
    Action, Change, CustomerEvent, CustomerId, Event, Moment, PartnerUser, UserNumber, Workspace,
};

/// So many entries are kept.
const MOST_ENTRIES: usize = 10_000;
/// A piece with fewer entries is added to.
const ENTRIES_IN_A_PIECE: usize = 200;
/// What is between two entries: no record has an empty line.
const BETWEEN: &str = "\n\n";
/// The line that takes the place of what named a user who was purged.
const TAKEN_OUT: &str = "-";
/// Of an upload, so many users stay in the log as they were created; of the others their numbers.
const USERS_IN_FULL: usize = RecordLimit::REAL.get() as usize;
/// What the line with these numbers begins with.
const OTHERS: &str = "+\t";

/// What was done, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Log {
    /// The latest 10,000 entries.
    pub entries: Vec<LogEntry>,
    /// So many stored entries cannot be read.
    pub unreadable: usize,
}

/// One thing that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    head: Head,
    lines: Option<Box<str>>,
}

impl LogEntry {
    /// Running number, from 1 since the workspace was begun.
    pub fn number(&self) -> u64 {
        self.head.seq
    }

    /// When it was done.
    pub fn at(&self) -> Moment {
        self.head.at
    }

    /// Who did it. (Purging is done by nobody: time passes.)
    pub fn by(&self) -> &PartnerUser {
        &self.head.by
    }

    /// What was done.
    pub fn action(&self) -> Action {
        self.head.action
    }

    /// To which customer; none where it concerns the whole workspace.
    pub fn customer(&self) -> Option<CustomerId> {
        self.head.customer
    }

    /// What happened, as far as it is stored; none where it named a user who was purged since.
    pub fn event(&self) -> Option<Event> {
        self.stored().map(|(event, _)| event)
    }

    /// What happened, in full: the users of a long upload whose details are not kept are as they are now.
    pub fn event_in(&self, workspace: &Workspace) -> Option<Event> {
        let (mut event, others) = self.stored()?;
        if let Event::Customer(customer, CustomerEvent::UsersUploaded { users }) = &mut event {
            let customer = workspace.customer(*customer);
            let there = customer.into_iter().flat_map(|customer| {
                let now = others
                    .iter()
                    .filter_map(|number| customer.users.get_any(*number));
                now.cloned().collect::<Vec<_>>()
            });
            users.extend(there);
        }
        Some(event)
    }

    /// What is stored, and the numbers of users of whom nothing else is.
    fn stored(&self) -> Option<(Event, BTreeSet<UserNumber>)> {
        let (mut lines, mut others) = (self.lines.as_deref(), BTreeSet::new());
        if let Some(all) = lines {
            let (before, last) = match all.rsplit_once('\n') {
                Some((before, last)) => (Some(before), last),
                None => (None, all),
            };
            if let Some(numbers) = last.strip_prefix(OTHERS) {
                others = read_numbers(numbers)?;
                lines = before;
            }
        }
        let event = event(self.head.action, self.head.customer, lines)?;
        Some((event, others))
    }

    /// The entry of this event in the place of the one that is stored, with users of whom only the number is.
    fn with(&self, event: Event, others: &BTreeSet<UserNumber>) -> Option<Self> {
        let change = Change {
            at: self.head.at,
            by: self.head.by.clone(),
            event,
        };
        let mut content = StoredRecord::write_content(&change, self.head.seq);
        if !others.is_empty() {
            let numbers = write_numbers(others.iter().copied());
            content.push_str(&format!("\n{OTHERS}{numbers}"));
        }
        Self::read(&content)
    }

    /// The entry without the details of most of its users; none if it is short enough.
    fn in_short(&self) -> Option<Self> {
        if self.action() != Action::UploadUsers {
            return None;
        }
        let (mut event, mut others) = self.stored()?;
        let Event::Customer(_, CustomerEvent::UsersUploaded { users }) = &mut event else {
            return None;
        };
        if users.len() <= USERS_IN_FULL {
            return None;
        }
        let more = users.split_off(USERS_IN_FULL);
        others.extend(more.into_iter().map(|user| user.number));
        self.with(event, &others)
    }

    fn read(content: &str) -> Option<Self> {
        let (head, lines) = Head::read(content)?;
        let lines = lines.map(Box::from);
        Some(Self { head, lines })
    }

    fn write(&self) -> String {
        let mut text = self.head.write();
        if let Some(lines) = &self.lines {
            text.push('\n');
            text.push_str(lines);
        }
        text
    }

    /// The entry without the names of users who are gone for ever; none if there are no such names in it.
    fn without_purged(&self, workspace: &Workspace) -> Option<Self> {
        let customer = workspace.customer(self.customer()?)?;
        let is_purged = |number: UserNumber| customer.users.get_any(number).is_none();
        let has_names = matches!(
            self.action(),
            Action::CreateUsers | Action::UploadUsers | Action::EditUser | Action::RestoreUsers
        );
        let (mut event, others) = has_names.then(|| self.stored()).flatten()?;
        let is_empty = match &mut event {
            Event::Customer(_, CustomerEvent::UsersCreated { users })
            | Event::Customer(_, CustomerEvent::UsersUploaded { users }) => {
                let before = users.len();
                users.retain(|user| !is_purged(user.number));
                if users.len() == before {
                    return None;
                }
                users.is_empty() && others.iter().copied().all(is_purged)
            }
            Event::Customer(_, CustomerEvent::UserEdited { user, .. }) if is_purged(*user) => true,
            Event::Customer(_, CustomerEvent::UsersRestored { renamed, .. }) => {
                let before = renamed.len();
                renamed.retain(|(number, _)| !is_purged(*number));
                if renamed.len() == before {
                    return None;
                }
                false
            }
            _ => return None,
        };
        if is_empty {
            return Some(Self {
                lines: Some(TAKEN_OUT.into()),
                ..self.clone()
            });
        }
        self.with(event, &others)
    }
}

impl<S: Storage> Journal<S> {
    /// The activity log as it is stored.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn log(&self) -> Result<Log, StorageError> {
        let mut log = Log::default();
        for key in self.storage.keys(LOG)? {
            let Some(text) = self.storage.get(&key)? else {
                continue;
            };
            // A piece of which the compaction was cut off also has what is still there as records.
            for content in contents(&text) {
                match LogEntry::read(content) {
                    Some(entry) if entry.number() > self.origin.compacted => {}
                    Some(entry) => log.entries.push(entry),
                    None => log.unreadable += 1,
                }
            }
        }
        for key in self.storage.keys(RECORDS)? {
            if sequence_of(&key).is_none_or(|seq| seq <= self.origin.compacted || seq > self.last) {
                continue;
            }
            let text = self.storage.get(&key)?.unwrap_or_default();
            match envelope::open(&text).ok().and_then(LogEntry::read) {
                Some(entry) => log.entries.push(entry),
                None => log.unreadable += 1,
            }
        }
        let too_many = log.entries.len().saturating_sub(MOST_ENTRIES);
        log.entries.drain(..too_many);
        Ok(log)
    }

    /// Moves the records into the log, and lets the oldest entries fall out of it. When the storage is full, more of them fall
    /// out: the state of the workspace comes first.
    pub(super) fn compact_log(&self, workspace: &Workspace) -> Result<(), StorageError> {
        let mut pieces = self.storage.keys(LOG)?;
        // One piece may end where the next begins, so that a piece can go once the next reaches far enough back.
        let oldest = (self.last + 1).saturating_sub(MOST_ENTRIES as u64);
        while pieces.get(1).is_some_and(|next| first_of(next) <= oldest) {
            self.storage.remove(&pieces.remove(0))?;
        }
        if self.purged {
            for key in &pieces {
                let text = self.storage.get(key)?.unwrap_or_default();
                let all: Vec<&str> = contents(&text).collect();
                let forgotten = forget_purged(&all, workspace);
                if forgotten.iter().map(String::as_str).ne(all) {
                    self.put(key, &forgotten, &mut Vec::new())?;
                }
            }
        }
        let mut fresh = Vec::new();
        for seq in self.origin.compacted + 1..=self.last {
            if let Some(text) = self.storage.get(&record_key(seq))?
                && let Ok(content) = envelope::open(&text)
            {
                let short = LogEntry::read(content).and_then(|entry| entry.in_short());
                fresh.push(short.map_or_else(|| content.to_owned(), |entry| entry.write()));
            }
        }
        let fresh = if self.purged {
            let all: Vec<&str> = fresh.iter().map(String::as_str).collect();
            forget_purged(&all, workspace)
        } else {
            fresh
        };
        if let Some(last) = pieces.last().cloned() {
            let text = self.storage.get(&last)?.unwrap_or_default();
            let is_old = |content: &&str| {
                let entry = Head::read(content).map(|(head, _)| head.seq);
                entry.is_some_and(|seq| seq <= self.origin.compacted)
            };
            let mut all: Vec<String> = contents(&text).filter(is_old).map(str::to_owned).collect();
            if all.len() < ENTRIES_IN_A_PIECE {
                pieces.pop();
                all.extend(fresh);
                return self.put(&last, &all, &mut pieces);
            }
        }
        self.put(&piece_key(self.origin.compacted + 1), &fresh, &mut pieces)
    }

    /// Stores a piece; while there is no room, the oldest pieces make some, and then the oldest entries of this one.
    fn put(
        &self,
        key: &str,
        contents: &[String],
        older: &mut Vec<String>,
    ) -> Result<(), StorageError> {
        if contents.is_empty() {
            return Ok(());
        }
        let mut left = contents;
        while !left.is_empty() {
            let text = envelope::seal(&left.join(BETWEEN));
            match self.storage.set(key, &text) {
                Err(StorageError::Full) if older.is_empty() => {
                    left = left.get(left.len().div_ceil(2)..).unwrap_or_default();
                }
                Err(StorageError::Full) => self.storage.remove(&older.remove(0))?,
                done => return done,
            }
        }
        self.storage.remove(key)
    }
}

/// The entries of a stored piece; none of one that is damaged.
fn contents(text: &str) -> impl Iterator<Item = &str> {
    envelope::open(text)
        .into_iter()
        .flat_map(|all| all.split(BETWEEN))
}

fn forget_purged(contents: &[&str], workspace: &Workspace) -> Vec<String> {
    let without = |content: &&str| {
        let entry = LogEntry::read(content);
        let without = entry.and_then(|entry| entry.without_purged(workspace));
        without.map_or_else(|| (*content).to_owned(), |entry| entry.write())
    };
    contents.iter().map(without).collect()
}

fn piece_key(first: u64) -> String {
    format!("{LOG}{first:010}")
}

fn first_of(key: &str) -> u64 {
    key.strip_prefix(LOG)
        .and_then(|first| first.parse().ok())
        .unwrap_or(0)
}
