//! Purged users are forgotten: no stored text has their names.

use seatwork::domain::{
    Advance, Command, Customer, CustomerCommand, Licenses, PersonName, Restoring, UserNumber,
    Workspace, WorkspaceCommand,
};
use seatwork::journal::{LogEntry, MemoryStorage};

use super::{JO, Tab, check_goes_on, copy_of, create_workspace, find_customer, reopen};
use crate::support::{DAY, at, creation, deletion, edit, user_name};

/// Names of a user who is created, edited, renamed, deleted, restored under another name and
/// deleted again.
const NAMES: [&str; 6] = [
    "first-of-jo",
    "Second of Jo",
    "third-of-jo",
    "fourth-of-jo",
    "Fifth Ö. Jo",
    "sixth-of-jo",
];

fn lanterna(workspace: &Workspace) -> &Customer {
    find_customer(workspace, "Lanterna")
}

fn change(tab: &mut Tab, day: i64, command: impl FnOnce(&Customer) -> Command) {
    tab.attempt(|workspace| command(lanterna(workspace)), at(day * DAY))
        .expect("it is stored");
}

/// Carries out all that until the second deletion, compacting after one of the steps if given.
fn delete_twice(compacted_after: Option<usize>) -> (MemoryStorage, Tab) {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    let name = |text: &str| PersonName::required(text).expect("it is a name");
    let local = |local: &str| user_name(&format!("{local}@lanterna.example"));
    type Step = Box<dyn Fn(&Customer) -> Command>;
    let steps: Vec<Step> = vec![
        Box::new(|now| creation(now, NAMES[0], Licenses::default())),
        Box::new(move |now| edit(now, JO, |details| details.display_name = name(NAMES[1]))),
        Box::new(|now| creation(now, "stays-here", Licenses::default())),
        Box::new(move |now| edit(now, JO, |details| details.user_name = local(NAMES[2]))),
        Box::new(|now| deletion(now, &[JO])),
        Box::new(|now| creation(now, NAMES[2], Licenses::default())),
        Box::new(move |now| {
            Command::Customer(
                now.id,
                CustomerCommand::RestoreUsers {
                    users: vec![Restoring {
                        user: UserNumber(JO),
                        user_name: Some(local(NAMES[3])),
                    }],
                },
            )
        }),
        Box::new(move |now| {
            edit(now, JO, |details| {
                details.last_name = Some(name(NAMES[4]));
                details.user_name = local(NAMES[5]);
            })
        }),
        Box::new(|now| deletion(now, &[JO, JO + 2])),
    ];
    for (number, step) in steps.into_iter().enumerate() {
        change(&mut tab, 1, step);
        if Some(number) == compacted_after {
            tab.compact();
        }
    }
    (storage, tab)
}

/// Returns the keys of the texts that have one of the names.
fn found(storage: &MemoryStorage) -> Vec<String> {
    let has_name = |text: &str| NAMES.iter().any(|name| text.contains(name));
    let texts = storage.texts().into_iter();
    texts
        .filter(|(_, text)| has_name(text))
        .map(|(key, _)| key)
        .collect()
}

fn advance_and_purge(tab: &mut Tab) {
    change(tab, 1, |_| {
        Command::Workspace(WorkspaceCommand::AdvanceClock(Advance::Days(31)))
    });
    assert!(!tab.journal.wants_compaction());
    change(tab, 1, |now| {
        Command::Customer(now.id, CustomerCommand::PurgeUsers)
    });
    assert!(
        tab.journal.wants_compaction(),
        "what was purged is not to wait for two hundred more changes"
    );
}

#[test]
fn after_purging_no_name_is_stored_anywhere() {
    for compacted_after in [None, Some(0), Some(3), Some(4), Some(6), Some(8)] {
        let (storage, mut tab) = delete_twice(compacted_after);
        assert!(!found(&storage).is_empty());
        advance_and_purge(&mut tab);
        let before = tab.workspace.clone();
        // A reload in between must not lose sight of it.
        let again = Tab::open(&copy_of(&storage));
        assert!(again.journal.wants_compaction());
        tab.compact();
        assert_eq!(found(&storage), [""; 0], "{compacted_after:?}");
        assert!(!tab.journal.wants_compaction());
        assert!(reopen(&storage) == before);
        let everything: String = storage.texts().into_values().collect();
        assert!(everything.contains("stays-here"));
        check_log(&tab);
        check_goes_on(&storage);
    }
}

/// Checks that the log still has every change, without the names.
fn check_log(tab: &Tab) {
    let log = tab.journal.log().expect("it can be read");
    assert_eq!(log.unreadable, 0);
    let entries: Vec<_> = log
        .entries
        .iter()
        .map(|entry| (entry.action().code(), entry.event().is_some()))
        .collect();
    assert_eq!(
        entries,
        [
            ("users-created", false),
            ("user-edited", false),
            ("users-created", true),
            ("user-edited", false),
            ("users-deleted", true),
            ("users-created", false),
            ("users-restored", true),
            ("user-edited", false),
            ("users-deleted", true),
            ("clock-advanced", true),
            ("users-purged", true),
        ]
    );
    let numbers: Vec<u64> = log.entries.iter().map(LogEntry::number).collect();
    assert_eq!(numbers, (1..=11).collect::<Vec<_>>());
}

/// A tab that dies during compaction must not leave the names behind for good.
#[test]
fn a_compaction_that_is_cut_off_forgets_when_it_is_made_up_for() {
    for compacted_after in [None, Some(4)] {
        let (storage, mut tab) = delete_twice(compacted_after);
        advance_and_purge(&mut tab);
        for writes in 0..50 {
            let storage = copy_of(&storage);
            let mut tab = Tab::open(&storage);
            storage.die_after(Some(writes));
            let is_through = tab.journal.compact(&tab.workspace).is_ok();
            storage.die_after(None);
            let mut next = Tab::open(&storage);
            assert_eq!(
                next.journal.wants_compaction(),
                !found(&storage).is_empty(),
                "after {writes} writes"
            );
            next.compact();
            assert_eq!(found(&storage), [""; 0], "after {writes} writes");
            check_log(&next);
            if is_through {
                break;
            }
            assert!(writes < 49, "it never gets through");
        }
    }
}

/// The entry of a purged user keeps users who stay.
#[test]
fn who_stays_is_still_told() {
    let (storage, mut tab) = delete_twice(None);
    advance_and_purge(&mut tab);
    tab.compact();
    let log = Tab::open(&storage).journal.log().expect("it can be read");
    let Some(seatwork::domain::Event::Customer(
        _,
        seatwork::domain::CustomerEvent::UsersCreated { users },
    )) = log.entries[2].event()
    else {
        panic!("{:?}", log.entries[2]);
    };
    assert_eq!(users[0].details.user_name.local(), "stays-here");
}
