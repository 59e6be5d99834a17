//! Words for what saving licenses will do and has done.

use seatwork::domain::catalogue::plans;
use seatwork::domain::{Field, LicenseResult, LicenseUpdate, Problem, ProblemKind, SeatForecast};
use seatwork::text::{Language, Sentences};

use crate::support::{CONFERENCES, MAIL, MORE_MAIL, SUITE, location};

const ENGLISH: Sentences = Language::English.sentences();
const GERMAN: Sentences = Language::German.sentences();

#[test]
fn the_forecast_of_seats_says_what_is_taken_given_back_and_left() {
    let said = |sentences: Sentences, gained, lost, available| {
        let seats = SeatForecast {
            gained,
            lost,
            available,
        };
        let left = seats.left().unsigned_abs().to_string();
        let numbers = [gained.to_string(), lost.to_string(), left];
        let [gained, lost, left] = &numbers;
        sentences.seat_forecast("Power BI Pro", seats, [gained, lost, left])
    };
    for (gained, lost, available, english, german) in [
        (
            37,
            4,
            42,
            "assigns 37, revokes 4, leaves 9 available",
            "37 werden zugewiesen, 4 werden widerrufen, 9 bleiben verfügbar",
        ),
        (
            1,
            0,
            1,
            "assigns 1, leaves 0 available",
            "1 wird zugewiesen, 0 bleiben verfügbar",
        ),
        (
            0,
            2,
            0,
            "revokes 2, leaves 2 available",
            "2 werden widerrufen, 2 bleiben verfügbar",
        ),
        (
            5,
            0,
            3,
            "assigns 5, 2 short",
            "5 werden zugewiesen, 2 fehlen",
        ),
        (
            0,
            2,
            -5,
            "revokes 2, still over-assigned by 3",
            "2 werden widerrufen, weiterhin um 3 überbelegt",
        ),
    ] {
        assert_eq!(
            said(ENGLISH, gained, lost, available),
            format!("Power BI Pro: {english}")
        );
        assert_eq!(
            said(GERMAN, gained, lost, available),
            format!("Power BI Pro: {german}")
        );
    }
}

#[test]
fn a_result_names_every_product_and_plan() {
    let mut update = LicenseUpdate::default();
    update.set(SUITE, Some(true));
    update.switch(SUITE, plans::SWAY, Some(false));
    update.set(MAIL, Some(false));
    update.switch(MORE_MAIL, plans::EXCHANGE_S_ENTERPRISE, Some(true));
    let problem = |field, kind| Problem { field, kind };
    let refused = vec![
        problem(Field::Location, ProblemKind::LocationNeeded),
        problem(
            Field::License(MORE_MAIL),
            ProblemKind::PlanConflict {
                plan: plans::EXCHANGE_S_ENTERPRISE,
                with: plans::EXCHANGE_S_STANDARD,
                of: MAIL,
            },
        ),
        problem(
            Field::License(CONFERENCES),
            ProblemKind::Blocked {
                sku: CONFERENCES,
                location: location("IN"),
            },
        ),
    ];
    for (result, named) in [
        (
            LicenseResult::Changed(update),
            &[
                SUITE.name,
                MAIL.name,
                MORE_MAIL.name,
                plans::SWAY.name,
                plans::EXCHANGE_S_ENTERPRISE.name,
            ][..],
        ),
        (
            LicenseResult::Refused(refused),
            &[
                MORE_MAIL.name,
                MAIL.name,
                CONFERENCES.name,
                plans::EXCHANGE_S_STANDARD.name,
                "IN",
            ],
        ),
        (LicenseResult::Unchanged, &[]),
        (LicenseResult::Gone, &[]),
    ] {
        let [english, german] = [ENGLISH, GERMAN].map(|words| words.license_result(&result));
        assert_ne!(english, german);
        for text in [english, german] {
            assert!(
                !text.is_empty() && text.trim() == text && !text.contains("  "),
                "{text:?}"
            );
            for name in named {
                assert!(text.contains(name), "{text} does not name {name}");
            }
        }
    }
}

/// Each part of a result has its own label.
#[test]
fn each_part_of_an_update_has_its_own_words() {
    type Change = fn(&mut LicenseUpdate);
    for (change, english, german) in [
        (
            (|update| update.set(MAIL, Some(true))) as Change,
            "Assigned: Exchange Online (Plan 1).",
            "Zugewiesen: Exchange Online (Plan 1).",
        ),
        (
            |update| update.set(MAIL, Some(false)),
            "Revoked: Exchange Online (Plan 1).",
            "Widerrufen: Exchange Online (Plan 1).",
        ),
        (
            |update| update.switch(SUITE, plans::TEAMS1, Some(true)),
            "Switched on: Microsoft Teams (Office 365 E3).",
            "Eingeschaltet: Microsoft Teams (Office 365 E3).",
        ),
        (
            |update| {
                update.switch(SUITE, plans::TEAMS1, Some(false));
                update.set(SUITE, Some(true));
            },
            "Assigned: Office 365 E3. Switched off: Microsoft Teams (Office 365 E3).",
            "Zugewiesen: Office 365 E3. Ausgeschaltet: Microsoft Teams (Office 365 E3).",
        ),
    ] {
        let mut update = LicenseUpdate::default();
        change(&mut update);
        let result = LicenseResult::Changed(update);
        assert_eq!(ENGLISH.license_result(&result), english);
        assert_eq!(GERMAN.license_result(&result), german);
    }
}

#[test]
fn errors_are_told_only_where_there_are_any() {
    for sentences in [ENGLISH, GERMAN] {
        assert!(sentences.users_changed("12").contains("12"));
        let undone = sentences.undone("12", "0", false);
        let partly = sentences.undone("12", "3", true);
        assert!(undone.contains("12") && partly.starts_with(&undone) && partly.contains('3'));
        let summary = sentences.license_summary("37", "2", "1");
        for number in ["37", "2", "1"] {
            assert!(summary.contains(number), "{summary}");
        }
    }
}

#[test]
fn holders_are_counted_in_words_that_fit() {
    for (count, english, german) in [
        (0, "No one has this product.", "Niemand hat dieses Produkt."),
        (
            1,
            "1 user has this product.",
            "1 Benutzer hat dieses Produkt.",
        ),
        (
            2,
            "2 users have this product.",
            "2 Benutzer haben dieses Produkt.",
        ),
    ] {
        let shown = count.to_string();
        assert_eq!(ENGLISH.holders(count, &shown), english);
        assert_eq!(GERMAN.holders(count, &shown), german);
    }
}

#[test]
fn users_who_cannot_be_changed_are_counted_with_the_reason() {
    for (counts, english, german) in [
        (
            ["7", "14"],
            "7 of 14 users can't be changed: no usage location.",
            "7 von 14 Benutzern können nicht geändert werden: kein Standort.",
        ),
        (
            ["1", "14"],
            "1 of 14 users can't be changed: no usage location.",
            "1 von 14 Benutzern kann nicht geändert werden: kein Standort.",
        ),
        (
            ["1", "1"],
            "This user can't be changed: no usage location.",
            "Dieser Benutzer kann nicht geändert werden: kein Standort.",
        ),
    ] {
        let [refused, all] = counts;
        assert_eq!(ENGLISH.without_location(refused, all), english);
        assert_eq!(GERMAN.without_location(refused, all), german);
    }
    for sentences in [ENGLISH, GERMAN] {
        let text = sentences.cannot_change("3", "14");
        assert!(text.contains('3') && text.contains("14"));
    }
}
