//! Creating and editing users.

use super::{Credential, NoRandomness, Random, Ruling, random_guid};
use crate::domain::draft::{domain_problem, in_order, location_problems, name_problem};
use crate::domain::{
    Customer, Event, Field, Moment, NewUser, PasswordState, Problem, ProblemKind, Refusal,
    TemporaryPassword, User, UserDetails, UserId, UserNumber,
};

pub(super) fn create(
    customer: &Customer,
    new: &NewUser,
    now: Moment,
    random: &mut dyn Random,
) -> Result<Ruling, Refusal> {
    let problems = new.problems(customer);
    if !problems.is_empty() {
        return Err(Refusal::Problems(problems));
    }
    let id = random_guid(random)?;
    let password =
        TemporaryPassword::generate(random).map_err(|NoRandomness| Refusal::NoRandomness)?;
    let user = User {
        number: customer.users.next_number().ok_or(Refusal::NoRandomness)?,
        id: UserId(id),
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
    let event = Event::UsersCreated {
        customer: customer.id,
        users: vec![user],
    };
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
) -> Result<Ruling, Refusal> {
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
        }
        .into())
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
