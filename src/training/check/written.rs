//! Checks as a course writes them: the way back from `fields`.

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::condition::{Amount, Check, CountCheck, SeatsCheck};
use super::filter::CountFilter;
use super::user::{UserCheck, Who};
use crate::domain::{DomainName, Location, PersonName, UserName};
use crate::training::written::Written;

impl Serialize for Check {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written().serialize(serializer)
    }
}

impl Check {
    fn written(&self) -> Written {
        let list = |checks: &[Self]| -> Vec<Value> {
            checks.iter().map(|check| check.written().value()).collect()
        };
        match self {
            Self::User(check) => check.written(),
            Self::Deleted(name) => Written::new("deleted", name.as_str()),
            Self::Count(check) => check.written(),
            Self::Seats(check) => check.written(),
            Self::Done {
                action,
                customer,
                user,
            } => Written::new("done", action.code())
                .text("user", user.as_ref().map(UserName::as_str))
                .text("customer", customer.as_ref().map(DomainName::as_str)),
            Self::Act { act, customer } => Written::new("act", act.code())
                .text("customer", customer.as_ref().map(DomainName::as_str)),
            Self::All(checks) => Written::new("all", list(checks)),
            Self::Any(checks) => Written::new("any", list(checks)),
            Self::Not(check) => Written::new("not", check.written().value()),
            Self::After { goal, then } => {
                Written::new("after", goal.as_str()).with("then", then.written().value())
            }
        }
    }
}

impl UserCheck {
    fn written(&self) -> Written {
        let user = match &self.user {
            Who::User(name) => name.as_str().to_owned(),
            Who::AnyoneAt(domain) => format!("*@{}", domain.as_str()),
        };
        let name = |name: &Option<PersonName>| name.as_ref().map(|name| name.as_str().to_owned());
        let mut written = Written::new("user", user);
        if !self.exists {
            written = written.with("exists", false);
        }
        written = written
            .text("first_name", name(&self.first_name).as_deref())
            .text("last_name", name(&self.last_name).as_deref())
            .text("display_name", name(&self.display_name).as_deref())
            .text("location", self.location.map(Location::code));
        if let Some(roles) = &self.roles {
            let roles: Vec<Value> = roles.iter().map(|role| role.code().into()).collect();
            written = written.with("roles", roles);
        }
        written
            .products("licenses", &self.licenses)
            .products("without", &self.without)
            .plans("plans_on", &self.plans_on)
            .plans("plans_off", &self.plans_off)
    }
}

impl CountCheck {
    fn written(&self) -> Written {
        Written::new("count", CountFilter(self.filter).code())
            .with("customer", self.customer.as_str())
            .text("domain", self.domain.as_ref().map(DomainName::as_str))
            .amount(self.number)
    }
}

impl SeatsCheck {
    fn written(&self) -> Written {
        let mut written = Written::new("seats", self.product.part_number)
            .with("customer", self.customer.as_str());
        for (name, amount) in [
            ("total", self.total),
            ("assigned", self.assigned),
            ("available", self.available),
        ] {
            if let Some(limits) = amount.written() {
                written = written.with(name, limits);
            }
        }
        written
    }
}

impl Written {
    fn amount(self, amount: Amount) -> Self {
        self.number("is", amount.is)
            .number("at_least", amount.at_least)
            .number("at_most", amount.at_most)
    }
}

impl Amount {
    /// Returns the limits as an object, or `None` where every number passes.
    fn written(self) -> Option<Value> {
        let limits = [
            ("is", self.is),
            ("at_least", self.at_least),
            ("at_most", self.at_most),
        ];
        let limits = limits
            .into_iter()
            .filter_map(|(name, limit)| Some((name.to_owned(), limit?.into())));
        (!self.is_open()).then(|| Value::Object(limits.collect()))
    }
}
