//! Sentences about deleted users and restoring them.

use super::say::say;
use super::sentences::{Sentences, product_names};
use super::words::OutcomeWords;
use crate::domain::{Field, Problem, ProblemKind, RestoreResult};

impl Sentences {
    pub fn few_days_left(self, days: &str) -> String {
        say!(self; "{days} – ends soon", "{days} – endet bald")
    }

    /// Says for how many days users can still be restored: from the fewest to the most.
    pub fn restore_in_time(self, count: usize, number: &str, [least, most]: [u32; 2]) -> String {
        let users = self.users(count, number);
        let days = match (least, most) {
            (1, 1) => say!(self; "1 more day", "1 Tag"),
            _ if least == most => say!(self; "{most} more days", "{most} Tage"),
            _ => say!(self; "{least} or {most} more days", "{least} oder {most} Tage"),
        };
        match count {
            1 => say!(self;
                "{users} can be restored for {days}. After that, the account will be deleted \
                 permanently.",
                "{users} lässt sich noch {days} lang wiederherstellen. Danach wird das Konto \
                 endgültig entfernt."
            ),
            _ => say!(self;
                "{users} can be restored for {days}. After that, the accounts will be deleted \
                 permanently.",
                "{users} lassen sich noch {days} lang wiederherstellen. Danach werden die Konten \
                 endgültig entfernt."
            ),
        }
    }

    /// "3 users restored, 1 of them with licenses missing. 1 user not restored." Whoever misses
    /// licenses is among the restored.
    pub fn restore_summary(
        self,
        [restored, partly, not_restored]: [usize; 3],
        number: &dyn Fn(usize) -> String,
    ) -> String {
        let users = |count: usize| self.users(count, &number(count));
        let missing = match partly {
            0 => String::new(),
            _ if partly == restored => self
                .pick(", but licenses are missing", ", aber es fehlen Lizenzen")
                .to_owned(),
            _ => {
                let count = number(partly);
                say!(self;
                    ", {count} of them with licenses missing",
                    ", bei {count} davon fehlen Lizenzen"
                )
            }
        };
        let restored = (restored > 0).then(|| {
            let users = users(restored);
            say!(self; "{users} restored{missing}.", "{users} wiederhergestellt{missing}.")
        });
        let not_restored = (not_restored > 0).then(|| {
            let users = users(not_restored);
            say!(self; "{users} not restored.", "{users} nicht wiederhergestellt.")
        });
        let parts = [restored, not_restored].into_iter().flatten();
        parts.collect::<Vec<_>>().join(" ")
    }

    pub fn restore_result(self, result: &RestoreResult) -> String {
        match result {
            RestoreResult::Restored { back, lost } => {
                let mut text = self.pick("Restored.", "Wiederhergestellt.").to_owned();
                if !back.is_empty() {
                    let names = product_names(back.iter().copied());
                    text.push_str(&say!(self; " Licenses: {names}.", " Lizenzen: {names}."));
                }
                for problem in lost {
                    let lost = self.lost_license(problem);
                    text.push_str(&say!(self; " Without {lost}", " Ohne {lost}"));
                }
                text
            }
            RestoreResult::NameTaken { by, .. } => say!(self;
                "Not restored: {} now has this user name.",
                "Nicht wiederhergestellt: Diesen Benutzernamen hat jetzt {}.",
                by.as_str()
            ),
            RestoreResult::Gone => say!(self;
                "Not restored. {}",
                "Nicht wiederhergestellt. {}",
                self.0.texts::<OutcomeWords>().gone_deleted_user
            ),
        }
    }

    /// "Office 365 E3 – No license is available. …"
    fn lost_license(self, problem: &Problem) -> String {
        match problem.field {
            Field::License(sku) => format!("{} – {}", sku.name, self.why_lost(problem)),
            _ => self.why_lost(problem),
        }
    }

    /// Says why a license was lost. The advice of the form that assigns licenses, to leave the
    /// product out, does not apply here.
    fn why_lost(self, problem: &Problem) -> String {
        match problem.kind {
            ProblemKind::NoSeat { .. } => {
                say!(self; "no licenses are available.", "keine Lizenzen verfügbar.")
            }
            _ => self.problem(problem),
        }
    }

    /// "Office 365 E3: 3 users".
    pub fn missing_for(self, product: &str, count: usize, number: &str) -> String {
        format!("{product}: {}", self.users(count, number))
    }

    pub fn rename_title(self, name: &str) -> String {
        say!(self; "Choose another user name for {name}", "Anderen Benutzernamen für {name} wählen")
    }

    pub fn name_has_gone(self, user_name: &str, by: &str) -> String {
        say!(self;
            "{user_name} now belongs to {by}. With another user name, everything else is restored \
             as it was.",
            "{user_name} gehört jetzt {by}. Mit einem anderen Benutzernamen wird alles Übrige \
             wiederhergestellt, wie es war."
        )
    }
}
