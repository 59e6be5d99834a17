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
        "Restored. Licenses given back: Office 365 E3, Enterprise Mobility + Security E3.",
        "Wiederhergestellt. Zurückgegebene Lizenzen: Office 365 E3, Enterprise Mobility + Security \
         E3.",
    );
    check(
        &restored(&["EMS"], &[E3]),
        "Restored. Licenses given back: Enterprise Mobility + Security E3. Not given back: Office \
         365 E3 – no license is available.",
        "Wiederhergestellt. Zurückgegebene Lizenzen: Enterprise Mobility + Security E3. Nicht \
         zurückgegeben: Office 365 E3 – es ist keine Lizenz verfügbar.",
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
        "Not restored. There is no such deleted user any more: restored in another tab, or their \
         time was over.",
        "Nicht wiederhergestellt. Diesen gelöschten Benutzer gibt es nicht mehr: in einem anderen \
         Tab wiederhergestellt, oder seine Zeit war abgelaufen.",
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
