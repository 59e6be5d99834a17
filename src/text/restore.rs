//! Sentences about deleted users and restoring them.

use super::language::Language;
use super::sentences::{Sentences, product_names};
use crate::domain::{Field, Problem, ProblemKind, RestoreResult};

impl Sentences {
    /// "2 – ends soon": the days left for restoring, if they are few.
    pub fn few_days_left(self, days: &str) -> String {
        format!("{days} – {}", self.pick("ends soon", "endet bald"))
    }

    /// Says how many users can be restored only for a short time.
    pub fn restore_in_time(self, count: usize, number: &str) -> String {
        match (self.0, count) {
            (Language::English, 1) => "1 user can be restored for 2 days at most. After that the \
                                       account is gone for good."
                .to_owned(),
            (Language::English, _) => {
                format!(
                    "{number} users can be restored for 2 days at most. After that the \
                         accounts are gone for good."
                )
            }
            (Language::German, 1) => {
                "1 Benutzer lässt sich höchstens noch 2 Tage wiederherstellen. Danach ist das \
                 Konto endgültig weg."
                    .to_owned()
            }
            (Language::German, _) => {
                format!(
                    "{number} Benutzer lassen sich höchstens noch 2 Tage wiederherstellen. \
                         Danach sind die Konten endgültig weg."
                )
            }
        }
    }

    /// "Restored: 3, of these without all their licenses: 1. Not restored: 1." Counts that are
    /// `None` are left out.
    pub fn restore_summary(self, [restored, partly, not_restored]: [Option<&str>; 3]) -> String {
        let restored = restored.map(|count| {
            let what = self.pick("Restored", "Wiederhergestellt");
            let partly = partly.map(|count| {
                let what = self.pick(
                    "of these without all their licenses",
                    "davon ohne alle ihre Lizenzen",
                );
                format!(", {what}: {count}")
            });
            format!("{what}: {count}{}.", partly.unwrap_or_default())
        });
        let not_restored = not_restored.map(|count| {
            let what = self.pick("Not restored", "Nicht wiederhergestellt");
            format!("{what}: {count}.")
        });
        let parts = [restored, not_restored].into_iter().flatten();
        parts.collect::<Vec<_>>().join(" ")
    }

    /// Says what became of a deleted user.
    pub fn restore_result(self, result: &RestoreResult) -> String {
        match result {
            RestoreResult::Restored { back, lost } => {
                let mut text = self.pick("Restored.", "Wiederhergestellt.").to_owned();
                if !back.is_empty() {
                    let names = product_names(back.iter().copied());
                    let what = self.pick("Licenses given back", "Zurückgegebene Lizenzen");
                    text.push_str(&format!(" {what}: {names}."));
                }
                for problem in lost {
                    let what = self.pick("Not given back", "Nicht zurückgegeben");
                    text.push_str(&format!(" {what}: {}", self.lost_license(problem)));
                }
                text
            }
            RestoreResult::NameTaken { by, .. } => match self.0 {
                Language::English => {
                    format!("Not restored: the user name is taken by {}.", by.as_str())
                }
                Language::German => {
                    format!(
                        "Nicht wiederhergestellt: Den Benutzernamen hat jetzt {}.",
                        by.as_str()
                    )
                }
            },
            RestoreResult::Gone => format!(
                "{} {}",
                self.pick("Not restored.", "Nicht wiederhergestellt."),
                self.0.words().gone_deleted_user
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
            ProblemKind::NoSeat { .. } => self
                .pick("no license is available.", "es ist keine Lizenz verfügbar.")
                .to_owned(),
            _ => self.problem(problem),
        }
    }

    /// "Office 365 E3: 3 users".
    pub fn missing_for(self, product: &str, count: usize, number: &str) -> String {
        format!("{product}: {}", self.users(count, number))
    }

    /// Returns the heading over the field for another user name.
    pub fn rename_title(self, name: &str) -> String {
        match self.0 {
            Language::English => format!("Another user name for {name}"),
            Language::German => format!("Anderer Benutzername für {name}"),
        }
    }

    /// Says who has the user name now.
    pub fn name_has_gone(self, user_name: &str, by: &str) -> String {
        match self.0 {
            Language::English => format!(
                "{user_name} is now the user name of {by}. With another user name, everything \
                 else comes back as it was."
            ),
            Language::German => format!(
                "{user_name} ist jetzt der Benutzername von {by}. Mit einem anderen Benutzernamen \
                 kommt alles Übrige zurück, \
                 wie es war."
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{PersonName, Sku};

    const E3: &str = "ENTERPRISEPACK";

    fn restored(back: &[&str], lost: &[&str]) -> RestoreResult {
        let sku = |part_number: &&str| Sku::by_part_number(part_number).expect("it is sold");
        let problem = |part_number| Problem {
            field: Field::License(sku(part_number)),
            kind: ProblemKind::NoSeat {
                needed: 1,
                available: 0,
            },
        };
        RestoreResult::Restored {
            back: back.iter().map(sku).collect(),
            lost: lost.iter().map(problem).collect(),
        }
    }

    fn check(result: &RestoreResult, english: &str, german: &str) {
        let said = [Language::English, Language::German]
            .map(|language| language.sentences().restore_result(result));
        assert_eq!(said, [english, german]);
    }

    #[test]
    fn what_became_of_a_user_is_told_license_by_license() {
        check(&restored(&[], &[]), "Restored.", "Wiederhergestellt.");
        check(
            &restored(&[E3, "EMS"], &[]),
            "Restored. Licenses given back: Office 365 E3, Enterprise Mobility + Security E3.",
            "Wiederhergestellt. Zurückgegebene Lizenzen: Office 365 E3, Enterprise Mobility + \
             Security E3.",
        );
        check(
            &restored(&["EMS"], &[E3]),
            "Restored. Licenses given back: Enterprise Mobility + Security E3. Not given back: \
             Office 365 E3 – no license is \
             available.",
            "Wiederhergestellt. Zurückgegebene Lizenzen: Enterprise Mobility + Security E3. Nicht \
             zurückgegeben: Office 365 \
             E3 – es ist keine Lizenz verfügbar.",
        );
    }

    #[test]
    fn who_is_not_restored_learns_why() {
        let taken = RestoreResult::NameTaken {
            by: PersonName::required("Jo Ann").expect("it is a name"),
            suggestion: None,
        };
        check(
            &taken,
            "Not restored: the user name is taken by Jo Ann.",
            "Nicht wiederhergestellt: Den Benutzernamen hat jetzt Jo Ann.",
        );
        check(
            &RestoreResult::Gone,
            "Not restored. There is no such deleted user any more: restored in another tab, or \
             their time was over.",
            "Nicht wiederhergestellt. Diesen gelöschten Benutzer gibt es nicht mehr: in einem \
             anderen Tab wiederhergestellt, \
             oder seine Zeit war abgelaufen.",
        );
    }

    #[test]
    fn one_user_is_not_many() {
        for language in Language::ALL {
            let sentences = language.sentences();
            let one = sentences.restore_in_time(1, "1");
            let many = sentences.restore_in_time(1200, "1,200");
            assert!(one.contains('1') && many.contains("1,200"));
            assert_ne!(one, many.replace("1,200", "1"));
        }
    }
}
