//! The stored form of the domain's values, version 1. Kept apart from the domain's own types, so that these can change
//! without a stored workspace becoming unreadable. Names are short because the browser's storage is small.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::envelope::{self, Damage};
use crate::domain::sample::{self, Edition};
use crate::domain::{
    AdminRole, Change, Customer, CustomerId, DeletedUser, Event, Guid, Licenses, Location, Moment,
    PartnerRole, PartnerUser, PasswordState, PersonName, Plan, Sku, User, UserDetails, UserId,
    UserName, UserNumber, Workspace, gathered,
};

/// Where a workspace comes from and how far it is compacted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredOrigin {
    /// Edition of the sample workspace.
    pub sample: u32,
    /// When the workspace was created, in milliseconds since 1970, UTC.
    pub created: i64,
    /// Records up to this one are in the snapshots.
    pub compacted: u64,
    /// How often something unreadable was set aside. Tabs that were open before see by it that they have to open anew.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub mended: u32,
}

impl StoredOrigin {
    /// A new workspace, created now.
    pub fn new(now: Moment) -> Self {
        Self {
            sample: Edition::NEWEST.number(),
            created: now.timestamp_millis(),
            compacted: 0,
            mended: 0,
        }
    }

    /// The text to store.
    pub fn write(&self) -> String {
        write(self)
    }

    /// The origin in a stored text.
    ///
    /// # Errors
    /// When it is damaged, or the sample is one that only a later version of the program has.
    pub fn read(text: &str) -> Result<Self, Damage> {
        let origin: Self = read(text)?;
        if Edition::from_number(origin.sample).is_none() {
            Err(Damage::Newer)
        } else {
            Ok(origin)
        }
    }

    /// The workspace as it began.
    pub fn sample_workspace(&self) -> Workspace {
        self.edition()
            .map_or_else(Workspace::default, |(edition, created)| {
                sample::workspace(edition, created)
            })
    }

    /// One customer as it began.
    pub fn sample_customer(&self, id: CustomerId) -> Option<Customer> {
        self.edition()
            .and_then(|(edition, created)| sample::customer(edition, created, id))
    }

    fn edition(&self) -> Option<(Edition, Moment)> {
        Edition::from_number(self.sample).zip(Moment::from_timestamp_millis(self.created))
    }
}

/// One change.
#[derive(Debug, Serialize, Deserialize)]
pub struct StoredRecord {
    /// Sequence number, as in the key.
    s: u64,
    /// When, in milliseconds since 1970, UTC.
    t: i64,
    /// Name and role of the person.
    a: (String, String),
    e: StoredEvent,
}

#[derive(Debug, Serialize, Deserialize)]
enum StoredEvent {
    UsersCreated { c: String, u: Vec<StoredUser> },
    UserEdited { c: String, n: u32, d: StoredDetails },
}

impl StoredRecord {
    /// The text to store.
    pub fn write(change: &Change, seq: u64) -> String {
        let e = match &change.event {
            Event::UsersCreated { customer, users } => StoredEvent::UsersCreated {
                c: customer.0.to_string(),
                u: users.iter().map(StoredUser::of).collect(),
            },
            Event::UserEdited {
                customer,
                user,
                details,
            } => StoredEvent::UserEdited {
                c: customer.0.to_string(),
                n: user.0,
                d: StoredDetails::of(details),
            },
        };
        let a = (change.by.name.clone(), change.by.role.code().to_owned());
        write(&Self {
            s: seq,
            t: change.at.timestamp_millis(),
            a,
            e,
        })
    }

    /// The change in a stored text that stands under the key of this sequence number.
    ///
    /// # Errors
    /// When it is damaged, newer, or another record.
    pub fn read(text: &str, seq: u64) -> Result<Change, Damage> {
        let record: Self = read(text)?;
        if record.s != seq {
            return Err(Damage::Content);
        }
        record.change().ok_or(Damage::Content)
    }

    fn change(self) -> Option<Change> {
        let event = match self.e {
            StoredEvent::UsersCreated { c, u } => Event::UsersCreated {
                customer: customer_id(&c)?,
                users: u.into_iter().map(StoredUser::user).collect::<Option<_>>()?,
            },
            StoredEvent::UserEdited { c, n, d } => Event::UserEdited {
                customer: customer_id(&c)?,
                user: UserNumber(n),
                details: Box::new(d.details()?),
            },
        };
        let by = PartnerUser {
            name: self.a.0,
            role: PartnerRole::from_code(&self.a.1)?,
        };
        Some(Change {
            at: Moment::from_timestamp_millis(self.t)?,
            by,
            event,
        })
    }
}

/// One customer up to a record: what differs from the sample.
#[derive(Debug, Serialize, Deserialize)]
pub struct StoredSnapshot {
    /// Records up to this one are in it.
    s: u64,
    /// Sample and creation of the workspace, in case the origin is lost.
    o: (u32, i64),
    /// Latest change of the workspace.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    t: Option<i64>,
    /// Active users that are not in the sample, or differ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    u: Vec<StoredUser>,
    /// Deleted users that are not in the sample, or differ, each with when it was deleted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    x: Vec<(i64, StoredUser)>,
    /// Numbers of users of the sample that are neither active nor deleted any more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    g: Vec<u32>,
    /// Highest number ever given to a user.
    h: u32,
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
        let then_deleted: BTreeMap<_, _> =
            gathered(then.deleted().map(|deleted| (deleted.user.number, deleted)));
        let now_deleted: BTreeSet<_> = gathered(now.deleted().map(|deleted| deleted.user.number));
        let then_numbers = then
            .active()
            .map(|user| user.number)
            .chain(then_deleted.keys().copied());
        let snapshot = Self {
            s: through,
            o: (origin.sample, origin.created),
            t: latest_change.map(|moment| moment.timestamp_millis()),
            u: now
                .active()
                .filter(|user| then.get(user.number) != Some(user))
                .map(StoredUser::of)
                .collect(),
            x: now
                .deleted()
                .filter(|deleted| then_deleted.get(&deleted.user.number) != Some(deleted))
                .map(|deleted| {
                    (
                        deleted.deleted_at.timestamp_millis(),
                        StoredUser::of(&deleted.user),
                    )
                })
                .collect(),
            g: then_numbers
                .filter(|number| now.get(*number).is_none() && !now_deleted.contains(number))
                .map(|number| number.0)
                .collect(),
            h: now.highest_number(),
        };
        write(&snapshot)
    }

    /// The origin that a stored snapshot remembers.
    ///
    /// # Errors
    /// When the snapshot is damaged or newer.
    pub fn read_origin(text: &str) -> Result<StoredOrigin, Damage> {
        let stored = Self::parse(text)?;
        let (sample, created) = stored.o;
        Ok(StoredOrigin {
            sample,
            created,
            compacted: stored.s,
            mended: 0,
        })
    }

    fn parse(text: &str) -> Result<Self, Damage> {
        let stored: Self = read(text)?;
        if Edition::from_number(stored.o.0).is_none() {
            Err(Damage::Newer)
        } else {
            Ok(stored)
        }
    }

    /// The customer in a stored snapshot, over what it was in the sample.
    ///
    /// # Errors
    /// When it is damaged or newer.
    pub fn read(text: &str, base: Customer) -> Result<Snapshot, Damage> {
        Self::parse(text)?.over(base).ok_or(Damage::Content)
    }

    fn over(self, mut customer: Customer) -> Option<Snapshot> {
        let users = &mut customer.users;
        let active: Vec<User> = self
            .u
            .into_iter()
            .map(StoredUser::user)
            .collect::<Option<_>>()?;
        let deleted: Vec<DeletedUser> = self
            .x
            .into_iter()
            .map(|(at, user)| {
                Some(DeletedUser {
                    user: user.user()?,
                    deleted_at: Moment::from_timestamp_millis(at)?,
                })
            })
            .collect::<Option<_>>()?;
        // First out with everybody who is not as in the sample, so that names are free whatever the order.
        self.g
            .into_iter()
            .for_each(|number| users.forget(UserNumber(number)));
        active.iter().for_each(|user| users.forget(user.number));
        deleted
            .iter()
            .for_each(|deleted| users.forget(deleted.user.number));
        users.insert_all(active).ok()?;
        deleted
            .into_iter()
            .try_for_each(|user| users.insert_deleted(user))
            .ok()?;
        users.reserve_numbers(self.h);
        let latest_change = match self.t {
            None => None,
            Some(at) => Some(Moment::from_timestamp_millis(at)?),
        };
        Some(Snapshot {
            through: self.s,
            latest_change,
            customer,
        })
    }
}

#[derive(Debug, Serialize, Deserialize)]
struct StoredUser {
    /// Number.
    n: u32,
    /// Identifier.
    i: String,
    #[serde(flatten)]
    d: StoredDetails,
    /// Products by part number, each with the codes of its switched-off plans.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    p: BTreeMap<String, Vec<String>>,
    /// Created.
    t: i64,
    /// Password set, where it was not when the user was created.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    w: Option<i64>,
    /// The password need not be changed at the next sign-in.
    #[serde(default, skip_serializing_if = "is_false")]
    k: bool,
}

#[derive(Debug, Serialize, Deserialize)]
struct StoredDetails {
    /// User name.
    u: String,
    /// Display name.
    d: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    f: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    l: Option<String>,
    /// Location.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    c: Option<String>,
    /// Administrator roles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    r: Vec<String>,
}

impl StoredUser {
    fn of(user: &User) -> Self {
        let codes = |off: &BTreeSet<Plan>| off.iter().map(|plan| plan.code.to_owned()).collect();
        Self {
            n: user.number.0,
            i: user.id.0.to_string(),
            d: StoredDetails::of(&user.details),
            p: user
                .licenses
                .iter()
                .map(|(sku, off)| (sku.part_number.to_owned(), codes(off)))
                .collect(),
            t: user.created_at.timestamp_millis(),
            w: (user.password.set_at != user.created_at)
                .then(|| user.password.set_at.timestamp_millis()),
            k: !user.password.must_change,
        }
    }

    fn user(self) -> Option<User> {
        let mut licenses = Licenses::default();
        for (part_number, codes) in self.p {
            let off: Vec<Plan> = codes
                .iter()
                .map(|code| Plan::by_code(code))
                .collect::<Option<_>>()?;
            licenses.assign(Sku::by_part_number(&part_number)?, off);
        }
        let set_at = Moment::from_timestamp_millis(self.w.unwrap_or(self.t))?;
        Some(User {
            number: UserNumber(self.n),
            id: UserId(self.i.parse().ok()?),
            details: self.d.details()?,
            licenses,
            created_at: Moment::from_timestamp_millis(self.t)?,
            password: PasswordState {
                set_at,
                must_change: !self.k,
            },
        })
    }
}

impl StoredDetails {
    fn of(details: &UserDetails) -> Self {
        let text = |name: &Option<PersonName>| name.as_ref().map(|name| name.as_str().to_owned());
        Self {
            u: details.user_name.as_str().to_owned(),
            d: details.display_name.as_str().to_owned(),
            f: text(&details.first_name),
            l: text(&details.last_name),
            c: details.location.map(|location| location.code().to_owned()),
            r: details
                .roles
                .iter()
                .map(|role| role.code().to_owned())
                .collect(),
        }
    }

    fn details(self) -> Option<UserDetails> {
        let name =
            |text: Option<String>| PersonName::optional(text.as_deref().unwrap_or_default()).ok();
        let location = match self.c {
            None => None,
            Some(code) => Some(Location::parse(&code)?),
        };
        let roles: Vec<AdminRole> = self
            .r
            .iter()
            .map(|code| AdminRole::from_code(code))
            .collect::<Option<_>>()?;
        Some(UserDetails {
            user_name: UserName::parse(&self.u)?,
            first_name: name(self.f)?,
            last_name: name(self.l)?,
            display_name: PersonName::required(&self.d).ok()?,
            location,
            roles: gathered(roles),
        })
    }
}

fn customer_id(text: &str) -> Option<CustomerId> {
    text.parse::<Guid>().ok().map(CustomerId)
}

fn is_false(value: &bool) -> bool {
    !value
}

fn is_zero(value: &u32) -> bool {
    *value == 0
}

fn write(value: &impl Serialize) -> String {
    // Our stored forms have text keys only and no failing serializers; should that ever change, the empty content is
    // refused by every reader, and a test over all of them says so first.
    envelope::seal(&serde_json::to_string(value).unwrap_or_default())
}

fn read<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T, Damage> {
    serde_json::from_str(envelope::open(text)?).map_err(|_| Damage::Content)
}
