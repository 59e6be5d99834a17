//! Identifiers and locations.

use seatwork::domain::{Guid, Location, NotAGuid};

#[test]
fn reads_what_it_writes_and_nothing_else() {
    let text = "efccb6f7-5641-4e0e-bd10-b4976e1bf68e";
    assert_eq!(text.parse::<Guid>().unwrap().to_string(), text);
    assert_eq!(
        text.to_uppercase().parse::<Guid>().unwrap().to_string(),
        text
    );
    for wrong in [
        "",
        "efccb6f7",
        "efccb6f7-5641-4e0e-bd10-b4976e1bf68",
        "efccb6f7-5641-4e0e-bd10-b4976e1bf68e-",
        "+fccb6f7-5641-4e0e-bd10-b4976e1bf68e",
    ] {
        assert_eq!(wrong.parse::<Guid>(), Err(NotAGuid), "{wrong}");
    }
}

#[test]
fn what_follows_keeps_all_groups_but_the_last() {
    for (one, next) in [
        (
            "00000000-0000-4000-8000-000000000000",
            "00000000-0000-4000-8000-000000000001",
        ),
        (
            "efccb6f7-5641-4e0e-bd10-b4976e1bf6ff",
            "efccb6f7-5641-4e0e-bd10-b4976e1bf700",
        ),
        (
            "efccb6f7-5641-4e0e-bd10-ffffffffffff",
            "efccb6f7-5641-4e0e-bd10-000000000000",
        ),
    ] {
        assert_eq!(one.parse::<Guid>().unwrap().following().to_string(), next);
    }
}

#[test]
fn a_random_identifier_says_that_it_is_version_4() {
    assert_eq!(
        Guid::from_random([0xff; 16]).to_string(),
        "ffffffff-ffff-4fff-bfff-ffffffffffff"
    );
    assert_eq!(
        Guid::from_random([0; 16]).to_string(),
        "00000000-0000-4000-8000-000000000000"
    );
}

#[test]
fn knows_the_assigned_codes() {
    let all: Vec<_> = Location::all().collect();
    assert_eq!(all.len(), 249);
    assert!(all.is_sorted());
    assert_eq!(Location::parse("de").map(Location::code), Some("DE"));
    for wrong in ["", "D", "DEU", "XX", "EU", "UK", "ÄÖ"] {
        assert_eq!(Location::parse(wrong), None, "{wrong}");
    }
}
