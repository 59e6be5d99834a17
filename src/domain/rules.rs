//! The rules for a user among the users, domains and seats of a customer.

use super::{
    Customer, DomainName, Field, Licenses, Location, Problem, ProblemKind, Sku, UserName,
    UserNumber,
};

/// Returns what prevents a user with these licenses from being in a location. The problems are at
/// the location, because that is what the form can change.
pub(super) fn location_problems(licenses: &Licenses, location: Option<Location>) -> Vec<Problem> {
    let mut problems = licenses.problems(location);
    problems.retain(|problem| {
        matches!(
            problem.kind,
            ProblemKind::LocationNeeded | ProblemKind::Blocked { .. }
        )
    });
    problems
        .iter_mut()
        .for_each(|problem| problem.field = Field::Location);
    problems
}

/// Returns a problem if another active user has the user name.
pub(super) fn name_problem(
    customer: &Customer,
    name: &UserName,
    editing: Option<UserNumber>,
) -> Option<Problem> {
    let other = customer
        .users
        .with_name(name)
        .filter(|user| Some(user.number) != editing)?;
    let kind = ProblemKind::NameTaken {
        by: other.details.display_name.as_str().into(),
    };
    Some(kind.at(Field::UserName))
}

/// Returns a problem if the domain of the user name is not one of the customer's.
pub(super) fn domain_problem(customer: &Customer, name: &UserName) -> Option<Problem> {
    let is_own = |own: &DomainName| own.as_str() == name.domain();
    (!customer.domains.iter().any(is_own))
        .then(|| ProblemKind::NotADomainOfTheCustomer.at(Field::Domain))
}

/// Returns the products without a seat for one more user.
pub(super) fn seat_problems(customer: &Customer, skus: impl Iterator<Item = Sku>) -> Vec<Problem> {
    skus.filter_map(|sku| {
        let available = customer.entitlement(sku).map(|seats| seats.available());
        if available.is_some_and(|available| available >= 1) {
            return None;
        }
        Some(seat_problem(customer, sku, 1, 0))
    })
    .collect()
}

/// Returns why there are no seats for `needed` users, although `freed` seats are given back first.
pub(super) fn seat_problem(customer: &Customer, sku: Sku, needed: u32, freed: u32) -> Problem {
    let kind = match customer.entitlement(sku) {
        None => ProblemKind::NotEntitled,
        Some(_) if customer.is_suspended(sku) => ProblemKind::AllSuspended,
        Some(seats) => ProblemKind::NoSeat {
            needed,
            available: seats.available().saturating_add(i64::from(freed)),
        },
    };
    kind.at(Field::License(sku))
}
