//! Goals proposed from a recorded solution: what it changed, one check for each.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    Action, AdminRole, Customer, LicenseUpdate, Location, Moment, PersonName, Plan, Sku, User,
    Workspace,
};
use crate::training::act::Act;
use crate::training::check::{Amount, Check, CountCheck, SeatsCheck, UserCheck, Who};
use crate::training::exercise::Exercise;
use crate::training::goal::Goal;
use crate::training::pointing::Bilingual;
use crate::training::progress::Progress;
use crate::training::trace::{Happening, Trace};

/// From this many users on, they are counted instead of named.
const MANY: usize = 6;

/// Returns goals for the solution of an exercise, without texts: each is open at the start, and
/// reached in the end. There are none where the solution cannot be carried out.
pub fn propose(exercise: &Exercise, clock: Moment) -> Vec<Goal> {
    let Ok(begun) = exercise.begin(clock) else {
        return Vec::new();
    };
    let start = begun.workspace;
    let Ok(solved) = exercise.solve(start.clone(), clock) else {
        return Vec::new();
    };
    let mut checks = Vec::new();
    for end in solved.workspace.customers() {
        if let Some(start) = start.customer(end.id) {
            let mut customer = OfCustomer {
                start,
                end,
                checks: Vec::new(),
            };
            customer.look_at_users();
            customer.look_at_seats();
            customer
                .checks
                .into_iter()
                .for_each(|check| add_once(&mut checks, check));
        }
    }
    for trace in &solved.played.traces {
        for check in of_trace(trace, &solved.workspace) {
            add_once(&mut checks, check);
        }
    }
    let goals: Vec<Goal> = checks.into_iter().zip(1..).map(goal).collect();
    reached_by_solution(exercise, goals, start, clock)
}

fn add_once(checks: &mut Vec<Check>, check: Check) {
    if !checks.contains(&check) {
        checks.push(check);
    }
}

fn goal((check, number): (Check, usize)) -> Goal {
    Goal {
        id: format!("goal-{number}"),
        text: Bilingual::default(),
        check,
        once: false,
        hints: Vec::new(),
    }
}

/// Returns the goals that are open at the start and reached by the solution.
fn reached_by_solution(
    exercise: &Exercise,
    goals: Vec<Goal>,
    start: Workspace,
    clock: Moment,
) -> Vec<Goal> {
    let mut progress = Progress::new(&goals, &start, start.now(clock));
    let before = progress.reached().to_vec();
    let mut stage = exercise.stage(start, clock);
    for instruction in &exercise.solution {
        let played = stage.play(instruction).unwrap_or_default();
        let now = stage.now();
        for trace in played.traces {
            progress.note(trace, &goals, &stage.workspace, now);
        }
    }
    let after = progress.reached().iter().zip(before);
    let kept = goals.into_iter().zip(after);
    kept.filter(|(_, (after, before))| **after && !before)
        .map(|(goal, _)| goal)
        .collect()
}

/// What became of a customer.
struct OfCustomer<'a> {
    start: &'a Customer,
    end: &'a Customer,
    checks: Vec<Check>,
}

impl OfCustomer<'_> {
    fn look_at_users(&mut self) {
        let (new, stayed): (Vec<&User>, Vec<&User>) = self
            .end
            .users
            .active()
            .partition(|user| self.start.users.get(user.number).is_none());
        self.look_at_new(&new);
        self.look_at_changed(&stayed);
        let deleted = self.end.users.deleted().map(|deleted| &deleted.user);
        let deleted: Vec<&User> = deleted
            .filter(|user| self.start.users.get_deleted(user.number).is_none())
            .collect();
        if deleted.len() >= MANY {
            return self.count(self.end.users.len());
        }
        for user in deleted {
            self.checks
                .push(Check::Deleted(user.details.user_name.clone()));
        }
    }

    /// Users who were created or restored.
    fn look_at_new(&mut self, new: &[&User]) {
        if new.len() >= MANY {
            return self.count(self.end.users.len());
        }
        for user in new {
            self.checks.push(named(user));
            self.look_at_licenses(None, user);
            if !user.details.roles.is_empty() {
                let roles = Some(user.details.roles.clone());
                self.checks.push(user_check(UserCheck {
                    roles,
                    ..about(user)
                }));
            }
        }
    }

    /// Users who were there before and are now.
    fn look_at_changed(&mut self, stayed: &[&User]) {
        let start = self.start;
        let pairs = stayed.iter().filter_map(|user| {
            let was = start.users.get(user.number)?;
            let is_same = was.licenses == user.licenses && was.details == user.details;
            (!is_same).then_some((was, *user))
        });
        let changed: Vec<(&User, &User)> = pairs.collect();
        let is_many = changed.len() >= MANY;
        for (was, user) in changed {
            if is_many {
                self.count_holders(was, user);
            } else {
                self.look_at_details(was, user);
                self.look_at_licenses(Some(was), user);
            }
        }
    }

    /// So many users are there.
    fn count(&mut self, users: usize) {
        let is = i64::try_from(users).ok();
        self.checks.push(Check::Count(CountCheck {
            filter: None,
            customer: self.end.domains.primary.clone(),
            domain: None,
            number: Amount {
                is,
                ..Amount::default()
            },
        }));
    }

    /// So many seats of the products are taken that the user got or lost.
    fn count_holders(&mut self, was: &User, user: &User) {
        let update = LicenseUpdate::between(&was.licenses, &user.licenses);
        for product in update.products().filter(|sku| update.hold(*sku).is_some()) {
            let is = Some(i64::from(self.end.users.holder_count(product)));
            let check = Check::Seats(SeatsCheck {
                product,
                customer: self.end.domains.primary.clone(),
                total: Amount::default(),
                assigned: Amount {
                    is,
                    ..Amount::default()
                },
                available: Amount::default(),
            });
            add_once(&mut self.checks, check);
        }
    }

    fn look_at_details(&mut self, was: &User, user: &User) {
        let (before, after) = (&was.details, &user.details);
        if before == after {
            return;
        }
        let name = |before: &Option<PersonName>,
                    after: &Option<PersonName>|
         -> Option<PersonName> { after.clone().filter(|_| before != after) };
        let location: Option<Location> =
            after.location.filter(|_| before.location != after.location);
        let display_name = Some(after.display_name.clone());
        let roles: Option<BTreeSet<AdminRole>> =
            (before.roles != after.roles).then(|| after.roles.clone());
        self.checks.push(user_check(UserCheck {
            first_name: name(&before.first_name, &after.first_name),
            last_name: name(&before.last_name, &after.last_name),
            display_name: display_name.filter(|_| before.display_name != after.display_name),
            location,
            roles,
            ..about(user)
        }));
    }

    fn look_at_licenses(&mut self, was: Option<&User>, user: &User) {
        let none = crate::domain::Licenses::default();
        let before = was.map_or(&none, |was| &was.licenses);
        let update = LicenseUpdate::between(before, &user.licenses);
        if update.is_empty() {
            return;
        }
        let mut check = about(user);
        check.licenses.extend(update.assigned());
        check.without.extend(update.revoked());
        let (mut on, mut off) = (BTreeMap::new(), BTreeMap::new());
        for sku in update.products() {
            for (plan, is_on) in update.switched(sku) {
                let plans: &mut BTreeMap<Sku, BTreeSet<Plan>> =
                    if is_on { &mut on } else { &mut off };
                plans.entry(sku).or_default().insert(plan);
            }
        }
        (check.plans_on, check.plans_off) = (on, off);
        self.checks.push(user_check(check));
    }

    fn look_at_seats(&mut self) {
        for seats in self.end.entitlements() {
            let before = self.start.entitlement(seats.sku);
            if before.map_or(0, |before| before.total) != seats.total {
                let is = Some(i64::from(seats.total));
                self.checks.push(Check::Seats(SeatsCheck {
                    product: seats.sku,
                    customer: self.end.domains.primary.clone(),
                    total: Amount {
                        is,
                        ..Amount::default()
                    },
                    assigned: Amount::default(),
                    available: Amount::default(),
                }));
            }
        }
    }
}

/// Says nothing of a user but that there is one.
fn about(user: &User) -> UserCheck {
    UserCheck {
        user: Who::User(user.details.user_name.clone()),
        exists: true,
        first_name: None,
        last_name: None,
        display_name: None,
        location: None,
        roles: None,
        licenses: BTreeSet::new(),
        without: BTreeSet::new(),
        plans_on: BTreeMap::new(),
        plans_off: BTreeMap::new(),
    }
}

fn named(user: &User) -> Check {
    let display_name = Some(user.details.display_name.clone());
    user_check(UserCheck {
        display_name,
        ..about(user)
    })
}

fn user_check(check: UserCheck) -> Check {
    Check::User(Box::new(check))
}

/// Returns the checks for what left no trace in the state.
fn of_trace(trace: &Trace, end: &Workspace) -> Vec<Check> {
    let customer = trace.customer.and_then(|id| end.customer(id));
    let customer = customer.map(|customer| customer.domains.primary.clone());
    match trace.what {
        Happening::Changed(action @ Action::ResetPasswords) if trace.users.len() < MANY => {
            let users = trace.users.iter().cloned();
            let done = |user| Check::Done {
                action,
                customer: None,
                user: Some(user),
            };
            users.map(done).collect()
        }
        Happening::Changed(
            action @ (Action::ResetPasswords
            | Action::EditCustomer
            | Action::AdvanceClock
            | Action::SetRecordLimit),
        ) => vec![Check::Done {
            action,
            customer,
            user: None,
        }],
        // Filtering and validating lead somewhere; what they lead to is a goal.
        Happening::Acted(Act::Filtered | Act::Uploaded) | Happening::Changed(_) => Vec::new(),
        Happening::Acted(act) => {
            let act = if Act::CredentialsDelivered.includes(act) {
                Act::CredentialsDelivered
            } else {
                act
            };
            vec![Check::Act { act, customer }]
        }
    }
}
