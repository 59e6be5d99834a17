//! One customer up to a record.

use super::StoredOrigin;
use super::cells::{Cells, line, millis};
use super::change::{read_numbers, write_numbers};
use super::{account, user};
use crate::domain::{
    Customer, CustomerDetails, DeletedUser, LicenseChange, LicenseUpdate, Licenses, Moment,
    OrderedMap, OrderedSet, Subscription, User, UserNumber, gathered,
};
use crate::journal::envelope::{self, Damage};

const CUSTOMER: &str = "customer";
const SUBSCRIPTION: &str = "subscription";
const LICENSES: &str = "licenses";
const ACTIVE: &str = "active";
const DELETED: &str = "deleted";
const GONE: &str = "gone";

/// A customer as it is stored: what differs from the sample. The first line: the record up to which it goes, edition of the
/// sample and creation of the workspace (in case the origin is lost), latest change of the workspace, highest number ever
/// given to a user. Then company name and location if they are not as in the sample, a line for each subscription that is
/// not, a line for each combination of licenses with all users who differ by nothing else, and a line for each other user
/// that is not as in the sample.
#[derive(Debug)]
pub struct StoredSnapshot {
    origin: StoredOrigin,
    latest_change: Option<Moment>,
    highest: u32,
    details: Option<CustomerDetails>,
    subscriptions: Vec<Subscription>,
    licenses: Vec<(Licenses, OrderedSet<UserNumber>)>,
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
        if customer.details() != base.details() {
            let details = account::write_details(&customer.details());
            lines.push(format!("{CUSTOMER}\t{details}"));
        }
        let bought = customer.subscriptions.iter();
        let changed = bought.filter(|one| base.subscription(one.id) != Some(*one));
        lines.extend(changed.map(|one| format!("{SUBSCRIPTION}\t{}", account::write(one))));
        let mut licenses: OrderedMap<String, Vec<UserNumber>> = OrderedMap::default();
        let mut changed = Vec::new();
        for user in now.active() {
            let then = then.get(user.number);
            if then.is_none_or(|then| !is_same_but_licenses(user, then)) {
                changed.push(format!("{ACTIVE}\t{}", user::write(user)));
            } else if then.is_some_and(|then| then.licenses != user.licenses) {
                let held = user::write_licenses(&user.licenses);
                match licenses.get_mut(&held) {
                    Some(numbers) => numbers.push(user.number),
                    None => licenses.insert(held, vec![user.number]),
                }
            }
        }
        lines.extend(licenses.iter().map(|(held, numbers)| {
            let numbers = write_numbers(numbers.iter().copied());
            format!("{LICENSES}\t{held}\t{numbers}")
        }));
        lines.extend(changed);
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
            details: None,
            subscriptions: Vec::new(),
            licenses: Vec::new(),
            active: Vec::new(),
            deleted: Vec::new(),
            gone: Vec::new(),
        };
        head.end()?;
        for line in lines {
            let mut cells = Cells::of(line);
            match cells.text()? {
                CUSTOMER => stored.details = Some(account::read_details(cells)?),
                SUBSCRIPTION => stored.subscriptions.push(account::read(cells)?),
                LICENSES => {
                    let licenses = user::read_licenses(cells.text()?)?;
                    stored
                        .licenses
                        .push((licenses, read_numbers(cells.text()?)?));
                    cells.end()?;
                }
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
        if let Some(details) = self.details {
            customer.set_details(details);
        }
        for subscription in self.subscriptions {
            customer.put_subscription(subscription);
        }
        let users = &mut customer.users;
        for (licenses, numbers) in self.licenses {
            for number in numbers {
                let before = &users.get(number)?.licenses;
                let update = LicenseUpdate::between(before, &licenses);
                let change = LicenseChange {
                    users: gathered([number]),
                    update,
                };
                users.change_licenses(&[change]).ok()?;
            }
        }
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
    now.licenses == then.licenses && is_same_but_licenses(now, then)
}

fn is_same_but_licenses(now: &User, then: &User) -> bool {
    let User {
        number,
        id,
        details,
        licenses: _,
        created_at,
        password,
    } = now;
    (number, id, created_at, password) == (&then.number, &then.id, &then.created_at, &then.password)
        && details.is_exactly(&then.details)
}
