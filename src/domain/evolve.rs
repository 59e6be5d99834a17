//! Changes applied to the state: the only place where it changes.

use super::{
    Change, Customer, CustomerId, Event, Misfit, User, UserDetails, UserNumber, Workspace,
};

/// Applies the change, whole or not at all.
///
/// # Errors
/// When the change does not fit; the state is as before then.
pub fn evolve(workspace: &mut Workspace, change: &Change) -> Result<(), Misfit> {
    match change.event.customer() {
        Some(id) => evolve_customer(of_customer(workspace, id)?, change)?,
        None => evolve_workspace(workspace, &change.event),
    }
    workspace.latest_change = workspace.latest_change.max(Some(change.at));
    Ok(())
}

fn evolve_workspace(workspace: &mut Workspace, event: &Event) {
    match event {
        Event::ClockAdvanced { ahead, .. } => workspace.ahead = workspace.ahead.max(*ahead),
        Event::RecordLimitChanged { limit, .. } => workspace.record_limit = *limit,
        // About a customer.
        _ => {}
    }
}

fn evolve_customer(customer: &mut Customer, change: &Change) -> Result<(), Misfit> {
    match &change.event {
        Event::UsersCreated { users, .. } | Event::UsersUploaded { users, .. } => {
            customer.users.insert_all(users.to_vec())?
        }
        Event::UploadUndone { users, .. } => customer.users.undo_creating(users)?,
        Event::UserEdited { user, details, .. } => edit(customer, *user, details)?,
        Event::PasswordsReset { users, .. } => customer.users.set_passwords(users, change.at)?,
        Event::UsersDeleted { users, .. } => customer.users.delete(users, change.at)?,
        Event::UsersRestored { users, renamed, .. } => customer.users.restore(users, renamed)?,
        Event::UsersPurged { users, .. } => customer.users.purge(users)?,
        Event::LicensesChanged { changes, .. } => customer.users.change_licenses(changes)?,
        Event::SubscriptionAdded { subscription, .. } => {
            customer.add_subscription(subscription.clone())?
        }
        Event::QuantityChanged {
            subscription,
            quantity,
            ..
        } => customer.change_subscription(*subscription, |one| one.quantity = *quantity)?,
        Event::StatusChanged {
            subscription,
            status,
            ..
        } => customer.change_subscription(*subscription, |one| one.status = *status)?,
        Event::CustomerEdited { details, .. } => customer.set_details((**details).clone()),
        // Not about a customer.
        Event::ClockAdvanced { .. } | Event::RecordLimitChanged { .. } => {}
    }
    Ok(())
}

fn of_customer(workspace: &mut Workspace, id: CustomerId) -> Result<&mut Customer, Misfit> {
    let customer = workspace.customers.get_mut(&id);
    customer.ok_or(Misfit::UnknownCustomer)
}

fn edit(customer: &mut Customer, number: UserNumber, details: &UserDetails) -> Result<(), Misfit> {
    let user = customer.users.get(number).ok_or(Misfit::UnknownUser)?;
    customer.users.replace(User {
        details: details.clone(),
        ..user.clone()
    })
}
