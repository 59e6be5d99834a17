//! What became of deleted users, in words.

use seatwork::domain::{Field, PersonName, Problem, ProblemKind, RestoreResult, Sku};
use seatwork::text::Language;

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
        "Restored. Licenses: Office 365 E3, Enterprise Mobility + Security E3.",
        "Wiederhergestellt. Lizenzen: Office 365 E3, Enterprise Mobility + Security E3.",
    );
    check(
        &restored(&["EMS"], &[E3]),
        "Restored. Licenses: Enterprise Mobility + Security E3. Without Office 365 E3 – no \
         licenses are available.",
        "Wiederhergestellt. Lizenzen: Enterprise Mobility + Security E3. Ohne Office 365 E3 – \
         keine Lizenzen verfügbar.",
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
        "Not restored: Jo Ann now has this user name.",
        "Nicht wiederhergestellt: Diesen Benutzernamen hat jetzt Jo Ann.",
    );
    check(
        &RestoreResult::Gone,
        "Not restored. This deleted user is no longer here. They were restored in another tab, or \
         their 30 days are over.",
        "Nicht wiederhergestellt. Diesen gelöschten Benutzer gibt es nicht mehr. Er wurde in einem \
         anderen Tab wiederhergestellt, oder seine 30 Tage sind abgelaufen.",
    );
}

#[test]
fn the_days_left_are_those_of_the_rows() {
    let [english, german] = [Language::English, Language::German].map(Language::sentences);
    for (users, days, in_english, in_german) in [
        (
            1,
            [1, 1],
            "1 user can be restored for 1 more day. After that, the account will be deleted \
             permanently.",
            "1 Benutzer lässt sich noch 1 Tag lang wiederherstellen. Danach wird das Konto \
             endgültig entfernt.",
        ),
        (
            1,
            [2, 2],
            "1 user can be restored for 2 more days. After that, the account will be deleted \
             permanently.",
            "1 Benutzer lässt sich noch 2 Tage lang wiederherstellen. Danach wird das Konto \
             endgültig entfernt.",
        ),
        (
            1200,
            [1, 2],
            "1,200 users can be restored for 1 or 2 more days. After that, the accounts will be \
             deleted permanently.",
            "1,200 Benutzer lassen sich noch 1 oder 2 Tage lang wiederherstellen. Danach werden \
             die Konten endgültig entfernt.",
        ),
    ] {
        let number = if users == 1 { "1" } else { "1,200" };
        assert_eq!(english.restore_in_time(users, number, days), in_english);
        assert_eq!(german.restore_in_time(users, number, days), in_german);
    }
}

#[test]
fn the_summary_says_how_many_of_the_restored_miss_licenses() {
    for (counts, english, german) in [
        (
            [3, 0, 0],
            "3 users restored.",
            "3 Benutzer wiederhergestellt.",
        ),
        (
            [3, 1, 0],
            "3 users restored, 1 of them with licenses missing.",
            "3 Benutzer wiederhergestellt, bei 1 davon fehlen Lizenzen.",
        ),
        (
            [1, 1, 2],
            "1 user restored, but licenses are missing. 2 users not restored.",
            "1 Benutzer wiederhergestellt, aber es fehlen Lizenzen. 2 Benutzer nicht \
             wiederhergestellt.",
        ),
        (
            [0, 0, 1],
            "1 user not restored.",
            "1 Benutzer nicht wiederhergestellt.",
        ),
    ] {
        let said = [Language::English, Language::German].map(|language| {
            let number = |count: usize| count.to_string();
            language.sentences().restore_summary(counts, &number)
        });
        assert_eq!(said, [english, german]);
    }
}
