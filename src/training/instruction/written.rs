//! Instructions as a course writes them: the way back from `fields`.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::order::{AccountEdit, Instruction, NewAccount, Order, ProductOrder, UsersOrder};
use crate::domain::{
    AdminRole, CompanyName, DomainName, LicenseUpdate, Location, PersonName, Plan, Sku,
    SubscriptionStatus, UserName,
};
use crate::training::written::Written;

impl Serialize for Instruction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let role = self.role.map(|role| role.code());
        self.what.written().text("role", role).serialize(serializer)
    }
}

impl Order {
    fn written(&self) -> Written {
        match self {
            Self::Create(account) => account.written(),
            Self::Upload {
                rows,
                customer,
                location,
            } => {
                let rows: Vec<Value> = rows.iter().map(|row| row.to_vec().into()).collect();
                Written::new("upload", rows)
                    .with("customer", customer.as_str())
                    .with("location", location.code())
            }
            Self::Edit(edit) => edit.written(),
            Self::ForUsers { users, what } => what.written(names(users)),
            Self::Restore { users, renamed } => {
                let written = Written::new("restore", names(users));
                let renamed = renamed
                    .iter()
                    .map(|(name, new)| (name.as_str().to_owned(), new.as_str().into()));
                let renamed: serde_json::Map<String, Value> = renamed.collect();
                if renamed.is_empty() {
                    written
                } else {
                    written.with("renamed", renamed)
                }
            }
            Self::ForProduct {
                product,
                customer,
                what,
            } => what.written(*product, customer),
            Self::EditCustomer {
                customer,
                company,
                location,
            } => Written::new("edit-customer", customer.as_str())
                .text("company", company.as_ref().map(CompanyName::as_str))
                .text("location", location.map(Location::code)),
            Self::AdvanceClock(days) => Written::new("advance-clock", *days),
            Self::SetRecordLimit(limit) => Written::new("set-record-limit", limit.get()),
            Self::Act { act, customer } => Written::new("act", act.code())
                .text("customer", customer.as_ref().map(DomainName::as_str)),
        }
    }
}

impl UsersOrder {
    fn written(&self, users: Vec<Value>) -> Written {
        match self {
            Self::ResetPasswords => Written::new("reset-passwords", users),
            Self::Delete => Written::new("delete", users),
            Self::ChangeLicenses(update) => {
                let (assigned, revoked): (BTreeSet<Sku>, BTreeSet<Sku>) =
                    (update.assigned().collect(), update.revoked().collect());
                Written::new("change-licenses", users)
                    .products("assign", &assigned)
                    .products("revoke", &revoked)
                    .plans("plans_on", &switched(update, true))
                    .plans("plans_off", &switched(update, false))
            }
        }
    }
}

/// Returns the plans that an update switches on (`true`) or off, by their products.
fn switched(update: &LicenseUpdate, wanted: bool) -> BTreeMap<Sku, BTreeSet<Plan>> {
    let mut all = BTreeMap::new();
    for sku in update.products() {
        let plans = update.switched(sku).filter(|(_, on)| *on == wanted);
        let plans: BTreeSet<Plan> = plans.map(|(plan, _)| plan).collect();
        if !plans.is_empty() {
            all.insert(sku, plans);
        }
    }
    all
}

impl ProductOrder {
    fn written(&self, product: Sku, customer: &DomainName) -> Written {
        let (name, quantity) = match self {
            Self::AddSubscription(quantity) => ("add-subscription", Some(quantity)),
            Self::ChangeQuantity(quantity) => ("change-quantity", Some(quantity)),
            Self::ChangeStatus(SubscriptionStatus::Suspended) => ("suspend", None),
            Self::ChangeStatus(SubscriptionStatus::Active) => ("reactivate", None),
        };
        Written::new(name, product.part_number)
            .with("customer", customer.as_str())
            .number("quantity", quantity.map(|quantity| quantity.get().into()))
    }
}

impl NewAccount {
    fn written(&self) -> Written {
        Written::new("create", self.user.as_str())
            .text("first_name", name(&self.first_name))
            .text("last_name", name(&self.last_name))
            .with("display_name", self.display_name.as_str())
            .text("location", self.location.map(Location::code))
            .list("roles", roles(&self.roles))
            .products("licenses", &self.licenses)
            .plans("plans_off", &self.plans_off)
    }
}

impl AccountEdit {
    fn written(&self) -> Written {
        let written = Written::new("edit", self.user.as_str())
            .text("user_name", self.user_name.as_ref().map(UserName::as_str))
            .text("first_name", name(&self.first_name))
            .text("last_name", name(&self.last_name))
            .text("display_name", name(&self.display_name))
            .text("location", self.location.map(Location::code));
        match &self.roles {
            // No roles are something else than nothing said of them.
            Some(all) => written.with("roles", roles(all)),
            None => written,
        }
    }
}

fn name(name: &Option<PersonName>) -> Option<&str> {
    name.as_ref().map(PersonName::as_str)
}

fn names(users: &[UserName]) -> Vec<Value> {
    users.iter().map(|name| name.as_str().into()).collect()
}

fn roles(roles: &BTreeSet<AdminRole>) -> Vec<Value> {
    roles.iter().map(|role| role.code().into()).collect()
}
