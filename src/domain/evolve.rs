//! Applies changes to the state.

use super::{
    Change, Customer, CustomerEvent, Event, Misfit, Moment, User, UserDetails, UserNumber, Users,
    Workspace, WorkspaceEvent,
};

/// Applies the change, whole or not at all.
pub fn evolve(workspace: &mut Workspace, change: &Change) -> Result<(), Misfit> {
    match &change.event {
        Event::Customer(id, event) => {
            let customer = workspace.customers.get_mut(id);
            evolve_customer(customer.ok_or(Misfit::UnknownCustomer)?, event, change.at)?;
        }
        Event::Workspace(event) => evolve_workspace(workspace, event),
    }
    workspace.latest_change = workspace.latest_change.max(Some(change.at));
    Ok(())
}

fn evolve_workspace(workspace: &mut Workspace, event: &WorkspaceEvent) {
    match event {
        WorkspaceEvent::ClockAdvanced { ahead, .. } => {
            workspace.ahead = workspace.ahead.max(*ahead);
        }
        WorkspaceEvent::RecordLimitChanged { limit, .. } => workspace.record_limit = *limit,
    }
}

fn evolve_customer(
    customer: &mut Customer,
    event: &CustomerEvent,
    at: Moment,
) -> Result<(), Misfit> {
    let users = &mut customer.users;
    match event {
        CustomerEvent::UsersCreated { users: new }
        | CustomerEvent::UsersUploaded { users: new } => users.insert_all(new.clone()),
        CustomerEvent::UploadUndone { users: undone } => users.undo_creating(undone),
        CustomerEvent::UserEdited { user, details, .. } => edit(users, *user, details),
        CustomerEvent::PasswordsReset { users: reset } => users.set_passwords(reset, at),
        CustomerEvent::UsersDeleted { users: deleted } => users.delete(deleted, at),
        CustomerEvent::UsersRestored {
            users: restored,
            renamed,
        } => users.restore(restored, renamed),
        CustomerEvent::UsersPurged { users: purged } => users.purge(purged),
        CustomerEvent::LicensesChanged { changes } => users.change_licenses(changes),
        CustomerEvent::SubscriptionAdded { subscription } => {
            customer.add_subscription(subscription.clone())
        }
        CustomerEvent::QuantityChanged {
            subscription,
            quantity,
        } => customer.change_subscription(*subscription, |changed| changed.quantity = *quantity),
        CustomerEvent::StatusChanged {
            subscription,
            status,
        } => customer.change_subscription(*subscription, |changed| changed.status = *status),
        CustomerEvent::CustomerEdited { details } => {
            customer.set_details((**details).clone());
            Ok(())
        }
    }
}

fn edit(users: &mut Users, number: UserNumber, details: &UserDetails) -> Result<(), Misfit> {
    let user = users.get(number).ok_or(Misfit::UnknownUser)?;
    users.replace(User {
        details: details.clone(),
        ..user.clone()
    })
}
