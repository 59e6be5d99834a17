//! Restoring deleted users. Source: "Restore a deleted user for a customer".

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

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
    let mut restoration = Restoration {
        customer,
        seats: BTreeMap::default(),
        names: BTreeMap::default(),
        allowed: FxHashSet::default(),
        restored: Vec::new(),
        renamed: Vec::new(),
        outcomes: Vec::new(),
        conflicts: FxHashMap::default(),
        others: Vec::new(),
        numbers: FxHashMap::default(),
    };
    let mut named = BTreeSet::new();
    for one in users {
        if named.insert(one.user) {
            restoration.restore(one, now)?;
        }
    }
    restoration.renew_suggestions();
    let Restoration {
        restored,
        renamed,
        outcomes,
        ..
    } = restoration;
    if restored.is_empty() {
        return Err(Refusal::NobodyRestored(outcomes));
    }
    let event = CustomerEvent::UsersRestored {
        users: restored,
        renamed,
    };
    Ok(Ruling {
        restored: outcomes,
        ..event.into()
    })
}

/// What is decided so far about the users of one command.
struct Restoration<'a> {
    customer: &'a Customer,
    /// The seats left of products that were asked for.
    seats: BTreeMap<Sku, i64>,
    /// The user names given so far, folded, and the display names of those who got them.
    names: BTreeMap<String, PersonName>,
    /// Licenses that the rules are known to allow in a location.
    allowed: FxHashSet<(&'a Licenses, Option<Location>)>,
    restored: Vec<Restored>,
    renamed: Vec<(UserNumber, UserName)>,
    outcomes: Vec<RestoreOutcome>,
    /// Where the outcome of a name conflict is, by suggestion and display name.
    conflicts: FxHashMap<String, u32>,
    /// Where the other outcomes are; few of them differ.
    others: Vec<usize>,
    /// The number to try next after a name that is taken, folded.
    numbers: FxHashMap<String, u32>,
}

impl<'a> Restoration<'a> {
    fn restore(&mut self, one: &Restoring, now: Moment) -> Result<(), Refusal> {
        let deleted = self.customer.users.get_deleted(one.user);
        let Some(deleted) = deleted.filter(|deleted| deleted.window().is_open_at(now)) else {
            self.add_outcome(one.user, RestoreResult::Gone);
            return Ok(());
        };
        let user = &deleted.user;
        let name = one.user_name.as_ref().unwrap_or(&user.details.user_name);
        if let Some(by) = self.taken_by(name) {
            // A name that was chosen in a form is a mistake there, unlike the one the user had.
            if one.user_name.is_some() {
                let by = by.as_str().into();
                let problem = ProblemKind::NameTaken { by }.at(Field::UserName);
                return Err(Refusal::Problems(vec![problem]));
            }
            let suggestion = self.free_name(name);
            self.add_outcome(one.user, RestoreResult::NameTaken { by, suggestion });
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
        let mut without = BTreeSet::new();
        without.extend(user.licenses.products().filter(|sku| !back.contains(sku)));
        let mut groups = self.restored.iter_mut();
        match groups.find(|group| group.without == without) {
            Some(group) => {
                group.users.insert(one.user);
            }
            None => self.restored.push(Restored {
                users: [one.user].into(),
                without,
            }),
        }
        self.add_outcome(one.user, RestoreResult::Restored { back, lost });
        Ok(())
    }

    fn taken_by(&self, name: &UserName) -> Option<PersonName> {
        match self.customer.users.with_name(name) {
            Some(user) => Some(user.details.display_name.clone()),
            None => self.names.get(&name.folded_text()).cloned(),
        }
    }

    fn free_name(&mut self, name: &UserName) -> Option<UserName> {
        let mut number = name.next_number()?;
        let mut passed = Vec::new();
        let free = loop {
            let candidate = name.numbered(number)?;
            if self.taken_by(&candidate).is_none() {
                break candidate;
            }
            let candidate = candidate.folded_text();
            number = match self.numbers.get(&candidate) {
                Some(later) => *later,
                None => number.checked_add(1)?,
            };
            passed.push(candidate);
        };
        // A name that is taken stays so: whoever comes by again goes on from here.
        for candidate in passed {
            self.numbers.insert(candidate, number);
        }
        Some(free)
    }

    /// A user who was restored later may have got back a name that was suggested before.
    fn renew_suggestions(&mut self) {
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

    /// Takes seats for the products that the user gets back; returns these, and why the user does
    /// not get the others.
    fn licenses(&mut self, user: &'a User) -> (BTreeSet<Sku>, Vec<Problem>) {
        let mut licenses = user.licenses.clone();
        let mut lost = Vec::new();
        for sku in user.licenses.products() {
            let left = self.seats_left(sku);
            if left < 1 {
                licenses.revoke(sku);
                lost.push(no_seat(self.customer, sku, left));
            }
        }
        lost.extend(self.revoke_refused(user, &mut licenses));
        let mut back = BTreeSet::new();
        back.extend(licenses.products());
        for sku in &back {
            let left = self.seats_left(*sku).saturating_sub(1);
            self.seats.insert(*sku, left);
        }
        (back, lost)
    }

    fn seats_left(&self, sku: Sku) -> i64 {
        let seats = self.seats.get(&sku).copied();
        let entitled = || {
            self.customer
                .entitlement(sku)
                .map(|seats| seats.available())
        };
        seats.or_else(entitled).unwrap_or(0)
    }

    /// Revokes the licenses that the rules about a single user do not allow, and returns why. With
    /// one of them gone, another may lack what it requires.
    fn revoke_refused(&mut self, user: &'a User, licenses: &mut Licenses) -> Vec<Problem> {
        let location = user.details.location;
        let is_whole = *licenses == user.licenses;
        if is_whole && self.allowed.contains(&(&user.licenses, location)) {
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
            self.allowed.insert((&user.licenses, location));
        }
        lost
    }

    fn add_outcome(&mut self, user: UserNumber, result: RestoreResult) {
        let position = match &result {
            // There may be as many of these as users.
            RestoreResult::NameTaken { by, suggestion } => {
                let suggestion = suggestion.as_ref().map_or("", UserName::as_str);
                let key = format!("{suggestion} {}", by.as_str());
                match self.conflicts.get(&key) {
                    Some(position) => *position as usize,
                    None => {
                        let position = self.outcomes.len();
                        let number = u32::try_from(position).unwrap_or(u32::MAX);
                        self.conflicts.insert(key, number);
                        position
                    }
                }
            }
            _ => {
                let is_same = |at: &&usize| {
                    let outcome = self.outcomes.get(**at);
                    outcome.is_some_and(|outcome| outcome.result == result)
                };
                let known = self.others.iter().find(is_same).copied();
                known.unwrap_or_else(|| {
                    self.others.push(self.outcomes.len());
                    self.outcomes.len()
                })
            }
        };
        match self.outcomes.get_mut(position) {
            Some(outcome) => outcome.users.push(user),
            None => self.outcomes.push(RestoreOutcome {
                users: vec![user],
                result,
            }),
        }
    }
}

/// Returns one problem, at the product, for each product that the rules do not allow.
fn first_problems(licenses: &Licenses, location: Option<Location>) -> Vec<Problem> {
    let mut first: Vec<Problem> = Vec::new();
    for problem in licenses.problems(location) {
        match problem.field {
            Field::License(_) if first.iter().all(|other| other.field != problem.field) => {
                first.push(problem);
            }
            Field::License(_) => {}
            // Without a location no license is allowed.
            _ => first.extend(
                licenses
                    .products()
                    .map(|sku| problem.kind.clone().at(Field::License(sku))),
            ),
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
