//! Creating, editing and deleting users, and their passwords.

use std::collections::BTreeSet;

use super::decision::Credential;
use super::merge::merge_user;
use super::refusal::Refusal;
use super::ruling::{CustomerRuling, Ruling};
use crate::domain::problem::in_order;
use crate::domain::rules::{domain_problem, location_problems, name_problem};
use crate::domain::{
    Customer, CustomerCommand, CustomerEvent, Guid, Moment, NewUser, PasswordState, Random,
    Restoring, TemporaryPassword, User, UserDetails, UserId, UserNumber,
};

pub(super) fn create(
    customer: &Customer,
    new: &NewUser,
    now: Moment,
    random: &mut dyn Random,
) -> Result<CustomerRuling, Refusal> {
    let problems = new.problems(customer);
    if !problems.is_empty() {
        return Err(Refusal::Problems(problems));
    }
    let id = Guid::generate(random)?;
    let user = User {
        number: customer
            .users
            .next_number()
            .ok_or(Refusal::NumbersExhausted)?,
        id: UserId(id),
        details: new.details.clone(),
        licenses: new.licenses.clone(),
        created_at: now,
        password: PasswordState::new(now),
    };
    let credential = credential(&user, random)?;
    let event = CustomerEvent::UsersCreated { users: vec![user] };
    Ok(Ruling {
        once: vec![credential],
        ..event.into()
    })
}

pub(super) fn edit(
    customer: &Customer,
    number: UserNumber,
    seen: &UserDetails,
    wanted: &UserDetails,
) -> Result<CustomerRuling, Refusal> {
    let user = customer.users.get(number).ok_or(Refusal::UnknownUser)?;
    let details = merge_user(seen, &user.details, wanted)?;
    if details.is_exactly(&user.details) {
        return Err(Refusal::NothingToChange);
    }
    let mut problems: Vec<_> = name_problem(customer, &details.user_name, Some(number))
        .into_iter()
        .collect();
    problems.extend(domain_problem(customer, &details.user_name));
    problems.extend(location_problems(&user.licenses, details.location));
    if !problems.is_empty() {
        return Err(Refusal::Problems(in_order(problems)));
    }
    let event = CustomerEvent::UserEdited {
        user: number,
        details: Box::new(details.clone()),
        before: Box::new(user.details.clone()),
    };
    Ok(Ruling {
        undo: Some(CustomerCommand::EditUser {
            user: number,
            seen: Box::new(details),
            wanted: Box::new(user.details.clone()),
        }),
        ..event.into()
    })
}

/// Sets new temporary passwords. Source: "Reset a user's password".
pub(super) fn reset_passwords(
    customer: &Customer,
    users: &BTreeSet<UserNumber>,
    random: &mut dyn Random,
) -> Result<CustomerRuling, Refusal> {
    let users = still_active(customer, users)?;
    let there = users
        .iter()
        .filter_map(|number| customer.users.get(*number));
    let once = there.map(|user| credential(user, random));
    let once = once.collect::<Result<_, _>>()?;
    let event = CustomerEvent::PasswordsReset { users };
    Ok(Ruling {
        once,
        ..event.into()
    })
}

/// Deletes those users who are still active. Undoing it is a restore like any other. Source:
/// "Delete a user account".
pub(super) fn delete(
    customer: &Customer,
    users: &BTreeSet<UserNumber>,
) -> Result<CustomerRuling, Refusal> {
    let users = still_active(customer, users)?;
    let undo = CustomerCommand::RestoreUsers {
        users: users.iter().copied().map(Restoring::from).collect(),
    };
    let event = CustomerEvent::UsersDeleted { users };
    Ok(Ruling {
        undo: Some(undo),
        ..event.into()
    })
}

/// Forgets the users who can no longer be restored. Source: "Restore a user": after 30 days the
/// account is deleted for good.
pub(super) fn purge(customer: &Customer, now: Moment) -> Result<CustomerRuling, Refusal> {
    let expired = customer.users.expired_at(now);
    let users: BTreeSet<UserNumber> = expired.map(|deleted| deleted.user.number).collect();
    if users.is_empty() {
        return Err(Refusal::NothingToChange);
    }
    Ok(CustomerEvent::UsersPurged { users }.into())
}

/// Returns those of the users who are active; there must be at least one.
fn still_active(
    customer: &Customer,
    users: &BTreeSet<UserNumber>,
) -> Result<BTreeSet<UserNumber>, Refusal> {
    let active: BTreeSet<UserNumber> = users
        .iter()
        .copied()
        .filter(|number| customer.users.get(*number).is_some())
        .collect();
    if active.is_empty() {
        Err(Refusal::UnknownUser)
    } else {
        Ok(active)
    }
}

/// Generates a new temporary password for the user.
pub(super) fn credential(user: &User, random: &mut dyn Random) -> Result<Credential, Refusal> {
    let password = TemporaryPassword::generate(random)?;
    Ok(Credential {
        display_name: user.details.display_name.clone(),
        user_name: user.details.user_name.clone(),
        password,
    })
}
