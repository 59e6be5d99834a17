//! What speaks against a user in a customer: a taken name, a foreign domain, no seat, the location.

use super::{
    Customer, DomainName, Field, Licenses, Location, Problem, ProblemKind, Sku, UserName,
    UserNumber,
};

/// What the licenses that a user holds have against a location. It stands at the location: that is what the form can change.
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

/// Another active user with the same user name.
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
    Some(Problem {
        field: Field::UserName,
        kind,
    })
}

/// A user name at a domain that is not the customer's.
pub(super) fn domain_problem(customer: &Customer, name: &UserName) -> Option<Problem> {
    let is_own = |own: &DomainName| own.as_str() == name.domain();
    (!customer.domains.iter().any(is_own)).then_some(Problem {
        field: Field::Domain,
        kind: ProblemKind::NotADomainOfTheCustomer,
    })
}

/// Products of which one more user finds no seat.
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

/// Why so many users find no seat, although so many are given back first.
pub(super) fn seat_problem(customer: &Customer, sku: Sku, needed: u32, back: u32) -> Problem {
    let kind = match customer.entitlement(sku) {
        None => ProblemKind::NotEntitled,
        Some(_) if customer.is_suspended(sku) => ProblemKind::AllSuspended,
        Some(seats) => ProblemKind::NoSeat {
            needed,
            available: seats.available().saturating_add(i64::from(back)),
        },
    };
    Problem {
        field: Field::License(sku),
        kind,
    }
}
