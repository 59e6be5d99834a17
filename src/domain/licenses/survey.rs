//! The licenses of many users at a glance: who holds what, and what an update would come to.
//!
//! Ten thousand users hold a few hundred different combinations. Users who hold the same in the same place form a
//! cohort, and whatever is to be known is found out once for each cohort.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::domain::rules::seat_problem;
use crate::domain::{
    Customer, Field, LicenseUpdate, Licenses, Location, Plan, Problem, ProblemKind, Sku,
    UserNumber, Users,
};

/// Users gathered into cohorts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Survey {
    cohorts: Vec<Cohort>,
    /// Every user found, in the order given, and their cohort.
    pub(in crate::domain) members: Vec<(UserNumber, usize)>,
    /// Those who are not active users (any more).
    gone: Vec<UserNumber>,
}

/// Users who hold the same licenses, with the same plans switched off, in the same location.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Cohort {
    licenses: Licenses,
    location: Option<Location>,
    count: u32,
}

/// How many of those concerned something is true of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Share {
    /// None of them (or there is nobody).
    #[default]
    None,
    /// Some.
    Some,
    /// All.
    All,
}

impl Share {
    /// The share of `part` in `whole`.
    pub const fn of(part: u32, whole: u32) -> Self {
        match part {
            0 => Self::None,
            part if part < whole => Self::Some,
            _ => Self::All,
        }
    }

    /// What a check box for all of them shows: checked, clear or, with none, mixed.
    pub const fn checked(self) -> Option<bool> {
        match self {
            Self::None => Some(false),
            Self::Some => None,
            Self::All => Some(true),
        }
    }

    /// What is chosen when a check box that stands for all of them is pressed, given what is chosen so far (none: left as it
    /// is). Mixed becomes checked, then clear, then mixed again; what all of them or nobody has turns round and back.
    pub const fn next(self, chosen: Option<bool>) -> Option<bool> {
        match (self, chosen) {
            (Self::All, None) | (Self::Some, Some(true)) => Some(false),
            (Self::None | Self::Some, None) => Some(true),
            _ => None,
        }
    }
}

/// What an update comes to for one cohort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::domain) enum Fate {
    /// Everything is as asked for already.
    Unchanged,
    /// They hold this from now on.
    Changed(Licenses),
    /// The rules are against it.
    Refused(Vec<Problem>),
}

/// What an update comes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Forecast {
    /// Products of which seats are taken or given back, in catalogue order.
    pub products: Vec<(Sku, SeatForecast)>,
    /// Users whose licenses change.
    pub changed: u32,
    /// Users for whom the rules are against it.
    pub refused: u32,
}

/// What an update comes to for the seats of one product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SeatForecast {
    /// Users who get the product.
    pub gained: u32,
    /// Users who lose it.
    pub lost: u32,
    /// Seats available now; negative where more are assigned than there are.
    pub available: i64,
}

impl SeatForecast {
    /// Seats available afterwards.
    pub fn left(self) -> i64 {
        self.available
            .saturating_add(i64::from(self.lost))
            .saturating_sub(i64::from(self.gained))
    }

    /// Are there too few? Revocations count first; giving seats back is always possible.
    pub fn is_short(self) -> bool {
        self.gained > 0 && self.left() < 0
    }
}

impl Survey {
    /// Gathers these users of a customer.
    pub fn of(users: &Users, numbers: impl IntoIterator<Item = UserNumber>) -> Self {
        let mut survey = Self::default();
        let mut known: FxHashMap<(&Licenses, Option<Location>), usize> = FxHashMap::default();
        for number in numbers {
            let Some(user) = users.get(number) else {
                survey.gone.push(number);
                continue;
            };
            let key = (&user.licenses, user.details.location);
            let at = *known.entry(key).or_insert_with(|| survey.add_cohort(key));
            if let Some(cohort) = survey.cohorts.get_mut(at) {
                cohort.count = cohort.count.saturating_add(1);
            }
            survey.members.push((number, at));
        }
        survey
    }

    /// Adds a cohort that has no members yet, and returns its position.
    fn add_cohort(&mut self, (licenses, location): (&Licenses, Option<Location>)) -> usize {
        self.cohorts.push(Cohort {
            licenses: licenses.clone(),
            location,
            count: 0,
        });
        self.cohorts.len().saturating_sub(1)
    }

    /// How many users were found.
    pub fn len(&self) -> u32 {
        u32::try_from(self.members.len()).unwrap_or(u32::MAX)
    }

    /// Was nobody found?
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// The users found, in the order given.
    pub fn users(&self) -> impl ExactSizeIterator<Item = UserNumber> {
        self.members.iter().map(|(number, _)| *number)
    }

    /// Those who are not active users (any more).
    pub fn gone(&self) -> &[UserNumber] {
        &self.gone
    }

    /// The users who hold the product, in the order given.
    pub fn holders(&self, sku: Sku) -> impl Iterator<Item = UserNumber> {
        let holds = move |at: usize| {
            let cohort = self.cohorts.get(at);
            cohort.is_some_and(|cohort| cohort.licenses.holds(sku))
        };
        self.members
            .iter()
            .filter(move |(_, at)| holds(*at))
            .map(|(number, _)| *number)
    }

    fn count(&self, is_meant: impl Fn(&Licenses) -> bool) -> u32 {
        self.cohorts
            .iter()
            .filter(|cohort| is_meant(&cohort.licenses))
            .fold(0, |sum, cohort| sum.saturating_add(cohort.count))
    }

    /// How many of them hold the product.
    pub fn holder_count(&self, sku: Sku) -> u32 {
        self.count(|licenses| licenses.holds(sku))
    }

    /// The share of those who have the plan switched on among those who hold the product – once the product is assigned or
    /// revoked as the update says, but no plan is switched.
    pub fn share_of_plan(&self, sku: Sku, plan: Plan, update: &LicenseUpdate) -> Share {
        let (mut with, mut holding) = (0_u32, 0_u32);
        for cohort in &self.cohorts {
            let is_on = match (update.hold(sku), cohort.licenses.switched_off(sku)) {
                (Some(false), _) | (None, None) => continue,
                (Some(true), None) => true,
                (_, Some(off)) => !off.contains(&plan),
            };
            holding = holding.saturating_add(cohort.count);
            with = with.saturating_add(if is_on { cohort.count } else { 0 });
        }
        Share::of(with, holding)
    }

    /// What the update comes to for each cohort: the rules about single users, without regard to seats.
    pub(in crate::domain) fn fates(&self, update: &LicenseUpdate) -> Vec<Fate> {
        let fate = |cohort: &Cohort| {
            let after = update.applied_to(&cohort.licenses);
            if after == cohort.licenses {
                return Fate::Unchanged;
            }
            // What was wrong before must not keep anybody from mending a part of it. But without a location nothing is assigned:
            // it is told of each product, since that is where a change of licenses meets it.
            let before = cohort.licenses.problems(cohort.location);
            let gained = after.products().filter(|sku| !cohort.licenses.holds(*sku));
            let mut problems = after.problems(cohort.location);
            let is_nowhere = |problem: &Problem| problem.kind == ProblemKind::LocationNeeded;
            let nowhere = problems.iter().any(is_nowhere);
            problems.retain(|problem| !before.contains(problem) && !is_nowhere(problem));
            problems.extend(gained.filter(|_| nowhere).map(|sku| Problem {
                field: Field::License(sku),
                kind: ProblemKind::LocationNeeded,
            }));
            if problems.is_empty() {
                Fate::Changed(after)
            } else {
                Fate::Refused(problems)
            }
        };
        self.cohorts.iter().map(fate).collect()
    }

    /// The licenses of a cohort as they are.
    pub(in crate::domain) fn licenses(&self, cohort: usize) -> Option<&Licenses> {
        self.cohorts.get(cohort).map(|cohort| &cohort.licenses)
    }

    /// What saving the update would come to, as far as can be known now. The same arithmetic decides when it is saved.
    pub fn forecast(&self, customer: &Customer, update: &LicenseUpdate) -> Forecast {
        Forecast::of(customer, &[(self, &self.fates(update))])
    }
}

impl Forecast {
    /// The sum over several surveys.
    pub(in crate::domain) fn of(customer: &Customer, all: &[(&Survey, &[Fate])]) -> Self {
        let mut seats: BTreeMap<Sku, SeatForecast> = BTreeMap::default();
        let mut forecast = Self::default();
        let each = all
            .iter()
            .flat_map(|(survey, fates)| survey.cohorts.iter().zip(*fates));
        for (cohort, fate) in each {
            let after = match fate {
                Fate::Unchanged => continue,
                Fate::Refused(_) => {
                    forecast.refused = forecast.refused.saturating_add(cohort.count);
                    continue;
                }
                Fate::Changed(after) => after,
            };
            forecast.changed = forecast.changed.saturating_add(cohort.count);
            let mut moved = |sku: Sku, gained: u32, lost: u32| {
                let seats = seats.entry(sku).or_insert_with(|| SeatForecast {
                    available: customer.entitlement(sku).map_or(0, |one| one.available()),
                    ..SeatForecast::default()
                });
                seats.gained = seats.gained.saturating_add(gained);
                seats.lost = seats.lost.saturating_add(lost);
            };
            for sku in after.products().filter(|sku| !cohort.licenses.holds(*sku)) {
                moved(sku, cohort.count, 0);
            }
            for sku in cohort.licenses.products().filter(|sku| !after.holds(*sku)) {
                moved(sku, 0, cohort.count);
            }
        }
        forecast.products = seats.into_iter().collect();
        forecast
    }

    /// Products of which there are too few seats.
    pub fn shortages(&self, customer: &Customer) -> Vec<Problem> {
        self.products
            .iter()
            .filter(|(_, seats)| seats.is_short())
            .map(|(sku, seats)| seat_problem(customer, *sku, seats.gained, seats.lost))
            .collect()
    }

    /// The seats of one product; nothing moves where it is not mentioned.
    pub fn product(&self, sku: Sku) -> Option<SeatForecast> {
        let found = self.products.iter().find(|(of, _)| *of == sku);
        found.map(|(_, forecast)| *forecast)
    }
}
