//! The sample workspace: invented companies with users in every state that the screens can show.
//!
//! It is generated from a fixed seed and the moment at which the workspace was created, and is the
//! same on every machine. Workspaces store only what differs from it, so a published edition never
//! changes; a new sample is a new [`Edition`].

mod companies;
mod people;
mod random;

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use chrono::TimeDelta;

use self::companies::{COMPANIES, Company, Kind, Seats};
use self::people::People;
pub use self::random::SplitMix;

use super::values::to_ascii;
use super::{
    AdminRole, CompanyName, Customer, CustomerId, DeletedUser, DomainName, Domains, LazyUsers,
    Licenses, Location, Moment, PasswordState, PersonName, Sku, Subscription, SubscriptionId,
    SubscriptionStatus, User, UserDetails, UserFigures, UserId, UserName, UserNumber, Users,
    Workspace,
};

/// A published version of the sample workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    /// The four smallest customers of the first edition, for tests: it opens in a hundredth of the
    /// time.
    Excerpt,
    First,
    /// The first edition without the customer with 10,000 users, for exercises: it opens in a tenth
    /// of the time.
    Small,
}

impl Edition {
    /// The edition of new workspaces.
    pub const NEWEST: Self = Self::First;

    /// Returns the number under which the edition is stored.
    pub const fn number(self) -> u32 {
        match self {
            Self::Excerpt => 0,
            Self::First => 1,
            Self::Small => 2,
        }
    }

    /// Returns the edition with this number, or `None` if a later version of the program has it.
    pub fn from_number(number: u32) -> Option<Self> {
        [Self::Excerpt, Self::First, Self::Small]
            .into_iter()
            .find(|edition| edition.number() == number)
    }

    fn companies(self) -> impl Iterator<Item = &'static Company> {
        let most = match self {
            Self::Excerpt => 30,
            Self::First => u32::MAX,
            Self::Small => 250,
        };
        COMPANIES
            .iter()
            .filter(move |company| company.users <= most)
    }
}

/// Generates the workspace as of its creation.
pub fn workspace(edition: Edition, created_at: Moment) -> Workspace {
    let customers = edition
        .companies()
        .filter_map(|company| generate(company, created_at));
    Workspace::new(customers, None)
}

/// Generates one customer of the workspace as of its creation.
pub fn customer(edition: Edition, created_at: Moment, id: CustomerId) -> Option<Customer> {
    edition
        .companies()
        .find(|company| id_of(company) == id)
        .and_then(|company| generate(company, created_at))
}

fn id_of(company: &Company) -> CustomerId {
    CustomerId(SplitMix::seeded(company.seed).guid())
}

/// Generates a customer. Returns `None` only for an invalid company, which a test rules out.
fn generate(company: &'static Company, created_at: Moment) -> Option<Customer> {
    let mut random = SplitMix::seeded(company.seed);
    let id = CustomerId(random.guid());
    let mut domains = company
        .domains
        .iter()
        .filter_map(|domain| DomainName::parse(domain));
    let domains = Domains {
        primary: domains.next()?,
        others: domains.collect(),
    };
    let location = Location::parse(company.location)?;
    let subscriptions = subscriptions(company, &mut random)?;
    let users = {
        let domains = domains.clone();
        move || users(company, &domains, location, created_at, random.clone()).unwrap_or_default()
    };
    Some(Customer {
        id,
        company: CompanyName::parse(company.name).ok()?,
        domains,
        location,
        subscriptions,
        users: LazyUsers::new(figures(company, created_at), users),
    })
}

/// Generates the users of a customer. Returns `None` only for an invalid company.
fn users(
    company: &Company,
    domains: &Domains,
    location: Location,
    created_at: Moment,
    random: SplitMix,
) -> Option<Users> {
    let mut generator = Generator {
        company,
        domains,
        location,
        created_at,
        random,
        taken: FxHashMap::default(),
    };
    let mut users: Vec<User> = (1..=company.users)
        .filter_map(|number| generator.user(UserNumber(number)))
        .collect();
    let deleted = generator.deleted();
    assign(company.seats, &mut users, &mut generator.random)?;
    let mut all = Users::default();
    all.insert_all(users).ok()?;
    deleted
        .into_iter()
        .try_for_each(|user| all.insert_deleted(user))
        .ok()?;
    Some(all)
}

/// Returns the figures of the users that [`users`] generates, which a test compares.
fn figures(company: &Company, created_at: Moment) -> UserFigures {
    let holders = company.seats.iter().filter(|seats| seats.used > 0);
    let deleted = company.hours_since_deleting().iter();
    UserFigures {
        count: usize::try_from(company.users).unwrap_or(usize::MAX),
        unlicensed: company.unlicensed,
        holders: holders
            .filter_map(|seats| Some((Sku::by_part_number(seats.product)?, seats.used)))
            .collect(),
        deleted_at: deleted
            .map(|hours| before(created_at, TimeDelta::hours(*hours)))
            .collect(),
    }
}

/// Returns the moment that long before, or the moment itself at the beginning of time.
fn before(moment: Moment, ago: TimeDelta) -> Moment {
    moment.checked_sub_signed(ago).unwrap_or(moment)
}

fn subscriptions(company: &Company, random: &mut SplitMix) -> Option<Vec<Subscription>> {
    let mut all = Vec::new();
    for seats in company.seats {
        let sku = Sku::by_part_number(seats.product)?;
        let status = match seats.kind {
            Kind::Suspended => SubscriptionStatus::Suspended,
            Kind::Suite | Kind::Extra => SubscriptionStatus::Active,
        };
        all.push(Subscription {
            id: SubscriptionId(random.guid()),
            sku,
            quantity: seats.quantity,
            status,
        });
    }
    Some(all)
}

/// Assigns the seats. Suites go to one user after the other in a shuffled list, so that nobody
/// holds two; other products go to anyone whose licenses they fit. One user in twelve gets no
/// license.
fn assign(seats: &[Seats], users: &mut [User], random: &mut SplitMix) -> Option<()> {
    let mut order: Vec<usize> = (0..users.len()).collect();
    random.shuffle(&mut order);
    let idle = order.len().checked_div(12)?;
    let eligible: Vec<usize> = order
        .into_iter()
        .skip(idle)
        .filter(|at| {
            users
                .get(*at)
                .is_some_and(|user| user.details.location.is_some())
        })
        .collect();
    let mut next_suite = eligible.iter();
    let mut verdicts = Vec::new();
    for row in seats.iter().filter(|row| row.kind != Kind::Suspended) {
        let sku = Sku::by_part_number(row.product)?;
        let mut left = row.used;
        let mut any = eligible
            .iter()
            .cycle()
            .skip(random.below(eligible.len().max(1)))
            .take(eligible.len());
        while left > 0 {
            let at = match row.kind {
                Kind::Suite => next_suite.next(),
                Kind::Extra | Kind::Suspended => any.next(),
            };
            let Some(user) = at.and_then(|at| users.get_mut(*at)) else {
                break;
            };
            if give(sku, user, random, &mut verdicts) {
                left = left.saturating_sub(1);
            }
        }
    }
    Some(())
}

/// Assigns the product if the rules allow it, for one user in nine with a plan switched off that
/// nothing else needs. Returns whether it was assigned.
///
/// `verdicts` caches what the rules say, because all users are in one location and few combinations
/// of licenses occur.
fn give(
    sku: Sku,
    user: &mut User,
    random: &mut SplitMix,
    verdicts: &mut Vec<(Licenses, bool)>,
) -> bool {
    let mut fits = |licenses: &Licenses| {
        if let Some((_, verdict)) = verdicts.iter().find(|(known, _)| known == licenses) {
            return *verdict;
        }
        let verdict = licenses.problems(user.details.location).is_empty();
        verdicts.push((licenses.clone(), verdict));
        verdict
    };
    let mut with = user.licenses.clone();
    with.assign(sku, []);
    if user.licenses.holds(sku) || !fits(&with) {
        return false;
    }
    if random.one_in(9) {
        let mut fewer = user.licenses.clone();
        fewer.assign(sku, sku.plans().last().filter(|_| sku.plans().count() > 1));
        if fits(&fewer) {
            with = fewer;
        }
    }
    user.licenses = with;
    true
}

/// Generates users.
struct Generator<'a> {
    company: &'a Company,
    domains: &'a Domains,
    location: Location,
    created_at: Moment,
    random: SplitMix,
    /// How often each local part was used.
    taken: FxHashMap<String, u32>,
}

impl Generator<'_> {
    fn user(&mut self, number: UserNumber) -> Option<User> {
        let id = UserId(self.random.guid());
        let (first, last) = self.name(self.company.people);
        let user_name = self.user_name(first, last)?;
        let minutes = i64::try_from(self.random.below(900 * 24 * 60))
            .ok()?
            .saturating_add(40 * 24 * 60);
        let created_at = before(self.created_at, TimeDelta::minutes(minutes));
        let details = UserDetails {
            user_name,
            first_name: PersonName::optional(first).ok()?,
            last_name: PersonName::optional(last).ok()?,
            display_name: PersonName::required(&format!("{first} {last}")).ok()?,
            location: (!self.random.one_in(15)).then_some(self.location),
            roles: self.roles(number),
        };
        let password = PasswordState {
            set_at: created_at,
            must_change: self.random.one_in(10),
        };
        Some(User {
            number,
            id,
            details,
            licenses: Licenses::default(),
            created_at,
            password,
        })
    }

    fn name(&mut self, people: People) -> (&'static str, &'static str) {
        let first = self.random.pick(people.first).unwrap_or("Kim");
        (first, self.random.pick(people.last).unwrap_or("Lee"))
    }

    /// Returns `first.last`, numbered from the second of that name on; one in eight is at another
    /// domain than the primary one.
    fn user_name(&mut self, first: &str, last: &str) -> Option<UserName> {
        let plain = |name: &str| {
            to_ascii(name)
                .to_ascii_lowercase()
                .replace([' ', '\'', '.'], "")
        };
        let base = format!("{}.{}", plain(first), plain(last));
        let at = self.random.below(self.domains.others.len());
        let other = self.domains.others.get(at);
        let domain = other
            .filter(|_| self.random.one_in(8))
            .unwrap_or(&self.domains.primary);
        let count = self.taken.entry(base.clone()).or_insert(0);
        *count = count.saturating_add(1);
        let local = if *count == 1 {
            base
        } else {
            format!("{base}{count}")
        };
        UserName::new(&local, domain).ok()
    }

    /// Makes the first user the global administrator and gives one in forty of the others a role.
    fn roles(&mut self, number: UserNumber) -> BTreeSet<AdminRole> {
        let mut roles = BTreeSet::new();
        if number == UserNumber(1) {
            roles.insert(AdminRole::Global);
            return roles;
        }
        if !self.random.one_in(40) {
            return roles;
        }
        let one = self.random.pick(&AdminRole::ALL);
        let other = self
            .random
            .pick(&AdminRole::ALL)
            .filter(|_| self.random.one_in(3));
        roles.extend(one);
        roles.extend(other);
        roles
    }

    /// Generates users who were deleted.
    fn deleted(&mut self) -> Vec<DeletedUser> {
        let numbers = self.company.users.saturating_add(1)..;
        let sku = self
            .company
            .seats
            .first()
            .and_then(|seats| Sku::by_part_number(seats.product));
        let mut deleted = Vec::new();
        for (number, hours) in numbers.zip(self.company.hours_since_deleting()) {
            let Some(mut user) = self.user(UserNumber(number)) else {
                continue;
            };
            user.details.location = Some(self.location);
            if let Some(sku) = sku {
                user.licenses.assign(sku, []);
            }
            deleted.push(DeletedUser {
                user,
                deleted_at: before(self.created_at, TimeDelta::hours(*hours)),
            });
        }
        deleted
    }
}
