//! Commands in, decisions out.

mod clock;
mod context;
mod decision;
mod licenses;
mod merge;
mod outcome;
mod refusal;
mod restore;
mod ruling;
mod subscriptions;
mod upload;
mod users;

pub use context::Context;
pub use decision::{Credential, Decision};
pub use outcome::{LicenseOutcome, LicenseResult, RestoreOutcome, RestoreResult};
pub use refusal::Refusal;

use self::ruling::{CustomerRuling, WorkspaceRuling};
use self::upload::Upload;
use super::{
    Change, Command, CustomerCommand, CustomerId, PartnerUser, Right, Workspace, WorkspaceCommand,
};

/// Decides what follows from a command, without changing anything.
pub fn decide(
    workspace: &Workspace,
    command: &Command,
    context: &mut Context<'_>,
) -> Result<Decision, Refusal> {
    let ruling = match command {
        Command::Customer(customer, command) => {
            rule_for_customer(workspace, *customer, command, context)?.about(*customer)
        }
        Command::Workspace(command) => rule_for_workspace(workspace, command, context)?,
    };
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

fn rule_for_customer(
    workspace: &Workspace,
    customer: CustomerId,
    command: &CustomerCommand,
    context: &mut Context<'_>,
) -> Result<CustomerRuling, Refusal> {
    if let Some(right) = right(command) {
        allow(context.actor, right)?;
    }
    let customer = workspace
        .customer(customer)
        .ok_or(Refusal::UnknownCustomer)?;
    let now = workspace.now(context.now);
    let random = &mut *context.random;
    match command {
        CustomerCommand::CreateUser { user } => users::create(customer, user, now, random),
        CustomerCommand::UploadUsers { plan, location } => {
            Upload::new(customer, plan, *location).create(workspace.record_limit(), now, random)
        }
        CustomerCommand::UndoUpload {
            plan,
            location,
            first,
        } => Upload::new(customer, plan, *location).undo(*first),
        CustomerCommand::EditUser { user, seen, wanted } => {
            users::edit(customer, *user, seen, wanted)
        }
        CustomerCommand::ResetPasswords { users } => {
            users::reset_passwords(customer, users, random)
        }
        CustomerCommand::DeleteUsers { users } => users::delete(customer, users),
        CustomerCommand::RestoreUsers { users } => restore::restore(customer, users, now),
        CustomerCommand::PurgeUsers => users::purge(customer, now),
        CustomerCommand::ChangeLicenses { changes } => licenses::change(customer, changes),
        CustomerCommand::AddSubscription { sku, quantity } => {
            subscriptions::add(*sku, *quantity, random)
        }
        CustomerCommand::ChangeQuantity {
            subscription,
            quantity,
        } => subscriptions::change_quantity(customer, *subscription, *quantity),
        CustomerCommand::ChangeStatus {
            subscription,
            status,
        } => subscriptions::change_status(customer, *subscription, *status),
        CustomerCommand::EditCustomer { seen, wanted } => {
            subscriptions::edit_customer(customer, seen, wanted)
        }
    }
}

/// Rules on settings of a training, which everybody may change.
fn rule_for_workspace(
    workspace: &Workspace,
    command: &WorkspaceCommand,
    context: &Context<'_>,
) -> Result<WorkspaceRuling, Refusal> {
    match command {
        WorkspaceCommand::AdvanceClock(advance) => {
            clock::advance(context.now, workspace.now(context.now), *advance)
        }
        WorkspaceCommand::SetRecordLimit(limit) => {
            upload::set_record_limit(workspace.record_limit(), *limit)
        }
    }
}

/// Returns the right that a command takes, or `None` for what time does.
fn right(command: &CustomerCommand) -> Option<Right> {
    match command {
        CustomerCommand::CreateUser { .. }
        | CustomerCommand::UploadUsers { .. }
        | CustomerCommand::UndoUpload { .. }
        | CustomerCommand::EditUser { .. }
        | CustomerCommand::DeleteUsers { .. }
        | CustomerCommand::RestoreUsers { .. } => Some(Right::ManageUsers),
        CustomerCommand::ResetPasswords { .. } => Some(Right::ResetPasswords),
        CustomerCommand::ChangeLicenses { .. } => Some(Right::AssignLicenses),
        CustomerCommand::AddSubscription { .. }
        | CustomerCommand::ChangeQuantity { .. }
        | CustomerCommand::ChangeStatus { .. } => Some(Right::ManageSubscriptions),
        CustomerCommand::EditCustomer { .. } => Some(Right::EditCustomers),
        CustomerCommand::PurgeUsers => None,
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
