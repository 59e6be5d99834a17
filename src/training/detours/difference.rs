//! The difference between two workspaces that began as the same one.

use std::collections::BTreeSet;

use super::deviation::{Concerned, Detour, Deviation};
use super::namesakes::name_exactly;
use super::pairs::{Pair, is_either_fine, pair};
use super::states::States;
use super::users::compare;
use crate::domain::{Customer, CustomerId, DeletedUser, Moment, Sku, User, UserNumber, Users};
use crate::training::goal::Goal;

/// Returns how the attempt ended differently from the reference solution, customer by customer.
pub fn detours(states: States<'_>, goals: &[Goal]) -> Vec<Detour> {
    let mut found = Found::default();
    found.compare_settings(states);
    for start in states.start.customers() {
        let actual = states.actual.customer(start.id);
        let expected = states.expected.customer(start.id);
        if let (Some(actual), Some(expected)) = (actual, expected) {
            found.customer = Some(start.id);
            found.is_meant = is_about(goals, start);
            found.compare_accounts(start, actual, expected);
            found.compare_users(
                states,
                (&start.users, &actual.users, &expected.users),
                goals,
            );
        }
    }
    let mut detours = found.detours;
    name_exactly(&mut detours, states);
    detours
}

/// The detours found so far.
#[derive(Default)]
struct Found {
    detours: Vec<Detour>,
    /// The customer who is being looked at.
    customer: Option<CustomerId>,
    /// Whether goals name that customer.
    is_meant: bool,
}

/// Where a user is in a workspace.
enum Place<'a> {
    Active(&'a User),
    /// Deleted, and still to be restored.
    Deleted,
    Gone,
}

impl Found {
    fn add(&mut self, what: Deviation) {
        self.detours.push(Detour {
            customer: self.customer,
            what,
            users: Vec::new(),
        });
    }

    /// Adds a deviation of a user, together with others of whom the same is true.
    fn add_of(&mut self, user: &User, what: Deviation) {
        let customer = self.customer;
        let user = Concerned {
            name: user.details.display_name.clone(),
            user_name: Some(user.details.user_name.clone()),
        };
        let is_same = |detour: &&mut Detour| detour.customer == customer && detour.what == what;
        match self.detours.iter_mut().find(is_same) {
            Some(detour) => detour.users.push(user),
            None => self.detours.push(Detour {
                customer,
                what,
                users: vec![user],
            }),
        }
    }

    fn compare_settings(&mut self, states: States<'_>) {
        let (actual, expected) = (states.actual, states.expected);
        match (actual.ahead() - expected.ahead()).num_days() {
            0 => {}
            days @ 1.. => self.add(Deviation::ClockAhead(days)),
            days => self.add(Deviation::ClockBehind(days.saturating_neg())),
        }
        if actual.record_limit() != expected.record_limit() {
            self.add(Deviation::RecordLimit);
        }
    }

    fn compare_accounts(&mut self, start: &Customer, actual: &Customer, expected: &Customer) {
        let (was, is, should_be) = (start.details(), actual.details(), expected.details());
        if is != should_be {
            self.add(if is == was {
                Deviation::CompanyNotEdited
            } else {
                Deviation::CompanyEdited
            });
        }
        let mut products: BTreeSet<Sku> = BTreeSet::new();
        for customer in [actual, expected] {
            products.extend(customer.subscriptions.iter().map(|one| one.sku));
        }
        let seats = |customer: &Customer, sku| customer.entitlement(sku).map_or(0, |all| all.total);
        for product in products {
            let (seats, expected) = (seats(actual, product), seats(expected, product));
            if seats != expected {
                self.add(Deviation::Seats {
                    product,
                    seats,
                    expected,
                });
            }
        }
    }

    fn compare_users(
        &mut self,
        states: States<'_>,
        (start, actual, expected): (&Users, &Users, &Users),
        goals: &[Goal],
    ) {
        let is_at = states.actual.now(states.clock);
        let should_be_at = states.expected.now(states.clock);
        let deleted = start.deleted().map(|DeletedUser { user, .. }| user);
        for known in start.active().chain(deleted) {
            let before = start.get(known.number);
            let is = place(actual, known.number, is_at);
            let should_be = place(expected, known.number, should_be_at);
            match (is, should_be) {
                (Place::Active(actual), Place::Active(expected)) => {
                    let is_name_open = is_either_fine(goals, actual, expected);
                    let mut add = |what| self.add_of(known, what);
                    compare(Some(known), is_name_open, actual, expected, &mut add);
                }
                (is, should_be) => {
                    let moved = moved(before.is_some(), &is, &should_be);
                    // Time passes for other customers as well, which is nobody's detour.
                    let is_meant = |what: &Deviation| self.is_meant || *what != Deviation::Purged;
                    if let Some(what) = moved.filter(is_meant) {
                        self.add_of(known, what);
                    }
                }
            }
        }
        for pair in pair(goals, start.highest_number(), actual, expected) {
            match pair {
                Pair::Both {
                    actual,
                    expected,
                    is_name_open,
                } => {
                    let mut add = |what| self.add_of(actual, what);
                    compare(None, is_name_open, actual, expected, &mut add);
                }
                Pair::OnlyActual(user) => self.add_of(user, Deviation::Created),
                Pair::OnlyExpected(user) => self.add_of(user, Deviation::NotCreated),
            }
        }
    }
}

/// Returns whether a goal names the customer.
fn is_about(goals: &[Goal], customer: &Customer) -> bool {
    let mut is_about = false;
    for goal in goals {
        goal.check.visit(&mut |check| {
            let mut own = customer.domains.iter();
            is_about |= own.any(|own| check.domain() == Some(own.as_str()));
        });
    }
    is_about
}

fn place(users: &Users, number: UserNumber, now: Moment) -> Place<'_> {
    let deleted = || users.get_deleted(number);
    match users.get(number) {
        Some(user) => Place::Active(user),
        None if deleted().is_some_and(|deleted| deleted.window().is_open_at(now)) => Place::Deleted,
        None => Place::Gone,
    }
}

/// Returns what is different about a user who is in another place than after the reference
/// solution. Users who are gone there, because time has passed, may as well be deleted.
fn moved(was_active: bool, is: &Place<'_>, should_be: &Place<'_>) -> Option<Deviation> {
    match (is, should_be) {
        (Place::Active(_), Place::Active(_)) => None,
        (Place::Active(_), _) if was_active => Some(Deviation::NotDeleted),
        (Place::Active(_), _) => Some(Deviation::Restored),
        (Place::Deleted, Place::Active(_)) if was_active => Some(Deviation::Deleted),
        (Place::Deleted, Place::Active(_)) => Some(Deviation::NotRestored),
        (Place::Gone, Place::Active(_) | Place::Deleted) => Some(Deviation::Purged),
        (Place::Deleted | Place::Gone, _) => None,
    }
}
