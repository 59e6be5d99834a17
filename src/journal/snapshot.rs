//! One customer up to a record: what differs from the sample.

use std::collections::{BTreeMap, BTreeSet};

use chrono::serde::ts_milliseconds;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::envelope::Damage;
use super::origin::StoredOrigin;
use super::{StorageError, json};
use crate::domain::{
    Customer, CustomerDetails, DeletedUser, Licenses, Moment, PasswordState, Subscription, User,
    UserBatch, UserNumber, Users, Workspace, user_numbers,
};

/// A customer as it is stored.
///
/// Users differ from the sample in their accounts, in their licenses, in the state of their
/// passwords, and in being deleted. The last three are stored once for all users who have them in
/// common. A user whose account is listed has no licenses and the password of a new user, unless
/// these lists say otherwise; any other user is as in the sample.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoredSnapshot<'a> {
    /// The origin as it was at the time, in case it is lost; its records are in the snapshot.
    origin: StoredOrigin,
    /// The highest number ever given to a user.
    highest: u32,
    /// Company name and location, if they differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    details: Option<CustomerDetails>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    subscriptions: Vec<Subscription>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    accounts: Vec<UserBatch<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<LicensesOf>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    passwords: Vec<PasswordsOf>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    deleted: Vec<DeletedAt>,
    /// Users of the sample who were purged.
    #[serde(
        default,
        skip_serializing_if = "BTreeSet::is_empty",
        with = "user_numbers"
    )]
    gone: BTreeSet<UserNumber>,
}

/// Users who hold the same licenses.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LicensesOf {
    licenses: Licenses,
    #[serde(with = "user_numbers")]
    users: BTreeSet<UserNumber>,
}

/// Users whose passwords are in the same state.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PasswordsOf {
    password: PasswordState,
    #[serde(with = "user_numbers")]
    users: BTreeSet<UserNumber>,
}

/// Users who were deleted at the same time.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DeletedAt {
    #[serde(with = "ts_milliseconds")]
    at: Moment,
    #[serde(with = "user_numbers")]
    users: BTreeSet<UserNumber>,
}

/// What a snapshot says.
#[derive(Debug)]
pub struct Snapshot {
    /// The last record that is in it.
    pub through: u64,
    /// The latest change of the workspace when it was made.
    pub latest_change: Option<Moment>,
    pub customer: Customer,
}

impl<'a> StoredSnapshot<'a> {
    /// Returns the text to store.
    ///
    /// # Errors
    /// When the snapshot has no JSON.
    pub fn write(
        customer: &Customer,
        base: &Customer,
        origin: &StoredOrigin,
        through: u64,
        workspace: &Workspace,
    ) -> Result<String, StorageError> {
        let differences = Differences::between(&base.users, &customer.users);
        let details = customer.details();
        json::seal(&StoredSnapshot {
            origin: StoredOrigin {
                compacted: through,
                mended: 0,
                ahead: workspace.ahead(),
                latest_change: workspace.latest_change(),
                record_limit: workspace.record_limit(),
                ..origin.clone()
            },
            highest: customer.users.highest_number(),
            details: Some(details).filter(|details| *details != base.details()),
            subscriptions: customer
                .subscriptions
                .iter()
                .filter(|subscription| base.subscription(subscription.id) != Some(*subscription))
                .cloned()
                .collect(),
            accounts: UserBatch::gather_accounts(
                (differences.accounts.iter()).filter_map(|number| customer.users.get_any(*number)),
            ),
            licenses: differences.licenses.groups,
            passwords: differences
                .passwords
                .into_iter()
                .map(|(password, users)| PasswordsOf { password, users })
                .collect(),
            deleted: differences
                .deleted
                .into_iter()
                .map(|(at, users)| DeletedAt { at, users })
                .collect(),
            gone: differences.gone,
        })
    }

    /// Returns the origin that a stored snapshot remembers.
    ///
    /// # Errors
    /// When the snapshot is damaged or newer.
    pub fn read_origin(text: &'a str) -> Result<StoredOrigin, Damage> {
        json::open::<Self>(text)?.origin.known()
    }

    /// Returns the customer in a stored snapshot, given the one in the sample.
    ///
    /// # Errors
    /// When it is damaged or newer.
    pub fn read(text: &'a str, base: Customer) -> Result<Snapshot, Damage> {
        let stored: Self = json::open(text)?;
        let origin = stored.origin.clone().known()?;
        let customer = stored.applied_to(base).ok_or(Damage::Content)?;
        Ok(Snapshot {
            through: origin.compacted,
            latest_change: origin.latest_change,
            customer,
        })
    }

    fn applied_to(self, mut customer: Customer) -> Option<Customer> {
        if let Some(details) = self.details {
            customer.set_details(details);
        }
        for subscription in self.subscriptions {
            customer.put_subscription(subscription);
        }
        let users = &mut customer.users;
        let mut accounts = Accounts::read(&self.accounts)?;
        for LicensesOf {
            licenses,
            users: of,
        } in self.licenses
        {
            for number in of {
                match accounts.get_mut(number) {
                    Some(account) => account.user.licenses = licenses.clone(),
                    None => users.set_licenses(number, &licenses).ok()?,
                }
            }
        }
        for PasswordsOf {
            password,
            users: of,
        } in self.passwords
        {
            for number in of {
                match accounts.get_mut(number) {
                    Some(account) => account.user.password = password,
                    None => users.set_password(number, password).ok()?,
                }
            }
        }
        for DeletedAt { at, users: mut of } in self.deleted {
            of.retain(|number| match accounts.get_mut(*number) {
                Some(account) => {
                    account.deleted_at = Some(at);
                    false
                }
                None => true,
            });
            users.delete(&of, at).ok()?;
        }
        // Before any account is put back, so that user names are free whatever the order.
        self.gone.iter().for_each(|number| users.forget(*number));
        let replaced = accounts.0.iter().map(|account| account.user.number);
        replaced.for_each(|number| users.forget(number));
        for Account { user, deleted_at } in accounts.0 {
            match deleted_at {
                None => users.insert(user),
                Some(deleted_at) => users.insert_deleted(DeletedUser { user, deleted_at }),
            }
            .ok()?;
        }
        users.reserve_numbers(self.highest);
        Some(customer)
    }
}

/// The users whose accounts are in a snapshot, in the order of their numbers.
struct Accounts(Vec<Account>);

struct Account {
    user: User,
    deleted_at: Option<Moment>,
}

impl Accounts {
    fn read(batches: &[UserBatch<'_>]) -> Option<Self> {
        let mut accounts = Vec::new();
        for batch in batches {
            accounts.extend(batch.users()?.into_iter().map(|user| Account {
                user,
                deleted_at: None,
            }));
        }
        accounts.sort_by_key(|account| account.user.number);
        let is_ascending =
            |pair: &[Account]| matches!(pair, [one, next] if one.user.number < next.user.number);
        accounts
            .windows(2)
            .all(is_ascending)
            .then_some(Self(accounts))
    }

    fn get_mut(&mut self, number: UserNumber) -> Option<&mut Account> {
        let at = self
            .0
            .binary_search_by_key(&number, |account| account.user.number);
        self.0.get_mut(at.ok()?)
    }
}

/// How the users of a customer differ from those of the sample.
#[derive(Default)]
struct Differences<'a> {
    accounts: BTreeSet<UserNumber>,
    licenses: LicenseGroups<'a>,
    passwords: BTreeMap<PasswordState, BTreeSet<UserNumber>>,
    deleted: BTreeMap<Moment, BTreeSet<UserNumber>>,
    gone: BTreeSet<UserNumber>,
}

impl<'a> Differences<'a> {
    fn between(sample: &'a Users, users: &'a Users) -> Self {
        let mut differences = Self::default();
        for user in users.active() {
            differences.note(user, None, sample);
        }
        for DeletedUser { user, deleted_at } in users.deleted() {
            differences.note(user, Some(*deleted_at), sample);
        }
        let then_active = sample.active().map(|user| user.number);
        let then_deleted = sample.deleted().map(|deleted| deleted.user.number);
        differences.gone = then_active
            .chain(then_deleted)
            .filter(|number| users.get_any(*number).is_none())
            .collect();
        differences
    }

    fn note(&mut self, user: &'a User, deleted_at: Option<Moment>, sample: &Users) {
        let is_as_deleted = sample.get_deleted(user.number).is_some_and(|then| {
            Some(then.deleted_at) == deleted_at
                && is_same_account(user, &then.user)
                && user.licenses == then.user.licenses
                && user.password == then.user.password
        });
        if is_as_deleted {
            return;
        }
        let then = sample.get(user.number);
        let (licenses, password) = match then.filter(|then| is_same_account(user, then)) {
            Some(then) => (&then.licenses, then.password),
            None => {
                self.accounts.insert(user.number);
                (Licenses::NONE, PasswordState::new(user.created_at))
            }
        };
        if user.licenses != *licenses {
            self.licenses.add(user);
        }
        if user.password != password {
            let group = self.passwords.entry(user.password).or_default();
            group.insert(user.number);
        }
        if let Some(at) = deleted_at {
            self.deleted.entry(at).or_default().insert(user.number);
        }
    }
}

/// Users by the licenses they hold.
#[derive(Default)]
struct LicenseGroups<'a> {
    groups: Vec<LicensesOf>,
    positions: FxHashMap<&'a Licenses, usize>,
}

impl<'a> LicenseGroups<'a> {
    fn add(&mut self, user: &'a User) {
        let at = *self.positions.entry(&user.licenses).or_insert_with(|| {
            self.groups.push(LicensesOf {
                licenses: user.licenses.clone(),
                users: BTreeSet::new(),
            });
            self.groups.len() - 1
        });
        if let Some(group) = self.groups.get_mut(at) {
            group.users.insert(user.number);
        }
    }
}

/// Returns whether the users differ at most in licenses and password.
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
