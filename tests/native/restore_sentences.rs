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
        "Restored. Licenses restored: Office 365 E3, Enterprise Mobility + Security E3.",
        "Wiederhergestellt. Wiederhergestellte Lizenzen: Office 365 E3, Enterprise Mobility + Security \
         E3.",
    );
    check(
        &restored(&["EMS"], &[E3]),
        "Restored. Licenses restored: Enterprise Mobility + Security E3. Not restored: Office \
         365 E3 – no licenses are available.",
        "Wiederhergestellt. Wiederhergestellte Lizenzen: Enterprise Mobility + Security E3. Nicht \
         wiederhergestellt: Office 365 E3 – keine Lizenzen verfügbar.",
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
fn one_user_is_not_many() {
    for language in Language::ALL {
        let sentences = language.sentences();
        let one = sentences.restore_in_time(1, "1");
        let many = sentences.restore_in_time(1200, "1,200");
        assert!(one.contains('1') && many.contains("1,200"));
        assert_ne!(one, many.replace("1,200", "1"));
    }
}
