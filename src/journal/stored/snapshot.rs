//! One customer up to a record.

use std::collections::{BTreeMap, BTreeSet};

use super::StoredOrigin;
use super::cells::{Cells, line, millis};
use super::change::{read_numbers, write_numbers};
use super::origin::read_record_limit;
use super::{account, user};
use crate::domain::upload::RecordLimit;
use crate::domain::{
    Customer, CustomerDetails, DeletedUser, LicenseChange, LicenseUpdate, Licenses, Moment,
    PasswordState, Subscription, User, UserNumber, Workspace,
};
use crate::journal::envelope::{self, Damage};

const CUSTOMER: &str = "customer";
const SUBSCRIPTION: &str = "subscription";
const LICENSES: &str = "licenses";
const PASSWORDS: &str = "passwords";
const LEFT: &str = "left";
const ACTIVE: &str = "active";
const DELETED: &str = "deleted";
const GONE: &str = "gone";

/// A customer as it is stored: what differs from the sample. The first line: the record up to which it goes, edition of the
/// sample and creation of the workspace (in case the origin is lost), latest change of the workspace, highest number ever
/// given to a user, how far the clock is ahead, how many users a file may have. Then company name and location if they are not as in the sample, a line for each subscription that is
/// not. Users who differ only by what many have in common – licenses, when their password was reset, when they were deleted – are
/// numbers in lines that say so; every other user that is not as in the sample has a line. Where that is a short one, products and a new
/// password are in the lines with numbers as well.
#[derive(Debug)]
pub struct StoredSnapshot {
    origin: StoredOrigin,
    latest_change: Option<Moment>,
    highest: u32,
    details: Option<CustomerDetails>,
    subscriptions: Vec<Subscription>,
    passwords: Vec<(Moment, BTreeSet<UserNumber>)>,
    licenses: Vec<(Licenses, BTreeSet<UserNumber>)>,
    left: Vec<(Moment, BTreeSet<UserNumber>)>,
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
        workspace: &Workspace,
    ) -> String {
        let (latest_change, ahead) = (workspace.latest_change(), workspace.ahead());
        let (now, then) = (&customer.users, &base.users);
        let then_deleted: BTreeMap<_, _> = then
            .deleted()
            .map(|deleted| (deleted.user.number, deleted))
            .collect();
        let now_deleted: BTreeSet<_> = now.deleted().map(|deleted| deleted.user.number).collect();
        let mut lines = vec![line(&[
            &through.to_string(),
            &origin.sample.to_string(),
            &origin.created.to_string(),
            &latest_change.map_or_else(String::new, millis),
            &now.highest_number().to_string(),
            &ahead.num_milliseconds().to_string(),
            &workspace.record_limit().get().to_string(),
        ])];
        if customer.details() != base.details() {
            let details = account::write_details(&customer.details());
            lines.push(format!("{CUSTOMER}\t{details}"));
        }
        let bought = customer.subscriptions.iter();
        let changed = bought.filter(|one| base.subscription(one.id) != Some(*one));
        lines.extend(changed.map(|one| format!("{SUBSCRIPTION}\t{}", account::write(one))));
        let mut alike = Alike::default();
        let mut writer = user::Writer::apart();
        let mut changed = Vec::new();
        for user in now.active() {
            if !alike.take(user, then.get(user.number)) {
                let line = writer.write(&format!("{ACTIVE}\t"), user);
                alike.add_apart(&line, user);
                changed.push(line);
            }
        }
        for DeletedUser { user, deleted_at } in by_moment(now.deleted().collect()) {
            let at = millis(*deleted_at);
            if alike.take(user, then.get(user.number)) {
                alike.add(format!("{LEFT}\t{at}"), user.number);
                continue;
            }
            let is_as_then = then_deleted
                .get(&user.number)
                .is_some_and(|then| then.deleted_at == *deleted_at && is_same(user, &then.user));
            if !is_as_then {
                let line = writer.write(&format!("{DELETED}\t{at}\t"), user);
                alike.add_apart(&line, user);
                changed.push(line);
            }
        }
        lines.extend(alike.lines());
        lines.extend(changed);
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
            ahead: 0,
            latest_change: None,
            record_limit: RecordLimit::default(),
        };
        let mut stored = Self {
            origin,
            latest_change: head.optional_moment()?,
            highest: head.parsed()?,
            details: None,
            subscriptions: Vec::new(),
            passwords: Vec::new(),
            licenses: Vec::new(),
            left: Vec::new(),
            active: Vec::new(),
            deleted: Vec::new(),
            gone: Vec::new(),
        };
        // Not there in versions 1 and 2.
        stored.origin.ahead = head.number_if_there()?.unwrap_or(0);
        stored.origin.latest_change = stored.latest_change.map(|at| at.timestamp_millis());
        stored.origin.record_limit = read_record_limit(&mut head)?;
        head.end()?;
        let mut is_active = true;
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
                PASSWORDS => {
                    stored
                        .passwords
                        .push((cells.moment()?, read_numbers(cells.text()?)?));
                    cells.end()?;
                }
                LEFT => {
                    stored
                        .left
                        .push((cells.moment()?, read_numbers(cells.text()?)?));
                    cells.end()?;
                }
                ACTIVE => {
                    is_active = true;
                    stored.active.push(user::read(cells)?);
                }
                DELETED => {
                    is_active = false;
                    let deleted_at = cells.moment()?;
                    let user = user::read(cells)?;
                    stored.deleted.push(DeletedUser { user, deleted_at });
                }
                GONE => {
                    stored.gone.push(UserNumber(cells.parsed()?));
                    cells.end()?;
                }
                mark => {
                    let step = user::step_of(mark)?;
                    match stored.deleted.last().filter(|_| !is_active) {
                        None => {
                            let before = stored.active.last()?;
                            let user = user::read_following(cells, before, step)?;
                            stored.active.push(user);
                        }
                        Some(before) => {
                            let deleted_at = before.deleted_at;
                            let user = user::read_following(cells, &before.user, step)?;
                            stored.deleted.push(DeletedUser { user, deleted_at });
                        }
                    }
                }
            }
        }
        Some(stored)
    }

    fn over(mut self, mut customer: Customer) -> Option<Snapshot> {
        if let Some(details) = self.details {
            customer.set_details(details);
        }
        for subscription in self.subscriptions {
            customer.put_subscription(subscription);
        }
        let users = &mut customer.users;
        let active = self.active.iter().map(|user| user.number);
        let deleted = self.deleted.iter().map(|deleted| deleted.user.number);
        let own: BTreeSet<UserNumber> = active.chain(deleted).collect();
        let (licensed, reset) = (lines_of(&self.licenses), lines_of(&self.passwords));
        let deleted = self.deleted.iter_mut().map(|deleted| &mut deleted.user);
        for user in self.active.iter_mut().chain(deleted) {
            let line = licensed.get(&user.number);
            if let Some((licenses, _)) = line.and_then(|line| self.licenses.get(*line)) {
                user.licenses = licenses.clone();
            }
            let line = reset.get(&user.number);
            if let Some((at, _)) = line.and_then(|line| self.passwords.get(*line)) {
                user.password = PasswordState {
                    set_at: *at,
                    must_change: true,
                };
            }
        }
        for (licenses, numbers) in self.licenses {
            for number in numbers.iter().filter(|number| !own.contains(number)) {
                let before = &users.get(*number)?.licenses;
                let update = LicenseUpdate::between(before, &licenses);
                let change = LicenseChange {
                    users: BTreeSet::from([*number]),
                    update,
                };
                users.change_licenses(&[change]).ok()?;
            }
        }
        for (at, numbers) in self.passwords {
            let others = numbers.iter().filter(|number| !own.contains(number));
            let others = others.copied().collect();
            users.set_passwords(&others, at).ok()?;
        }
        for (at, numbers) in self.left {
            users.delete(&numbers, at).ok()?;
        }
        // Out with everybody else who is not as in the sample, so that names are free whatever the order.
        let all = self.gone.iter().chain(own.iter());
        all.for_each(|number| users.forget(*number));
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

/// Those deleted first come first, so that whoever was deleted together follows each other.
fn by_moment(mut deleted: Vec<&DeletedUser>) -> Vec<&DeletedUser> {
    deleted.sort_by_key(|deleted| deleted.deleted_at);
    deleted
}

/// In which of the lines each user is named.
fn lines_of<T>(lines: &[(T, BTreeSet<UserNumber>)]) -> BTreeMap<UserNumber, usize> {
    let named = lines.iter().enumerate();
    named
        .flat_map(|(line, (_, numbers))| numbers.iter().map(move |number| (*number, line)))
        .collect()
}

/// Nothing that is stored differs, not even the spelling of the user name.
fn is_same(now: &User, then: &User) -> bool {
    now.licenses == then.licenses && now.password == then.password && is_same_account(now, then)
}

/// Users of the sample who differ only by what many have in common.
#[derive(Default)]
struct Alike(BTreeMap<String, BTreeSet<UserNumber>>);

impl Alike {
    /// Notes how the user differs from the one in the sample; false if it is by more than can be said here.
    fn take(&mut self, user: &User, then: Option<&User>) -> bool {
        let Some(then) = then.filter(|then| is_same_account(user, then)) else {
            return false;
        };
        if user.password != then.password {
            if !user.password.must_change {
                return false;
            }
            self.add(
                format!("{PASSWORDS}\t{}", millis(user.password.set_at)),
                user.number,
            );
        }
        if user.licenses != then.licenses {
            let held = user::write_licenses(&user.licenses);
            self.add(format!("{LICENSES}\t{held}"), user.number);
        }
        true
    }

    /// Notes what the user's own line leaves out.
    fn add_apart(&mut self, line: &str, user: &User) {
        if !user::is_short(line) {
            return;
        }
        if !user.licenses.is_empty() {
            let held = user::write_licenses(&user.licenses);
            self.add(format!("{LICENSES}\t{held}"), user.number);
        }
        if user.password.set_at != user.created_at {
            let at = millis(user.password.set_at);
            self.add(format!("{PASSWORDS}\t{at}"), user.number);
        }
    }

    fn add(&mut self, what: String, number: UserNumber) {
        self.0.entry(what).or_default().insert(number);
    }

    fn lines(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|(what, numbers)| {
            let numbers = write_numbers(numbers.iter().copied());
            format!("{what}\t{numbers}")
        })
    }
}

/// Nothing differs but licenses and password.
fn is_same_account(now: &User, then: &User) -> bool {
    let User {
        number,
        id,
        details,
        licenses: _,
        created_at,
        password: _,
    } = now;
    (number, id, created_at) == (&then.number, &then.id, &then.created_at)
        && details.is_exactly(&then.details)
}
