//! The stored size of uploads: a short line for each user, and the largest upload fits into a
//! browser's five megabytes.

use seatwork::domain::catalogue::products;
use seatwork::domain::upload::RecordLimit;
use seatwork::domain::{Command, Customer, CustomerCommand, UserNumber, WorkspaceCommand, evolve};
use seatwork::journal::StoredRecord;
use seatwork::journal::{LogEntry, MemoryStorage, NotSaved, StorageError};

use super::{Tab, copy_of, find_customer, snapshot_key};
use crate::support::{at, decided, deletion, is_same, license_change, quantity, restoring};
use crate::uploading::{many, upload};

/// The limit for the average size of a user, in bytes.
const EACH: usize = 45;

fn meridian(tab: &Tab) -> &Customer {
    find_customer(&tab.workspace, "Meridian")
}

/// Carries out a command, and returns the length of its record.
fn save_and_measure(tab: &mut Tab, command: &Command, millis: i64) -> Result<usize, NotSaved> {
    let decision = decided(&tab.workspace, command, at(millis)).expect("nothing is against it");
    tab.store(&decision.change)?;
    Ok(StoredRecord::write(&decision.change, 9, 0)
        .map_err(NotSaved::Storage)?
        .len())
}

/// Compacts, checks that the state survives, and returns the length of the snapshot.
fn compact_and_measure(tab: &mut Tab) -> usize {
    tab.compact();
    let again = Tab::open(&copy_of(&tab.storage));
    assert!(is_same(&again.workspace, &tab.workspace));
    tab.storage.texts()[&snapshot_key(meridian(tab))].len()
}

fn with_highest_limit() -> Tab {
    let mut tab = Tab::open(&MemoryStorage::default());
    let raise = Command::Workspace(WorkspaceCommand::SetRecordLimit(RecordLimit::MAX));
    save_and_measure(&mut tab, &raise, 1).expect("it is stored");
    tab
}

#[test]
#[allow(clippy::print_stdout, reason = "the size is worth a look")]
fn ten_thousand_uploaded_users_are_small_records_and_small_snapshots_whatever_is_done_to_them() {
    const MANY: usize = 10_000;
    let mut tab = with_highest_limit();
    let first = meridian(&tab).users.highest_number() + 1;
    let all: Vec<u32> = (first..).take(MANY).collect();
    let odd: Vec<u32> = all.iter().copied().step_by(2).collect();
    let customer = meridian(&tab).clone();
    let mut sizes = Vec::new();
    let mut check = |tab: &mut Tab, what, command: &Command, millis| {
        let record = save_and_measure(tab, command, millis).expect("there is room");
        let snapshot = compact_and_measure(tab);
        let log: usize = tab
            .storage
            .texts()
            .iter()
            .filter(|(key, _)| key.starts_with("seatwork/l/"))
            .map(|(_, text)| text.len())
            .sum();
        sizes.push((what, record, snapshot, log));
    };
    let users = |numbers: &[u32]| numbers.iter().copied().map(UserNumber).collect();
    check(
        &mut tab,
        "upload",
        &upload(&customer, &many(&customer, MANY)),
        10,
    );
    let buy = Command::Customer(
        customer.id,
        CustomerCommand::AddSubscription {
            sku: products::VISIOCLIENT,
            quantity: quantity(10_000),
        },
    );
    check(&mut tab, "buy", &buy, 20);
    let reset = Command::Customer(
        customer.id,
        CustomerCommand::ResetPasswords { users: users(&all) },
    );
    check(&mut tab, "reset all", &reset, 30);
    let assign = license_change(&customer, &odd, |update| {
        update.set(products::VISIOCLIENT, Some(true));
    });
    check(&mut tab, "license every other one", &assign, 40);
    let even: Vec<u32> = all.iter().copied().skip(1).step_by(2).collect();
    let reset = Command::Customer(
        customer.id,
        CustomerCommand::ResetPasswords {
            users: users(&even),
        },
    );
    check(&mut tab, "reset every other one", &reset, 50);
    check(
        &mut tab,
        "delete every other one",
        &deletion(&customer, &even),
        60,
    );
    // Two moments among the deleted, taking turns from user to user.
    check(
        &mut tab,
        "delete the others",
        &deletion(&customer, &odd),
        65,
    );
    check(
        &mut tab,
        "restore the others",
        &restoring(&customer, &odd),
        66,
    );
    check(&mut tab, "restore them", &restoring(&customer, &even), 70);
    check(&mut tab, "delete all", &deletion(&customer, &all), 80);
    for (what, record, snapshot, log) in &sizes {
        let most = MANY * EACH;
        assert!(*record < most, "{what}: a record of {record} bytes");
        assert!(
            *snapshot < most,
            "{what}: a snapshot of {snapshot} bytes: {sizes:?}"
        );
        // Six entries that name every other user, two bytes each.
        assert!(*log < 70_000, "{what}: {log} bytes of log");
    }
    let upload_bytes = sizes[0].1;
    println!(
        "{} bytes per uploaded user",
        upload_bytes as f64 / MANY as f64
    );
    assert!(
        sizes[1..]
            .iter()
            .all(|(_, record, ..)| *record < 4 * 1024 || *record < upload_bytes / 4)
    );
}

/// The size of the storage in a browser, in UTF-16 units.
const ROOM: usize = 5_200_000;

/// The largest upload fits, with record and snapshot side by side during compaction. A second one
/// is stored whole or not at all, and everything stays readable.
#[test]
fn fifty_thousand_users_fit_and_a_second_upload_is_stored_whole_or_refused_whole() {
    const MANY: usize = 50_000;
    let mut tab = with_highest_limit();
    let storage = tab.storage.clone();
    storage.limit_to(Some(ROOM));
    let customer = meridian(&tab).clone();
    let plan = many(&customer, MANY);
    let record = save_and_measure(&mut tab, &upload(&customer, &plan), 10).expect("there is room");
    assert!(tab.journal.wants_compaction());
    tab.compact();
    let left = storage.bytes();
    assert!(record + left < ROOM, "{record} and {left} bytes");
    assert_eq!(
        storage
            .texts()
            .keys()
            .filter(|key| key.starts_with("seatwork/r/"))
            .count(),
        0
    );
    let mut tab = Tab::open(&storage);
    assert_eq!(tab.findings, []);
    assert_eq!(meridian(&tab).users.len(), customer.users.len() + MANY);
    let log = tab.journal.log().expect("it can be read");
    let numbers: Vec<u64> = log.entries.iter().map(LogEntry::number).collect();
    assert_eq!((numbers, log.unreadable), (vec![1, 2], 0));

    // Another file for another customer: other names, the same length.
    let other = find_customer(&tab.workspace, "Albatros").clone();
    let second = upload(&other, &many(&other, MANY));
    let (before, texts) = (tab.workspace.clone(), storage.texts());
    let decision = decided(&tab.workspace, &second, at(20)).expect("nothing is against it");
    let outcome = tab.journal.append(&decision.change, &tab.workspace);
    match &outcome {
        Ok(()) => {
            evolve(&mut tab.workspace, &decision.change).expect("it fits");
            assert!(is_same(
                &Tab::open(&copy_of(&storage)).workspace,
                &tab.workspace
            ));
            // Without room for the snapshot beside it, the record stays, and is readable.
            let compaction = tab.journal.compact(&tab.workspace);
            assert!(
                matches!(compaction, Ok(()) | Err(StorageError::Full)),
                "{compaction:?}"
            );
        }
        Err(reason) => {
            assert_eq!(*reason, NotSaved::Storage(StorageError::Full));
            assert!(tab.workspace == before);
            assert_eq!(storage.texts(), texts);
        }
    }
    let again = Tab::open(&storage);
    assert_eq!(again.findings, []);
    assert!(is_same(&again.workspace, &tab.workspace));

    // A third one finds no room in any case.
    let third = find_customer(&tab.workspace, "Lanterna").clone();
    let third = upload(&third, &many(&third, MANY));
    let decision = decided(&tab.workspace, &third, at(30)).expect("nothing is against it");
    let refused = tab.journal.append(&decision.change, &tab.workspace);
    assert_eq!(refused, Err(NotSaved::Storage(StorageError::Full)));
    let again = Tab::open(&storage);
    assert_eq!(again.findings, []);
    assert!(is_same(&again.workspace, &tab.workspace));

    // Small changes are stored all the same, as long as there is room for them.
    tab.create("Café", "kim").expect("there is room");
    assert!(is_same(&Tab::open(&storage).workspace, &tab.workspace));
}
