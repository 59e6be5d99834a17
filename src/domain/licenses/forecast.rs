//! What saving an update of licenses would do.

use std::collections::BTreeMap;

use super::survey::{Fate, Survey};
use super::update::LicenseUpdate;
use crate::domain::rules::seat_problem;
use crate::domain::{Customer, Entitlement, Problem, ProblemKind, Sku};

/// What an update of licenses does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Forecast {
    /// The products of which seats are taken or given back, in catalogue order.
    pub products: Vec<(Sku, SeatForecast)>,
    /// The number of users whose licenses change.
    pub changed: u32,
    /// The number of users for whom the rules refuse it.
    pub refused: u32,
    /// How many of them have no location, without which nothing can be assigned.
    pub nowhere: u32,
}

/// What an update of licenses does to the seats of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SeatForecast {
    pub gained: u32,
    pub lost: u32,
    /// The number of seats available now; negative if the product is over-assigned.
    pub available: i64,
}

impl SeatForecast {
    /// Returns the number of seats available afterwards.
    pub fn left(self) -> i64 {
        self.available
            .saturating_add(i64::from(self.lost))
            .saturating_sub(i64::from(self.gained))
    }

    /// Returns whether there are too few seats. Revocations count first, and giving seats back is
    /// always possible.
    pub fn is_short(self) -> bool {
        self.gained > 0 && self.left() < 0
    }
}

impl Survey {
    /// Returns what saving the update would do, as far as can be known now. Saving uses the same
    /// arithmetic.
    pub fn forecast(&self, customer: &Customer, update: &LicenseUpdate) -> Forecast {
        Forecast::of(customer, &[(self, &self.fates(update))])
    }
}

impl Forecast {
    /// Adds up what the fates of several surveys come to.
    pub(in crate::domain) fn of(customer: &Customer, surveys: &[(&Survey, &[Fate])]) -> Self {
        let mut seats: BTreeMap<Sku, SeatForecast> = BTreeMap::default();
        let mut forecast = Self::default();
        let cohorts = surveys
            .iter()
            .flat_map(|(survey, fates)| survey.cohorts.iter().zip(*fates));
        for (cohort, fate) in cohorts {
            let after = match fate {
                Fate::Unchanged => continue,
                Fate::Refused(problems) => {
                    forecast.refused = forecast.refused.saturating_add(cohort.count);
                    let needs_location =
                        |problem: &Problem| problem.kind == ProblemKind::LocationNeeded;
                    if problems.iter().any(needs_location) {
                        forecast.nowhere = forecast.nowhere.saturating_add(cohort.count);
                    }
                    continue;
                }
                Fate::Changed(after) => after,
            };
            forecast.changed = forecast.changed.saturating_add(cohort.count);
            let mut add = |sku: Sku, gained: u32, lost: u32| {
                let seats = seats.entry(sku).or_insert_with(|| SeatForecast {
                    available: customer.entitlement(sku).map_or(0, Entitlement::available),
                    ..SeatForecast::default()
                });
                seats.gained = seats.gained.saturating_add(gained);
                seats.lost = seats.lost.saturating_add(lost);
            };
            for sku in after.products().filter(|sku| !cohort.licenses.holds(*sku)) {
                add(sku, cohort.count, 0);
            }
            for sku in cohort.licenses.products().filter(|sku| !after.holds(*sku)) {
                add(sku, 0, cohort.count);
            }
        }
        forecast.products = seats.into_iter().collect();
        forecast
    }

    /// Returns the products of which there are too few seats.
    pub fn shortages(&self, customer: &Customer) -> Vec<Problem> {
        self.products
            .iter()
            .filter(|(_, seats)| seats.is_short())
            .map(|(sku, seats)| seat_problem(customer, *sku, seats.gained, seats.lost))
            .collect()
    }

    /// Returns the seats of a product, unless none are taken or given back.
    pub fn seats(&self, sku: Sku) -> Option<SeatForecast> {
        let found = self.products.iter().find(|(held, _)| *held == sku);
        found.map(|(_, forecast)| *forecast)
    }
}
