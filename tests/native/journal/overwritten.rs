//! Records that a tab writes in the place of another tab's: noticed by the checksum that each
//! record has of the one before.

use seatwork::journal::{CaughtUp, Finding, MemoryStorage, Storage, StoredRecord, reaches};

use super::lagging::LaggingStorage;
use super::{Tab, create_workspace, record_key, with_records, with_text};

/// Returns two open tabs of which the second has not received the first one's last record, and has
/// saved another one in its place.
fn overwrite() -> (Tab<LaggingStorage>, Tab<LaggingStorage>) {
    let views = LaggingStorage::tabs(2, &create_workspace());
    let (mut first, mut second) = (Tab::open(&views[0]), Tab::open(&views[1]));
    first.create("Café", "a").expect("it is stored");
    second.storage.receive_all();
    second.follow().expect("it is readable");
    first.create("Café", "b").expect("it is stored");
    second.create("Lanterna", "c").expect("it is stored");
    (first, second)
}

#[test]
fn an_overwritten_record_is_noticed_by_the_tab_that_wrote_it() {
    let (mut first, mut second) = overwrite();
    assert_eq!(
        first.journal.catch_up(&mut first.workspace),
        Ok(CaughtUp::Applied(0))
    );
    first.storage.receive_all();
    assert_eq!(
        first.journal.catch_up(&mut first.workspace),
        Ok(CaughtUp::Overwritten)
    );
    first.follow().expect("it opens anew");
    assert_eq!(first.findings, [Finding::Overwritten(1)]);
    assert!(!first.has("Café", "b") && first.has("Lanterna", "c"));
    second.storage.receive_all();
    second.follow().expect("it is readable");
    assert!(first.workspace == second.workspace);
    first.create("Café", "b").expect("it can be repeated");
}

/// The other tab has gone on and compacted before the first one looks.
#[test]
fn an_overwritten_record_is_noticed_after_compaction() {
    for more in 0..3 {
        let (mut first, mut second) = overwrite();
        for number in 0..more {
            second
                .create("Glasgow", &format!("d{number}"))
                .expect("it is stored");
        }
        second
            .journal
            .compact(&second.workspace)
            .expect("there is room");
        first.storage.receive_all();
        let caught_up = first.journal.catch_up(&mut first.workspace);
        assert_eq!(caught_up, Ok(CaughtUp::Overwritten), "{more}");
    }
}

#[test]
fn a_compaction_of_another_tab_is_not_taken_for_overwriting() {
    for more in 0..3 {
        let views = LaggingStorage::tabs(2, &create_workspace());
        let (mut first, mut second) = (Tab::open(&views[0]), Tab::open(&views[1]));
        first.create("Café", "a").expect("it is stored");
        second.storage.receive_all();
        for number in 0..more {
            second
                .create("Glasgow", &format!("d{number}"))
                .expect("it is stored");
        }
        second.follow().expect("it is readable");
        second
            .journal
            .compact(&second.workspace)
            .expect("there is room");
        first.storage.receive_all();
        let caught_up = first.journal.catch_up(&mut first.workspace);
        assert_eq!(caught_up, Ok(CaughtUp::Reopen), "{more}");
    }
}

/// Nobody is left who wrote the record: the next start finds that one does not follow on another.
#[test]
fn a_record_that_does_not_follow_on_the_one_before_is_named_when_opening() {
    let (storage, _) = with_records();
    let text = &storage.texts()[&record_key(2)];
    let record = StoredRecord::read(text, 2).expect("it is whole");
    let mut change = record.change;
    change.by.name = "Somebody else".into();
    let other = StoredRecord::write(&change, 2, record.after).expect("it has JSON");
    let storage = with_text(&storage, &record_key(2), Some(&other));
    let mut tab = Tab::open(&storage);
    assert_eq!(tab.findings, [Finding::Overwritten(1)]);
    assert!(tab.has("Café", "kim") && tab.has("Lanterna", "ann"));
    tab.compact();
    assert_eq!(
        Tab::open(&storage).findings,
        [],
        "it is named until compaction"
    );
}

#[test]
fn records_after_damage_follow_on_what_is_left() {
    let (storage, _) = with_records();
    storage
        .set(&record_key(5), "damaged")
        .expect("there is room");
    let mut tab = Tab::open(&storage);
    tab.create("Café", "x").expect("it is stored");
    tab.create("Café", "y").expect("it is stored");
    assert_eq!(Tab::open(&storage).findings, []);
}

/// A mark names the record: another one in its place does not reach it.
#[test]
fn a_mark_is_reached_by_the_record_it_names_only() {
    let (first, second) = overwrite();
    assert!(reaches(&first.storage, &first.journal.mark()));
    assert!(!reaches(&second.storage, &first.journal.mark()));
    let empty = MemoryStorage::default();
    assert!(!reaches(&empty, &first.journal.mark()));
    for nonsense in ["", "1", "1/2", "x/y/z"] {
        assert!(reaches(&empty, nonsense), "{nonsense}");
    }
}
