//! Keys and numbers that no record of this workspace has.

use seatwork::domain::sample::Edition;
use seatwork::journal::envelope::Damage;
use seatwork::journal::{Finding, Storage, StoredOrigin, StoredRecord};

use super::{
    COPY, ORIGIN, Tab, check_goes_on, create_workspace, record_key, reopen, with_records, with_text,
};

#[test]
fn a_stray_record_key_is_set_aside_and_gives_no_number() {
    for stray in ["9999999999", "0000900000", "0000000009"] {
        let (storage, whole) = with_records();
        let key = format!("seatwork/r/{stray}");
        storage.set(&key, "garbage").expect("there is room");
        let mut tab = Tab::open(&storage);
        assert_eq!(tab.findings, [Finding::SetAside { key }], "{stray}");
        assert!(tab.workspace == whole);
        tab.create("Café", "z").expect("it is stored");
        assert!(storage.texts().contains_key(&record_key(6)), "{stray}");
        check_goes_on(&storage);
    }
}

/// The same without room to set it aside.
#[test]
fn a_stray_record_key_that_stays_gives_no_number() {
    let (storage, whole) = with_records();
    let key = "seatwork/r/9999999999".to_owned();
    storage
        .set(&key, &"garbage".repeat(9))
        .expect("there is room");
    storage.limit_to(Some(storage.bytes()));
    let mut tab = Tab::open(&storage);
    assert_eq!(tab.findings, [Finding::LeftInPlace { key }]);
    assert!(tab.workspace == whole);
    storage.limit_to(None);
    tab.create("Café", "z").expect("it is stored");
    assert!(storage.texts().contains_key(&record_key(6)));
}

#[test]
fn keys_that_no_record_has_are_left_alone() {
    let (storage, whole) = with_records();
    for key in [
        "18446744073709551615",
        "18446744073709551616",
        "99999999999",
        "1",
        "-1",
        "+5",
    ] {
        storage
            .set(&format!("seatwork/r/{key}"), "garbage")
            .expect("there is room");
    }
    let mut tab = Tab::open(&storage);
    assert!(tab.workspace == whole && tab.findings.is_empty());
    tab.create("Café", "z").expect("it is stored");
    tab.compact();
    assert!(reopen(&storage) == tab.workspace);
    assert_eq!(storage.keys("seatwork/r/").map(|keys| keys.len()), Ok(6));
}

/// Whole texts with the highest numbers there are.
#[test]
fn numbers_at_the_end_do_not_overflow() {
    let (storage, whole) = with_records();
    let record = StoredRecord::read(&storage.texts()[&record_key(1)], 1).expect("it is whole");
    for seq in [9_999_999_999, 2_000_000] {
        let text = StoredRecord::write(&record.change, seq, 0).expect("it has JSON");
        let storage = with_text(&storage, &record_key(seq), Some(&text));
        let mut tab = Tab::open(&storage);
        let key = record_key(seq);
        assert_eq!(
            tab.findings,
            [Finding::SetAside { key }],
            "too far away to be one of ours"
        );
        assert!(tab.workspace == whole);
        tab.create("Café", "z").expect("it is stored");
    }
    for compacted in [u64::MAX, u64::MAX - 1, 10_000_000_000] {
        let origin = StoredOrigin {
            compacted,
            ..StoredOrigin::new(crate::support::at(0))
        };
        let text = origin.write().expect("it has JSON");
        assert_eq!(StoredOrigin::read(&text), Err(Damage::Content));
    }
    let origin = StoredOrigin {
        sample: Edition::Excerpt.number(),
        compacted: 9_999_999_998,
        ..StoredOrigin::new(crate::support::at(0))
    };
    let text = origin.write().expect("it has JSON");
    let storage = with_text(&create_workspace(), ORIGIN, Some(&text));
    storage.set(COPY, &text).expect("there is room");
    let mut tab = Tab::open(&storage);
    tab.create("Café", "y").expect("the last number");
    assert!(tab.create("Café", "z").is_err(), "there is none left");
    tab.compact();
    assert!(reopen(&storage) == tab.workspace);
}
