//! What is wrong with a value, and what to do about it.

use crate::domain::{Plan, Problem, ProblemKind};

fn characters(wrong: &[char], [open, close]: [char; 2]) -> String {
    let quoted: Vec<String> = wrong
        .iter()
        .map(|c| {
            if c.is_control() {
                "␣".to_owned()
            } else {
                format!("{open}{c}{close}")
            }
        })
        .collect();
    quoted.join(" ")
}

/// Writes a number in groups of three digits.
fn grouped(number: impl Into<i64>, separator: char) -> String {
    let number: i64 = number.into();
    let digits = number.unsigned_abs().to_string();
    let mut text = String::from(if number < 0 { "−" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

fn plan_names(plans: &[Plan], or: &str) -> String {
    let names: Vec<_> = plans.iter().map(|plan| plan.name).collect();
    names.join(or)
}

pub(super) fn english(problem: &Problem) -> String {
    match &problem.kind {
        ProblemKind::Required => "Enter a value.".to_owned(),
        ProblemKind::TooLong { length, limit } => format!(
            "At most {limit} characters; these are \
            {length}."
        ),
        ProblemKind::ControlCharacter => "Remove the control characters, such as tabs and line \
            breaks."
            .to_owned(),
        ProblemKind::AtSign => "Enter only the part before the @; choose the domain beside \
                                it."
        .to_owned(),
        ProblemKind::Characters { wrong, suggestion } => {
            let hint = suggestion
                .as_ref()
                .map(|name| format!(" Try “{name}”."))
                .unwrap_or_default();
            format!(
                "Not allowed here: {}. Use A–Z, a–z, 0–9 and ' . - _ ! # ^ \
                     ~.{hint}",
                characters(wrong, ['“', '”'])
            )
        }
        ProblemKind::DotAtEdge => "It may not begin or end with a dot.".to_owned(),
        ProblemKind::DotsInARow => "It may not have two dots in a row.".to_owned(),
        ProblemKind::NotADomainOfTheCustomer => "Choose one of the customer's domains.".to_owned(),
        ProblemKind::NameTaken { by } => {
            format!(
                "This user name is taken by {by}. Choose another; upper and lower case make \
                     no difference."
            )
        }
        ProblemKind::UnknownLocation => "Choose a location from the list.".to_owned(),
        ProblemKind::LocationNeeded => {
            "License assignment cannot be done for a user with an invalid usage location. Choose \
             a location."
                .to_owned()
        }
        ProblemKind::Blocked { sku, location } => {
            format!(
                "{} cannot be used in this location ({}).",
                sku.name,
                location.code()
            )
        }
        ProblemKind::NotEntitled => "The customer has no subscription to this product.".to_owned(),
        ProblemKind::NoSeat {
            needed: 1,
            available: ..=0,
        } => "No license is available. Buy more, or leave this product out.".to_owned(),
        ProblemKind::NoSeat { needed, available } => {
            let [needed, available] =
                [i64::from(*needed), *available].map(|number| grouped(number, ','));
            format!(
                "Licenses needed: {needed}; available: {available}. Buy more, or select fewer \
                     users."
            )
        }
        ProblemKind::AllSuspended => {
            "Every subscription to this product is suspended. Reactivate one, or buy \
             another."
                .to_owned()
        }
        ProblemKind::NotAQuantity => "Enter a whole number from 1 to 10000, in digits \
                                      only."
            .to_owned(),
        ProblemKind::NotARecordLimit => "Enter a whole number from 100 to 50000, in digits \
            only."
            .to_owned(),
        ProblemKind::SeatsInUse { in_use, least } => {
            let [in_use, least] = [*in_use, *least].map(|number| grouped(number, ','));
            format!(
                "Licenses in use: {in_use}. This subscription needs at least {least}; revoke \
                 licenses first to go below that."
            )
        }
        ProblemKind::PlanConflict { plan, with, of } => {
            format!(
                "{} cannot be used together with {} of {}. Switch one of them \
                     off.",
                plan.name, with.name, of.name
            )
        }
        ProblemKind::PlanMissing { plan, any_of } => {
            format!(
                "{} also needs {}. Add it, or switch the plan \
                     off.",
                plan.name,
                plan_names(any_of, " or ")
            )
        }
        ProblemKind::ChangedMeanwhile => {
            "This was changed in another tab meanwhile. Check it; saving again overwrites the \
             other change."
                .to_owned()
        }
        ProblemKind::NotADay => "Enter a day of the calendar.".to_owned(),
        ProblemKind::NotLater => {
            "That is not later than the simulated time. The clock never goes backwards.".to_owned()
        }
        ProblemKind::TooLate => "The clock cannot go beyond the year 9999.".to_owned(),
    }
}

pub(super) fn german(problem: &Problem) -> String {
    match &problem.kind {
        ProblemKind::Required => "Geben Sie einen Wert ein.".to_owned(),
        ProblemKind::TooLong { length, limit } => format!(
            "Höchstens {limit} Zeichen; es sind \
            {length}."
        ),
        ProblemKind::ControlCharacter => "Entfernen Sie Steuerzeichen wie Tabulatoren und \
            Zeilenumbrüche."
            .to_owned(),
        ProblemKind::AtSign => {
            "Geben Sie nur den Teil vor dem @ ein; die Domäne wählen Sie daneben.".to_owned()
        }
        ProblemKind::Characters { wrong, suggestion } => {
            let hint = suggestion
                .as_ref()
                .map(|name| {
                    format!(
                        " Vorschlag: \
                „{name}“."
                    )
                })
                .unwrap_or_default();
            format!(
                "Hier nicht erlaubt: {}. Verwenden Sie A–Z, a–z, 0–9 und ' . - _ ! # ^ \
                     ~.{hint}",
                characters(wrong, ['„', '“'])
            )
        }
        ProblemKind::DotAtEdge => "Er darf nicht mit einem Punkt beginnen oder enden.".to_owned(),
        ProblemKind::DotsInARow => "Er darf keine zwei Punkte hintereinander enthalten.".to_owned(),
        ProblemKind::NotADomainOfTheCustomer => "Wählen Sie eine Domäne des Kunden.".to_owned(),
        ProblemKind::NameTaken { by } => format!(
            "Diesen Benutzernamen hat schon {by}. Wählen Sie einen anderen; Groß- und \
             Kleinschreibung zählt nicht."
        ),
        ProblemKind::UnknownLocation => "Wählen Sie einen Standort aus der Liste.".to_owned(),
        ProblemKind::LocationNeeded => {
            "Einem Benutzer ohne gültigen Nutzungsstandort können keine Lizenzen zugewiesen \
             werden. Wählen Sie einen \
             Standort."
                .to_owned()
        }
        ProblemKind::Blocked { sku, location } => {
            format!(
                "{} kann an diesem Standort ({}) nicht genutzt \
                     werden.",
                sku.name,
                location.code()
            )
        }
        ProblemKind::NotEntitled => "Der Kunde hat kein Abonnement für dieses Produkt.".to_owned(),
        ProblemKind::NoSeat {
            needed: 1,
            available: ..=0,
        } => "Es ist keine Lizenz verfügbar. Erwerben Sie weitere oder lassen Sie das Produkt \
             weg."
            .to_owned(),
        ProblemKind::NoSeat { needed, available } => {
            let [needed, available] =
                [i64::from(*needed), *available].map(|number| grouped(number, '.'));
            format!(
                "Benötigte Lizenzen: {needed}; verfügbar: {available}. Erwerben Sie weitere oder \
             wählen Sie weniger Benutzer aus."
            )
        }
        ProblemKind::AllSuspended => {
            "Alle Abonnements für dieses Produkt sind ausgesetzt. Reaktivieren Sie eines oder \
             erwerben Sie ein weiteres."
                .to_owned()
        }
        ProblemKind::NotAQuantity => {
            "Geben Sie eine ganze Zahl von 1 bis 10000 ein, nur Ziffern.".to_owned()
        }
        ProblemKind::NotARecordLimit => {
            "Geben Sie eine ganze Zahl von 100 bis 50000 ein, nur Ziffern.".to_owned()
        }
        ProblemKind::SeatsInUse { in_use, least } => {
            let [in_use, least] = [*in_use, *least].map(|number| grouped(number, '.'));
            format!(
                "Lizenzen in Gebrauch: {in_use}. Dieses Abonnement braucht mindestens {least}; \
                 widerrufen Sie zuerst Lizenzen, \
                 um darunter zu gehen."
            )
        }
        ProblemKind::PlanConflict { plan, with, of } => format!(
            "{} verträgt sich nicht mit {} aus {}. Schalten Sie einen der beiden Pläne aus.",
            plan.name, with.name, of.name
        ),
        ProblemKind::PlanMissing { plan, any_of } => format!(
            "{} braucht auch {}. Fügen Sie das hinzu oder schalten Sie den Plan aus.",
            plan.name,
            plan_names(any_of, " oder ")
        ),
        ProblemKind::ChangedMeanwhile => {
            "Das wurde inzwischen in einem anderen Tab geändert. Prüfen Sie es; erneutes \
             Speichern überschreibt die andere \
             Änderung."
                .to_owned()
        }
        ProblemKind::NotADay => "Geben Sie einen Tag des Kalenders ein.".to_owned(),
        ProblemKind::NotLater => {
            "Das ist nicht später als die simulierte Zeit. Die Uhr läuft nie rückwärts.".to_owned()
        }
        ProblemKind::TooLate => "Die Uhr reicht nicht über das Jahr 9999 hinaus.".to_owned(),
    }
}
