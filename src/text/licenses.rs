//! Sentences about selecting users and changing their licenses.

use super::language::Language;
use super::say::say;
use super::sentences::{Sentences, product_names};
use super::words::OutcomeWords;
use crate::domain::{Field, LicenseResult, LicenseUpdate, Problem, SeatForecast, Sku};

impl Sentences {
    /// Returns the words before and after the name in "Select Anna Berg".
    pub fn select_user(self) -> [&'static str; 2] {
        match self.0 {
            Language::English => ["Select", ""],
            Language::German => ["", "auswählen"],
        }
    }

    pub fn remove_user(self, name: &str) -> String {
        say!(self; "Remove {name}", "{name} entfernen")
    }

    /// "Selected users (3)".
    pub fn selected_users(self, count: &str) -> String {
        self.counted(self.0.words().filter_selected, count)
    }

    /// "Without a license (12)".
    pub fn counted(self, what: &str, count: &str) -> String {
        format!("{what} ({count})")
    }

    pub fn select_matching(self, count: &str) -> String {
        match count {
            "1" => say!(self; "Select 1 user", "1 Benutzer auswählen"),
            _ => say!(self; "Select all {count} users", "Alle {count} Benutzer auswählen"),
        }
    }

    pub fn and_more(self, count: &str) -> String {
        say!(self; "and {count} more", "und {count} weitere")
    }

    /// Says what saving does to the seats of a product. The numbers come without a sign.
    pub fn seat_forecast(
        self,
        product: &str,
        seats: SeatForecast,
        [gained, lost, left]: [&str; 3],
    ) -> String {
        let mut parts = Vec::new();
        match seats.gained {
            0 => {}
            1 => parts.push(say!(self; "assigns {gained}", "{gained} wird zugewiesen")),
            _ => parts.push(say!(self; "assigns {gained}", "{gained} werden zugewiesen")),
        }
        match seats.lost {
            0 => {}
            1 => parts.push(say!(self; "revokes {lost}", "{lost} wird widerrufen")),
            _ => parts.push(say!(self; "revokes {lost}", "{lost} werden widerrufen")),
        }
        parts.push(match seats.left() {
            ..=-1 if seats.gained == 0 => {
                say!(self; "still over-assigned by {left}", "weiterhin um {left} überbelegt")
            }
            -1 => say!(self; "{left} short", "{left} fehlt"),
            ..=-2 => say!(self; "{left} short", "{left} fehlen"),
            1 => say!(self; "leaves {left} available", "{left} bleibt verfügbar"),
            _ => say!(self; "leaves {left} available", "{left} bleiben verfügbar"),
        });
        format!("{product}: {}", parts.join(", "))
    }

    pub fn users_changed(self, changed: &str) -> String {
        say!(self; "Users changed: {changed}.", "Geänderte Benutzer: {changed}.")
    }

    /// Says how many of the users cannot be changed, because they have no location.
    pub fn without_location(self, refused: &str, all: &str) -> String {
        let cannot = self.cannot_be_changed(refused, all);
        say!(self; "{cannot}: no usage location.", "{cannot}: kein Standort.")
    }

    /// Says how many of the users cannot be changed for other reasons.
    pub fn cannot_change(self, refused: &str, all: &str) -> String {
        let cannot = self.cannot_be_changed(refused, all);
        say!(self;
            "{cannot}. After saving, you'll see why.",
            "{cannot}. Nach dem Speichern sehen Sie den Grund."
        )
    }

    fn cannot_be_changed(self, refused: &str, all: &str) -> String {
        match (refused, all) {
            (_, "1") => say!(self;
                "This user can't be changed",
                "Dieser Benutzer kann nicht geändert werden"
            ),
            ("1", _) => say!(self;
                "1 of {all} users can't be changed",
                "1 von {all} Benutzern kann nicht geändert werden"
            ),
            _ => say!(self;
                "{refused} of {all} users can't be changed",
                "{refused} von {all} Benutzern können nicht geändert werden"
            ),
        }
    }

    pub fn license_summary(self, changed: &str, errors: &str, unchanged: &str) -> String {
        say!(self;
            "Users updated: {changed}. Not updated: {unchanged}. Errors: {errors}.",
            "Benutzer aktualisiert: {changed}. Nicht aktualisiert: {unchanged}. Fehler: {errors}."
        )
    }

    pub fn license_result(self, result: &LicenseResult) -> String {
        let texts = self.0.texts::<OutcomeWords>();
        match result {
            LicenseResult::Changed(update) => self.license_update(update),
            LicenseResult::Unchanged => texts.unchanged.to_owned(),
            LicenseResult::Refused(problems) => {
                let line = |problem: &Problem| match problem.field {
                    Field::License(sku) => format!("{}: {}", sku.name, self.problem(problem)),
                    _ => self.problem(problem),
                };
                problems.iter().map(line).collect::<Vec<_>>().join(" ")
            }
            LicenseResult::Gone => texts.gone_user.to_owned(),
        }
    }

    /// Lists the service plans that saving switches.
    pub fn plan_forecast(self, update: &LicenseUpdate) -> String {
        let [on, off] = self.plans_switched(update);
        labeled(&[on, off])
    }

    fn license_update(self, update: &LicenseUpdate) -> String {
        let words = self.0.words();
        let [on, off] = self.plans_switched(update);
        labeled(&[
            (words.log_assigned, product_names(update.assigned())),
            (words.log_revoked, product_names(update.revoked())),
            on,
            off,
        ])
    }

    fn plans_switched(self, update: &LicenseUpdate) -> [(&'static str, String); 2] {
        let plans = |on| {
            let of_product = |sku: Sku| {
                let switched = update.switched(sku).filter(move |(_, is_on)| *is_on == on);
                switched.map(move |(plan, _)| format!("{} ({})", plan.name, sku.name))
            };
            update
                .products()
                .flat_map(of_product)
                .collect::<Vec<_>>()
                .join(", ")
        };
        [
            (self.pick("Switched on", "Eingeschaltet"), plans(true)),
            (self.pick("Switched off", "Ausgeschaltet"), plans(false)),
        ]
    }

    pub fn undone(self, undone: &str, kept: &str, is_any_kept: bool) -> String {
        let mut text = say!(self;
            "Undone. Users whose licenses were changed back: {undone}.",
            "Rückgängig gemacht. Benutzer mit zurückgesetzten Lizenzen: {undone}."
        );
        if is_any_kept {
            text.push_str(&say!(self;
                " No longer possible: {kept}.",
                " Nicht mehr möglich: {kept}."
            ));
        }
        text
    }

    pub fn not_undone(self, reason: &str) -> String {
        say!(self; "Not undone. {reason}", "Nicht rückgängig gemacht. {reason}")
    }
}

/// "Assigned: Office 365 E3. Revoked: Visio Plan 2."
fn labeled(lists: &[(&str, String)]) -> String {
    lists
        .iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(label, names)| format!("{label}: {names}."))
        .collect::<Vec<_>>()
        .join(" ")
}
