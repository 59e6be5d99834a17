//! Generated moves of people: valid, invalid and stale forms, in every role, with clocks that jump.

mod commands;
mod strategies;

pub use strategies::moves;

use commands::{create, editing, restoration, uploading};

use std::collections::BTreeSet;

use seatwork::domain::catalogue::products;
use seatwork::domain::upload::RecordLimit;
use seatwork::domain::{
    Advance, Command, CompanyName, Context, Customer, CustomerCommand, CustomerId, Decision,
    DetailsDraft, LicenseChange, LicenseUpdate, Location, PartnerRole, Quantity, Refusal, Sku,
    SubscriptionStatus, UserNumber, Workspace, WorkspaceCommand, decide,
};

use crate::support::{CONFERENCES, MAIL, MORE_MAIL, Numbers, SUITE, acting_as, at};

/// One attempt of one person.
#[derive(Debug, Clone)]
pub struct Move {
    customer: usize,
    what: What,
    /// Whether the form was filled in at the start.
    stale: bool,
    role: PartnerRole,
    /// Milliseconds on the clock.
    clock: i64,
    /// The seed of the person's random numbers.
    seed: u64,
}

#[derive(Debug, Clone)]
enum What {
    Create {
        form: DetailsDraft,
        licenses: Vec<(Sku, bool)>,
    },
    Edit {
        /// The user of this running number.
        user: usize,
        form: DetailsDraft,
        /// The fields that are filled in.
        fields: [bool; 5],
        /// The user name is written in another case.
        respelled: bool,
    },
    /// Upload a file with these users, all of them in this location.
    Upload(Vec<DetailsDraft>, &'static str),
    SetLimit(u32),
    /// Change the licenses of some users.
    License(Vec<(Selection, Update)>),
    Reset(Selection),
    Delete(Selection),
    Restore {
        /// The deleted users, in the order of their numbers.
        who: Selection,
        /// From the last to the first.
        reversed: bool,
        local: Option<String>,
    },
    Purge,
    Advance(Advance),
    /// Undo the change made this many changes ago.
    Undo(usize),
    Add(Sku, String),
    Resize(usize, String),
    Switch(usize, SubscriptionStatus),
    Account {
        company: Option<String>,
        location: Option<&'static str>,
    },
}

#[derive(Debug, Clone)]
enum Selection {
    Everybody,
    /// Numbers, some of nobody.
    Some(Vec<u32>),
    /// Those who hold the product.
    Holders(Sku),
}

/// The content of a form of licenses.
#[derive(Debug, Clone)]
enum Update {
    /// Products assigned and revoked, plans switched.
    Chosen(Vec<Choice>),
    /// The update that gives the user the licenses of another.
    Copied(usize, usize),
}

#[derive(Debug, Clone)]
struct Choice {
    sku: Sku,
    hold: Option<bool>,
    /// The plan at this place.
    plan: Option<(usize, bool)>,
}

/// The first four are those that the customer has few seats of.
pub const SKUS: [Sku; 8] = [
    MAIL,
    MORE_MAIL,
    SUITE,
    CONFERENCES,
    products::POWER_BI_PRO,
    products::VISIOCLIENT,
    products::SPB,
    products::O365_BUSINESS_PREMIUM,
];

impl Move {
    /// Returns the command, or `None` where the form refuses it. `undos` undo the changes so far.
    pub fn command(
        &self,
        customers: &[CustomerId],
        before: &Workspace,
        now: &Workspace,
        undos: &[Command],
    ) -> Option<Command> {
        let seen = if self.stale { before } else { now };
        let customer = seen.customer(customers[self.customer % customers.len()])?;
        let id = customer.id;
        let subscription = |place: usize| {
            let count = customer.subscriptions.len();
            customer.subscriptions.get(place.checked_rem(count)?)
        };
        Some(match &self.what {
            What::Create { form, licenses } => create(customer, form, licenses)?,
            What::Edit {
                user,
                form,
                fields,
                respelled,
            } => editing(customer, *user, form, *fields, *respelled)?,
            What::Upload(rows, code) => uploading(customer, rows, code)?,
            What::SetLimit(number) => {
                Command::Workspace(WorkspaceCommand::SetRecordLimit(RecordLimit::new(*number)?))
            }
            What::License(changes) => {
                let change = |(selection, update): &(Selection, Update)| LicenseChange {
                    users: selection.of(customer),
                    update: update.of(customer),
                };
                Command::Customer(
                    id,
                    CustomerCommand::ChangeLicenses {
                        changes: changes.iter().map(change).collect(),
                    },
                )
            }
            What::Reset(selection) => Command::Customer(
                id,
                CustomerCommand::ResetPasswords {
                    users: selection.of(customer),
                },
            ),
            What::Delete(selection) => Command::Customer(
                id,
                CustomerCommand::DeleteUsers {
                    users: selection.of(customer),
                },
            ),
            What::Restore {
                who,
                reversed,
                local,
            } => restoration(customer, who, *reversed, local.as_deref())?,
            What::Purge => Command::Customer(id, CustomerCommand::PurgeUsers),
            What::Advance(advance) => Command::Workspace(WorkspaceCommand::AdvanceClock(*advance)),
            What::Undo(ago) => undos.iter().rev().nth(*ago)?.clone(),
            What::Add(sku, quantity) => Command::Customer(
                id,
                CustomerCommand::AddSubscription {
                    sku: *sku,
                    quantity: Quantity::parse(quantity).ok()?,
                },
            ),
            What::Resize(place, quantity) => Command::Customer(
                id,
                CustomerCommand::ChangeQuantity {
                    subscription: subscription(*place)?.id,
                    quantity: Quantity::parse(quantity).ok()?,
                },
            ),
            What::Switch(place, status) => Command::Customer(
                id,
                CustomerCommand::ChangeStatus {
                    subscription: subscription(*place)?.id,
                    status: *status,
                },
            ),
            What::Account { company, location } => {
                let mut wanted = customer.details();
                if let Some(company) = company {
                    wanted.company = CompanyName::parse(company).ok()?;
                }
                if let Some(location) = location {
                    wanted.location = Location::parse(location)?;
                }
                Command::Customer(
                    id,
                    CustomerCommand::EditCustomer {
                        seen: Box::new(customer.details()),
                        wanted: Box::new(wanted),
                    },
                )
            }
        })
    }

    pub fn is_undo(&self) -> bool {
        matches!(self.what, What::Undo(_))
    }

    /// Decides the command in the person's role, by their clock.
    pub fn decide(&self, workspace: &Workspace, command: &Command) -> Result<Decision, Refusal> {
        let mut context = Context {
            now: at(self.clock),
            actor: &acting_as(self.role),
            random: &mut Numbers::seeded(self.seed),
        };
        decide(workspace, command, &mut context)
    }
}

impl Selection {
    fn of(&self, customer: &Customer) -> BTreeSet<UserNumber> {
        let users = customer.users.active();
        match self {
            Self::Everybody => users.map(|user| user.number).collect(),
            Self::Holders(sku) => users
                .filter(|user| user.licenses.holds(*sku))
                .map(|user| user.number)
                .collect(),
            Self::Some(numbers) => {
                let beyond = customer.users.highest_number() + 2;
                let numbers = numbers.iter().map(|number| number % beyond);
                numbers.map(UserNumber).collect()
            }
        }
    }
}

impl Update {
    fn of(&self, customer: &Customer) -> LicenseUpdate {
        match self {
            Self::Chosen(products) => {
                let mut update = LicenseUpdate::default();
                for Choice { sku, hold, plan } in products {
                    update.set(*sku, *hold);
                    if let Some((place, on)) = plan
                        && let Some(plan) = sku.plans().nth(place % sku.plans().len())
                    {
                        update.switch(*sku, plan, Some(*on));
                    }
                }
                update
            }
            Self::Copied(from, to) => {
                let of = |number: usize| {
                    let number = number.checked_rem(customer.users.len())?;
                    let user = customer.users.active().nth(number)?;
                    Some(user.licenses.clone())
                };
                let [from, to] = [*from, *to].map(|number| of(number).unwrap_or_default());
                LicenseUpdate::between(&from, &to)
            }
        }
    }
}
