//! The licenses of many users: who holds what, and what the rules say about an update.
//!
//! Ten thousand users hold a few hundred different combinations of licenses. Users with the same
//! licenses in the same location form a cohort, and every question is answered once per cohort.

use rustc_hash::FxHashMap;

use super::held::Licenses;
use super::share::Share;
use super::update::LicenseUpdate;
use crate::domain::{Field, Location, Plan, Problem, ProblemKind, Sku, UserNumber, Users};

/// Users in cohorts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Survey {
    pub(super) cohorts: Vec<Cohort>,
    /// The active users, in the order given, each with the position of their cohort.
    pub(in crate::domain) members: Vec<(UserNumber, usize)>,
    /// The users who are not active (any more).
    gone: Vec<UserNumber>,
}

/// Users with the same licenses in the same location.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cohort {
    pub(super) licenses: Licenses,
    location: Option<Location>,
    pub(super) count: u32,
}

/// What an update does for one cohort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::domain) enum Fate {
    Unchanged,
    Changed(Licenses),
    Refused(Vec<Problem>),
}

impl Survey {
    /// Groups these users of a customer.
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

    pub fn len(&self) -> u32 {
        u32::try_from(self.members.len()).unwrap_or(u32::MAX)
    }

    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// Returns the active users, in the order given.
    pub fn users(&self) -> impl ExactSizeIterator<Item = UserNumber> {
        self.members.iter().map(|(number, _)| *number)
    }

    /// Returns the users who are not active (any more).
    pub fn gone(&self) -> &[UserNumber] {
        &self.gone
    }

    /// Returns the users who hold the product, in the order given.
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

    /// Returns the number of users who hold the product.
    pub fn holder_count(&self, sku: Sku) -> u32 {
        self.cohorts
            .iter()
            .filter(|cohort| cohort.licenses.holds(sku))
            .fold(0, |sum, cohort| sum.saturating_add(cohort.count))
    }

    /// Returns the share of users who have the plan switched on among those who hold the product,
    /// after the update has assigned or revoked the product but has not switched plans.
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

    /// Returns what the update does for each cohort by the rules for single users, without regard
    /// to seats.
    pub(in crate::domain) fn fates(&self, update: &LicenseUpdate) -> Vec<Fate> {
        let fate = |cohort: &Cohort| {
            let after = update.applied_to(&cohort.licenses);
            if after == cohort.licenses {
                return Fate::Unchanged;
            }
            // Problems that existed before do not prevent a change, so that they can be solved one
            // by one. But nothing is assigned without a location, which is reported at each
            // product.
            let before = cohort.licenses.problems(cohort.location);
            let gained = after.products().filter(|sku| !cohort.licenses.holds(*sku));
            let mut problems = after.problems(cohort.location);
            let needs_location = |problem: &Problem| problem.kind == ProblemKind::LocationNeeded;
            let is_nowhere = problems.iter().any(needs_location);
            problems.retain(|problem| !before.contains(problem) && !needs_location(problem));
            problems.extend(
                gained
                    .filter(|_| is_nowhere)
                    .map(|sku| ProblemKind::LocationNeeded.at(Field::License(sku))),
            );
            if problems.is_empty() {
                Fate::Changed(after)
            } else {
                Fate::Refused(problems)
            }
        };
        self.cohorts.iter().map(fate).collect()
    }

    pub(in crate::domain) fn licenses(&self, cohort: usize) -> Option<&Licenses> {
        self.cohorts.get(cohort).map(|cohort| &cohort.licenses)
    }
}
