//! The products that a user holds, and the rules about one user's licenses.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::{Field, Location, Plan, Problem, ProblemKind, Sku};

/// The products a user holds, each with the service plans that are switched off.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "BTreeMap<Sku, BTreeSet<Plan>>")]
pub struct Licenses(BTreeMap<Sku, BTreeSet<Plan>>);

impl Licenses {
    /// No products.
    pub const NONE: &Self = &Self(BTreeMap::new());

    /// Assigns a product with these of its plans switched off.
    pub fn assign(&mut self, sku: Sku, switched_off: impl IntoIterator<Item = Plan>) {
        let mut off = BTreeSet::new();
        off.extend(
            switched_off
                .into_iter()
                .filter(|plan| sku.plans.contains(plan)),
        );
        self.0.insert(sku, off);
    }

    pub fn revoke(&mut self, sku: Sku) {
        self.0.remove(&sku);
    }

    /// Switches a plan of a product on or off, if the product is held and has the plan.
    pub fn switch(&mut self, sku: Sku, plan: Plan, on: bool) {
        if let Some(off) = self.0.get_mut(&sku) {
            if on {
                off.remove(&plan);
            } else if sku.plans.contains(&plan) {
                off.insert(plan);
            }
        }
    }

    /// Returns the switched-off plans of a product, or `None` if it is not held.
    pub fn switched_off(&self, sku: Sku) -> Option<&BTreeSet<Plan>> {
        self.0.get(&sku)
    }

    pub fn holds(&self, sku: Sku) -> bool {
        self.0.contains_key(&sku)
    }

    /// Returns the products held, in catalogue order.
    pub fn products(&self) -> impl Iterator<Item = Sku> {
        self.0.keys().copied()
    }

    /// Returns the products held, each with its switched-off plans.
    pub fn iter(&self) -> impl Iterator<Item = (Sku, &BTreeSet<Plan>)> {
        self.0.iter().map(|(sku, off)| (*sku, off))
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns every plan that is switched on, with its product.
    pub fn plans_on(&self) -> impl Iterator<Item = (Sku, Plan)> {
        self.iter().flat_map(|(sku, off)| {
            sku.plans()
                .filter(|plan| !off.contains(plan))
                .map(move |plan| (sku, plan))
        })
    }

    /// Returns what the rules about a single user have against these licenses in this location: a
    /// missing or blocked location, plans in conflict, and missing plans. Source: "Assign or revoke
    /// licenses to multiple users".
    pub fn problems(&self, location: Option<Location>) -> Vec<Problem> {
        let mut problems = self.location_problems(location);
        let on: Vec<_> = self.plans_on().collect();
        for &(sku, plan) in &on {
            let field = Field::License(sku);
            let excluded: Vec<_> = plan.conflicts_with().collect();
            for &(of, with) in &on {
                // Each pair is reported once, at the later product.
                if excluded.contains(&with) && (of, with) < (sku, plan) {
                    problems.push(ProblemKind::PlanConflict { plan, with, of }.at(field));
                }
            }
            for group in plan.requires() {
                if !on.iter().any(|(_, present)| group.contains(present)) {
                    let any_of = group.to_vec();
                    problems.push(ProblemKind::PlanMissing { plan, any_of }.at(field));
                }
            }
        }
        problems
    }

    fn location_problems(&self, location: Option<Location>) -> Vec<Problem> {
        if self.is_empty() {
            return Vec::new();
        }
        let Some(location) = location else {
            return vec![ProblemKind::LocationNeeded.at(Field::Location)];
        };
        self.products()
            .filter(|sku| sku.is_blocked_in(location.code()))
            .map(|sku| ProblemKind::Blocked { sku, location }.at(Field::License(sku)))
            .collect()
    }
}

impl TryFrom<BTreeMap<Sku, BTreeSet<Plan>>> for Licenses {
    type Error = &'static str;

    fn try_from(held: BTreeMap<Sku, BTreeSet<Plan>>) -> Result<Self, Self::Error> {
        let is_own =
            |(sku, off): (&Sku, &BTreeSet<Plan>)| off.iter().all(|plan| sku.plans.contains(plan));
        if held.iter().all(is_own) {
            Ok(Self(held))
        } else {
            Err("a plan of another product")
        }
    }
}
