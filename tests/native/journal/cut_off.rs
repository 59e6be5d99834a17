//! A tab killed between any two writes: every acknowledged change is there afterwards, once.

use seatwork::domain::Workspace;
use seatwork::domain::catalogue::products;
use seatwork::journal::{Finding, MemoryStorage, Storage};

use super::{
    Tab, check_goes_on, copy_of, create_workspace, find_customer, record_key, reopen, snapshot_key,
    with_license_records, with_records,
};
use crate::support::{at, license_change};

/// Repeats the work on copies of the storage, each killed one write later, until it gets through.
/// Hands each storage over with the result of the work, and returns the number of writes.
fn cut_off<T, E: std::fmt::Debug>(
    storage: &MemoryStorage,
    mut work: impl FnMut(&MemoryStorage) -> Result<T, E>,
    mut then: impl FnMut(&MemoryStorage, Result<T, E>),
) -> usize {
    for writes in 0..100 {
        let storage = copy_of(storage);
        storage.die_after(Some(writes));
        let result = work(&storage);
        let is_through = result.is_ok();
        storage.die_after(None);
        then(&storage, result);
        if is_through {
            return writes;
        }
    }
    panic!("it never gets through");
}

#[test]
fn a_change_is_stored_whole_or_not_at_all() {
    let (storage, before) = with_records();
    let mut after = None;
    let writes = cut_off(
        &storage,
        |storage| {
            let mut tab = Tab::open(storage);
            let result = tab.create("Café", "z");
            if result.is_err() {
                assert!(
                    tab.workspace == before,
                    "what is not stored has not happened"
                );
            }
            result.map(|_| tab.workspace)
        },
        |storage, result| {
            let stored = reopen(storage);
            assert!(stored == *result.as_ref().unwrap_or(&before));
            check_goes_on(storage);
            after = result.ok();
        },
    );
    assert_eq!(writes, 1, "one change, one write");
    assert!(after.is_some_and(|after| after != before));
}

#[test]
fn a_change_of_many_licenses_is_stored_whole_or_not_at_all() {
    let (storage, before) = with_license_records();
    let writes = cut_off(
        &storage,
        |storage| {
            let mut tab = Tab::open(storage);
            let assign = |workspace: &Workspace| {
                license_change(
                    find_customer(workspace, "Lanterna"),
                    &[2, 3, 19, 20, 21, 22],
                    |update| {
                        update.set(products::O365_BUSINESS_ESSENTIALS, Some(true));
                        update.set(products::SPB, Some(false));
                    },
                )
            };
            let result = tab.attempt(assign, at(5000));
            assert_eq!(result.is_err(), tab.workspace == before);
            result.map(|_| tab.workspace)
        },
        |storage, result| {
            assert!(reopen(storage) == *result.as_ref().unwrap_or(&before));
            check_goes_on(storage);
        },
    );
    assert_eq!(writes, 1, "however many users, one write");
}

#[test]
fn a_compaction_can_be_cut_off_anywhere() {
    let (storage, before) = with_records();
    check_compaction(&storage, &before, 5);
    let (storage, before) = with_license_records();
    check_compaction(&storage, &before, 7);
}

/// Compacts the records, killed after each write in turn.
fn check_compaction(storage: &MemoryStorage, before: &Workspace, records: usize) {
    let compact = |storage: &MemoryStorage| {
        let mut tab = Tab::open(storage);
        let result = tab.journal.compact(&tab.workspace);
        assert!(tab.workspace == *before);
        result
    };
    let writes = cut_off(storage, compact, |storage, _| {
        assert!(reopen(storage) == *before);
        check_goes_on(storage);
        // Whoever comes next finishes it.
        let again = copy_of(storage);
        Tab::open(&again).compact();
        assert!(reopen(&again) == *before);
        let records = again
            .texts()
            .into_keys()
            .filter(|key| key.starts_with("seatwork/r/"));
        assert_eq!(records.count(), 0);
    });
    assert_eq!(
        writes,
        3 + 1 + 2 + records,
        "snapshots, a piece of the log, both origins, removed records"
    );
}

#[test]
fn a_second_compaction_can_be_cut_off_anywhere() {
    let (storage, _) = with_records();
    let mut tab = Tab::open(&storage);
    tab.compact();
    tab.create("Lanterna", "z").expect("it is stored");
    tab.rename("Café", 7, "Ann").expect("it is stored");
    let before = tab.workspace.clone();
    let compact = |storage: &MemoryStorage| {
        let mut tab = Tab::open(storage);
        tab.journal.compact(&tab.workspace)
    };
    let writes = cut_off(&storage, compact, |storage, _| {
        assert!(reopen(storage) == before);
        check_goes_on(storage);
    });
    assert_eq!(writes, 2 + 1 + 2 + 2, "only what has changed since");
}

/// Other changes may follow a failed compaction before it is tried again.
#[test]
fn a_tab_survives_its_own_failed_compaction() {
    let (storage, _) = with_records();
    for writes in 0..10 {
        let storage = copy_of(&storage);
        let mut tab = Tab::open(&storage);
        storage.die_after(Some(writes));
        assert!(tab.journal.compact(&tab.workspace).is_err(), "{writes}");
        storage.die_after(None);
        tab.create("Glasgow", "z").expect("it is stored");
        assert!(reopen(&storage) == tab.workspace, "{writes}");
        tab.compact();
        assert!(reopen(&storage) == tab.workspace, "{writes}");
        check_goes_on(&storage);
    }
}

#[test]
fn opening_after_a_compaction_that_was_cut_off_can_itself_be_cut_off() {
    let (storage, before) = with_records();
    for writes in 0..10 {
        let half = copy_of(&storage);
        let mut tab = Tab::open(&half);
        half.die_after(Some(writes));
        assert!(tab.journal.compact(&tab.workspace).is_err());
        half.die_after(None);
        cut_off(
            &half,
            |storage| Tab::try_open(storage, at(1)),
            |storage, result| {
                if let Ok(tab) = result {
                    assert!(tab.workspace == before && tab.findings.is_empty());
                }
                assert!(reopen(storage) == before);
                check_goes_on(storage);
            },
        );
    }
}

#[test]
fn a_first_start_can_be_cut_off_anywhere() {
    let empty = MemoryStorage::default();
    let (_, copy) = create_workspace()
        .texts()
        .into_iter()
        .next_back()
        .expect("there are two");
    for prepared in [None, Some(copy)] {
        // The small edition cannot begin by itself: its second write is what is cut off here.
        let storage = match &prepared {
            None => copy_of(&empty),
            Some(text) => super::with_text(&empty, super::ORIGIN, Some(text)),
        };
        if prepared.is_none() {
            storage.die_after(Some(0));
            assert!(Tab::try_open(&storage, at(1)).is_err());
            assert_eq!(storage.texts().len(), 0);
            continue;
        }
        cut_off(
            &storage,
            |storage| Tab::try_open(storage, at(1)),
            |storage, _| check_goes_on(storage),
        );
    }
}

/// The damaged text is in its old place, aside, or both; it is never lost.
#[test]
fn setting_damage_aside_can_be_cut_off_anywhere() {
    let (storage, _) = with_records();
    let damaged = storage.texts()[&record_key(2)].replace("kim", "tim");
    let storage = super::with_text(&storage, &record_key(2), Some(&damaged));
    let without = Tab::open(&super::with_text(&storage, &record_key(2), None)).workspace;
    let writes = cut_off(
        &storage,
        |storage| Tab::try_open(storage, at(1)),
        |storage, result| {
            let kept = storage
                .texts()
                .into_values()
                .filter(|text| *text == damaged);
            assert!(kept.count() >= 1);
            if let Ok(tab) = result {
                assert_eq!(tab.findings, [Finding::SetAside { key: record_key(2) }]);
            }
            let again = Tab::open(storage);
            assert!(again.workspace == without);
            let aside = again.journal.set_aside().expect("it can be read");
            assert_eq!(
                aside,
                [("seatwork/aside/r/0000000002".to_owned(), damaged.clone())]
            );
            check_goes_on(storage);
        },
    );
    assert_eq!(
        writes,
        2 + 2,
        "to its new place, from the old one, and both origins"
    );
}

#[test]
fn a_snapshot_that_was_written_before_the_cut_counts_its_records_once() {
    let (storage, before) = with_records();
    let mut tab = Tab::open(&storage);
    storage.die_after(Some(1));
    assert!(tab.journal.compact(&tab.workspace).is_err());
    storage.die_after(None);
    let snapshots: Vec<_> = before
        .customers()
        .map(snapshot_key)
        .filter(|key| storage.texts().contains_key(key))
        .collect();
    assert_eq!(snapshots.len(), 1);
    let again = Tab::open(&storage);
    assert!(again.workspace == before);
    assert_eq!(find_customer(&again.workspace, "Lanterna").users.len(), 24);
}

/// A record with a number that the snapshot covers would be skipped.
#[test]
fn numbers_that_a_snapshot_covers_are_not_given_again() {
    let (storage, whole) = with_records();
    let lanterna = snapshot_key(find_customer(&whole, "Lanterna"));
    for writes in 1..=3 {
        let storage = copy_of(&storage);
        let mut tab = Tab::open(&storage);
        storage.die_after(Some(writes));
        assert!(tab.journal.compact(&tab.workspace).is_err());
        storage.die_after(None);
        if !storage.texts().contains_key(&lanterna) {
            continue;
        }
        storage
            .set(&record_key(5), "damaged")
            .expect("there is room");
        let mut after = Tab::open(&storage);
        assert_eq!(after.findings, [Finding::SetAside { key: record_key(5) }]);
        assert!(after.workspace == whole, "the snapshot has it");
        after.create("Lanterna", "z").expect("it is stored");
        assert!(storage.texts().contains_key(&record_key(6)));
        assert!(reopen(&storage) == after.workspace);
    }
}
