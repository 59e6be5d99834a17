//! From an instruction to a command.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::order::{AccountEdit, NewAccount, Order, ProductOrder, UsersOrder};
use crate::domain::upload::{Column, RowProblem, Rows, validate};
use crate::domain::{
    Advance, Command, CompanyName, Customer, CustomerCommand, CustomerDetails, DetailsDraft,
    DomainName, LicenseChange, Licenses, Location, Moment, PersonName, Problem, Restoring, Sku,
    User, UserDetails, UserDraft, UserName, UserNumber, Workspace, WorkspaceCommand,
};
use crate::training::check::customer_at;

/// Why an instruction is no command in a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoCommand {
    UnknownCustomer(String),
    /// No such active user, or no such deleted one where one is to be restored.
    UnknownUser(UserName),
    NoSubscription(Sku),
    /// The user cannot be created like this.
    Problems(Vec<Problem>),
    /// The users of the file cannot be created like this.
    RowProblems(Vec<RowProblem>),
}

impl Order {
    /// Returns the command in this workspace, or `None` for what changes nothing.
    ///
    /// # Errors
    /// When the workspace does not have what the instruction names.
    pub fn command(
        &self,
        workspace: &Workspace,
        now: Moment,
    ) -> Result<Option<Command>, NoCommand> {
        let command = match self {
            Self::Create(account) => account.command(workspace)?,
            Self::Upload {
                rows,
                customer,
                location,
            } => upload(workspace, rows, customer, *location)?,
            Self::Edit(edit) => edit.command(workspace)?,
            Self::Restore { users, renamed } => restore(workspace, users, renamed, now)?,
            Self::ForUsers { users, what } => {
                let (customer, users) = named(workspace, users, active)?;
                what.command(users.into_iter().collect()).about(customer.id)
            }
            Self::ForProduct {
                product,
                customer,
                what,
            } => {
                let customer = found(workspace, customer)?;
                what.command(customer, *product)?.about(customer.id)
            }
            Self::EditCustomer {
                customer,
                company,
                location,
            } => edit_customer(found(workspace, customer)?, company.as_ref(), *location),
            Self::AdvanceClock(days) => {
                Command::Workspace(WorkspaceCommand::AdvanceClock(Advance::Days(*days)))
            }
            Self::SetRecordLimit(limit) => {
                Command::Workspace(WorkspaceCommand::SetRecordLimit(*limit))
            }
            Self::Act { .. } => return Ok(None),
        };
        Ok(Some(command))
    }
}

impl UsersOrder {
    fn command(&self, users: BTreeSet<UserNumber>) -> CustomerCommand {
        match self {
            Self::ResetPasswords => CustomerCommand::ResetPasswords { users },
            Self::Delete => CustomerCommand::DeleteUsers { users },
            Self::ChangeLicenses(update) => CustomerCommand::ChangeLicenses {
                changes: vec![LicenseChange {
                    users,
                    update: update.clone(),
                }],
            },
        }
    }
}

impl ProductOrder {
    fn command(&self, customer: &Customer, sku: Sku) -> Result<CustomerCommand, NoCommand> {
        let first = || {
            let mut subscriptions = customer.subscriptions.iter();
            let first = subscriptions.find(|subscription| subscription.sku == sku);
            let id = first.map(|subscription| subscription.id);
            id.ok_or(NoCommand::NoSubscription(sku))
        };
        Ok(match *self {
            Self::AddSubscription(quantity) => CustomerCommand::AddSubscription { sku, quantity },
            Self::ChangeQuantity(quantity) => CustomerCommand::ChangeQuantity {
                subscription: first()?,
                quantity,
            },
            Self::ChangeStatus(status) => CustomerCommand::ChangeStatus {
                subscription: first()?,
                status,
            },
        })
    }
}

impl NewAccount {
    fn command(&self, workspace: &Workspace) -> Result<Command, NoCommand> {
        let customer = customer_of(workspace, &self.user)?;
        let mut licenses = Licenses::default();
        for sku in &self.licenses {
            let off = self.plans_off.get(sku);
            licenses.assign(*sku, off.into_iter().flatten().copied());
        }
        let draft = UserDraft {
            details: DetailsDraft {
                first_name: text_of(&self.first_name),
                last_name: text_of(&self.last_name),
                display_name: self.display_name.as_str().to_owned(),
                local_part: self.user.local().to_owned(),
                domain: self.user.domain().to_owned(),
                location: self.location.map_or("", Location::code).to_owned(),
                roles: self.roles.clone(),
            },
            licenses,
        };
        let user = draft.validate(customer).map_err(NoCommand::Problems)?;
        let user = Box::new(user);
        Ok(CustomerCommand::CreateUser { user }.about(customer.id))
    }
}

impl AccountEdit {
    fn command(&self, workspace: &Workspace) -> Result<Command, NoCommand> {
        let customer = customer_of(workspace, &self.user)?;
        let user = customer.users.with_name(&self.user);
        let user = user.ok_or_else(|| NoCommand::UnknownUser(self.user.clone()))?;
        let seen = user.details.clone();
        let wanted = UserDetails {
            user_name: self.user_name.clone().unwrap_or(seen.user_name.clone()),
            first_name: self.first_name.clone().or(seen.first_name.clone()),
            last_name: self.last_name.clone().or(seen.last_name.clone()),
            display_name: self
                .display_name
                .clone()
                .unwrap_or(seen.display_name.clone()),
            location: self.location.or(seen.location),
            roles: self.roles.clone().unwrap_or(seen.roles.clone()),
        };
        let edit = CustomerCommand::EditUser {
            user: user.number,
            seen: Box::new(seen),
            wanted: Box::new(wanted),
        };
        Ok(edit.about(customer.id))
    }
}

/// The users of a file, under the headings of the sample file.
struct FileRows<'a>(&'a [[String; 4]]);

const COLUMNS: [Column; 4] = [
    Column::FirstName,
    Column::LastName,
    Column::DisplayName,
    Column::Email,
];

impl Rows for FileRows<'_> {
    fn count(&self) -> usize {
        self.0.len().saturating_add(1)
    }

    fn line(&self, row: usize) -> usize {
        row.saturating_add(1)
    }

    fn width(&self, _: usize) -> usize {
        COLUMNS.len()
    }

    fn cell(&self, row: usize, column: usize) -> &str {
        match row.checked_sub(1) {
            None => COLUMNS
                .get(column)
                .map_or("", |column| column.rule().english.heading),
            Some(row) => {
                let cell = self.0.get(row).and_then(|cells| cells.get(column));
                cell.map_or("", String::as_str)
            }
        }
    }
}

fn upload(
    workspace: &Workspace,
    rows: &[[String; 4]],
    customer: &DomainName,
    location: Location,
) -> Result<Command, NoCommand> {
    let customer = found(workspace, customer)?;
    let limit = workspace.record_limit().count();
    let plan = validate(&FileRows(rows), customer, limit).map_err(NoCommand::RowProblems)?;
    let plan = Arc::new(plan);
    Ok(CustomerCommand::UploadUsers { plan, location }.about(customer.id))
}

fn restore(
    workspace: &Workspace,
    users: &[UserName],
    renamed: &BTreeMap<UserName, UserName>,
    now: Moment,
) -> Result<Command, NoCommand> {
    let deleted = |customer: &Customer, name: &UserName| {
        let users = customer.users.deleted_at(now);
        let users = users.filter(|deleted| deleted.user.details.user_name == *name);
        let latest = users.max_by_key(|deleted| deleted.deleted_at);
        latest.map(|deleted| deleted.user.number)
    };
    let (customer, numbers) = named(workspace, users, deleted)?;
    let users = numbers
        .into_iter()
        .zip(users)
        .map(|(user, name)| Restoring {
            user,
            user_name: renamed.get(name).cloned(),
        });
    let users = users.collect();
    Ok(CustomerCommand::RestoreUsers { users }.about(customer.id))
}

fn edit_customer(
    customer: &Customer,
    company: Option<&CompanyName>,
    location: Option<Location>,
) -> Command {
    let seen = customer.details();
    let wanted = CustomerDetails {
        company: company.cloned().unwrap_or_else(|| seen.company.clone()),
        location: location.unwrap_or(seen.location),
    };
    CustomerCommand::EditCustomer {
        seen: Box::new(seen),
        wanted: Box::new(wanted),
    }
    .about(customer.id)
}

/// Returns the customer of the first user, and the numbers of all, who must be that customer's.
fn named<'a>(
    workspace: &'a Workspace,
    users: &[UserName],
    number: impl Fn(&Customer, &UserName) -> Option<UserNumber>,
) -> Result<(&'a Customer, Vec<UserNumber>), NoCommand> {
    let Some(first) = users.first() else {
        return Err(NoCommand::UnknownCustomer(String::new()));
    };
    let customer = customer_of(workspace, first)?;
    let numbers = users.iter().map(|name| {
        let number = number(customer, name);
        number.ok_or_else(|| NoCommand::UnknownUser(name.clone()))
    });
    Ok((customer, numbers.collect::<Result<_, _>>()?))
}

fn active(customer: &Customer, name: &UserName) -> Option<UserNumber> {
    customer
        .users
        .with_name(name)
        .map(|User { number, .. }| *number)
}

fn customer_of<'a>(workspace: &'a Workspace, user: &UserName) -> Result<&'a Customer, NoCommand> {
    customer_at(workspace, user.domain())
        .ok_or_else(|| NoCommand::UnknownCustomer(user.domain().to_owned()))
}

fn found<'a>(workspace: &'a Workspace, domain: &DomainName) -> Result<&'a Customer, NoCommand> {
    customer_at(workspace, domain.as_str())
        .ok_or_else(|| NoCommand::UnknownCustomer(domain.as_str().to_owned()))
}

fn text_of(name: &Option<PersonName>) -> String {
    name.as_ref().map_or("", PersonName::as_str).to_owned()
}
