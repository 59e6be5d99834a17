//! Assigning and revoking licenses. Source: "Assign or revoke licenses to multiple users".

use std::collections::BTreeSet;

use super::outcome::{LicenseOutcome, LicenseResult};
use super::refusal::Refusal;
use super::ruling::{CustomerRuling, Ruling};
use crate::domain::licenses::Fate;
use crate::domain::problem::in_order;
use crate::domain::{
    Customer, CustomerCommand, CustomerEvent, Field, Forecast, LicenseChange, LicenseUpdate,
    Problem, ProblemKind, Survey, UserNumber,
};

/// One change of licenses and what it comes to.
struct Part<'a> {
    update: &'a LicenseUpdate,
    survey: Survey,
    fates: Vec<Fate>,
}

pub(super) fn change(
    customer: &Customer,
    changes: &[LicenseChange],
) -> Result<CustomerRuling, Refusal> {
    let parts = parts(customer, changes);
    let mut problems = not_entitled(customer, &parts);
    problems.extend(shortages(customer, &parts));
    if !problems.is_empty() {
        return Err(Refusal::Problems(in_order(problems)));
    }
    let mut total = Total::default();
    for part in parts {
        total.add(part);
    }
    if total.changes.is_empty() {
        let is_unchanged = |outcome: &LicenseOutcome| outcome.result == LicenseResult::Unchanged;
        return Err(if total.outcomes.iter().all(is_unchanged) {
            Refusal::NothingToChange
        } else {
            Refusal::NobodyChanged(total.outcomes)
        });
    }
    let event = CustomerEvent::LicensesChanged {
        changes: total.changes,
    };
    let undo = total.undo.into_iter().map(|(update, users)| LicenseChange {
        users: users.into_iter().collect(),
        update,
    });
    Ok(Ruling {
        outcomes: total.outcomes,
        undo: Some(CustomerCommand::ChangeLicenses {
            changes: undo.collect(),
        }),
        ..event.into()
    })
}

fn parts<'a>(customer: &Customer, changes: &'a [LicenseChange]) -> Vec<Part<'a>> {
    let mut named: BTreeSet<UserNumber> = BTreeSet::new();
    let mut parts = Vec::with_capacity(changes.len());
    for (at, LicenseChange { users, update }) in changes.iter().enumerate() {
        let survey = if changes.len() == 1 {
            Survey::of(&customer.users, users.iter().copied())
        } else {
            let first_time: Vec<UserNumber> = users
                .iter()
                .filter(|number| at == 0 || !named.contains(number))
                .copied()
                .collect();
            named.extend(first_time.iter().copied());
            Survey::of(&customer.users, first_time)
        };
        let fates = survey.fates(update);
        parts.push(Part {
            update,
            survey,
            fates,
        });
    }
    parts
}

/// Returns a problem for each product to be assigned that the customer has never bought.
fn not_entitled(customer: &Customer, parts: &[Part<'_>]) -> Vec<Problem> {
    let skus: BTreeSet<_> = parts
        .iter()
        .flat_map(|part| part.update.assigned())
        .collect();
    let unknown = skus
        .iter()
        .filter(|sku| customer.entitlement(**sku).is_none());
    unknown
        .map(|sku| ProblemKind::NotEntitled.at(Field::License(*sku)))
        .collect()
}

/// Returns a problem for each product with too few seats. Users who get nothing for another reason
/// need none.
fn shortages(customer: &Customer, parts: &[Part<'_>]) -> Vec<Problem> {
    let all: Vec<_> = parts
        .iter()
        .map(|part| (&part.survey, &*part.fates))
        .collect();
    let mut short = Forecast::of(customer, &all).shortages(customer);
    short.retain(|problem| problem.kind != ProblemKind::NotEntitled);
    short
}

/// What the changes come to together.
#[derive(Default)]
struct Total {
    changes: Vec<LicenseChange>,
    outcomes: Vec<LicenseOutcome>,
    /// What would undo it, and for whom.
    undo: Vec<(LicenseUpdate, Vec<UserNumber>)>,
}

impl Total {
    fn add(&mut self, part: Part<'_>) {
        let Part {
            update,
            survey,
            fates,
        } = part;
        // For each cohort, the positions of the outcome and of the undo that its users belong to.
        let first = self.outcomes.len();
        let mut positions = Vec::with_capacity(fates.len());
        for (at, fate) in fates.into_iter().enumerate() {
            let before = survey.licenses(at).cloned().unwrap_or_default();
            let (result, back) = match fate {
                Fate::Unchanged => (LicenseResult::Unchanged, None),
                Fate::Refused(problems) => (LicenseResult::Refused(problems), None),
                Fate::Changed(after) => {
                    let back = LicenseUpdate::between(&after, &before);
                    let there = LicenseUpdate::between(&before, &after);
                    (LicenseResult::Changed(there), Some(back))
                }
            };
            positions.push((
                self.outcome_position(first, result),
                back.map(|back| self.undo_position(back)),
            ));
        }
        let mut changed = Vec::new();
        for (number, cohort) in &survey.members {
            let Some((outcome, back)) = positions.get(*cohort) else {
                continue;
            };
            if let Some(outcome) = self.outcomes.get_mut(*outcome) {
                outcome.users.push(*number);
            }
            if let Some((_, users)) = back.and_then(|back| self.undo.get_mut(back)) {
                users.push(*number);
                changed.push(*number);
            }
        }
        if !survey.gone().is_empty() {
            self.outcomes.push(LicenseOutcome {
                users: survey.gone().to_vec(),
                result: LicenseResult::Gone,
            });
        }
        if !changed.is_empty() {
            self.changes.push(LicenseChange {
                users: changed.into_iter().collect(),
                update: update.clone(),
            });
        }
    }

    /// Returns the position of the outcome with this result, from `first` on; adds it if needed.
    fn outcome_position(&mut self, first: usize, result: LicenseResult) -> usize {
        let own = self.outcomes.iter().skip(first);
        if let Some((_, at)) = own.zip(first..).find(|(one, _)| one.result == result) {
            return at;
        }
        self.outcomes.push(LicenseOutcome {
            users: Vec::new(),
            result,
        });
        self.outcomes.len().saturating_sub(1)
    }

    /// Returns the position of the undo with this update; adds it if needed.
    fn undo_position(&mut self, update: LicenseUpdate) -> usize {
        let found = self.undo.iter().position(|(known, _)| *known == update);
        found.unwrap_or_else(|| {
            self.undo.push((update, Vec::new()));
            self.undo.len().saturating_sub(1)
        })
    }
}
