//! Checks and instructions in words, as proposals for the texts of goals and for the list of what
//! was recorded.

use super::say::say;
use super::sentences::{Sentences, product_names, with_user_name};
use crate::domain::{
    Action, AdminRole, Customer, DomainName, Location, Plan, Sku, User, UserFilter, UserName,
    Workspace,
};
use crate::training::{
    Act, Amount, Check, CountCheck, Instruction, Order, ProductOrder, SeatsCheck, UserCheck,
    UsersOrder, Who,
};

/// The most users that are named.
const MOST_NAMED: usize = 3;

impl Sentences {
    /// "Dana Ruiz holds Microsoft 365 Business Premium." `state` is where people and companies have
    /// their names.
    pub fn check(self, check: &Check, state: &Workspace) -> String {
        match check {
            Check::User(check) => self.user_check(check, state),
            Check::Deleted(name) => say!(self;
                "{} is in Deleted users.",
                "{} ist unter „Gelöschte Benutzer“.",
                person(name, state)
            ),
            Check::Count(check) => self.count_check(check, state),
            Check::Seats(check) => self.seats_check(check, state),
            Check::Done {
                action,
                customer,
                user,
            } => {
                let whom = user.as_ref().map(|name| person(name, state));
                let whom = whom.or_else(|| customer.as_ref().map(|domain| company(domain, state)));
                self.about_whom(self.action(*action), whom)
            }
            Check::Act { act, customer } => {
                let whom = customer.as_ref().map(|domain| company(domain, state));
                self.about_whom(self.act(*act), whom)
            }
            Check::All(checks) => self.joined(checks, state, self.pick(" And: ", " Und: ")),
            Check::Any(checks) => self.joined(checks, state, self.pick(" Or: ", " Oder: ")),
            Check::Not(check) => {
                let what = self.check(check, state);
                say!(self; "Not: {what}", "Nicht: {what}")
            }
            Check::After { then, .. } => self.check(then, state),
        }
    }

    /// "Password reset: Dana Ruiz."
    fn about_whom(self, what: &str, whom: Option<String>) -> String {
        match whom {
            Some(whom) => format!("{what}: {whom}."),
            None => format!("{what}."),
        }
    }

    fn joined(self, checks: &[Check], state: &Workspace, between: &str) -> String {
        let all = checks.iter().map(|check| self.check(check, state));
        all.collect::<Vec<_>>().join(between)
    }

    fn user_check(self, check: &UserCheck, state: &Workspace) -> String {
        let mut parts = Vec::new();
        if !check.licenses.is_empty() {
            let products = product_names(check.licenses.iter().copied());
            parts.push(say!(self; "holds {products}", "hat {products}"));
        }
        if !check.without.is_empty() {
            let products = product_names(check.without.iter().copied());
            parts.push(say!(self; "doesn't hold {products}", "hat {products} nicht"));
        }
        parts.extend(self.plans(&check.plans_on, true));
        parts.extend(self.plans(&check.plans_off, false));
        parts.extend(self.details(check));
        let is_about_account = parts.is_empty() || !check.exists;
        let name = match (&check.user, &check.display_name) {
            // Another account of this name would not do.
            (Who::User(name), Some(shown)) => with_user_name(shown, name),
            (Who::User(name), None) if is_about_account => exact_person(name, state),
            (Who::User(name), None) => person(name, state),
            (Who::AnyoneAt(_), Some(shown)) => shown.as_str().to_owned(),
            (Who::AnyoneAt(domain), None) => {
                let company = company(domain, state);
                say!(self; "Somebody at {company}", "Jemand bei {company}")
            }
        };
        if !check.exists {
            return say!(self; "{name} has no account.", "{name} hat kein Konto.");
        }
        if parts.is_empty() {
            return say!(self; "{name} has an account.", "{name} hat ein Konto.");
        }
        let and = self.pick(" and ", " und ");
        format!("{name} {}.", parts.join(and))
    }

    fn plans(
        self,
        plans: &std::collections::BTreeMap<Sku, std::collections::BTreeSet<Plan>>,
        are_on: bool,
    ) -> Option<String> {
        let names: Vec<&str> = plans.values().flatten().map(|plan| plan.name).collect();
        let names = names.join(", ");
        if names.is_empty() {
            return None;
        }
        Some(if are_on {
            say!(self; "has {names} switched on", "hat {names} eingeschaltet")
        } else {
            say!(self; "has {names} switched off", "hat {names} ausgeschaltet")
        })
    }

    fn details(self, check: &UserCheck) -> Option<String> {
        let words = self.0.words();
        let mut all: Vec<String> = Vec::new();
        let names = [
            (words.first_name, &check.first_name),
            (words.last_name, &check.last_name),
        ];
        for (label, name) in names {
            all.extend(
                name.as_ref()
                    .map(|name| format!("{label} {}", name.as_str())),
            );
        }
        let location = check.location.map(Location::code);
        all.extend(location.map(|code| format!("{} {code}", words.location)));
        if let Some(roles) = &check.roles {
            let names: Vec<&str> = roles
                .iter()
                .map(|role: &AdminRole| self.admin_role(*role))
                .collect();
            all.push(if names.is_empty() {
                self.pick("no administrator role", "keine Administratorrolle")
                    .to_owned()
            } else {
                names.join(", ")
            });
        }
        let all = all.join(", ");
        (!all.is_empty()).then(|| say!(self; "has: {all}", "hat: {all}"))
    }

    fn count_check(self, check: &CountCheck, state: &Workspace) -> String {
        let company = company(&check.customer, state);
        let number = self.amount(check.number);
        let words = self.0.words();
        let what = match check.filter {
            None => String::new(),
            Some(UserFilter::Unlicensed) => words.filter_unlicensed.to_owned(),
            Some(UserFilter::Licensed) => words.filter_licensed.to_owned(),
            Some(UserFilter::Administrators) => words.filter_administrators.to_owned(),
            Some(UserFilter::WithoutLocation) => words.filter_no_location.to_owned(),
            Some(UserFilter::Holding(sku)) => say!(self; "with {}", "mit {}", sku.name),
            Some(UserFilter::NotHolding(sku)) => say!(self; "without {}", "ohne {}", sku.name),
        };
        if what.is_empty() {
            say!(self; "{company} has {number} users.", "{company} hat {number} Benutzer.")
        } else {
            say!(self;
                "{company} has {number} users: {what}.",
                "{company} hat {number} Benutzer: {what}."
            )
        }
    }

    fn seats_check(self, check: &SeatsCheck, state: &Workspace) -> String {
        let (company, product) = (company(&check.customer, state), check.product.name);
        let mut parts = Vec::new();
        if !check.total.is_open() {
            parts.push(self.seats(check.total));
        }
        if !check.assigned.is_open() {
            let seats = self.seats(check.assigned);
            parts.push(say!(self; "{seats} assigned", "{seats} zugewiesen"));
        }
        if !check.available.is_open() {
            let seats = self.seats(check.available);
            parts.push(say!(self; "{seats} available", "{seats} verfügbar"));
        }
        format!("{company}, {product}: {}.", parts.join(", "))
    }

    /// "1 seat", "at least 2 seats".
    fn seats(self, amount: Amount) -> String {
        let number = self.amount(amount);
        if amount.is == Some(1) {
            say!(self; "{number} seat", "{number} Platz")
        } else {
            say!(self; "{number} seats", "{number} Plätze")
        }
    }

    fn amount(self, amount: Amount) -> String {
        let mut parts = Vec::new();
        parts.extend(amount.is.map(|limit| limit.to_string()));
        let least = amount.at_least;
        parts.extend(least.map(|limit| say!(self; "at least {limit}", "mindestens {limit}")));
        let most = amount.at_most;
        parts.extend(most.map(|limit| say!(self; "at most {limit}", "höchstens {limit}")));
        parts.join(", ")
    }

    /// Says what somebody did that changes nothing.
    pub fn act(self, act: Act) -> &'static str {
        let (english, german) = match act {
            Act::CredentialsDelivered => ("Passwords handed over", "Kennwörter weitergegeben"),
            Act::CredentialsPrinted => ("Passwords printed", "Kennwörter gedruckt"),
            Act::CredentialsCopied => ("Passwords copied", "Kennwörter kopiert"),
            Act::CredentialsDownloaded => ("Passwords downloaded", "Kennwörter heruntergeladen"),
            Act::EmailDrafted => ("Email draft opened", "E-Mail-Entwurf geöffnet"),
            Act::Exported => ("List exported", "Liste exportiert"),
            Act::CustomersExported => ("Customers exported", "Kunden exportiert"),
            Act::UsersExported => ("Users exported", "Benutzer exportiert"),
            Act::SubscriptionsExported => ("Subscriptions exported", "Abonnements exportiert"),
            Act::LogExported => ("Activity log exported", "Aktivitätsprotokoll exportiert"),
            Act::Filtered => ("Users filtered", "Benutzer gefiltert"),
            Act::Uploaded => ("File validated", "Datei überprüft"),
            Act::CallCopied => ("Call copied", "Aufruf kopiert"),
        };
        self.pick(english, german)
    }

    /// "User deleted: Ute Vogt", of something to be done.
    pub fn instruction(self, instruction: &Instruction, state: &Workspace) -> String {
        let domain = |domain: &DomainName| company(domain, state);
        let (what, whom) = match &instruction.what {
            Order::Create(account) => (
                self.action(Action::CreateUsers),
                account.display_name.as_str().to_owned(),
            ),
            Order::Upload { rows, customer, .. } => {
                let users = self.users(rows.len(), &rows.len().to_string());
                let text = format!("{}, {users}", domain(customer));
                (self.action(Action::UploadUsers), text)
            }
            Order::Edit(edit) => (self.action(Action::EditUser), person(&edit.user, state)),
            Order::ForUsers { users, what } => {
                let action = match what {
                    UsersOrder::ResetPasswords => Action::ResetPasswords,
                    UsersOrder::Delete => Action::DeleteUsers,
                    UsersOrder::ChangeLicenses(_) => Action::ChangeLicenses,
                };
                (self.action(action), self.people(users, state))
            }
            Order::Restore { users, .. } => {
                (self.action(Action::RestoreUsers), self.people(users, state))
            }
            Order::ForProduct {
                product,
                customer,
                what,
            } => {
                let action = match what {
                    ProductOrder::AddSubscription(_) => Action::AddSubscription,
                    ProductOrder::ChangeQuantity(_) => Action::ChangeQuantity,
                    ProductOrder::ChangeStatus(_) => Action::ChangeStatus,
                };
                let text = format!("{}, {}", domain(customer), product.name);
                (self.action(action), text)
            }
            Order::EditCustomer { customer, .. } => {
                (self.action(Action::EditCustomer), domain(customer))
            }
            Order::AdvanceClock(days) => {
                let days = match days {
                    1 => say!(self; "1 day", "1 Tag"),
                    days => say!(self; "{days} days", "{days} Tage"),
                };
                (self.action(Action::AdvanceClock), days)
            }
            Order::SetRecordLimit(limit) => {
                (self.action(Action::SetRecordLimit), limit.get().to_string())
            }
            Order::Act { act, .. } => return self.act(*act).to_owned(),
        };
        format!("{what}: {whom}")
    }

    fn people(self, users: &[UserName], state: &Workspace) -> String {
        if users.len() > MOST_NAMED {
            return self.users(users.len(), &users.len().to_string());
        }
        let names = users.iter().map(|name| person(name, state));
        names.collect::<Vec<_>>().join(", ")
    }
}

/// Returns the customer with this domain.
fn customer_at<'a>(state: &'a Workspace, domain: &str) -> Option<&'a Customer> {
    let mut customers = state.customers();
    customers.find(|customer| customer.domains.iter().any(|own| own.as_str() == domain))
}

/// Returns the name of the company with this domain.
fn company(domain: &DomainName, state: &Workspace) -> String {
    let customer = customer_at(state, domain.as_str());
    customer
        .map_or(domain.as_str(), |customer| customer.company.as_str())
        .to_owned()
}

/// Returns the customer and the user of this user name, active or else deleted.
fn user_named<'a>(name: &UserName, state: &'a Workspace) -> Option<(&'a Customer, &'a User)> {
    let customer = customer_at(state, name.domain())?;
    let found = customer.users.with_name(name);
    let is_named = |user: &&User| user.details.user_name == *name;
    let user = found.or_else(|| customer.users.active_and_deleted().find(is_named))?;
    Some((customer, user))
}

/// Returns the name of a person, with the user name where the customer has another of this name.
fn person(name: &UserName, state: &Workspace) -> String {
    let Some((customer, user)) = user_named(name, state) else {
        return name.as_str().to_owned();
    };
    let shown = &user.details.display_name;
    let is_other = |other: &User| other.number != user.number;
    let mut all = customer.users.active_and_deleted();
    if all.any(|other| is_other(other) && other.details.display_name == *shown) {
        with_user_name(shown, name)
    } else {
        shown.as_str().to_owned()
    }
}

/// Returns the name of a person with the user name.
fn exact_person(name: &UserName, state: &Workspace) -> String {
    user_named(name, state).map_or_else(
        || name.as_str().to_owned(),
        |(_, user)| with_user_name(&user.details.display_name, name),
    )
}
