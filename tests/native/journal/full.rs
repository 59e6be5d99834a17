//! A full storage: nothing is half stored, the state is as before, and compaction makes room.

use seatwork::domain::{Advance, Command, Workspace, WorkspaceCommand};
use seatwork::journal::{Finding, MemoryStorage, NotSaved, OpenError, Storage, StorageError};

use super::faulty::{Fault, FaultyStorage};
use super::{
    COPY, ORIGIN, Tab, check_goes_on, copy_of, create_workspace, record_key, reopen, with_records,
    with_text,
};
use crate::support::{DAY, at};
use crate::uploading::limit;

const FULL: NotSaved = NotSaved::Storage(StorageError::Full);

#[test]
fn a_change_that_finds_no_room_has_not_happened() {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    let (before, texts) = (tab.workspace.clone(), storage.texts());
    for room in [0, 1, 50] {
        storage.limit_to(Some(storage.bytes() + room));
        assert_eq!(tab.create("Café", "a").err(), Some(FULL), "{room}");
        assert!(tab.workspace == before);
        assert_eq!(storage.texts(), texts);
    }
    storage.limit_to(None);
    tab.create("Café", "a").expect("there is room again");
    assert!(reopen(&storage) == tab.workspace);
    check_goes_on(&storage);
}

/// Renames a user often: many records, of which a snapshot keeps one line.
fn with_many_records() -> (MemoryStorage, Tab) {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    for number in 10..20 {
        tab.rename("Glasgow", 1, &format!("Chloe {number}"))
            .expect("it is stored");
    }
    tab.compact();
    for number in 20..60 {
        tab.rename("Glasgow", 1, &format!("Chloe {number}"))
            .expect("it is stored");
    }
    (storage, tab)
}

#[test]
fn compaction_wins_room_for_one_more_change() {
    let (storage, mut tab) = with_many_records();
    let before = storage.bytes();
    storage.limit_to(Some(before + 20));
    for number in 60..90 {
        tab.rename("Glasgow", 1, &format!("Chloe {number}"))
            .expect("room is won");
        assert!(reopen(&storage) == tab.workspace);
    }
    assert!(storage.bytes() < before);
    assert_eq!(tab.name_of("Glasgow", 1), Some("Chloe 89"));
    check_goes_on(&storage);
}

#[test]
fn winning_room_can_be_cut_off_anywhere() {
    let (storage, tab) = with_many_records();
    let before = tab.workspace;
    for writes in 0..100 {
        let storage = copy_of(&storage);
        storage.limit_to(Some(storage.bytes() + 20));
        let mut tab = Tab::open(&storage);
        storage.die_after(Some(writes));
        let result = tab.rename("Glasgow", 1, "Chloe 60");
        storage.die_after(None);
        storage.limit_to(None);
        let expected = if result.is_ok() {
            &tab.workspace
        } else {
            &before
        };
        assert!(tab.workspace == *expected);
        assert!(reopen(&storage) == *expected, "after {writes} writes");
        if result.is_ok() {
            // A failed write, a snapshot, both origins, pieces of the log in a dozen attempts, the
            // records, and the new record.
            assert_eq!(writes, 1 + 1 + 2 + 12 + 40 + 1);
            return;
        }
    }
    panic!("it never gets through");
}

#[test]
fn where_no_room_can_be_won_everything_stays_as_it_is() {
    let (storage, before) = with_records();
    // The browser has lowered its limit.
    for room in 0..40 {
        let storage = copy_of(&storage);
        let mut tab = Tab::open(&storage);
        let texts = storage.texts();
        storage.limit_to(Some(storage.bytes() - 1 - room));
        assert_eq!(tab.create("Café", "z").err(), Some(FULL), "{room}");
        assert!(tab.workspace == before);
        assert!(storage.texts() == texts);
        assert!(reopen(&storage) == before);
        storage.limit_to(None);
        tab.create("Café", "z").expect("there is room again");
        assert!(reopen(&storage) == tab.workspace, "{room}");
        check_goes_on(&storage);
    }
}

/// Compacts with so much room, then opens with none.
#[test]
fn a_compaction_with_little_room_never_keeps_the_workspace_from_opening() {
    let (storage, before) = with_records();
    let (mut failed, mut done) = (0, 0);
    for room in (0..2000).step_by(25) {
        let storage = copy_of(&storage);
        let mut tab = Tab::open(&storage);
        storage.limit_to(Some(storage.bytes() + room));
        match tab.journal.compact(&tab.workspace) {
            Ok(()) => done += 1,
            Err(error) => {
                assert_eq!(error, StorageError::Full);
                failed += 1;
            }
        }
        storage.limit_to(Some(storage.bytes()));
        let again = Tab::open(&storage);
        assert!(again.workspace == before, "{room}");
        assert_eq!(again.findings, []);
        storage.limit_to(None);
        check_goes_on(&storage);
    }
    // The reserve gives way.
    assert_eq!((failed, done), (0, 80));
}

#[test]
fn a_first_start_without_room_is_refused_and_can_be_repeated() {
    for room in [0, 10, 40] {
        let storage = MemoryStorage::default();
        storage.limit_to(Some(room));
        let failed = Tab::try_open(&storage, at(1)).err();
        assert_eq!(
            failed,
            Some(OpenError::Storage(StorageError::Full)),
            "{room}"
        );
        assert_eq!(storage.texts().len(), 0);
    }
}

#[test]
fn without_room_for_the_copy_of_the_origin_one_can_work_all_the_same() {
    let (storage, before) = with_records();
    let storage = with_text(&storage, COPY, None);
    storage.limit_to(Some(storage.bytes() + 10));
    let mut tab = Tab::open(&storage);
    assert!(tab.workspace == before && tab.findings.is_empty());
    assert_eq!(storage.get(COPY), Ok(None));
    tab.follow().expect("it is not taken for another workspace");
    assert_eq!(tab.create("Café", "z").err(), Some(FULL));
    storage.limit_to(None);
    tab.create("Café", "z").expect("there is room again");
    let again = Tab::open(&storage);
    assert!(again.workspace == tab.workspace);
    assert_eq!(storage.get(COPY), storage.get(ORIGIN), "and is made up for");
}

/// The browser may lower the limit below what is stored: not even the same text can be written.
#[test]
fn a_storage_that_takes_nothing_any_more_can_still_be_looked_at() {
    let (storage, before) = with_records();
    for storage in [copy_of(&storage), with_text(&storage, COPY, None)] {
        storage.limit_to(Some(0));
        let texts = storage.texts();
        let mut tab = Tab::open(&storage);
        assert!(tab.workspace == before && tab.findings.is_empty());
        assert_eq!(tab.create("Café", "z").err(), Some(FULL));
        assert_eq!(
            tab.create("Café", "z").err(),
            Some(FULL),
            "and it is not taken for another workspace"
        );
        assert_eq!(storage.texts(), texts);
    }
}

#[test]
fn without_room_for_the_copy_of_the_origin_a_compaction_wins_room_all_the_same() {
    let (storage, mut tab) = with_many_records();
    storage.remove(COPY).expect("it can be removed");
    // A few bytes for another number of digits, but not for the copy.
    storage.limit_to(Some(storage.bytes() + 10));
    tab.journal
        .compact(&tab.workspace)
        .expect("the copy is not worth a failure");
    assert_eq!(storage.keys("seatwork/r/"), Ok(Vec::new()));
    tab.follow().expect("it is not taken for another workspace");
    tab.rename("Glasgow", 1, "Chloe 60")
        .expect("there is room now");
    assert!(reopen(&storage) == tab.workspace);
}

#[test]
fn damage_that_finds_no_room_aside_is_left_in_place_until_there_is_some() {
    let (storage, _) = with_records();
    let key = record_key(4);
    let damaged = storage.texts()[&key].replace("Chloe", "Clara");
    let storage = with_text(&storage, &key, Some(&damaged));
    let without = Tab::open(&with_text(&storage, &key, None)).workspace;
    let texts = storage.texts();
    storage.limit_to(Some(storage.bytes()));
    let mut tab = Tab::open(&storage);
    assert!(tab.workspace == without);
    assert_eq!(tab.findings, [Finding::LeftInPlace { key: key.clone() }]);
    assert_eq!(storage.texts(), texts);
    storage.limit_to(Some(storage.bytes() - 1));
    assert_eq!(tab.create("Café", "z").err(), Some(FULL));

    storage.limit_to(None);
    tab.create("Café", "z").expect("there is room again");
    let later = Tab::open(&storage);
    assert_eq!(later.findings, [Finding::SetAside { key }]);
    assert!(later.workspace == tab.workspace);
    let aside = later.journal.set_aside().expect("it can be read");
    assert_eq!(aside.len(), 1);
    assert_eq!(aside[0].1, damaged);
}

/// The copy of the origin finds no room; the old one must not outlive the records it needs.
#[test]
fn no_stale_copy_of_the_origin_is_left_behind() {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    let advance =
        |_: &Workspace| Command::Workspace(WorkspaceCommand::AdvanceClock(Advance::Days(20)));
    tab.attempt(advance, at(1)).expect("it is stored");
    let raise = |_: &Workspace| Command::Workspace(WorkspaceCommand::SetRecordLimit(limit(700)));
    tab.attempt(raise, at(2)).expect("it is stored");
    for number in 0..10 {
        let storage = copy_of(&storage);
        let broken = FaultyStorage::new(storage.clone(), Some((number, Fault::Full)));
        let mut tab = Tab::open(&broken);
        tab.journal.compact(&tab.workspace).expect("there is room");
        storage.set(ORIGIN, "damaged").expect("there is room");
        let again = Tab::open(&storage);
        assert_eq!(again.workspace.now(at(5)), at(20 * DAY + 5), "{number}");
        assert_eq!(again.workspace.record_limit(), limit(700), "{number}");
        assert!(again.workspace == tab.workspace, "{number}");
    }
}
