//! Commands in, decisions out.

mod licenses;
mod subscriptions;
mod users;

pub use licenses::{LicenseOutcome, LicenseResult};

use super::{
    Change, Command, Customer, CustomerId, Event, Guid, Moment, PartnerUser, PersonName, Refusal,
    Right, TemporaryPassword, UserName, Workspace,
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
    /// The command that takes the change back, where there is one. It is decided like any other, and may be refused.
    pub undo: Option<Command>,
}

/// What follows from a command, before it has a time and a person.
struct Ruling {
    event: Event,
    once: Vec<Credential>,
    outcomes: Vec<LicenseOutcome>,
    undo: Option<Command>,
}

impl From<Event> for Ruling {
    fn from(event: Event) -> Self {
        Self {
            event,
            once: Vec::new(),
            outcomes: Vec::new(),
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
        at: workspace.now(context.now),
        by: context.actor.clone(),
        event: ruling.event,
    };
    Ok(Decision {
        change,
        once: ruling.once,
        outcomes: ruling.outcomes,
        undo: ruling.undo,
    })
}

fn rule(
    workspace: &Workspace,
    command: &Command,
    context: &mut Context<'_>,
) -> Result<Ruling, Refusal> {
    let right = match command {
        Command::CreateUser { .. } | Command::EditUser { .. } => Right::ManageUsers,
        Command::ChangeLicenses { .. } => Right::AssignLicenses,
        Command::AddSubscription { .. }
        | Command::ChangeQuantity { .. }
        | Command::ChangeStatus { .. } => Right::ManageSubscriptions,
        Command::EditCustomer { .. } => Right::EditCustomers,
    };
    allow(context.actor, right)?;
    let customer = find(workspace, command.customer())?;
    match command {
        Command::CreateUser { user, .. } => {
            users::create(customer, user, workspace.now(context.now), context.random)
        }
        Command::EditUser {
            user, seen, wanted, ..
        } => users::edit(customer, *user, seen, wanted),
        Command::ChangeLicenses { changes, .. } => licenses::change(customer, changes),
        Command::AddSubscription { sku, quantity, .. } => {
            subscriptions::add(customer, *sku, *quantity, context.random)
        }
        Command::ChangeQuantity {
            subscription,
            quantity,
            ..
        } => subscriptions::change_quantity(customer, *subscription, *quantity),
        Command::ChangeStatus {
            subscription,
            status,
            ..
        } => subscriptions::change_status(customer, *subscription, *status),
        Command::EditCustomer { seen, wanted, .. } => {
            subscriptions::edit_customer(customer, seen, wanted)
        }
    }
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

fn find(workspace: &Workspace, customer: CustomerId) -> Result<&Customer, Refusal> {
    workspace.customer(customer).ok_or(Refusal::UnknownCustomer)
}

fn random_guid(random: &mut dyn Random) -> Result<Guid, Refusal> {
    let mut bytes = [0; 16];
    random
        .fill(&mut bytes)
        .map_err(|NoRandomness| Refusal::NoRandomness)?;
    Ok(Guid::from_random(bytes))
}
