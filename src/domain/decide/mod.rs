//! Commands in, decisions out.

mod clock;
mod licenses;
mod restore;
mod subscriptions;
mod upload;
mod users;

pub use licenses::{LicenseOutcome, LicenseResult};
pub use restore::{RestoreOutcome, RestoreResult};

use super::{
    Change, Command, CustomerId, Event, Guid, Moment, PartnerUser, PersonName, Refusal, Right,
    TemporaryPassword, UserName, Workspace,
};

/// The source of randomness failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoRandomness;

/// A cryptographic source of randomness.
pub trait Random {
    /// Fills the bytes with random ones.
    ///
    /// # Errors
    /// When there are none to be had.
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness>;
}

/// What a decision needs from outside of the workspace.
pub struct Context<'a> {
    /// The time now.
    pub now: Moment,
    /// The person at the screen.
    pub actor: &'a PartnerUser,
    /// Where identifiers and passwords come from.
    pub random: &'a mut dyn Random,
}

/// A user name with its temporary password, to be shown once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    /// The user's name in lists.
    pub display_name: PersonName,
    /// What the user signs in with.
    pub user_name: UserName,
    /// The password; see there for how it is kept from leaking.
    pub password: TemporaryPassword,
}

/// What follows from a command: what is to be stored, and what is to be shown once and forgotten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The change, to be stored and then applied with `evolve`.
    pub change: Change,
    /// Secrets for the confirmation screen; they are nowhere else.
    pub once: Vec<Credential>,
    /// What became of each user whose licenses were to be changed.
    pub outcomes: Vec<LicenseOutcome>,
    /// What became of each deleted user who was to be restored.
    pub restored: Vec<RestoreOutcome>,
    /// The command that takes the change back, where there is one. It is decided like any other, and may be refused.
    pub undo: Option<Command>,
}

/// What follows from a command, before it has a time and a person.
struct Ruling {
    event: Event,
    /// When it happens, if that is another time than now.
    at: Option<Moment>,
    once: Vec<Credential>,
    outcomes: Vec<LicenseOutcome>,
    restored: Vec<RestoreOutcome>,
    undo: Option<Command>,
}

impl From<Event> for Ruling {
    fn from(event: Event) -> Self {
        Self {
            event,
            at: None,
            once: Vec::new(),
            outcomes: Vec::new(),
            restored: Vec::new(),
            undo: None,
        }
    }
}

/// Decides what follows from the command, without changing anything.
///
/// # Errors
/// A refusal that says everything that is in the way.
pub fn decide(
    workspace: &Workspace,
    command: &Command,
    context: &mut Context<'_>,
) -> Result<Decision, Refusal> {
    let ruling = rule(workspace, command, context)?;
    let change = Change {
        at: ruling.at.unwrap_or_else(|| workspace.now(context.now)),
        by: context.actor.clone(),
        event: ruling.event,
    };
    Ok(Decision {
        change,
        once: ruling.once,
        outcomes: ruling.outcomes,
        restored: ruling.restored,
        undo: ruling.undo,
    })
}

fn rule(
    workspace: &Workspace,
    command: &Command,
    context: &mut Context<'_>,
) -> Result<Ruling, Refusal> {
    if let Some(right) = right(command) {
        allow(context.actor, right)?;
    }
    let now = workspace.now(context.now);
    let of_customer = |id: &CustomerId| workspace.customer(*id).ok_or(Refusal::UnknownCustomer);
    let random = &mut *context.random;
    match command {
        Command::CreateUser { customer, user } => {
            users::create(of_customer(customer)?, user, now, random)
        }
        Command::UploadUsers {
            customer,
            plan,
            location,
        } => {
            let upload = upload::Upload::new(of_customer(customer)?, plan, *location);
            upload.create(workspace.record_limit(), now, random)
        }
        Command::UndoUpload {
            customer,
            plan,
            location,
            first,
        } => upload::Upload::new(of_customer(customer)?, plan, *location).undo(*first),
        Command::SetRecordLimit(limit) => {
            upload::set_record_limit(workspace.record_limit(), *limit)
        }
        Command::EditUser {
            customer,
            user,
            seen,
            wanted,
        } => users::edit(of_customer(customer)?, *user, seen, wanted),
        Command::ResetPasswords { customer, users } => {
            users::reset_passwords(of_customer(customer)?, users, random)
        }
        Command::DeleteUsers { customer, users } => users::delete(of_customer(customer)?, users),
        Command::RestoreUsers { customer, users } => {
            restore::restore(of_customer(customer)?, users, now)
        }
        Command::PurgeUsers { customer } => users::purge(of_customer(customer)?, now),
        Command::AdvanceClock(advance) => clock::advance(context.now, now, *advance),
        Command::ChangeLicenses { customer, changes } => {
            licenses::change(of_customer(customer)?, changes)
        }
        Command::AddSubscription {
            customer,
            sku,
            quantity,
        } => subscriptions::add(of_customer(customer)?, *sku, *quantity, random),
        Command::ChangeQuantity {
            customer,
            subscription,
            quantity,
        } => subscriptions::change_quantity(of_customer(customer)?, *subscription, *quantity),
        Command::ChangeStatus {
            customer,
            subscription,
            status,
        } => subscriptions::change_status(of_customer(customer)?, *subscription, *status),
        Command::EditCustomer {
            customer,
            seen,
            wanted,
        } => subscriptions::edit_customer(of_customer(customer)?, seen, wanted),
    }
}

/// What it takes to give the command; nothing for what time does, and for the settings of a training.
fn right(command: &Command) -> Option<Right> {
    Some(match command {
        Command::CreateUser { .. }
        | Command::UploadUsers { .. }
        | Command::UndoUpload { .. }
        | Command::EditUser { .. }
        | Command::DeleteUsers { .. }
        | Command::RestoreUsers { .. } => Right::ManageUsers,
        Command::ResetPasswords { .. } => Right::ResetPasswords,
        Command::ChangeLicenses { .. } => Right::AssignLicenses,
        Command::AddSubscription { .. }
        | Command::ChangeQuantity { .. }
        | Command::ChangeStatus { .. } => Right::ManageSubscriptions,
        Command::EditCustomer { .. } => Right::EditCustomers,
        Command::PurgeUsers { .. } | Command::AdvanceClock(_) | Command::SetRecordLimit(_) => {
            return None;
        }
    })
}

fn allow(actor: &PartnerUser, right: Right) -> Result<(), Refusal> {
    if actor.role.may(right) {
        Ok(())
    } else {
        Err(Refusal::NotAllowed {
            role: actor.role,
            right,
        })
    }
}

fn random_guid(random: &mut dyn Random) -> Result<Guid, Refusal> {
    let mut bytes = [0; 16];
    random
        .fill(&mut bytes)
        .map_err(|NoRandomness| Refusal::NoRandomness)?;
    Ok(Guid::from_random(bytes))
}
