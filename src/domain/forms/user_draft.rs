//! The form of a user.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::domain::problem::in_order;
use crate::domain::rules::{domain_problem, location_problems, name_problem, seat_problems};
use crate::domain::{
    AdminRole, Customer, DomainName, Field, Licenses, Location, PersonName, Problem, ProblemKind,
    UserDetails, UserName, UserNumber,
};

/// The highest number that a suggested user name ends with.
const MAX_NAMESAKES: u32 = 99;

/// Names, location and permissions as typed. Only [`DetailsDraft::validate`] trims and checks them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DetailsDraft {
    pub first_name: String,
    pub last_name: String,
    pub display_name: String,
    pub local_part: String,
    pub domain: String,
    /// Code of the usage location, or empty.
    pub location: String,
    pub roles: BTreeSet<AdminRole>,
}

/// The form "Add user" as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct UserDraft {
    pub details: DetailsDraft,
    pub licenses: Licenses,
}

/// A user that could be created when the draft was validated. Only [`UserDraft::validate`] makes
/// one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewUser {
    pub(in crate::domain) details: UserDetails,
    pub(in crate::domain) licenses: Licenses,
}

impl From<&UserDetails> for DetailsDraft {
    fn from(details: &UserDetails) -> Self {
        let text = |name: &Option<PersonName>| {
            name.as_ref()
                .map_or_else(String::new, |name| name.as_str().to_owned())
        };
        Self {
            first_name: text(&details.first_name),
            last_name: text(&details.last_name),
            display_name: details.display_name.as_str().to_owned(),
            local_part: details.user_name.local().to_owned(),
            domain: details.user_name.domain().to_owned(),
            location: details.location.map_or("", Location::code).to_owned(),
            roles: details.roles.clone(),
        }
    }
}

impl DetailsDraft {
    /// Validates each value by itself and in this customer. `editing` is the existing user whose
    /// details these are, if there is one. Problems come in the order of the form.
    pub fn validate(
        &self,
        customer: &Customer,
        editing: Option<UserNumber>,
    ) -> Result<UserDetails, Vec<Problem>> {
        let mut problems = Vec::new();
        let first_name = take(
            Field::FirstName,
            PersonName::optional(&self.first_name),
            &mut problems,
        );
        let last_name = take(
            Field::LastName,
            PersonName::optional(&self.last_name),
            &mut problems,
        );
        let display_name = take(
            Field::DisplayName,
            PersonName::required(&self.display_name),
            &mut problems,
        );
        let user_name = self.user_name(customer, &mut problems);
        let location = take(Field::Location, self.location(), &mut problems);
        if let Some(user_name) = &user_name {
            problems.extend(name_problem(customer, user_name, editing));
        }
        if let Some((user, location)) = editing
            .and_then(|number| customer.users.get(number))
            .zip(location)
        {
            problems.extend(location_problems(&user.licenses, location));
        }
        let details = || {
            Some(UserDetails {
                user_name: user_name?,
                first_name: first_name?,
                last_name: last_name?,
                display_name: display_name?,
                location: location?,
                roles: self.roles.clone(),
            })
        };
        match details() {
            Some(details) if problems.is_empty() => Ok(details),
            _ => Err(in_order(problems)),
        }
    }

    /// Suggests a free local part made of the names, with a number where the name is taken.
    /// Returns `None` if none can be made.
    pub fn suggest_local_part(&self, customer: &Customer) -> Option<String> {
        let full = format!("{} {}", self.first_name.trim(), self.last_name.trim());
        let name = if full.trim().is_empty() {
            &self.display_name
        } else {
            &full
        };
        let domain = DomainName::parse(&self.domain)?;
        let local = UserName::suggest(name, &domain)?;
        let numbered = (2..=MAX_NAMESAKES).map(|number| format!("{local}{number}"));
        let is_free = |local: &String| {
            let user_name = UserName::new(local, &domain).ok();
            user_name.is_some_and(|user_name| customer.users.with_name(&user_name).is_none())
        };
        std::iter::once(local.clone()).chain(numbered).find(is_free)
    }

    /// Adopts what was changed elsewhere, except where the person has changed the same value.
    pub fn rebase(&mut self, before: &UserDetails, now: &UserDetails) {
        let (before, now) = (Self::from(before), Self::from(now));
        let mut roles = now.roles.clone();
        for role in self.roles.symmetric_difference(&before.roles) {
            if self.roles.contains(role) {
                roles.insert(*role);
            } else {
                roles.remove(role);
            }
        }
        self.roles = roles;
        let DetailsDraft {
            first_name,
            last_name,
            display_name,
            local_part,
            domain,
            location,
            roles: _,
        } = self;
        let texts = [
            (first_name, &before.first_name, &now.first_name),
            (last_name, &before.last_name, &now.last_name),
            (display_name, &before.display_name, &now.display_name),
            (local_part, &before.local_part, &now.local_part),
            (domain, &before.domain, &now.domain),
            (location, &before.location, &now.location),
        ];
        for (text, before, now) in texts {
            if text == before {
                text.clone_from(now);
            }
        }
    }

    fn user_name(&self, customer: &Customer, problems: &mut Vec<Problem>) -> Option<UserName> {
        let own = DomainName::parse(&self.domain)
            .filter(|domain| customer.domains.iter().any(|own| own == domain));
        if own.is_none() {
            problems.push(ProblemKind::NotADomainOfTheCustomer.at(Field::Domain));
        }
        let domain = own.as_ref().unwrap_or(&customer.domains.primary);
        let name = take(
            Field::UserName,
            UserName::new(&self.local_part, domain),
            problems,
        );
        own.is_some().then_some(name).flatten()
    }

    /// Parses the location. The inner `None` is an empty one.
    fn location(&self) -> Result<Option<Location>, Vec<ProblemKind>> {
        match self.location.trim() {
            "" => Ok(None),
            code => Location::parse(code)
                .map(Some)
                .ok_or_else(|| vec![ProblemKind::UnknownLocation]),
        }
    }
}

impl UserDraft {
    /// Creates the draft of an empty form, with the customer's primary domain and location.
    pub fn new(customer: &Customer) -> Self {
        Self {
            details: DetailsDraft {
                domain: customer.domains.primary.as_str().to_owned(),
                location: customer.location.code().to_owned(),
                ..DetailsDraft::default()
            },
            licenses: Licenses::default(),
        }
    }

    /// Validates the values, and the licenses in this customer.
    pub fn validate(&self, customer: &Customer) -> Result<NewUser, Vec<Problem>> {
        let details = self.details.validate(customer, None);
        let location = Location::parse(self.details.location.trim());
        let mut problems = seat_problems(customer, self.licenses.products());
        problems.extend(self.licenses.problems(location));
        match details {
            Ok(details) if problems.is_empty() => Ok(NewUser {
                details,
                licenses: self.licenses.clone(),
            }),
            Ok(_) => Err(in_order(problems)),
            Err(mut found) => {
                found.extend(problems);
                Err(in_order(found))
            }
        }
    }
}

impl NewUser {
    /// Returns what prevents creating this user in the customer as it is now.
    pub(in crate::domain) fn problems(&self, customer: &Customer) -> Vec<Problem> {
        let mut problems: Vec<_> = name_problem(customer, &self.details.user_name, None)
            .into_iter()
            .collect();
        problems.extend(domain_problem(customer, &self.details.user_name));
        problems.extend(seat_problems(customer, self.licenses.products()));
        problems.extend(self.licenses.problems(self.details.location));
        in_order(problems)
    }
}

/// Returns a valid value, or records its problems.
fn take<T>(
    field: Field,
    parsed: Result<T, Vec<ProblemKind>>,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    match parsed {
        Ok(value) => Some(value),
        Err(kinds) => {
            problems.extend(kinds.into_iter().map(|kind| kind.at(field)));
            None
        }
    }
}
