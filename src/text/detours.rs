//! How an attempt ended differently from the sample solution.

use super::say::say;
use super::sentences::Sentences;
use crate::training::{Detail, Detour, Deviation};

impl Sentences {
    /// "Also deleted: Anna Jäger, Tom Roth". `company` is the name of the customer.
    pub fn detour(
        self,
        detour: &Detour,
        company: &str,
        number_text: &dyn Fn(i64) -> String,
    ) -> String {
        let what = self.deviation(detour.what, company, number_text);
        if detour.users.is_empty() {
            return what;
        }
        let users: Vec<&str> = detour.users.iter().map(|user| user.as_str()).collect();
        format!("{what}: {}", users.join(", "))
    }

    fn deviation(self, what: Deviation, company: &str, number: &dyn Fn(i64) -> String) -> String {
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
            Deviation::Detail(detail) => {
                let name = self.detail(detail);
                say!(self; "{name} differs", "{name} weicht ab")
            }
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
                let [seats, expected] = [seats, expected].map(|count| number(count.into()));
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
                let days = self.further_days(days, number);
                say!(self; "Clock advanced by {days} more", "Uhr um {days} weiter vorgestellt")
            }
            Deviation::ClockBehind(days) => {
                let days = self.further_days(days, number);
                say!(self; "Clock advanced by {days} less", "Uhr um {days} weniger vorgestellt")
            }
            other => self.plain_deviation(other).to_owned(),
        }
    }

    fn plain_deviation(self, what: Deviation) -> &'static str {
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

    fn detail(self, detail: Detail) -> &'static str {
        let words = self.0.words();
        match detail {
            Detail::FirstName => words.first_name,
            Detail::LastName => words.last_name,
            Detail::DisplayName => words.display_name,
            Detail::UserName => words.user_name,
            Detail::Location => words.location,
            Detail::Permissions => words.permissions,
        }
    }

    fn further_days(self, days: i64, number: &dyn Fn(i64) -> String) -> String {
        let shown = number(days);
        match days {
            1 => say!(self; "{shown} day", "{shown} Tag"),
            _ => say!(self; "{shown} days", "{shown} Tage"),
        }
    }
}
