//! The kinds of instructions.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::upload::RecordLimit;
use crate::domain::{
    AdminRole, CompanyName, DomainName, LicenseUpdate, Location, PartnerRole, PersonName, Plan,
    Quantity, Sku, SubscriptionStatus, UserName,
};
use crate::training::Act;

/// Something to be done, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instruction {
    pub what: Order,
    /// The role of the person who does it, if it is not the exercise's.
    pub role: Option<PartnerRole>,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// `{"create": "dana.ruiz@albatros.example", "display_name": "Dana Ruiz", "location": "DE",
    /// "licenses": ["SPB"]}`.
    Create(Box<NewAccount>),
    /// Users of a file: first, last and display name, and user name of each. `{"upload":
    /// [["Dana", "Ruiz", "Dana Ruiz", "dana.ruiz@albatros.example"]], "customer":
    /// "albatros.example", "location": "DE"}`.
    Upload {
        rows: Vec<[String; 4]>,
        customer: DomainName,
        location: Location,
    },
    /// `{"edit": "dana.ruiz@albatros.example", "location": "DE"}`. What is not said stays.
    Edit(Box<AccountEdit>),
    /// Something for active users of one customer.
    ForUsers {
        users: Vec<UserName>,
        what: UsersOrder,
    },
    /// `{"restore": ["dana.ruiz@albatros.example"], "renamed": {"dana.ruiz@albatros.example":
    /// "dana.ruiz2@albatros.example"}}`.
    Restore {
        users: Vec<UserName>,
        renamed: BTreeMap<UserName, UserName>,
    },
    /// Something about a product of a customer.
    ForProduct {
        product: Sku,
        customer: DomainName,
        what: ProductOrder,
    },
    /// `{"edit-customer": "albatros.example", "company": "Albatros AG"}`. What is not said stays.
    EditCustomer {
        customer: DomainName,
        company: Option<CompanyName>,
        location: Option<Location>,
    },
    /// `{"advance-clock": 15}`, by days.
    AdvanceClock(u16),
    /// `{"set-record-limit": 200}`.
    SetRecordLimit(RecordLimit),
    /// `{"act": "log-exported", "customer": "albatros.example"}`.
    Act {
        act: Act,
        customer: Option<DomainName>,
    },
}

/// What is to be done for active users.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UsersOrder {
    /// `{"reset-passwords": ["dana.ruiz@albatros.example"]}`.
    ResetPasswords,
    /// `{"delete": ["dana.ruiz@albatros.example"]}`.
    Delete,
    /// `{"change-licenses": ["dana.ruiz@albatros.example"], "assign": ["SPB"], "plans_off":
    /// {"SPB": ["MDE_SMB"]}}`.
    ChangeLicenses(LicenseUpdate),
}

/// What is to be done about a product of a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProductOrder {
    /// `{"add-subscription": "SPB", "customer": "albatros.example", "quantity": 5}`.
    AddSubscription(Quantity),
    /// `{"change-quantity": "SPB", "customer": "albatros.example", "quantity": 50}`, of the
    /// customer's first subscription to the product.
    ChangeQuantity(Quantity),
    /// `{"suspend": "SPB", "customer": "albatros.example"}` and `{"reactivate": …}`, of the
    /// customer's first subscription to the product.
    ChangeStatus(SubscriptionStatus),
}

/// A user to be created.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAccount {
    pub user: UserName,
    pub first_name: Option<PersonName>,
    pub last_name: Option<PersonName>,
    pub display_name: PersonName,
    pub location: Option<Location>,
    pub roles: BTreeSet<AdminRole>,
    pub licenses: BTreeSet<Sku>,
    /// Plans of these licenses that are switched off.
    pub plans_off: BTreeMap<Sku, BTreeSet<Plan>>,
}

/// What is changed of a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountEdit {
    pub user: UserName,
    pub user_name: Option<UserName>,
    pub first_name: Option<PersonName>,
    pub last_name: Option<PersonName>,
    pub display_name: Option<PersonName>,
    pub location: Option<Location>,
    pub roles: Option<BTreeSet<AdminRole>>,
}

impl Instruction {
    /// Returns whether it changes no state.
    pub const fn is_act(&self) -> bool {
        matches!(self.what, Order::Act { .. })
    }
}
