//! Sentences about selecting users and changing their licenses.

use super::language::Language;
use super::sentences::{Sentences, product_names};
use crate::domain::{Field, LicenseResult, LicenseUpdate, Problem, SeatForecast, Sku};

impl Sentences {
    /// Returns the words before and after the name in "Select Anna Berg".
    pub fn select_user(self) -> [&'static str; 2] {
        match self.0 {
            Language::English => ["Select", ""],
            Language::German => ["", "auswählen"],
        }
    }

    /// "Remove Anna Berg".
    pub fn remove_user(self, name: &str) -> String {
        match self.0 {
            Language::English => format!("Remove {name}"),
            Language::German => format!("{name} entfernen"),
        }
    }

    /// "Selected users (3)".
    pub fn selected_users(self, count: &str) -> String {
        self.counted(self.0.words().filter_selected, count)
    }

    /// "Without a license (12)".
    pub fn counted(self, what: &str, count: &str) -> String {
        format!("{what} ({count})")
    }

    /// "Select all 64 that match".
    pub fn select_matching(self, count: &str) -> String {
        match self.0 {
            Language::English if count == "1" => "Select the one that matches".to_owned(),
            Language::English => format!("Select all {count} that match"),
            Language::German if count == "1" => "Den einen Treffer auswählen".to_owned(),
            Language::German => format!("Alle {count} Treffer auswählen"),
        }
    }

    /// "and 17 more".
    pub fn and_more(self, count: &str) -> String {
        match self.0 {
            Language::English => format!("and {count} more"),
            Language::German => format!("und {count} weitere"),
        }
    }

    /// Says what saving does to the seats of a product. The numbers come without a sign.
    pub fn seat_forecast(
        self,
        product: &str,
        seats: SeatForecast,
        [gained, lost, left]: [&str; 3],
    ) -> String {
        let mut parts = Vec::new();
        if seats.gained > 0 {
            parts.push(match self.0 {
                Language::English => format!("assigns {gained}"),
                Language::German => format!("weist {gained} zu"),
            });
        }
        if seats.lost > 0 {
            parts.push(match self.0 {
                Language::English => format!("revokes {lost}"),
                Language::German => format!("widerruft {lost}"),
            });
        }
        parts.push(match (self.0, seats.left()) {
            (Language::English, ..0) if seats.gained == 0 => {
                format!("still over-assigned by {left}")
            }
            (Language::German, ..0) if seats.gained == 0 => {
                format!("weiter um {left} überbelegt")
            }
            (Language::English, ..0) => format!("{left} too few"),
            (Language::German, ..0) => format!("{left} zu wenig"),
            (Language::English, _) => format!("leaves {left} available"),
            (Language::German, _) => format!("lässt {left} verfügbar"),
        });
        format!("{product}: {}", parts.join(", "))
    }

    /// Says how many users saving changes, and for how many it fails.
    pub fn user_forecast(self, changed: &str, refused: &str, is_any_refused: bool) -> String {
        let mut text = match self.0 {
            Language::English => format!("Users changed: {changed}."),
            Language::German => format!("Geänderte Benutzer: {changed}."),
        };
        if is_any_refused {
            text.push_str(&match self.0 {
                Language::English => {
                    format!(" Users who will get an error instead: {refused}. Save says why.")
                }
                Language::German => {
                    format!(
                        " Benutzer, die stattdessen einen Fehler erhalten: {refused}. Nach \
                             dem Speichern steht da, warum."
                    )
                }
            });
        }
        text
    }

    /// "Changed: 37. Errors: 2. Unchanged: 1."
    pub fn license_summary(self, changed: &str, errors: &str, unchanged: &str) -> String {
        match self.0 {
            Language::English => {
                format!("Changed: {changed}. Errors: {errors}. Unchanged: {unchanged}.")
            }
            Language::German => {
                format!("Geändert: {changed}. Fehler: {errors}. Unverändert: {unchanged}.")
            }
        }
    }

    /// Says what became of a user's licenses.
    pub fn license_result(self, result: &LicenseResult) -> String {
        let words = self.0.words();
        match result {
            LicenseResult::Changed(update) => self.license_update(update),
            LicenseResult::Unchanged => words.unchanged.to_owned(),
            LicenseResult::Refused(problems) => {
                let line = |problem: &Problem| match problem.field {
                    Field::License(sku) => format!("{}: {}", sku.name, self.problem(problem)),
                    _ => self.problem(problem),
                };
                problems.iter().map(line).collect::<Vec<_>>().join(" ")
            }
            LicenseResult::Gone => words.gone_user.to_owned(),
        }
    }

    /// Lists the service plans that saving switches.
    pub fn plan_forecast(self, update: &LicenseUpdate) -> String {
        let [on, off] = self.plans_switched(update);
        labeled(&[on, off])
    }

    fn license_update(self, update: &LicenseUpdate) -> String {
        let [on, off] = self.plans_switched(update);
        labeled(&[
            (
                self.pick("Assigned", "Zugewiesen"),
                product_names(update.assigned()),
            ),
            (
                self.pick("Revoked", "Widerrufen"),
                product_names(update.revoked()),
            ),
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

    /// Says how many changes of licenses were undone, and how many were not.
    pub fn undone(self, undone: &str, kept: &str, is_any_kept: bool) -> String {
        let mut text = match self.0 {
            Language::English => format!("Undone. Licenses changed back for users: {undone}."),
            Language::German => {
                format!("Rückgängig gemacht. Lizenzen zurückgeändert bei Benutzern: {undone}.")
            }
        };
        if is_any_kept {
            text.push_str(&match self.0 {
                Language::English => format!(" Not possible any more: {kept}."),
                Language::German => format!(" Nicht mehr möglich: {kept}."),
            });
        }
        text
    }

    /// Says why the latest change was not undone.
    pub fn not_undone(self, reason: &str) -> String {
        format!(
            "{} {reason}",
            self.pick("Not undone.", "Nicht rückgängig gemacht.")
        )
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
