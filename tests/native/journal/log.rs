//! The activity log: every acknowledged change once, in order, whatever happens to tab or storage.

use seatwork::domain::{
    Action, Advance, Command, CustomerCommand, Licenses, PartnerRole, Workspace, WorkspaceCommand,
};
use seatwork::journal::{Finding, Log, LogEntry, MemoryStorage, NotSaved, Storage, StorageError};

use super::{
    Tab, check_goes_on, copy_of, create_workspace, find_customer, record_key, reopen,
    with_license_records, with_records, with_text,
};
use crate::support::{DAY, at, creation, deletion, numbers, restoring};
use crate::uploading::{limit, many, upload};

const PIECE: &str = "seatwork/l/0000000001";

/// Returns the log, whose end is that of the latest entries alone.
fn log(storage: &MemoryStorage) -> Log {
    let tab = Tab::open(&copy_of(storage));
    let log = tab.journal.log().expect("it can be read");
    for count in [0, 1, 6, 300] {
        let latest = tab.journal.latest_entries(count).expect("it can be read");
        let end: Vec<_> = log.entries.iter().rev().take(count).cloned().collect();
        assert!(latest == end, "the latest {count}");
    }
    log
}

/// Returns the numbers of the entries, all of them readable.
fn entries(storage: &MemoryStorage) -> Vec<u64> {
    let log = log(storage);
    assert_eq!(log.unreadable, 0);
    log.entries.iter().map(LogEntry::number).collect()
}

fn up_to(number: u64) -> Vec<u64> {
    (1..=number).collect()
}

#[test]
fn a_new_workspace_has_an_empty_log() {
    assert_eq!(log(&create_workspace()), Log::default());
}

#[test]
fn every_change_is_an_entry_that_tells_what_who_when_and_to_whom() {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    let mut changes = Vec::new();
    let mut attempt = |tab: &mut Tab, command: &dyn Fn(&Workspace) -> Command| {
        let now = at(1000 + changes.len() as i64);
        changes.push(tab.attempt(command, now).expect("it is stored"));
    };
    let lanterna = |workspace: &Workspace| find_customer(workspace, "Lanterna").clone();
    attempt(&mut tab, &|now| {
        creation(&lanterna(now), "jo", Licenses::default())
    });
    attempt(&mut tab, &|now| {
        Command::Customer(
            lanterna(now).id,
            CustomerCommand::ResetPasswords {
                users: numbers(&[1, 2, 3]),
            },
        )
    });
    attempt(&mut tab, &|now| deletion(&lanterna(now), &[1, 26]));
    attempt(&mut tab, &|_| {
        Command::Workspace(WorkspaceCommand::AdvanceClock(Advance::Days(7)))
    });
    attempt(&mut tab, &|now| restoring(&lanterna(now), &[26]));
    tab.compact();
    attempt(&mut tab, &|_| {
        Command::Workspace(WorkspaceCommand::AdvanceClock(Advance::Days(30)))
    });
    attempt(&mut tab, &|now| {
        Command::Customer(lanterna(now).id, CustomerCommand::PurgeUsers)
    });
    let log = log(&storage);
    assert_eq!(log.unreadable, 0);
    assert_eq!(log.entries.len(), changes.len());
    for (entry, change) in log.entries.iter().zip(&changes) {
        assert_eq!((entry.at(), entry.by()), (change.at, &change.by));
        assert_eq!(entry.action(), change.event.action());
        assert_eq!(entry.customer(), change.event.customer());
        assert_eq!(entry.event().as_ref(), Some(&change.event));
    }
    assert_eq!(entries(&storage), up_to(7));
}

#[test]
fn compaction_moves_entries_and_neither_doubles_nor_loses_them() {
    let (storage, _) = with_license_records();
    assert_eq!(entries(&storage), up_to(7));
    let before = log(&storage);
    let mut tab = Tab::open(&storage);
    tab.compact();
    assert_eq!(log(&storage), before);
    for (number, local) in (8..).zip(["a", "b", "c", "d"]) {
        tab.create("Café", local).expect("it is stored");
        assert_eq!(entries(&storage), up_to(number));
        tab.compact();
        assert_eq!(entries(&storage), up_to(number));
    }
    assert_eq!(storage.keys("seatwork/l/"), Ok(vec![PIECE.to_owned()]));
}

/// Killed after each write in turn, twice; the next tab goes on.
#[test]
fn a_compaction_that_is_cut_off_anywhere_neither_doubles_nor_loses_entries() {
    let (begun, _) = with_records();
    let mut tab = Tab::open(&begun);
    tab.compact();
    tab.create("Glasgow", "y").expect("it is stored");
    tab.create("Café", "z").expect("it is stored");
    let whole = log(&begun);
    for first in 0..9 {
        let once = copy_of(&begun);
        let mut tab = Tab::open(&once);
        once.die_after(Some(first));
        let is_through = tab.journal.compact(&tab.workspace).is_ok();
        once.die_after(None);
        assert_eq!(log(&once), whole, "after {first} writes");
        assert_eq!(tab.journal.log().as_ref(), Ok(&whole), "in the tab itself");
        for second in 0..9 {
            let twice = copy_of(&once);
            let mut tab = Tab::open(&twice);
            tab.create("Lanterna", "x").expect("it is stored");
            twice.die_after(Some(second));
            let died = tab.journal.compact(&tab.workspace).is_err();
            twice.die_after(None);
            assert_eq!(entries(&twice), up_to(8), "after {first} and {second}");
            if died {
                Tab::open(&twice).compact();
                assert_eq!(entries(&twice), up_to(8), "after {first} and {second}");
            }
        }
        assert_eq!(
            is_through,
            first == 7,
            "two snapshots, log, origins, records"
        );
        if is_through {
            return;
        }
    }
    panic!("it never gets through");
}

#[test]
fn tabs_that_compact_in_turn_tell_the_same() {
    let storage = create_workspace();
    let (mut one, mut other) = (Tab::open(&storage), Tab::open(&storage));
    for round in 0..4 {
        one.create("Café", &format!("a{round}")).expect("stored");
        other.create("Café", &format!("b{round}")).expect("stored");
        let tab = if round % 2 == 0 { &mut one } else { &mut other };
        tab.follow().expect("it is readable");
        tab.compact();
    }
    for tab in [&mut one, &mut other] {
        tab.follow().expect("it is readable");
        assert_eq!(tab.journal.log(), Ok(log(&storage)));
    }
    assert_eq!(entries(&storage), up_to(8));
}

/// Makes entries, with a compaction every so often.
fn make_long_log(entries: u64, every: u64) -> (MemoryStorage, Tab) {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    for number in 1..=entries {
        tab.rename("Glasgow", 1, &format!("Chloe {number}"))
            .expect("it is stored");
        if number % every == 0 {
            tab.compact();
        }
    }
    (storage, tab)
}

#[test]
fn a_long_log_is_in_pieces_and_keeps_the_latest_10_000_in_order() {
    let (storage, mut tab) = make_long_log(10_250, 205);
    let all = log(&storage);
    assert_eq!((all.entries.len(), all.unreadable), (10_000, 0));
    assert_eq!(entries(&storage), (251..=10_250).collect::<Vec<_>>());
    let pieces = storage.keys("seatwork/l/").expect("it can be read");
    assert!((48..=51).contains(&pieces.len()), "{pieces:?}");
    tab.rename("Glasgow", 1, "Chloe").expect("it is stored");
    assert_eq!(entries(&storage), (252..=10_251).collect::<Vec<_>>());
    assert!(reopen(&storage) == tab.workspace);
}

#[test]
fn a_damaged_piece_is_set_aside_and_the_rest_can_be_read() {
    let (storage, tab) = make_long_log(650, 205);
    let pieces = storage.keys("seatwork/l/").expect("it can be read");
    assert_eq!(pieces.len(), 3);
    let damaged = storage.texts()[&pieces[1]].replace("Chloe 300", "Clara 300");
    let storage = with_text(&storage, &pieces[1], Some(&damaged));
    let mut found = Tab::open(&storage);
    let key = pieces[1].clone();
    assert_eq!(found.findings, [Finding::SetAside { key }]);
    assert!(found.workspace == tab.workspace, "it costs no state");
    let left: Vec<u64> = (1..=205).chain(411..=650).collect();
    assert_eq!(entries(&storage), left);
    let aside = found.journal.set_aside().expect("it can be read");
    assert_eq!(aside, [("seatwork/aside/l/0000000206".to_owned(), damaged)]);
    found.rename("Glasgow", 1, "Chloe").expect("it is stored");
    found.compact();
    let left: Vec<u64> = left.into_iter().chain([651]).collect();
    assert_eq!(entries(&storage), left);
    check_goes_on(&storage);
}

/// Entries that are whole but make no sense are counted; the rest is listed.
#[test]
fn entries_that_make_no_sense_are_counted() {
    let (storage, _) = with_records();
    Tab::open(&storage).compact();
    let whole = seatwork::journal::envelope::open(&storage.texts()[PIECE])
        .expect("it is whole")
        .replace("user-edited", "user-praised");
    let text = seatwork::journal::envelope::seal(&whole);
    let storage = with_text(&storage, PIECE, Some(&text));
    let log = log(&storage);
    assert_eq!((log.entries.len(), log.unreadable), (3, 2));
    check_goes_on(&storage);
}

#[test]
fn damaged_records_are_missing_in_the_log_and_nothing_else() {
    let (storage, _) = with_records();
    let storage = with_text(&storage, &record_key(2), Some("damaged"));
    assert_eq!(entries(&storage), [1, 3, 4, 5]);
    let mut tab = Tab::open(&storage);
    tab.create("Café", "z").expect("it is stored");
    tab.compact();
    assert_eq!(entries(&storage), [1, 3, 4, 5, 6]);
}

/// The state comes first: without room the oldest entries are dropped, and the latest stay.
#[test]
fn without_room_the_oldest_entries_fall_out_and_every_change_is_stored() {
    let (storage, mut tab) = make_long_log(1_000, 205);
    storage.limit_to(Some(storage.bytes() + 100));
    for number in 1..=300 {
        tab.create("Café", &format!("u{number}"))
            .unwrap_or_else(|error| panic!("{number}: {error:?}"));
        if tab.journal.wants_compaction() {
            tab.compact();
        }
    }
    assert!(reopen(&storage) == tab.workspace);
    let left = entries(&storage);
    assert_eq!(left.last(), Some(&1_300));
    let first = left[0];
    assert!(first > 1 && first <= 1_290, "{first}");
    assert_eq!(left, (first..=1_300).collect::<Vec<_>>(), "no gaps");
    storage.limit_to(None);
    check_goes_on(&storage);
}

/// The first compaction has no older pieces to drop.
#[test]
fn with_hardly_any_room_every_entry_stays() {
    let (storage, mut tab) = make_long_log(60, 1_000);
    storage.limit_to(Some(storage.bytes() + 4_500));
    tab.compact();
    assert!(reopen(&storage) == tab.workspace);
    // Pieces are written, and their records removed, a few at a time.
    assert_eq!(entries(&storage), up_to(60));
}

#[test]
fn a_log_of_a_later_version_is_left_alone() {
    let (storage, whole) = with_records();
    Tab::open(&storage).compact();
    let newer = super::newer::newer("?");
    let storage = with_text(&storage, "seatwork/l/0000000009", Some(&newer));
    let texts = storage.texts();
    let tab = Tab::open(&storage);
    assert_eq!(tab.findings, [Finding::NewerVersion]);
    assert!(tab.journal.is_frozen() && tab.workspace == whole);
    assert_eq!(storage.texts(), texts);
    assert_eq!(
        entries(&storage),
        up_to(5),
        "the readable entries are listed"
    );
}

/// A purge is logged too, with the person at the tab.
#[test]
fn purging_is_told() {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    let purge = |workspace: &Workspace| {
        Command::Customer(
            find_customer(workspace, "Lanterna").id,
            CustomerCommand::PurgeUsers,
        )
    };
    tab.attempt(purge, at(DAY)).expect("it is stored");
    let log = log(&storage);
    assert_eq!(log.entries[0].action(), Action::PurgeUsers);
    assert_eq!(log.entries[0].by().role, PartnerRole::AdminAgent);
    assert!(log.entries[0].event().is_some());
}

#[test]
fn a_refused_save_keeps_the_activity_log() {
    let (storage, mut tab) = make_long_log(302, 60);
    let raise = |_: &Workspace| Command::Workspace(WorkspaceCommand::SetRecordLimit(limit(5_000)));
    tab.attempt(raise, at(1)).expect("it is stored");
    let customer = find_customer(&tab.workspace, "Lanterna").clone();
    let command = upload(&customer, &many(&customer, 5_000));
    storage.limit_to(Some(storage.bytes() + 100_000));
    let texts = storage.texts();
    let refused = tab.attempt(|_| command, at(2));
    assert_eq!(refused, Err(NotSaved::Storage(StorageError::Full)));
    assert!(storage.texts() == texts, "every text is as before");
    assert_eq!(entries(&storage), up_to(303));
    assert!(reopen(&storage) == tab.workspace);
    tab.rename("Glasgow", 1, "Chloe")
        .expect("a small change still fits");
}

/// A failed compaction in the background is repeated; it must not cost entries each time.
#[test]
fn a_failed_compaction_keeps_the_activity_log() {
    let (storage, mut tab) = make_long_log(302, 60);
    // The browser has lowered the limit.
    storage.limit_to(Some(storage.bytes() - 1));
    let texts = storage.texts();
    for _ in 0..3 {
        assert_eq!(tab.journal.compact(&tab.workspace), Err(StorageError::Full));
        assert!(storage.texts() == texts, "every text is as before");
    }
    storage.limit_to(None);
    tab.compact();
    assert_eq!(entries(&storage), up_to(302));
}
