//! Room for compaction and deleting in a full storage.

use std::collections::BTreeSet;

use proptest::prelude::*;
use seatwork::domain::{
    Advance, Command, CustomerCommand, Licenses, UserNumber, Workspace, WorkspaceCommand,
};
use seatwork::journal::{MemoryStorage, NotSaved, Storage, StorageError};

use super::{RESERVE, Tab, create_workspace, find_customer, reopen};
use crate::support::{DAY, at, cases, creation, is_same};
use crate::uploading::{limit, many, upload};

const FULL: NotSaved = NotSaved::Storage(StorageError::Full);

/// Fills the storage with changes until one is refused, in steps that get smaller and smaller.
fn fill(tab: &mut Tab, room: usize) {
    tab.storage.limit_to(Some(tab.storage.bytes() + room));
    for number in 0.. {
        let name = format!("u{number}");
        if tab.create("Café", &name).is_err() {
            break;
        }
    }
    assert_eq!(tab.rename("Glasgow", 1, &"x".repeat(50)).err(), Some(FULL));
}

fn delete_everybody(workspace: &Workspace) -> Command {
    let customer = find_customer(workspace, "Café");
    let users: BTreeSet<UserNumber> = customer.users.active().map(|user| user.number).collect();
    Command::Customer(customer.id, CustomerCommand::DeleteUsers { users })
}

#[test]
fn a_full_storage_still_compacts_and_deletes() {
    for room in [5_000, 20_000, 60_000, 200_000] {
        let storage = create_workspace();
        let mut tab = Tab::open(&storage);
        fill(&mut tab, room);
        tab.journal
            .compact(&tab.workspace)
            .expect("there is room to compact");
        assert!(is_same(&reopen(&storage), &tab.workspace));
        tab.attempt(delete_everybody, at(900_000))
            .expect("there is room to delete");
        tab.compact();
        assert!(is_same(&reopen(&storage), &tab.workspace));

        // Once the deleted users are purged, there is room for others.
        let advance =
            |_: &Workspace| Command::Workspace(WorkspaceCommand::AdvanceClock(Advance::Days(31)));
        tab.attempt(advance, at(900_001))
            .expect("there is room to advance");
        let purge = |workspace: &Workspace| {
            let customer = find_customer(workspace, "Café");
            Command::Customer(customer.id, CustomerCommand::PurgeUsers)
        };
        tab.attempt(purge, at(900_001 + 31 * DAY))
            .expect("there is room to purge");
        tab.compact();
        tab.create("Café", "afterwards")
            .expect("there is room again");
        assert!(is_same(&reopen(&storage), &tab.workspace), "{room}");
    }
}

/// A record that fits, but whose snapshot would not fit beside it, is refused.
#[test]
fn an_upload_that_could_not_be_compacted_is_refused_and_changes_nothing() {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    let raise = |_: &Workspace| Command::Workspace(WorkspaceCommand::SetRecordLimit(limit(5_000)));
    tab.attempt(raise, at(1)).expect("it is stored");
    let customer = find_customer(&tab.workspace, "Glasgow").clone();
    let command = upload(&customer, &many(&customer, 5_000));
    let length = 5_000 * 35;
    let (mut stored, mut refused) = (0, 0);
    for room in (0..4 * length).step_by(length / 3) {
        let storage = MemoryStorage::with(storage.texts());
        let mut tab = Tab::open(&storage);
        storage.limit_to(Some(storage.bytes() + room));
        let texts = storage.texts();
        match tab.attempt(|_| command.clone(), at(2)) {
            Ok(_) => {
                stored += 1;
                tab.journal
                    .compact(&tab.workspace)
                    .expect("there is room to compact");
                assert!(is_same(&reopen(&storage), &tab.workspace));
            }
            Err(error) => {
                refused += 1;
                assert_eq!(error, FULL);
                assert!(storage.texts() == texts, "{room}");
            }
        }
    }
    assert!(stored > 3 && refused > 3, "{stored} {refused}");
}

#[test]
fn the_reserve_is_renewed_after_it_has_given_way() {
    let storage = create_workspace();
    let reserved = |storage: &MemoryStorage| storage.texts().get(RESERVE).map(String::len);
    let first = reserved(&storage);
    assert!(first.is_some_and(|length| length >= 32_768));
    let mut tab = Tab::open(&storage);
    fill(&mut tab, 3_000);
    tab.attempt(delete_everybody, at(900_000))
        .expect("there is room to delete");
    storage.limit_to(None);
    tab.create("Café", "z").expect("there is room again");
    tab.compact();
    assert!(reserved(&storage) >= first);
    storage.remove(RESERVE).expect("it can be removed");
    Tab::open(&storage);
    assert_eq!(reserved(&storage), first, "also by opening");
}

proptest! {
    #![proptest_config(cases(48))]

    /// However the storage was filled: compacting and deleting work.
    #[test]
    fn whatever_fills_the_storage_it_is_no_dead_end(
        room in 0..150_000_usize,
        licensed in any::<bool>(),
        compacted_every in 3..60_usize,
    ) {
        let storage = create_workspace();
        let mut tab = Tab::open(&storage);
        storage.limit_to(Some(storage.bytes() + room));
        for number in 0..1_000 {
            let name = format!("user-{number}");
            let create = |workspace: &Workspace| {
                creation(find_customer(workspace, "Lanterna"), &name, Licenses::default())
            };
            let done = if licensed && number % 2 == 1 {
                tab.rename("Glasgow", 1, &name).map(|_| ())
            } else {
                tab.attempt(create, at(number)).map(|_| ())
            };
            if done.is_err() {
                break;
            }
            if usize::try_from(number).is_ok_and(|number| number % compacted_every == 0) {
                prop_assert_eq!(tab.journal.compact(&tab.workspace), Ok(()));
            }
        }
        prop_assert_eq!(tab.journal.compact(&tab.workspace), Ok(()));
        let deleted = tab.attempt(delete_everybody, at(900_000));
        prop_assert!(deleted.is_ok(), "{:?}", deleted.err());
        prop_assert_eq!(tab.journal.compact(&tab.workspace), Ok(()));
        prop_assert!(is_same(&reopen(&storage), &tab.workspace));
    }
}
