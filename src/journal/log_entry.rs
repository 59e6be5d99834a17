//! An entry of the activity log.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::de::{Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::record::StoredChange;
use super::{StorageError, json};
use crate::domain::upload::RecordLimit;
use crate::domain::{
    Action, CustomerEvent, CustomerId, Event, Moment, PartnerUser, UserNumber, Workspace,
};

/// How many users of an upload an entry keeps as they were created; it names the others by number.
const USERS_IN_FULL: usize = RecordLimit::REAL.get() as usize;

/// Something that was done.
///
/// What the log lists is read at once, what happened to whom only when it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    number: u64,
    after: u32,
    at: Moment,
    by: PartnerUser,
    action: Action,
    customer: Option<CustomerId>,
    /// The entry as it is stored.
    text: Box<str>,
}

/// An event of which only the kind is read.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum EventHead {
    Customer(CustomerId, Kind),
    Workspace(Kind),
}

/// The one key of the object that an event is stored as.
struct Kind(Action);

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(KindVisitor)
    }
}

struct KindVisitor;

impl<'de> Visitor<'de> for KindVisitor {
    type Value = Kind;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an event")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Kind, A::Error> {
        let entry = map.next_entry::<Action, IgnoredAny>()?;
        entry
            .map(|(action, _)| Kind(action))
            .ok_or_else(|| A::Error::custom("an event of no kind"))
    }
}

impl LogEntry {
    /// Returns the running number, from 1 since the workspace was begun.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Returns the checksum of the record before it; 0 if that is not known.
    pub(super) fn after(&self) -> u32 {
        self.after
    }

    pub fn at(&self) -> Moment {
        self.at
    }

    /// Returns who did it; of what time did, who was at the screen.
    pub fn by(&self) -> &PartnerUser {
        &self.by
    }

    pub fn action(&self) -> Action {
        self.action
    }

    /// Returns to which customer, or `None` if it concerns the whole workspace.
    pub fn customer(&self) -> Option<CustomerId> {
        self.customer
    }

    /// Returns what happened, as far as it is stored, or `None` if it named only users who were
    /// purged since.
    pub fn event(&self) -> Option<Event> {
        self.stored().map(|stored| stored.event)
    }

    /// Returns what happened, with all users of a long upload: those whose details are not kept
    /// are as they are now.
    pub fn event_in(&self, workspace: &Workspace) -> Option<Event> {
        let mut stored = self.stored()?;
        if let Event::Customer(customer, CustomerEvent::UsersUploaded { users }) = &mut stored.event
            && let Some(customer) = workspace.customer(*customer)
        {
            let others = stored.others.iter();
            users.extend(
                others
                    .filter_map(|number| customer.users.get_any(*number))
                    .cloned(),
            );
        }
        Some(stored.event)
    }

    /// Returns the users whom it concerned, as far as they are stored.
    pub fn users(&self) -> Vec<UserNumber> {
        let Some(StoredChange { event, others, .. }) = self.stored() else {
            return Vec::new();
        };
        let mut users = match event {
            Event::Customer(_, event) => event.users(),
            Event::Workspace(_) => Vec::new(),
        };
        users.extend(others);
        users
    }

    fn stored(&self) -> Option<StoredChange<PartnerUser, Event>> {
        serde_json::from_str(&self.text).ok()
    }

    /// Returns whether all of it can be read: what happened, or that it was taken out.
    pub(super) fn is_whole(&self) -> bool {
        self.stored().is_some() || self.without_event().is_ok_and(|text| *text == *self.text)
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        let stored: StoredChange<PartnerUser, EventHead> = serde_json::from_str(text).ok()?;
        let (customer, Kind(action)) = match stored.event {
            EventHead::Customer(customer, kind) => (Some(customer), kind),
            EventHead::Workspace(kind) => (None, kind),
        };
        Some(Self {
            number: stored.seq,
            after: stored.after,
            at: stored.at,
            by: stored.by,
            action,
            customer,
            text: text.into(),
        })
    }

    /// Returns the text of the entry as the log keeps it: of a long upload without the details of
    /// most users.
    ///
    /// # Errors
    /// When the shorter entry has no JSON.
    pub(super) fn shortened(&self) -> Result<String, StorageError> {
        if self.action == Action::UploadUsers
            && let Some(mut stored) = self.stored()
            && let Event::Customer(_, CustomerEvent::UsersUploaded { users }) = &mut stored.event
            && users.len() > USERS_IN_FULL
        {
            let others = users.split_off(USERS_IN_FULL);
            stored.others.extend(others.iter().map(|user| user.number));
            return json::write(&stored);
        }
        Ok(self.text.to_string())
    }

    /// Returns the text of the entry without the names of users who are gone for good, or `None`
    /// if it has no such names.
    ///
    /// # Errors
    /// When the entry without names has no JSON.
    pub(super) fn without_purged(
        &self,
        workspace: &Workspace,
    ) -> Result<Option<String>, StorageError> {
        self.remaining(workspace).map_or(Ok(None), |stored| {
            let text = match stored {
                Some(stored) => json::write(&stored),
                None => self.without_event(),
            };
            text.map(Some)
        })
    }

    /// Returns what is left of the change without the names of users who are gone for good: `None`
    /// if it has no such names, and `Some(None)` if nothing is left.
    fn remaining(&self, workspace: &Workspace) -> Option<Option<StoredChange<PartnerUser, Event>>> {
        let customer = workspace.customer(self.customer?)?;
        let is_purged = |number: UserNumber| customer.users.get_any(number).is_none();
        let has_names = matches!(
            self.action,
            Action::CreateUsers | Action::UploadUsers | Action::EditUser | Action::RestoreUsers
        );
        let mut stored = has_names.then(|| self.stored()).flatten()?;
        let Event::Customer(_, event) = &mut stored.event else {
            return None;
        };
        let is_nobody_left = match event {
            CustomerEvent::UsersCreated { users } | CustomerEvent::UsersUploaded { users } => {
                let count = users.len();
                users.retain(|user| !is_purged(user.number));
                if users.len() == count {
                    return None;
                }
                users.is_empty() && stored.others.iter().copied().all(is_purged)
            }
            CustomerEvent::UserEdited { user, .. } if is_purged(*user) => true,
            CustomerEvent::UsersRestored { renamed, .. } => {
                let count = renamed.len();
                renamed.retain(|(number, _)| !is_purged(*number));
                if renamed.len() == count {
                    return None;
                }
                false
            }
            _ => return None,
        };
        Some((!is_nobody_left).then_some(stored))
    }

    /// Returns the text of the entry with nothing in the place of what happened.
    fn without_event(&self) -> Result<String, StorageError> {
        let kind = BTreeMap::from([(self.action.code(), ())]);
        json::write(&StoredChange {
            seq: self.number,
            after: self.after,
            at: self.at,
            by: &self.by,
            event: BTreeMap::from([("customer", (self.customer, kind))]),
            others: BTreeSet::new(),
        })
    }
}
