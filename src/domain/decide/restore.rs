//! Restoring deleted users. Source: "Restore a deleted user for a customer".

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use super::outcome::{RestoreOutcome, RestoreResult};
use super::refusal::Refusal;
use super::ruling::{CustomerRuling, Ruling};
use crate::domain::rules::{domain_problem, seat_problem};
use crate::domain::{
    Customer, CustomerEvent, Field, Licenses, Location, Moment, PersonName, Problem, ProblemKind,
    Restored, Restoring, Sku, User, UserName, UserNumber,
};

pub(super) fn restore(
    customer: &Customer,
    users: &[Restoring],
    now: Moment,
) -> Result<CustomerRuling, Refusal> {
    let mut work = Work {
        customer,
        seats: BTreeMap::default(),
        names: BTreeMap::default(),
        fit: FxHashSet::default(),
        done: Vec::new(),
        renamed: Vec::new(),
        outcomes: Vec::new(),
    };
    let mut named = BTreeSet::new();
    for one in users {
        if named.insert(one.user) {
            work.take(one, now)?;
        }
    }
    work.mend_suggestions();
    let Work {
        done,
        renamed,
        outcomes,
        ..
    } = work;
    if done.is_empty() {
        return Err(Refusal::NobodyRestored(outcomes));
    }
    let event = CustomerEvent::UsersRestored {
        users: done,
        renamed,
    };
    Ok(Ruling {
        restored: outcomes,
        ..event.into()
    })
}

/// What is decided so far.
struct Work<'a> {
    customer: &'a Customer,
    /// Seats that are left, of the products asked for so far.
    seats: BTreeMap<Sku, i64>,
    /// The user names given so far, folded, and to whom.
    names: BTreeMap<String, PersonName>,
    /// Licenses that are known to be all right in a location.
    fit: FxHashSet<(&'a Licenses, Option<Location>)>,
    done: Vec<Restored>,
    renamed: Vec<(UserNumber, UserName)>,
    outcomes: Vec<RestoreOutcome>,
}

impl<'a> Work<'a> {
    fn take(&mut self, one: &Restoring, now: Moment) -> Result<(), Refusal> {
        let deleted = self.customer.users.get_deleted(one.user);
        let Some(deleted) = deleted.filter(|deleted| deleted.is_restorable_at(now)) else {
            self.tell(one.user, RestoreResult::Gone);
            return Ok(());
        };
        let user = &deleted.user;
        let name = one.user_name.as_ref().unwrap_or(&user.details.user_name);
        if let Some(by) = self.taken_by(name) {
            // A name that somebody has chosen is a mistake in a form; the one a user had is nobody's mistake.
            if one.user_name.is_some() {
                let by = by.as_str().into();
                return Err(at_name(ProblemKind::NameTaken { by }));
            }
            let suggestion = self.free_name(name);
            self.tell(one.user, RestoreResult::NameTaken { by, suggestion });
            return Ok(());
        }
        if let Some(problem) = domain_problem(self.customer, name)
            && one.user_name.is_some()
        {
            return Err(Refusal::Problems(vec![problem]));
        }
        let display_name = user.details.display_name.clone();
        self.names.insert(name.folded_text(), display_name);
        if name.as_str() != user.details.user_name.as_str() {
            self.renamed.push((one.user, name.clone()));
        }
        let (back, lost) = self.licenses(user);
        let without: BTreeSet<Sku> = user
            .licenses
            .products()
            .filter(|sku| !back.contains(sku))
            .collect();
        match self.done.iter_mut().find(|done| done.without == without) {
            Some(done) => {
                done.users.insert(one.user);
            }
            None => self.done.push(Restored {
                users: [one.user].into(),
                without,
            }),
        }
        self.tell(one.user, RestoreResult::Restored { back, lost });
        Ok(())
    }

    fn taken_by(&self, name: &UserName) -> Option<PersonName> {
        match self.customer.users.with_name(name) {
            Some(user) => Some(user.details.display_name.clone()),
            None => self.names.get(&name.folded_text()).cloned(),
        }
    }

    fn free_name(&self, name: &UserName) -> Option<UserName> {
        let next = |name: &UserName| name.next_numbered();
        let mut numbered = std::iter::successors(next(name), next);
        numbered.find(|name| self.taken_by(name).is_none())
    }

    /// Who came later may have got back the very name that was suggested to somebody before them.
    fn mend_suggestions(&mut self) {
        let mut outcomes = std::mem::take(&mut self.outcomes);
        for outcome in &mut outcomes {
            if let RestoreResult::NameTaken { suggestion, .. } = &mut outcome.result
                && let Some(name) = suggestion.take()
            {
                let is_free = self.taken_by(&name).is_none();
                *suggestion = if is_free {
                    Some(name)
                } else {
                    self.free_name(&name)
                };
            }
        }
        self.outcomes = outcomes;
    }

    /// The products that the user gets back, and why they do not get the others. Takes the seats.
    fn licenses(&mut self, user: &'a User) -> (BTreeSet<Sku>, Vec<Problem>) {
        let mut licenses = user.licenses.clone();
        let mut lost = Vec::new();
        for sku in user.licenses.products() {
            let left = self.left(sku);
            if left < 1 {
                licenses.revoke(sku);
                lost.push(no_seat(self.customer, sku, left));
            }
        }
        lost.extend(self.against(user, &mut licenses));
        let back: BTreeSet<Sku> = licenses.products().collect();
        for sku in &back {
            let left = self.left(*sku).saturating_sub(1);
            self.seats.insert(*sku, left);
        }
        (back, lost)
    }

    fn left(&self, sku: Sku) -> i64 {
        let seats = self.seats.get(&sku).copied();
        let entitled = || {
            self.customer
                .entitlement(sku)
                .map(|seats| seats.available())
        };
        seats.or_else(entitled).unwrap_or(0)
    }

    /// What the rules about a single user have against some of the licenses, which are taken out: with one of them gone,
    /// another may need it.
    fn against(&mut self, user: &'a User, licenses: &mut Licenses) -> Vec<Problem> {
        let location = user.details.location;
        let is_whole = *licenses == user.licenses;
        if is_whole && self.fit.contains(&(&user.licenses, location)) {
            return Vec::new();
        }
        let mut lost = Vec::new();
        loop {
            let wrong = first_problems(licenses, location);
            if wrong.is_empty() {
                break;
            }
            for problem in wrong {
                if let Field::License(sku) = problem.field {
                    licenses.revoke(sku);
                }
                lost.push(problem);
            }
        }
        if is_whole && lost.is_empty() {
            self.fit.insert((&user.licenses, location));
        }
        lost
    }

    fn tell(&mut self, user: UserNumber, result: RestoreResult) {
        match self.outcomes.iter_mut().find(|one| one.result == result) {
            Some(outcome) => outcome.users.push(user),
            None => self.outcomes.push(RestoreOutcome {
                users: vec![user],
                result,
            }),
        }
    }
}

/// One problem for each product that the rules are against; every one at a product.
fn first_problems(licenses: &Licenses, location: Option<Location>) -> Vec<Problem> {
    let mut first: Vec<Problem> = Vec::new();
    for problem in licenses.problems(location) {
        match problem.field {
            Field::License(_) if first.iter().all(|other| other.field != problem.field) => {
                first.push(problem);
            }
            Field::License(_) => {}
            // Without a location there is no license at all.
            _ => first.extend(licenses.products().map(|sku| Problem {
                field: Field::License(sku),
                kind: problem.kind.clone(),
            })),
        }
    }
    first
}

fn no_seat(customer: &Customer, sku: Sku, left: i64) -> Problem {
    let mut problem = seat_problem(customer, sku, 1, 0);
    if let ProblemKind::NoSeat { available, .. } = &mut problem.kind {
        *available = left;
    }
    problem
}

fn at_name(kind: ProblemKind) -> Refusal {
    Refusal::Problems(vec![Problem {
        field: Field::UserName,
        kind,
    }])
}
