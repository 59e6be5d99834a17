//! Commands in, decisions out.

mod clock;
mod context;
mod decision;
mod licenses;
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

use self::ruling::Ruling;
use super::{Change, Command, CustomerId, PartnerUser, Right, Workspace};

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
