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

    /// Holds the product from now on, with these plans switched off; plans that are not the product's are left out.
    pub fn assign(&mut self, sku: Sku, switched_off: impl IntoIterator<Item = Plan>) {
        let own = switched_off
            .into_iter()
            .filter(|plan| sku.plans().any(|own| own == *plan));
        self.0.insert(sku, own.into_iter().collect());
    }

    /// Holds the product no longer.
    pub fn revoke(&mut self, sku: Sku) {
        self.0.remove(&sku);
    }

    /// Switches a plan of a product that is held on or off; a plan or product that is not there is left alone.
    pub fn switch(&mut self, sku: Sku, plan: Plan, on: bool) {
        let Some(off) = self
            .0
            .get_mut(&sku)
            .filter(|_| sku.plans().any(|own| own == plan))
        else {
            return;
        };
        if on {
            off.remove(&plan);
        } else {
            off.insert(plan);
        }
    }

    /// The switched-off plans of a product; none where it is not held.
    pub fn switched_off(&self, sku: Sku) -> Option<&BTreeSet<Plan>> {
        self.0.get(&sku)
    }

    /// Does the user hold the product?
    pub fn holds(&self, sku: Sku) -> bool {
        self.0.contains_key(&sku)
    }

    /// The products held, in catalogue order.
    pub fn products(&self) -> impl Iterator<Item = Sku> {
        self.0.keys().copied()
    }

    /// The products held, each with its switched-off plans.
    pub fn iter(&self) -> impl Iterator<Item = (Sku, &BTreeSet<Plan>)> {
        self.0.iter().map(|(sku, off)| (*sku, off))
    }

    /// How many products are held.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Is no product held?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every plan that is switched on, with the product that brings it.
    pub fn plans_on(&self) -> impl Iterator<Item = (Sku, Plan)> {
        self.iter().flat_map(|(sku, off)| {
            sku.plans()
                .filter(|plan| !off.contains(plan))
                .map(move |plan| (sku, plan))
        })
    }

    /// What the rules about a single user have against these licenses in this location: location missing or blocked,
    /// plans in conflict, plans missing. Empty where all is well. Source: "Assign or revoke licenses to multiple users".
    pub fn problems(&self, location: Option<Location>) -> Vec<Problem> {
        let mut problems = self.location_problems(location);
        let on: Vec<_> = self.plans_on().collect();
        for (sku, plan) in &on {
            let excluded: Vec<_> = plan.conflicts_with().collect();
            for (of, with) in &on {
                // Each pair once, at the product that stands later in the list.
                if excluded.contains(with) && (of, with) < (sku, plan) {
                    let kind = ProblemKind::PlanConflict {
                        plan: *plan,
                        with: *with,
                        of: *of,
                    };
                    problems.push(Problem {
                        field: Field::License(*sku),
                        kind,
                    });
                }
            }
            for group in plan.requires() {
                if !on.iter().any(|(_, present)| group.contains(present)) {
                    let kind = ProblemKind::PlanMissing {
                        plan: *plan,
                        any_of: group.to_vec(),
                    };
                    problems.push(Problem {
                        field: Field::License(*sku),
                        kind,
                    });
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
            return vec![Problem {
                field: Field::Location,
                kind: ProblemKind::LocationNeeded,
            }];
        };
        self.products()
            .filter(|sku| sku.is_blocked_in(location.code()))
            .map(|sku| Problem {
                field: Field::License(sku),
                kind: ProblemKind::Blocked { sku, location },
            })
            .collect()
    }
}

impl TryFrom<BTreeMap<Sku, BTreeSet<Plan>>> for Licenses {
    type Error = &'static str;

    fn try_from(held: BTreeMap<Sku, BTreeSet<Plan>>) -> Result<Self, Self::Error> {
        let is_own = |(sku, off): (&Sku, &BTreeSet<Plan>)| {
            off.iter().all(|plan| sku.plans().any(|own| own == *plan))
        };
        if held.iter().all(is_own) {
            Ok(Self(held))
        } else {
            Err("a plan of another product")
        }
    }
}

impl FromIterator<(Sku, BTreeSet<Plan>)> for Licenses {
    fn from_iter<I: IntoIterator<Item = (Sku, BTreeSet<Plan>)>>(held: I) -> Self {
        let mut licenses = Self::default();
        for (sku, off) in held {
            licenses.assign(sku, off);
        }
        licenses
    }
}
