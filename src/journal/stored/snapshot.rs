//! One customer up to a record.

use super::StoredOrigin;
use super::cells::{Cells, line, millis};
use super::user;
use crate::domain::{
    Customer, DeletedUser, Moment, OrderedMap, OrderedSet, User, UserNumber, gathered,
};
use crate::journal::envelope::{self, Damage};

const ACTIVE: &str = "active";
const DELETED: &str = "deleted";
const GONE: &str = "gone";

/// A customer as it is stored: what differs from the sample. The first line: the record up to which it goes, edition of the
/// sample and creation of the workspace (in case the origin is lost), latest change of the workspace, highest number ever
/// given to a user. Then a line for each user that is not as in the sample.
#[derive(Debug)]
pub struct StoredSnapshot {
    origin: StoredOrigin,
    latest_change: Option<Moment>,
    highest: u32,
    active: Vec<User>,
    deleted: Vec<DeletedUser>,
    gone: Vec<UserNumber>,
}

/// What a snapshot says.
#[derive(Debug)]
pub struct Snapshot {
    /// Records up to this one are in it.
    pub through: u64,
    /// Latest change of the workspace when it was made.
    pub latest_change: Option<Moment>,
    /// The customer.
    pub customer: Customer,
}

impl StoredSnapshot {
    /// The text to store.
    pub fn write(
        customer: &Customer,
        base: &Customer,
        origin: &StoredOrigin,
        through: u64,
        latest_change: Option<Moment>,
    ) -> String {
        let (now, then) = (&customer.users, &base.users);
        let then_deleted: OrderedMap<_, _> =
            gathered(then.deleted().map(|deleted| (deleted.user.number, deleted)));
        let now_deleted: OrderedSet<_> = gathered(now.deleted().map(|deleted| deleted.user.number));
        let mut lines = vec![line(&[
            &through.to_string(),
            &origin.sample.to_string(),
            &origin.created.to_string(),
            &latest_change.map_or_else(String::new, millis),
            &now.highest_number().to_string(),
        ])];
        let changed = now.active().filter(|user| {
            !then
                .get(user.number)
                .is_some_and(|then| is_same(user, then))
        });
        lines.extend(changed.map(|one| format!("{ACTIVE}\t{}", user::write(one))));
        let changed = now.deleted().filter(|deleted| {
            !then_deleted
                .get(&deleted.user.number)
                .is_some_and(|then| then == deleted && is_same(&deleted.user, &then.user))
        });
        lines.extend(changed.map(|one| {
            let at = millis(one.deleted_at);
            format!("{DELETED}\t{at}\t{}", user::write(&one.user))
        }));
        let then_numbers = then
            .active()
            .map(|user| user.number)
            .chain(then_deleted.keys().copied());
        let gone = then_numbers
            .filter(|number| now.get(*number).is_none() && !now_deleted.contains(number));
        lines.extend(gone.map(|number| format!("{GONE}\t{}", number.0)));
        envelope::seal(&lines.join("\n"))
    }

    /// The origin that a stored snapshot remembers.
    ///
    /// # Errors
    /// When the snapshot is damaged or newer.
    pub fn read_origin(text: &str) -> Result<StoredOrigin, Damage> {
        Self::parse(text).map(|stored| stored.origin)
    }

    /// The customer in a stored snapshot, over what it was in the sample.
    ///
    /// # Errors
    /// When it is damaged or newer.
    pub fn read(text: &str, base: Customer) -> Result<Snapshot, Damage> {
        Self::parse(text)?.over(base).ok_or(Damage::Content)
    }

    fn parse(text: &str) -> Result<Self, Damage> {
        let stored = Self::of(envelope::open(text)?).ok_or(Damage::Content)?;
        let origin = stored.origin.clone().known().ok_or(Damage::Newer)?;
        Ok(Self { origin, ..stored })
    }

    fn of(content: &str) -> Option<Self> {
        let mut lines = content.split('\n');
        let mut head = Cells::of(lines.next()?);
        let compacted = head.parsed()?;
        let origin = StoredOrigin {
            sample: head.parsed()?,
            created: head.parsed()?,
            compacted,
            mended: 0,
        };
        let mut stored = Self {
            origin,
            latest_change: head.optional_moment()?,
            highest: head.parsed()?,
            active: Vec::new(),
            deleted: Vec::new(),
            gone: Vec::new(),
        };
        head.end()?;
        for line in lines {
            let mut cells = Cells::of(line);
            match cells.text()? {
                ACTIVE => stored.active.push(user::read(cells)?),
                DELETED => {
                    let deleted_at = cells.moment()?;
                    let user = user::read(cells)?;
                    stored.deleted.push(DeletedUser { user, deleted_at });
                }
                GONE => {
                    stored.gone.push(UserNumber(cells.parsed()?));
                    cells.end()?;
                }
                _ => return None,
            }
        }
        Some(stored)
    }

    fn over(self, mut customer: Customer) -> Option<Snapshot> {
        let users = &mut customer.users;
        // First out with everybody who is not as in the sample, so that names are free whatever the order.
        let active = self.active.iter().map(|user| user.number);
        let deleted = self.deleted.iter().map(|deleted| deleted.user.number);
        let all: Vec<UserNumber> = self
            .gone
            .iter()
            .copied()
            .chain(active)
            .chain(deleted)
            .collect();
        all.into_iter().for_each(|number| users.forget(number));
        users.insert_all(self.active).ok()?;
        self.deleted
            .into_iter()
            .try_for_each(|user| users.insert_deleted(user))
            .ok()?;
        users.reserve_numbers(self.highest);
        Some(Snapshot {
            through: self.origin.compacted,
            latest_change: self.latest_change,
            customer,
        })
    }
}

/// Nothing that is stored differs, not even the spelling of the user name.
fn is_same(now: &User, then: &User) -> bool {
    now == then && now.details.is_exactly(&then.details)
}
