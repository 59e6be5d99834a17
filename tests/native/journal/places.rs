//! Two places in one storage: a workspace is replaced whole or not at all, and the one before is
//! kept until it is forgotten.

use seatwork::domain::Workspace;
use seatwork::journal::{Backup, CaughtUp, Journal, MemoryStorage, Opened, Places, StorageError};

use super::{Tab, copy_of, with_records};
use crate::support::{at, is_same};

fn open(storage: &MemoryStorage) -> (Journal<Places<MemoryStorage>>, Workspace) {
    let places = Places::new(storage.clone());
    places.mend().expect("it can be read");
    let Opened {
        journal,
        workspace,
        findings,
    } = Journal::open(places, at(1)).expect("it is readable");
    assert_eq!(findings, []);
    (journal, workspace)
}

fn sample() -> Backup {
    Backup::of_sample(at(5)).expect("it has JSON")
}

#[test]
fn a_replaced_workspace_can_be_had_back_until_it_is_forgotten() {
    let (storage, before) = with_records();
    let places = Places::new(storage.clone());
    assert_eq!(places.has_previous(), Ok(false));
    let (mut journal, mut workspace) = open(&storage);
    for turn in 0..3 {
        places.replace(sample().texts()).expect("there is room");
        assert_eq!(
            journal.catch_up(&mut workspace),
            Ok(CaughtUp::Reopen),
            "turn {turn}"
        );
        assert!(!is_same(&open(&storage).1, &before));
        assert_eq!(places.has_previous(), Ok(true));
        assert_eq!(places.go_back(), Ok(true));
        (journal, workspace) = open(&storage);
        assert!(is_same(&workspace, &before));
    }
    places.replace(sample().texts()).expect("there is room");
    places.take_previous().expect("it can be removed");
    assert_eq!(places.has_previous(), Ok(false));
    assert_eq!(places.go_back(), Ok(false));
    assert!(
        storage.bytes() < 1_000,
        "nothing is left of it: {:?}",
        storage.texts().keys()
    );
}

#[test]
fn a_workspace_that_was_taken_away_is_put_back_as_it_was() {
    let (storage, before) = with_records();
    let places = Places::new(storage.clone());
    for _ in 0..2 {
        places.replace(sample().texts()).expect("there is room");
        let texts = storage.texts();
        let taken = places.take_previous().expect("it can be removed");
        assert_eq!(places.has_previous(), Ok(false));
        places.put_back(&taken).expect("there is as much room");
        assert_eq!(storage.texts(), texts);
    }
    assert_eq!(places.go_back(), Ok(true));
    assert_eq!(places.go_back(), Ok(true));
    assert!(
        !is_same(&open(&storage).1, &before),
        "it was replaced twice"
    );
}

#[test]
fn a_replacement_that_does_not_fit_changes_nothing() {
    let (storage, before) = with_records();
    let texts = storage.texts();
    let mut tab = Tab::open(&copy_of(&storage));
    tab.compact();
    let text = tab.journal.back_up(at(9)).expect("it can be read");
    let backup = Backup::read(&text).expect("it is a backup");
    for room in (0..20_000).step_by(100) {
        storage.limit_to(Some(storage.bytes() + room));
        let replaced = Places::new(storage.clone()).replace(backup.texts());
        storage.limit_to(None);
        if replaced.is_ok() {
            assert!(room > 500);
            return;
        }
        assert_eq!(replaced, Err(StorageError::Full));
        assert_eq!(storage.texts(), texts);
        assert!(is_same(&open(&storage).1, &before));
    }
    panic!("it fits at last");
}

#[test]
fn cut_off_after_any_write_it_is_the_one_or_the_other() {
    let (storage, before) = with_records();
    let mut tab = Tab::open(&copy_of(&storage));
    tab.create("Lanterna", "other").expect("it is stored");
    let backup = tab.journal.back_up(at(9)).expect("it can be read");
    let backup = Backup::read(&backup).expect("it is a backup");
    let mut both = [0, 0];
    for writes in 0..40 {
        // There is a workspace before to be forgotten as well.
        let storage = copy_of(&storage);
        let places = Places::new(storage.clone());
        places.replace(sample().texts()).expect("there is room");
        places.go_back().expect("it is kept");
        storage.die_after(Some(writes));
        let replaced = places.replace(backup.texts());
        storage.die_after(None);
        let (_, found) = open(&storage);
        let is_new = is_same(&found, &tab.workspace);
        assert!(is_new || is_same(&found, &before), "after {writes} writes");
        assert_eq!(is_new, replaced.is_ok(), "after {writes} writes");
        both[usize::from(is_new)] += 1;
    }
    assert!(both.iter().all(|count| *count > 1), "{both:?}");
}

#[test]
fn marks_of_replaced_workspaces_hold_nobody_up() {
    let (storage, _) = with_records();
    let (journal, _) = open(&storage);
    let places = Places::new(storage.clone());
    let lagging = Places::new(copy_of(&storage));
    let old = places.mark(&journal.mark());
    assert!(places.reaches(&old) && lagging.reaches(&old));
    places.replace(sample().texts()).expect("there is room");
    let new = places.mark(&open(&storage).0.mark());
    assert!(places.reaches(&old), "of the workspace before");
    assert!(places.reaches(&new));
    assert!(
        !lagging.reaches(&new),
        "it has not seen the replacement yet"
    );
    for nonsense in ["", "x", "1", ":", "x:1/2"] {
        assert!(places.reaches(nonsense), "{nonsense}");
    }
}

#[test]
fn a_damaged_generation_does_not_hide_the_workspace() {
    let (storage, _) = with_records();
    let places = Places::new(storage.clone());
    places.replace(sample().texts()).expect("there is room");
    let (_, sample) = open(&storage);
    places.take_previous().expect("it can be removed");
    for damaged in [None, Some(""), Some("x"), Some("2")] {
        let storage = super::with_text(&storage, "seatwork/generation", damaged);
        assert!(is_same(&open(&storage).1, &sample), "{damaged:?}");
    }
}
