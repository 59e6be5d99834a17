//! Generated moves of people: valid, invalid and stale forms, in every role, with clocks that jump.

mod strategies;

pub use strategies::moves;

use std::collections::BTreeSet;
use std::sync::Arc;

use seatwork::domain::catalogue::products;
use seatwork::domain::upload::{RecordLimit, validate};
use seatwork::domain::{
    Advance, Command, CompanyName, Context, Customer, CustomerCommand, CustomerId, Decision,
    DetailsDraft, LicenseChange, LicenseUpdate, Licenses, Location, PartnerRole, Quantity, Refusal,
    Restoring, Sku, SubscriptionStatus, UserDraft, UserName, UserNumber, Workspace,
    WorkspaceCommand, decide,
};

use crate::support::{CONFERENCES, MAIL, MORE_MAIL, Numbers, SUITE, acting_as, at};
use crate::uploading::Sheet;

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

fn create(customer: &Customer, form: &DetailsDraft, products: &[(Sku, bool)]) -> Option<Command> {
    let mut licenses = Licenses::default();
    for (sku, off) in products {
        licenses.assign(*sku, sku.plans().last().filter(|_| *off));
    }
    let draft = UserDraft {
        details: at_customer(customer, form),
        licenses,
    };
    Some(Command::Customer(
        customer.id,
        CustomerCommand::CreateUser {
            user: Box::new(draft.validate(customer).ok()?),
        },
    ))
}

/// Uploads the users of the file, if it is valid.
fn uploading(customer: &Customer, rows: &[DetailsDraft], code: &str) -> Option<Command> {
    let rows = rows.iter().map(|form| {
        let form = at_customer(customer, form);
        let address = format!("{}@{}", form.local_part, form.domain);
        [form.first_name, form.last_name, form.display_name, address]
    });
    let plan = validate(&Sheet::of(rows), customer, RecordLimit::REAL.count()).ok()?;
    Some(Command::Customer(
        customer.id,
        CustomerCommand::UploadUsers {
            plan: Arc::new(plan),
            location: Location::parse(code)?,
        },
    ))
}

fn editing(
    customer: &Customer,
    number: usize,
    form: &DetailsDraft,
    fields: [bool; 5],
    respelled: bool,
) -> Option<Command> {
    let form = at_customer(customer, form);
    let number = number.checked_rem(customer.users.len())?;
    let user = customer.users.active().nth(number)?;
    let shown = DetailsDraft::from(&user.details);
    let [names, display, user_name, location, roles] = fields;
    let form = if respelled {
        DetailsDraft {
            local_part: spelled_otherwise(&shown.local_part),
            domain: shown.domain.clone(),
            ..form
        }
    } else {
        form
    };
    let pick = |anew: bool, form: &String, shown: &String| {
        if anew { form.clone() } else { shown.clone() }
    };
    let filled = DetailsDraft {
        first_name: pick(names, &form.first_name, &shown.first_name),
        last_name: pick(names, &form.last_name, &shown.last_name),
        display_name: pick(display, &form.display_name, &shown.display_name),
        local_part: pick(user_name, &form.local_part, &shown.local_part),
        domain: pick(user_name, &form.domain, &shown.domain),
        location: pick(location, &form.location, &shown.location),
        roles: if roles { form.roles } else { shown.roles },
    };
    Some(Command::Customer(
        customer.id,
        CustomerCommand::EditUser {
            user: user.number,
            seen: Box::new(user.details.clone()),
            wanted: Box::new(filled.validate(customer, Some(user.number)).ok()?),
        },
    ))
}

/// Restores some deleted users, or users who never were.
fn restoration(
    customer: &Customer,
    who: &Selection,
    reversed: bool,
    local: Option<&str>,
) -> Option<Command> {
    let deleted = customer.users.deleted().map(|deleted| &deleted.user);
    let mut numbers: Vec<UserNumber> = match who {
        Selection::Everybody => deleted.map(|user| user.number).collect(),
        Selection::Holders(sku) => {
            let held = deleted.filter(|user| user.licenses.holds(*sku));
            held.map(|user| user.number).collect()
        }
        Selection::Some(places) => {
            let deleted: Vec<UserNumber> = deleted.map(|user| user.number).collect();
            let at = |place: &u32| {
                let place = *place as usize % (deleted.len() + 1);
                deleted.get(place).copied().unwrap_or(UserNumber(1))
            };
            places.iter().map(at).collect()
        }
    };
    if reversed {
        numbers.reverse();
    }
    let mut users: Vec<Restoring> = numbers.into_iter().map(Restoring::from).collect();
    if let (Some(first), Some(local)) = (users.first_mut(), local) {
        let name = format!("{local}@{}", customer.domains.primary.as_str());
        first.user_name = Some(UserName::parse(&name)?);
    }
    Some(Command::Customer(
        customer.id,
        CustomerCommand::RestoreUsers { users },
    ))
}

/// Swaps the case: capital letters, or small ones if it has them already.
fn spelled_otherwise(local: &str) -> String {
    let capital = local.to_uppercase();
    if capital == local {
        local.to_lowercase()
    } else {
        capital
    }
}

/// The form with one of the customer's domains, or with another.
fn at_customer(customer: &Customer, form: &DetailsDraft) -> DetailsDraft {
    DetailsDraft {
        domain: domain_of(customer, &form.domain),
        ..form.clone()
    }
}

fn domain_of(customer: &Customer, wanted: &str) -> String {
    let domains = &customer.domains;
    match wanted {
        "0" => domains.primary.as_str(),
        "1" => domains.others.first().unwrap_or(&domains.primary).as_str(),
        other => other,
    }
    .to_owned()
}
