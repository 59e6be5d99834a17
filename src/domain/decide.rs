//! Commands in, decisions out.

use super::draft::{domain_problem, in_order, location_problems, name_problem};
use super::{
    Change, Command, Customer, CustomerId, Event, Field, Guid, Moment, NewUser, PartnerUser,
    PasswordState, PersonName, Problem, ProblemKind, Refusal, Right, TemporaryPassword, User,
    UserDetails, UserId, UserName, UserNumber, Workspace,
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
    let (event, once) = match command {
        Command::CreateUser { customer, user } => {
            allow(context.actor, Right::ManageUsers)?;
            create_user(
                find(workspace, *customer)?,
                user,
                workspace.now(context.now),
                context.random,
            )?
        }
        Command::EditUser {
            customer,
            user,
            seen,
            wanted,
        } => {
            allow(context.actor, Right::ManageUsers)?;
            (
                edit_user(find(workspace, *customer)?, *user, seen, wanted)?,
                Vec::new(),
            )
        }
    };
    let change = Change {
        at: workspace.now(context.now),
        by: context.actor.clone(),
        event,
    };
    Ok(Decision { change, once })
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

fn create_user(
    customer: &Customer,
    new: &NewUser,
    now: Moment,
    random: &mut dyn Random,
) -> Result<(Event, Vec<Credential>), Refusal> {
    let problems = new.problems(customer);
    if !problems.is_empty() {
        return Err(Refusal::Problems(problems));
    }
    let mut id = [0; 16];
    random
        .fill(&mut id)
        .map_err(|NoRandomness| Refusal::NoRandomness)?;
    let password =
        TemporaryPassword::generate(random).map_err(|NoRandomness| Refusal::NoRandomness)?;
    let user = User {
        number: customer.users.next_number().ok_or(Refusal::NoRandomness)?,
        id: UserId(Guid::from_random(id)),
        details: new.details.clone(),
        licenses: new.licenses.clone(),
        created_at: now,
        password: PasswordState {
            set_at: now,
            must_change: true,
        },
    };
    let credential = Credential {
        display_name: user.details.display_name.clone(),
        user_name: user.details.user_name.clone(),
        password,
    };
    Ok((
        Event::UsersCreated {
            customer: customer.id,
            users: vec![user],
        },
        vec![credential],
    ))
}

fn edit_user(
    customer: &Customer,
    number: UserNumber,
    seen: &UserDetails,
    wanted: &UserDetails,
) -> Result<Event, Refusal> {
    let user = customer.users.get(number).ok_or(Refusal::UnknownUser)?;
    let details = merge(seen, &user.details, wanted).map_err(Refusal::Problems)?;
    if details.is_exactly(&user.details) {
        return Err(Refusal::NothingToChange);
    }
    let mut problems: Vec<_> = name_problem(customer, &details.user_name, Some(number))
        .into_iter()
        .collect();
    problems.extend(domain_problem(customer, &details.user_name));
    problems.extend(location_problems(&user.licenses, details.location));
    if problems.is_empty() {
        Ok(Event::UserEdited {
            customer: customer.id,
            user: number,
            details: Box::new(details),
        })
    } else {
        Err(Refusal::Problems(in_order(problems)))
    }
}

/// The three ways together: what the person saw, what is there now, what they want. What somebody else changed
/// meanwhile is kept where the person left it alone, and is a problem where they changed it too.
fn merge(
    seen: &UserDetails,
    now: &UserDetails,
    wanted: &UserDetails,
) -> Result<UserDetails, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut clash = |field| {
        problems.push(Problem {
            field,
            kind: ProblemKind::ChangedMeanwhile,
        })
    };
    let mut details = now.clone();
    let mut one = |field, changed: bool, elsewhere: bool| {
        if changed && elsewhere {
            clash(field);
        }
        changed
    };
    macro_rules! take {
        ($name:ident, $field:expr) => {
            if one(
                $field,
                wanted.$name != seen.$name,
                now.$name != seen.$name && now.$name != wanted.$name,
            ) {
                details.$name = wanted.$name.clone();
            }
        };
    }
    take!(first_name, Field::FirstName);
    take!(last_name, Field::LastName);
    take!(display_name, Field::DisplayName);
    take!(location, Field::Location);
    // Names that differ in case only are equal as keys, but a person may still want the other spelling.
    let text = |details: &UserDetails| details.user_name.as_str().to_owned();
    let (was, is, will) = (text(seen), text(now), text(wanted));
    if one(Field::UserName, will != was, is != was && is != will) {
        details.user_name = wanted.user_name.clone();
    }
    // Permissions are check boxes: each is merged by itself, so that two people can set different ones.
    for role in wanted.roles.symmetric_difference(&seen.roles) {
        if wanted.roles.contains(role) {
            details.roles.insert(*role);
        } else {
            details.roles.remove(role);
        }
    }
    if problems.is_empty() {
        Ok(details)
    } else {
        Err(in_order(problems))
    }
}
