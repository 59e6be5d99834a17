//! Changes applied to the state: the only place where it changes.

use super::{Change, CustomerId, Event, User, UserDetails, UserNumber, Workspace};

/// A change that does not fit the state. A change that was decided on this state always fits; one read back after
/// others were lost may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// No such customer.
    UnknownCustomer,
    /// No such active user.
    UnknownUser,
    /// Another user has this number.
    NumberTaken,
    /// Another active user has this user name.
    NameTaken,
}

/// Applies the change, whole or not at all.
///
/// # Errors
/// When the change does not fit; the state is as before then.
pub fn evolve(workspace: &mut Workspace, change: &Change) -> Result<(), Misfit> {
    match &change.event {
        Event::UsersCreated { customer, users } => create(workspace, *customer, users)?,
        Event::UserEdited {
            customer,
            user,
            details,
        } => edit(workspace, *customer, *user, details)?,
    }
    workspace.latest_change = Some(workspace.now(change.at));
    Ok(())
}

fn create(workspace: &mut Workspace, customer: CustomerId, users: &[User]) -> Result<(), Misfit> {
    let customer = workspace
        .customers
        .get_mut(&customer)
        .ok_or(Misfit::UnknownCustomer)?;
    customer.users.insert_all(users.to_vec())
}

fn edit(
    workspace: &mut Workspace,
    customer: CustomerId,
    number: UserNumber,
    details: &UserDetails,
) -> Result<(), Misfit> {
    let customer = workspace
        .customers
        .get_mut(&customer)
        .ok_or(Misfit::UnknownCustomer)?;
    let user = customer.users.get(number).ok_or(Misfit::UnknownUser)?;
    customer.users.replace(User {
        details: details.clone(),
        ..user.clone()
    })
}
