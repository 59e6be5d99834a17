//! Workspaces of attempts, in the same storage as the person's own.

use std::collections::BTreeMap;

use proptest::prelude::*;
use seatwork::domain::sample::Edition;
use seatwork::domain::{Change, Guid, Workspace};
use seatwork::journal::{
    AttemptId, Attempts, CaughtUp, Journal, MemoryStorage, NotSaved, Room, StorageError,
    StoredOrigin, mark_about, mark_of_attempt,
};

use super::{Tab, create_workspace};
use crate::support::{at, cases, is_same};

type InRoom = Room<MemoryStorage>;

fn id(number: u128) -> AttemptId {
    AttemptId::new(Guid::from_u128(number << 96))
}

/// The origin of attempts in these tests.
fn origin() -> StoredOrigin {
    StoredOrigin::of_attempt(Edition::Excerpt, at(5))
}

/// Two changes, as an exercise prepares them.
fn prepared() -> Vec<Change> {
    let mut tab = Tab::open(&create_workspace());
    let one = tab.rename("Glasgow", 1, "Prepared").expect("it is stored");
    let two = tab.create("Café", "prepared").expect("it is stored");
    vec![one, two]
}

fn begin(storage: &MemoryStorage, id: AttemptId) -> Result<(), StorageError> {
    Attempts::new(storage.clone()).begin(id, &origin(), &prepared(), &"what it is")
}

fn open(storage: &MemoryStorage, id: AttemptId) -> Tab<InRoom> {
    Tab::open(&Room::of_attempt(storage.clone(), id))
}

/// The texts of the person's own workspace.
fn own_texts(storage: &MemoryStorage) -> BTreeMap<String, String> {
    let mut texts = storage.texts();
    texts.retain(|key, _| !key.starts_with("seatwork/t/"));
    texts
}

#[test]
fn a_name_is_eight_hexadecimal_digits() {
    assert_eq!(id(0xab).to_string(), "000000ab");
    assert_eq!(AttemptId::parse("000000ab"), Some(id(0xab)));
    for wrong in [
        "",
        "ab",
        "000000AB",
        "000000ag",
        "000000abc",
        "../../ab",
        "000000a/",
    ] {
        assert_eq!(AttemptId::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn an_attempt_begins_with_what_was_prepared() {
    let storage = create_workspace();
    begin(&storage, id(1)).expect("there is room");
    let tab = open(&storage, id(1));
    assert_eq!(tab.findings, []);
    let changes = tab.journal.changes_after(0).expect("it can be read");
    assert_eq!(
        changes
            .iter()
            .map(|(number, _)| *number)
            .collect::<Vec<_>>(),
        [1, 2]
    );
    let changes: Vec<Change> = changes.into_iter().map(|(_, change)| change).collect();
    assert_eq!(changes, prepared());
    assert_eq!(tab.journal.changes_after(2).expect("it can be read"), []);
    let attempts = Attempts::new(storage);
    assert_eq!(attempts.list().expect("it can be read"), [id(1)]);
    assert_eq!(attempts.read(id(1)), Ok(Some("what it is".to_owned())));
    assert_eq!(attempts.read::<u32>(id(1)), Ok(None));
    assert_eq!(attempts.read::<String>(id(2)), Ok(None));
    attempts
        .write(id(1), &"what became of it")
        .expect("there is room");
    assert_eq!(
        attempts.read(id(1)),
        Ok(Some("what became of it".to_owned()))
    );
}

#[test]
fn every_record_of_an_attempt_is_kept() {
    let storage = create_workspace();
    begin(&storage, id(1)).expect("there is room");
    let mut tab = open(&storage, id(1));
    for number in 0..250 {
        tab.rename("Glasgow", 1, &format!("Name {number}"))
            .expect("it is stored");
    }
    assert!(!tab.journal.wants_compaction());
    tab.journal
        .compact(&tab.workspace)
        .expect("there is nothing to do");
    assert_eq!(
        tab.journal.changes_after(0).expect("it can be read").len(),
        252
    );
    let again = open(&storage, id(1));
    assert!(is_same(&again.workspace, &tab.workspace) && again.findings.is_empty());
    let keys = storage.texts().into_keys();
    let foreign: Vec<String> = keys
        .filter(|key| key.starts_with("seatwork/t/"))
        .filter(|key| {
            let rest = key.trim_start_matches("seatwork/t/00000001/");
            !(rest.starts_with("r/") || rest.starts_with("workspace") || rest == "attempt")
        })
        .collect();
    assert_eq!(foreign, [""; 0]);
}

#[test]
fn without_room_nothing_of_an_attempt_is_stored() {
    let storage = create_workspace();
    begin(&storage, id(1)).expect("there is room");
    let needed = storage.bytes();
    Attempts::new(storage.clone())
        .remove(id(1))
        .expect("it can be removed");
    let (before, empty) = (storage.texts(), storage.bytes());
    for room in 0..needed - empty {
        storage.limit_to(Some(empty + room));
        assert_eq!(begin(&storage, id(1)), Err(StorageError::Full), "{room}");
        assert_eq!(storage.texts(), before, "{room}");
    }
    storage.limit_to(Some(needed));
    begin(&storage, id(1)).expect("there is room");
    // And no change is stored by halves.
    let mut tab = open(&storage, id(1));
    let before = storage.texts();
    let refused = tab.rename("Glasgow", 1, "No room").map(drop);
    assert_eq!(refused, Err(NotSaved::Storage(StorageError::Full)));
    assert_eq!(storage.texts(), before);
}

#[test]
fn an_attempt_that_is_restarted_begins_anew_or_stays_as_it_was() {
    let storage = create_workspace();
    begin(&storage, id(1)).expect("there is room");
    let mut tab = open(&storage, id(1));
    for number in 0..20 {
        tab.rename("Glasgow", 1, &format!("Name {number}"))
            .expect("it is stored");
    }
    let restart = || {
        let attempts = Attempts::new(storage.clone());
        let origin = StoredOrigin::of_attempt(Edition::Excerpt, at(6));
        let much = "x".repeat(20_000);
        attempts.restart(id(1), &origin, &prepared(), &much)
    };
    let before = storage.texts();
    storage.limit_to(Some(storage.bytes()));
    assert_eq!(restart(), Err(StorageError::Full));
    assert_eq!(storage.texts(), before);
    storage.limit_to(None);
    restart().expect("there is room");
    let again = open(&storage, id(1));
    assert_eq!(again.findings, []);
    assert_eq!(
        again
            .journal
            .changes_after(0)
            .expect("it can be read")
            .len(),
        2
    );
    // Another tab opens it anew.
    assert_eq!(
        tab.journal.catch_up(&mut tab.workspace),
        Ok(CaughtUp::Reopen)
    );
}

#[test]
fn marks_say_of_which_workspace_they_are_and_how_often_its_attempt_was_written() {
    let mark = mark_of_attempt(id(1), 7, "3:5/2/9");
    assert_eq!(mark_about(Some(id(1)), &mark), Some((7, "3:5/2/9")));
    for other in [None, Some(id(2))] {
        assert_eq!(mark_about(other, &mark), None);
    }
    assert_eq!(mark_about(None, "3:5/2/9"), Some((0, "3:5/2/9")));
    assert_eq!(mark_about(Some(id(1)), "3:5/2/9"), None);
    for wrong in ["~", "~00000001", "~00000001~x~", "~~~~"] {
        assert_eq!(mark_about(Some(id(1)), wrong), None, "{wrong}");
    }
}

#[test]
fn an_attempt_whose_beginning_was_cut_off_is_not_there_and_leaves_nothing_behind() {
    for writes in 0.. {
        let storage = create_workspace();
        let before = storage.texts();
        storage.die_after(Some(writes));
        let begun = begin(&storage, id(1));
        storage.die_after(None);
        let attempts = Attempts::new(storage.clone());
        if begun.is_ok() {
            assert_eq!(attempts.list().expect("it can be read"), [id(1)]);
            break;
        }
        assert_eq!(attempts.list().expect("it can be read"), []);
        assert_eq!(own_texts(&storage), before);
        begin(&storage, id(2)).expect("there is room");
        assert!(
            !storage
                .texts()
                .keys()
                .any(|key| key.contains("/t/00000001/")),
            "{writes}"
        );
    }
}

#[test]
fn an_attempt_that_is_removed_is_gone_and_nothing_else_is() {
    let storage = create_workspace();
    begin(&storage, id(1)).expect("there is room");
    let before = storage.texts();
    begin(&storage, id(2)).expect("there is room");
    let attempts = Attempts::new(storage.clone());
    let size = attempts.size(id(2)).expect("it can be read");
    assert!((500..5_000).contains(&size), "{size}");
    let mut tab = open(&storage, id(2));
    attempts.remove(id(2)).expect("it can be removed");
    assert_eq!(storage.texts(), before);
    assert_eq!(
        tab.journal.catch_up(&mut tab.workspace),
        Err(NotSaved::Gone)
    );
}

proptest! {
    #![proptest_config(cases(24))]

    /// Whatever is done in attempts, the own workspace stays byte for byte as it was, and the other
    /// way round.
    #[test]
    fn workspaces_do_not_touch_each_other(
        moves in prop::collection::vec((0_usize..3, "[a-z]{1,8}", 0_u8..4), 1..40)
    ) {
        let storage = create_workspace();
        for number in [1, 2] {
            begin(&storage, id(number)).expect("there is room");
        }
        let own: InRoom = Room::own(storage.clone());
        let mut tabs = [Tab::open(&own), open(&storage, id(1)), open(&storage, id(2))];
        let prefixes = ["seatwork/", "seatwork/t/00000001/", "seatwork/t/00000002/"];
        let others = |room: usize| {
            let mut texts = storage.texts();
            texts.retain(|key, _| match room {
                0 => key.starts_with("seatwork/t/"),
                room => !key.starts_with(prefixes[room]),
            });
            texts
        };
        for (number, (room, name, kind)) in moves.into_iter().enumerate() {
            let before = others(room);
            match kind {
                0 => drop(tabs[room].create("Café", &format!("{name}{number}"))),
                1 => tabs[room].compact(),
                _ => drop(tabs[room].rename("Glasgow", 1, &format!("{name} {number}"))),
            }
            prop_assert!(others(room) == before);
        }
        for (tab, number) in tabs.iter().zip(0..) {
            let again: Workspace = match number {
                0 => Tab::open(&own).workspace,
                number => open(&storage, id(number)).workspace,
            };
            prop_assert!(is_same(&again, &tab.workspace));
        }
    }
}

#[test]
fn marks_of_other_workspaces_are_reached() {
    let storage = create_workspace();
    begin(&storage, id(1)).expect("there is room");
    let attempt = open(&storage, id(1));
    let own: InRoom = Room::own(storage.clone());
    let mark = Journal::mark(&attempt.journal);
    let places = seatwork::journal::Places::new(own);
    assert!(places.reaches(&places.mark(&mark)));
}
