//! How an attempt ended differently from the sample solution.

use std::collections::BTreeSet;

use super::say::say;
use super::sentences::{Sentences, with_user_name};
use crate::domain::{AdminRole, Location, PersonName};
use crate::training::{Concerned, Detail, Detour, Deviation, Differs};

impl Sentences {
    /// "Also deleted: Anna Jäger, Tom Roth". `company` is the name of the customer.
    pub fn detour(
        self,
        detour: &Detour,
        company: &str,
        number_text: &dyn Fn(i64) -> String,
    ) -> String {
        let what = self.deviation(&detour.what, company, number_text);
        if detour.users.is_empty() {
            return what;
        }
        let users: Vec<String> = detour.users.iter().map(concerned).collect();
        format!("{what}: {}", users.join(", "))
    }

    fn deviation(self, what: &Deviation, company: &str, number: &dyn Fn(i64) -> String) -> String {
        match what {
            Deviation::Assigned(sku) => {
                let name = sku.name;
                say!(self; "{name} also assigned to", "{name} zusätzlich zugewiesen")
            }
            Deviation::NotAssigned(sku) => {
                let name = sku.name;
                say!(self; "{name} not assigned to", "{name} nicht zugewiesen")
            }
            Deviation::Revoked(sku) => {
                let name = sku.name;
                say!(self; "{name} also revoked from", "{name} zusätzlich widerrufen")
            }
            Deviation::StillAssigned(sku) => {
                let name = sku.name;
                say!(self; "{name} still assigned to", "{name} noch zugewiesen")
            }
            Deviation::SwitchedOn(plan) => {
                let name = plan.name;
                say!(self; "{name} also switched on for", "{name} zusätzlich eingeschaltet")
            }
            Deviation::StillOn(plan) => {
                let name = plan.name;
                say!(self; "{name} still on for", "{name} noch eingeschaltet")
            }
            Deviation::SwitchedOff(plan) => {
                let name = plan.name;
                say!(self; "{name} also switched off for", "{name} zusätzlich ausgeschaltet")
            }
            Deviation::StillOff(plan) => {
                let name = plan.name;
                say!(self; "{name} still off for", "{name} noch ausgeschaltet")
            }
            Deviation::Detail(detail) => self.detail(detail),
            Deviation::Seats {
                product,
                seats,
                expected,
            } => {
                let name = product.name;
                let word = match seats {
                    1 => self.pick("seat", "Platz"),
                    _ => self.pick("seats", "Plätze"),
                };
                let [seats, expected] = [*seats, *expected].map(|count| number(count.into()));
                say!(self;
                    "{company}, {name}: {seats} {word} instead of {expected}",
                    "{company}, {name}: {seats} {word} statt {expected}"
                )
            }
            Deviation::CompanyEdited => {
                say!(self; "Account edited: {company}", "Konto bearbeitet: {company}")
            }
            Deviation::CompanyNotEdited => {
                say!(self; "Account not edited: {company}", "Konto nicht bearbeitet: {company}")
            }
            Deviation::ClockAhead(days) => {
                let days = self.further_days(*days, number);
                say!(self; "Clock advanced by {days} more", "Uhr um {days} weiter vorgestellt")
            }
            Deviation::ClockBehind(days) => {
                let days = self.further_days(*days, number);
                say!(self; "Clock advanced by {days} less", "Uhr um {days} weniger vorgestellt")
            }
            other => self.plain_deviation(other).to_owned(),
        }
    }

    fn plain_deviation(self, what: &Deviation) -> &'static str {
        let (english, german) = match what {
            Deviation::Created => ("Also created", "Zusätzlich erstellt"),
            Deviation::NotCreated => ("Not created", "Nicht erstellt"),
            Deviation::Deleted => ("Also deleted", "Zusätzlich gelöscht"),
            Deviation::NotDeleted => ("Not deleted", "Nicht gelöscht"),
            Deviation::Restored => ("Also restored", "Zusätzlich wiederhergestellt"),
            Deviation::NotRestored => ("Not restored", "Nicht wiederhergestellt"),
            Deviation::Purged => ("Gone for good", "Endgültig entfernt"),
            Deviation::PasswordReset => {
                ("Password also reset", "Kennwort zusätzlich zurückgesetzt")
            }
            Deviation::PasswordNotReset => ("Password not reset", "Kennwort nicht zurückgesetzt"),
            _ => ("Upload limit changed", "Obergrenze für Dateien geändert"),
        };
        self.pick(english, german)
    }

    /// "Location differs (AT instead of DE)".
    fn detail(self, detail: &Detail) -> String {
        let words = self.0.words();
        let name = |label: &str, names: &Differs<Option<PersonName>>| {
            let shown = |name: &Option<PersonName>| {
                let empty = self.pick("empty", "leer");
                name.as_ref().map_or(empty, PersonName::as_str).to_owned()
            };
            self.differs(label, &shown(&names.is), &shown(&names.should_be))
        };
        match detail {
            Detail::FirstName(names) => name(words.first_name, names),
            Detail::LastName(names) => name(words.last_name, names),
            Detail::DisplayName(Differs { is, should_be }) => {
                self.differs(words.display_name, is.as_str(), should_be.as_str())
            }
            Detail::UserName(Differs { is, should_be }) if is.domain() == should_be.domain() => {
                self.differs(words.user_name, is.local(), should_be.local())
            }
            Detail::UserName(Differs { is, should_be }) => {
                self.differs(words.user_name, is.as_str(), should_be.as_str())
            }
            Detail::Location(Differs { is, should_be }) => {
                let shown = |location: &Option<Location>| {
                    location.map_or(self.pick("empty", "leer"), Location::code)
                };
                self.differs(words.location, shown(is), shown(should_be))
            }
            Detail::Permissions(Differs { is, should_be }) => {
                let is = self.role_names(is, self.pick("none", "keine"));
                let should_be = self.role_names(should_be, self.pick("none", "keiner"));
                say!(self;
                    "Administrator roles differ ({is} instead of {should_be})",
                    "Administratorrollen weichen ab ({is} statt {should_be})"
                )
            }
        }
    }

    fn differs(self, label: &str, is: &str, should_be: &str) -> String {
        say!(self;
            "{label} differs ({is} instead of {should_be})",
            "{label} weicht ab ({is} statt {should_be})"
        )
    }

    fn role_names(self, roles: &BTreeSet<AdminRole>, none: &str) -> String {
        if roles.is_empty() {
            return none.to_owned();
        }
        let names: Vec<&str> = roles.iter().map(|role| self.admin_role(*role)).collect();
        names.join(", ")
    }

    fn further_days(self, days: i64, number: &dyn Fn(i64) -> String) -> String {
        let shown = number(days);
        match days {
            1 => say!(self; "{shown} day", "{shown} Tag"),
            _ => say!(self; "{shown} days", "{shown} Tage"),
        }
    }
}

fn concerned(user: &Concerned) -> String {
    let exact = user.user_name.as_ref();
    exact.map_or_else(
        || user.name.as_str().to_owned(),
        |user_name| with_user_name(&user.name, user_name),
    )
}
