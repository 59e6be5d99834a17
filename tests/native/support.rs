//! What tests share: moments, people, repeatable random numbers, a small customer and the sample.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use proptest::test_runner::{Config as ProptestConfig, RngSeed};
use seatwork::domain::catalogue::products;
use seatwork::domain::sample::{self, Edition};
use seatwork::domain::{
    Command, CompanyName, Context, Customer, CustomerCommand, CustomerId, Decision, DetailsDraft,
    DomainName, Domains, Guid, LicenseChange, LicenseUpdate, Licenses, Location, Moment,
    NoRandomness, PartnerRole, PartnerUser, PasswordState, PersonName, Quantity, Random, Refusal,
    Restoring, Sku, Subscription, SubscriptionId, SubscriptionStatus, User, UserDetails, UserDraft,
    UserId, UserName, UserNumber, Users, Workspace, decide, evolve,
};

/// Milliseconds of a second, an hour and a day.
pub const SECOND: i64 = 1000;
pub const HOUR: i64 = 60 * 60 * SECOND;
pub const DAY: i64 = 24 * HOUR;

/// Returns a moment this many milliseconds after the one at which most tests begin.
pub fn at(millis: i64) -> Moment {
    Moment::from_timestamp_millis(1_790_000_000_000 + millis).expect("it is a moment")
}

/// A person who may do everything.
pub fn admin() -> PartnerUser {
    acting_as(PartnerRole::AdminAgent)
}

/// The person in this role.
pub fn acting_as(role: PartnerRole) -> PartnerUser {
    PartnerUser {
        name: "Robin Ahrens".to_owned(),
        role,
    }
}

/// Repeatable, well mixed bytes (xorshift64*).
pub struct Numbers(u64);

impl Numbers {
    pub fn seeded(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }
}

impl Random for Numbers {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        for byte in bytes {
            self.0 ^= self.0 >> 12;
            self.0 ^= self.0 << 25;
            self.0 ^= self.0 >> 27;
            *byte = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d).to_be_bytes()[0];
        }
        Ok(())
    }
}

/// A source that gives these bytes and then fails.
pub struct Script(pub Vec<u8>);

impl Random for Script {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        if self.0.len() < bytes.len() {
            return Err(NoRandomness);
        }
        let rest = self.0.split_off(bytes.len());
        bytes.copy_from_slice(&std::mem::replace(&mut self.0, rest));
        Ok(())
    }
}

/// These products, with all plans switched on.
pub fn licenses(skus: &[Sku]) -> Licenses {
    let mut licenses = Licenses::default();
    for sku in skus {
        licenses.assign(*sku, []);
    }
    licenses
}

/// The domain of this name.
pub fn domain(name: &str) -> DomainName {
    DomainName::parse(name).unwrap_or_else(|| panic!("{name} is a domain"))
}

/// A whole user name.
pub fn user_name(whole: &str) -> UserName {
    UserName::parse(whole).unwrap_or_else(|| panic!("{whole} is a user name"))
}

/// The name of a company.
pub fn company_name(name: &str) -> CompanyName {
    CompanyName::parse(name).unwrap_or_else(|problems| panic!("{name}: {problems:?}"))
}

/// The location of this code.
pub fn location(code: &str) -> Location {
    Location::parse(code).unwrap_or_else(|| panic!("{code} is a location"))
}

/// Active seats of a product.
pub fn seats(sku: Sku, quantity: u32) -> Subscription {
    Subscription {
        id: SubscriptionId(sku.id),
        sku,
        quantity,
        status: SubscriptionStatus::Active,
    }
}

/// Suspended seats of a product.
pub fn suspended(sku: Sku, quantity: u32) -> Subscription {
    Subscription {
        status: SubscriptionStatus::Suspended,
        ..seats(sku, quantity)
    }
}

/// A company in Germany with two domains, these subscriptions and no users. Each subscription gets
/// an identifier.
pub fn company(mut subscriptions: Vec<Subscription>) -> Customer {
    for (one, number) in subscriptions.iter_mut().zip(1..) {
        one.id = SubscriptionId(Guid::from_u128(0x5000 + number));
    }
    Customer {
        id: CustomerId(Guid::from_u128(0xc0)),
        company: company_name("Probe GmbH"),
        domains: Domains {
            primary: domain("probe.example"),
            others: vec![domain("second.example")],
        },
        location: location("DE"),
        subscriptions,
        users: Users::default().into(),
    }
}

/// Details of a user of [`company`]. The local part is also the display name.
pub fn details(local: &str) -> UserDetails {
    UserDetails {
        user_name: user_name(&format!("{local}@probe.example")),
        first_name: None,
        last_name: None,
        display_name: PersonName::required(local).expect("it is a name"),
        location: Some(location("DE")),
        roles: BTreeSet::new(),
    }
}

/// An active user of [`company`], created when the tests begin.
pub fn user(number: u32, local: &str, licenses: Licenses) -> User {
    User {
        number: UserNumber(number),
        id: UserId(Guid::from_u128(u128::from(number))),
        details: details(local),
        licenses,
        created_at: at(0),
        password: PasswordState {
            set_at: at(0),
            must_change: true,
        },
    }
}

/// Adds users to the customer.
pub fn with_users(mut customer: Customer, users: impl IntoIterator<Item = User>) -> Customer {
    for user in users {
        customer.users.insert(user).expect("the user fits");
    }
    customer
}

/// The form "Add user" with a name filled in.
pub fn draft(customer: &Customer, local: &str, licenses: Licenses) -> UserDraft {
    let form = UserDraft::new(customer);
    UserDraft {
        details: DetailsDraft {
            display_name: local.to_owned(),
            local_part: local.to_owned(),
            ..form.details
        },
        licenses,
    }
}

/// The command that creates this valid user.
pub fn creation(customer: &Customer, local: &str, licenses: Licenses) -> Command {
    let user = draft(customer, local, licenses)
        .validate(customer)
        .unwrap_or_else(|problems| panic!("{local}: {problems:?}"));
    Command::Customer(
        customer.id,
        CustomerCommand::CreateUser {
            user: Box::new(user),
        },
    )
}

/// The command that changes the present details of a user.
pub fn edit(customer: &Customer, number: u32, change: impl FnOnce(&mut UserDetails)) -> Command {
    let user = customer
        .users
        .get(UserNumber(number))
        .expect("there is such a user");
    let mut wanted = user.details.clone();
    change(&mut wanted);
    Command::Customer(
        customer.id,
        CustomerCommand::EditUser {
            user: user.number,
            seen: Box::new(user.details.clone()),
            wanted: Box::new(wanted),
        },
    )
}

/// The command that changes the licenses of these users.
pub fn license_change(
    customer: &Customer,
    users: &[u32],
    change: impl FnOnce(&mut LicenseUpdate),
) -> Command {
    let mut update = LicenseUpdate::default();
    change(&mut update);
    Command::Customer(
        customer.id,
        CustomerCommand::ChangeLicenses {
            changes: vec![LicenseChange {
                users: users.iter().copied().map(UserNumber).collect(),
                update,
            }],
        },
    )
}

/// The numbers of users.
pub fn numbers(users: &[u32]) -> BTreeSet<UserNumber> {
    users.iter().copied().map(UserNumber).collect()
}

/// The command that deletes these users.
pub fn deletion(customer: &Customer, users: &[u32]) -> Command {
    Command::Customer(
        customer.id,
        CustomerCommand::DeleteUsers {
            users: numbers(users),
        },
    )
}

/// The command that restores these users, with the names that they had.
pub fn restoring(customer: &Customer, users: &[u32]) -> Command {
    let users = users.iter().copied().map(UserNumber);
    Command::Customer(
        customer.id,
        CustomerCommand::RestoreUsers {
            users: users.map(Restoring::from).collect(),
        },
    )
}

pub fn quantity(number: u32) -> Quantity {
    Quantity::new(number).unwrap_or_else(|| panic!("{number} is a quantity"))
}

/// Decides an admin agent's command at this moment.
pub fn decided(workspace: &Workspace, command: &Command, now: Moment) -> Result<Decision, Refusal> {
    let mut random = Numbers::seeded(now.timestamp_millis().unsigned_abs());
    let mut context = Context {
        now,
        actor: &admin(),
        random: &mut random,
    };
    decide(workspace, command, &mut context)
}

pub fn carry_out(workspace: &mut Workspace, command: &Command, now: Moment) -> Decision {
    let decision = decided(workspace, command, now)
        .unwrap_or_else(|refusal| panic!("{command:?} is refused: {refusal:?}"));
    evolve(workspace, &decision.change).expect("what was decided fits");
    decision
}

/// A workspace with one customer.
pub fn only(customer: Customer) -> Workspace {
    Workspace::new([customer], None)
}

/// Returns whether they are equal, the case of user names included, which `==` ignores.
pub fn is_same(one: &Workspace, other: &Workspace) -> bool {
    let spelled = |workspace: &Workspace| {
        let users = workspace
            .customers()
            .flat_map(|customer| customer.users.active());
        users
            .map(|user| user.details.user_name.as_str().to_owned())
            .collect::<Vec<_>>()
    };
    one == other && spelled(one) == spelled(other)
}

/// The configuration of a property with this many repeatable cases.
pub fn cases(number: u32) -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2_026),
        max_shrink_iters: 2_000,
        ..ProptestConfig::with_cases(number)
    }
}

/// The sample workspace, generated once.
pub fn whole_sample() -> &'static Workspace {
    static SAMPLE: OnceLock<Workspace> = OnceLock::new();
    SAMPLE.get_or_init(|| sample::workspace(Edition::First, at(0)))
}

/// The customer of the sample workspace whose company name begins like this.
pub fn of_sample(company: &str) -> &'static Customer {
    whole_sample()
        .customers()
        .find(|customer| customer.company.as_str().starts_with(company))
        .unwrap_or_else(|| panic!("{company} is in the sample"))
}

/// A product that every user can hold by itself.
pub const MAIL: Sku = products::EXCHANGESTANDARD;
/// A product that excludes [`MAIL`].
pub const MORE_MAIL: Sku = products::EXCHANGEENTERPRISE;
/// A product with Teams, among others.
pub const SUITE: Sku = products::ENTERPRISEPACK;
/// A product that needs Teams and is not sold in India.
pub const CONFERENCES: Sku = products::MCOMEETADV;
