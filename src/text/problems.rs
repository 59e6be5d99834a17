//! What is wrong with a value, and what to do about it.

use super::language::Language;
use super::say::say;
use super::sentences::Sentences;
use crate::domain::{Plan, ProblemKind};

impl Sentences {
    pub(super) fn value_problem(self, kind: &ProblemKind) -> String {
        let words = self.0.words();
        let fixed = match kind {
            ProblemKind::Required => words.enter_value,
            ProblemKind::ControlCharacter => words.no_control_characters,
            ProblemKind::Formula => words.like_a_formula,
            ProblemKind::AtSign => words.no_at_sign,
            ProblemKind::DotAtEdge => words.dot_at_edge,
            ProblemKind::DotsInARow => words.dots_in_a_row,
            ProblemKind::NotADomainOfTheCustomer => words.choose_domain,
            ProblemKind::UnknownLocation => words.choose_location,
            ProblemKind::LocationNeeded => words.location_needed,
            ProblemKind::NotEntitled => words.not_entitled,
            ProblemKind::AllSuspended => words.all_suspended,
            ProblemKind::NotAQuantity => words.not_a_quantity,
            ProblemKind::NotARecordLimit => words.not_a_record_limit,
            ProblemKind::NotADay => words.not_a_day,
            ProblemKind::NotLater => words.not_later,
            ProblemKind::TooLate => words.too_late,
            ProblemKind::ChangedMeanwhile => words.changed_meanwhile,
            ProblemKind::NoSeat {
                needed: 1,
                available: ..=0,
            } => words.no_license_available,
            ProblemKind::TooLong { length, limit } => {
                let length = self.grouped(*length);
                return say!(self;
                    "At most {limit} characters are allowed; this has {length}.",
                    "Höchstens {limit} Zeichen sind erlaubt; hier sind es {length}."
                );
            }
            ProblemKind::Invisible(characters) => {
                let unseen = |c: &char| self.unseen_character(*c);
                let names: Vec<_> = characters.iter().filter_map(unseen).collect();
                return say!(self;
                    "Invisible characters: {}. Remove them, or type the text again.",
                    "Unsichtbare Zeichen: {}. Entfernen Sie sie oder geben Sie den Text neu ein.",
                    names.join(", ")
                );
            }
            ProblemKind::Characters { wrong, suggestion } => {
                return self.wrong_characters(wrong, suggestion.as_deref());
            }
            ProblemKind::NameTaken { by } => {
                return say!(self;
                    "This user name is already taken by {by}. Choose another; uppercase and \
                     lowercase count as the same.",
                    "Diesen Benutzernamen hat bereits {by}. Wählen Sie einen anderen; Groß- und \
                     Kleinschreibung spielt keine Rolle."
                );
            }
            ProblemKind::Blocked { sku, location } => {
                return say!(self;
                    "{} can't be used in this location ({}).",
                    "{} kann an diesem Standort ({}) nicht verwendet werden.",
                    sku.name,
                    location.code()
                );
            }
            ProblemKind::NoSeat { needed, available } => {
                return say!(self;
                    "Licenses needed: {}; available: {}. Buy more or select fewer users.",
                    "Benötigte Lizenzen: {}; verfügbar: {}. Erwerben Sie weitere oder wählen Sie \
                     weniger Benutzer aus.",
                    self.grouped(*needed),
                    self.grouped(*available)
                );
            }
            ProblemKind::SeatsInUse { in_use, least } => {
                return say!(self;
                    "Licenses in use: {}. This subscription needs at least {}. To go lower, revoke \
                     licenses first.",
                    "Verwendete Lizenzen: {}. Dieses Abonnement braucht mindestens {}. Widerrufen \
                     Sie zuerst Lizenzen, um darunter zu gehen.",
                    self.grouped(*in_use),
                    self.grouped(*least)
                );
            }
            ProblemKind::PlanConflict { plan, with, of } => {
                return say!(self;
                    "{} can't be used together with {} from {}. Switch one of them off.",
                    "{} kann nicht zusammen mit {} aus {} verwendet werden. Schalten Sie einen der \
                     beiden Pläne aus.",
                    plan.name,
                    with.name,
                    of.name
                );
            }
            ProblemKind::PlanMissing { plan, any_of } => {
                return say!(self;
                    "{} also requires {}. Add it or switch the plan off.",
                    "{} setzt auch {} voraus. Fügen Sie das hinzu oder schalten Sie den Plan aus.",
                    plan.name,
                    self.any_of(any_of)
                );
            }
        };
        fixed.to_owned()
    }

    fn wrong_characters(self, wrong: &[char], suggestion: Option<&str>) -> String {
        let quoted: Vec<String> = wrong
            .iter()
            .map(|c| match (self.unseen_character(*c), self.0) {
                (Some(name), _) => name,
                (None, Language::English) => format!("“{c}”"),
                (None, Language::German) => format!("„{c}“"),
            })
            .collect();
        let quoted = quoted.join(" ");
        let hint = suggestion.map(|name| say!(self; " Try “{name}”.", " Vorschlag: „{name}“."));
        let hint = hint.unwrap_or_default();
        say!(self;
            "Not allowed here: {quoted}. Use A–Z, a–z, 0–9 and ' . - _ ! # ^ ~.{hint}",
            "Hier nicht erlaubt: {quoted}. Verwenden Sie A–Z, a–z, 0–9 und ' . - _ ! # ^ ~.{hint}"
        )
    }

    /// Writes a number in groups of three digits.
    pub(super) fn grouped(self, number: impl TryInto<i64>) -> String {
        self.in_groups(number.try_into().unwrap_or(i64::MAX))
    }

    fn in_groups(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let mut text = String::from(if number < 0 { "−" } else { "" });
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push_str(self.pick(",", "."));
            }
            text.push(digit);
        }
        text
    }

    fn any_of(self, plans: &[Plan]) -> String {
        let names: Vec<_> = plans.iter().map(|plan| plan.name).collect();
        names.join(self.pick(" or ", " oder "))
    }
}
