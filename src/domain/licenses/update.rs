//! Updates of licenses: products assigned and revoked, plans switched on and off.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::users::user_numbers;
use crate::domain::{Licenses, Plan, Sku, UserNumber};

/// An update of the licenses of one or many users. What it does not mention stays as it is for
/// each of them.
///
/// It stands for `LicensesToAssign` and `LicensesToRemove` in the Partner Center REST reference.
/// Plans are a difference, because they may vary from user to user.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "BTreeMap<Sku, ProductUpdate>")]
pub struct LicenseUpdate(BTreeMap<Sku, ProductUpdate>);

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ProductUpdate {
    /// Whether to assign or revoke it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hold: Option<bool>,
    /// The plans to switch on (`true`) or off wherever the product is held.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    plans: BTreeMap<Plan, bool>,
}

/// One update for many users.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LicenseChange {
    #[serde(with = "user_numbers")]
    pub users: BTreeSet<UserNumber>,
    pub update: LicenseUpdate,
}

impl LicenseUpdate {
    /// Assigns the product with all its plans to those who do not hold it (`true`), revokes it, or
    /// leaves it alone.
    pub fn set(&mut self, sku: Sku, hold: Option<bool>) {
        self.change(sku, |product| product.hold = hold);
    }

    /// Switches one of the product's plans on (`true`) or off for everybody who holds the product
    /// afterwards, or leaves it alone.
    pub fn switch(&mut self, sku: Sku, plan: Plan, on: Option<bool>) {
        if !sku.plans.contains(&plan) {
            return;
        }
        self.change(sku, |product| {
            match on {
                Some(on) => product.plans.insert(plan, on),
                None => product.plans.remove(&plan),
            };
        });
    }

    fn change(&mut self, sku: Sku, change: impl FnOnce(&mut ProductUpdate)) {
        let mut product = self.0.remove(&sku).unwrap_or_default();
        change(&mut product);
        if product != ProductUpdate::default() {
            self.0.insert(sku, product);
        }
    }

    /// Returns whether the product is to be assigned (`true`), revoked, or left alone.
    pub fn hold(&self, sku: Sku) -> Option<bool> {
        self.0.get(&sku).and_then(|product| product.hold)
    }

    /// Returns whether the plan is to be switched on (`true`), off, or left alone.
    pub fn plan(&self, sku: Sku, plan: Plan) -> Option<bool> {
        let product = self.0.get(&sku)?;
        product.plans.get(&plan).copied()
    }

    /// Returns the plans to switch on (`true`) or off, in catalogue order.
    pub fn switched(&self, sku: Sku) -> impl Iterator<Item = (Plan, bool)> {
        let plans = self.0.get(&sku).map(|product| product.plans.iter());
        plans.into_iter().flatten().map(|(plan, on)| (*plan, *on))
    }

    /// Returns the products that it mentions, in catalogue order.
    pub fn products(&self) -> impl Iterator<Item = Sku> {
        self.0.keys().copied()
    }

    /// Returns the products that are to be assigned, in catalogue order.
    pub fn assigned(&self) -> impl Iterator<Item = Sku> {
        self.products().filter(|sku| self.hold(*sku) == Some(true))
    }

    /// Returns the products that are to be revoked, in catalogue order.
    pub fn revoked(&self) -> impl Iterator<Item = Sku> {
        self.products().filter(|sku| self.hold(*sku) == Some(false))
    }

    /// Returns whether it leaves everything as it is.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns what the licenses are after the update.
    #[must_use]
    pub fn applied_to(&self, licenses: &Licenses) -> Licenses {
        let mut licenses = licenses.clone();
        self.apply(&mut licenses);
        licenses
    }

    pub(in crate::domain) fn apply(&self, licenses: &mut Licenses) {
        for (sku, product) in &self.0 {
            match product.hold {
                Some(false) => licenses.revoke(*sku),
                Some(true) if !licenses.holds(*sku) => licenses.assign(*sku, []),
                _ => {}
            }
            for (plan, on) in &product.plans {
                licenses.switch(*sku, *plan, *on);
            }
        }
    }

    /// Returns the update that makes `after` out of `before` and mentions nothing else.
    pub fn between(before: &Licenses, after: &Licenses) -> Self {
        let mut update = Self::default();
        for sku in before.products().filter(|sku| !after.holds(*sku)) {
            update.set(sku, Some(false));
        }
        for (sku, off) in after.iter() {
            let was_off = before.switched_off(sku);
            if was_off.is_none() {
                update.set(sku, Some(true));
            }
            let was_off = |plan: &Plan| was_off.is_some_and(|off| off.contains(plan));
            for plan in sku
                .plans()
                .filter(|plan| was_off(plan) != off.contains(plan))
            {
                update.switch(sku, plan, Some(!off.contains(&plan)));
            }
        }
        update
    }
}

impl TryFrom<BTreeMap<Sku, ProductUpdate>> for LicenseUpdate {
    type Error = &'static str;

    fn try_from(updates: BTreeMap<Sku, ProductUpdate>) -> Result<Self, Self::Error> {
        let is_whole = |(sku, update): (&Sku, &ProductUpdate)| {
            let is_own = |plan: &Plan| sku.plans.contains(plan);
            *update != ProductUpdate::default() && update.plans.keys().all(is_own)
        };
        if updates.iter().all(is_whole) {
            Ok(Self(updates))
        } else {
            Err("an update of nothing, or of a plan of another product")
        }
    }
}
