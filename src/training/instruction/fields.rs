//! Instructions as a course writes them.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::take;

use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::order::{AccountEdit, Instruction, NewAccount, Order, ProductOrder, UsersOrder};
use crate::domain::upload::RecordLimit;
use crate::domain::{
    AdminRole, CompanyName, DomainName, LicenseUpdate, Location, PartnerRole, PersonName, Plan,
    Quantity, Sku, SubscriptionStatus, UserName,
};
use crate::training::Act;

/// Every field that an instruction may have. The one that says what is to be done comes first in
/// courses; the others say more.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct InstructionFields {
    // Each instruction has one of these.
    create: Option<UserName>,
    upload: Option<Vec<[String; 4]>>,
    edit: Option<UserName>,
    #[serde(rename = "reset-passwords")]
    reset_passwords: Option<Vec<UserName>>,
    delete: Option<Vec<UserName>>,
    restore: Option<Vec<UserName>>,
    #[serde(rename = "change-licenses")]
    change_licenses: Option<Vec<UserName>>,
    #[serde(rename = "add-subscription")]
    add_subscription: Option<Sku>,
    #[serde(rename = "change-quantity")]
    change_quantity: Option<Sku>,
    suspend: Option<Sku>,
    reactivate: Option<Sku>,
    #[serde(rename = "edit-customer")]
    edit_customer: Option<DomainName>,
    #[serde(rename = "advance-clock")]
    advance_clock: Option<u16>,
    #[serde(rename = "set-record-limit")]
    set_record_limit: Option<RecordLimit>,
    act: Option<Act>,
    // Who does it.
    role: Option<PartnerRole>,
    // The account of a user or a customer.
    user_name: Option<UserName>,
    first_name: Option<PersonName>,
    last_name: Option<PersonName>,
    display_name: Option<PersonName>,
    location: Option<Location>,
    roles: Option<BTreeSet<AdminRole>>,
    company: Option<CompanyName>,
    renamed: BTreeMap<UserName, UserName>,
    // Licenses.
    licenses: BTreeSet<Sku>,
    assign: BTreeSet<Sku>,
    revoke: BTreeSet<Sku>,
    plans_on: BTreeMap<Sku, BTreeSet<Plan>>,
    plans_off: BTreeMap<Sku, BTreeSet<Plan>>,
    customer: Option<DomainName>,
    quantity: Option<Quantity>,
}

impl<'de> Deserialize<'de> for Instruction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut fields = InstructionFields::deserialize(deserializer)?;
        let role = fields.role.take();
        let what = fields
            .take_account()
            .or_else(|| fields.take_users())
            .or_else(|| fields.take_product())
            .or_else(|| fields.take_other());
        let error = match what {
            // A field is left if it belongs to another kind, or if there are two kinds.
            Some(what) if fields == InstructionFields::default() => return Ok(Self { what, role }),
            Some(_) => "a field does not belong to this instruction",
            None => "an instruction says nothing, or not enough",
        };
        Err(D::Error::custom(error))
    }
}

impl InstructionFields {
    fn take_account(&mut self) -> Option<Order> {
        if let Some(user) = self.create.take() {
            return Some(Order::Create(Box::new(NewAccount {
                user,
                first_name: self.first_name.take(),
                last_name: self.last_name.take(),
                display_name: self.display_name.take()?,
                location: self.location.take(),
                roles: self.roles.take().unwrap_or_default(),
                licenses: take(&mut self.licenses),
                plans_off: take(&mut self.plans_off),
            })));
        }
        if let Some(user) = self.edit.take() {
            return Some(Order::Edit(Box::new(AccountEdit {
                user,
                user_name: self.user_name.take(),
                first_name: self.first_name.take(),
                last_name: self.last_name.take(),
                display_name: self.display_name.take(),
                location: self.location.take(),
                roles: self.roles.take(),
            })));
        }
        let customer = self.edit_customer.take()?;
        Some(Order::EditCustomer {
            customer,
            company: self.company.take(),
            location: self.location.take(),
        })
    }

    fn take_users(&mut self) -> Option<Order> {
        if let Some(rows) = self.upload.take() {
            return Some(Order::Upload {
                rows,
                customer: self.customer.take()?,
                location: self.location.take()?,
            });
        }
        if let Some(users) = self.restore.take() {
            let renamed = take(&mut self.renamed);
            return Some(Order::Restore { users, renamed });
        }
        let (users, what) = if let Some(users) = self.reset_passwords.take() {
            (users, UsersOrder::ResetPasswords)
        } else if let Some(users) = self.delete.take() {
            (users, UsersOrder::Delete)
        } else {
            let users = self.change_licenses.take()?;
            (users, UsersOrder::ChangeLicenses(self.take_update()))
        };
        Some(Order::ForUsers { users, what })
    }

    fn take_update(&mut self) -> LicenseUpdate {
        let mut update = LicenseUpdate::default();
        for (skus, hold) in [(&mut self.assign, true), (&mut self.revoke, false)] {
            take(skus)
                .into_iter()
                .for_each(|sku| update.set(sku, Some(hold)));
        }
        for (plans, on) in [(&mut self.plans_on, true), (&mut self.plans_off, false)] {
            for (sku, plans) in take(plans) {
                plans
                    .into_iter()
                    .for_each(|plan| update.switch(sku, plan, Some(on)));
            }
        }
        update
    }

    fn take_product(&mut self) -> Option<Order> {
        let (product, what) = if let Some(product) = self.add_subscription.take() {
            (
                product,
                ProductOrder::AddSubscription(self.quantity.take()?),
            )
        } else if let Some(product) = self.change_quantity.take() {
            (product, ProductOrder::ChangeQuantity(self.quantity.take()?))
        } else if let Some(product) = self.suspend.take() {
            (
                product,
                ProductOrder::ChangeStatus(SubscriptionStatus::Suspended),
            )
        } else {
            let product = self.reactivate.take()?;
            (
                product,
                ProductOrder::ChangeStatus(SubscriptionStatus::Active),
            )
        };
        Some(Order::ForProduct {
            product,
            customer: self.customer.take()?,
            what,
        })
    }

    fn take_other(&mut self) -> Option<Order> {
        if let Some(act) = self.act.take() {
            let customer = self.customer.take();
            return Some(Order::Act { act, customer });
        }
        if let Some(days) = self.advance_clock.take() {
            return Some(Order::AdvanceClock(days));
        }
        self.set_record_limit.take().map(Order::SetRecordLimit)
    }
}
