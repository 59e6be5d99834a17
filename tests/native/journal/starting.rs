//! Creating a workspace, storing a change, and opening it again.

use std::cell::RefCell;
use std::rc::Rc;

use seatwork::domain::{Change, CustomerEvent, Event, Licenses, UserNumber};
use seatwork::journal::{Journal, MemoryStorage, OpenError, Opened, Storage, StorageError};

use super::{
    COPY, ORIGIN, RESERVE, Tab, check_goes_on, create_workspace, find_customer, record_key, reopen,
    snapshot_key, used_bytes,
};
use crate::support::{admin, at, edit, user, user_name, whole_sample};

#[test]
fn the_first_start_begins_with_the_sample_and_stores_next_to_nothing() {
    let storage = MemoryStorage::default();
    let Opened {
        workspace,
        findings,
        journal,
    } = Journal::open(storage.clone(), at(0)).expect("it opens");
    assert!(workspace == *whole_sample());
    assert_eq!(findings, []);
    assert!(!journal.is_frozen() && !journal.wants_compaction());
    let texts = storage.texts();
    // Beside the reserve, which compaction in a full storage needs.
    assert_eq!(texts.keys().collect::<Vec<_>>(), [RESERVE, ORIGIN, COPY]);
    assert_eq!(texts[ORIGIN], texts[COPY]);
    assert!(used_bytes(&storage) < 220, "{texts:?}");
}

#[test]
fn a_start_that_was_cut_off_is_made_up_for() {
    let storage = MemoryStorage::default();
    storage.die_after(Some(1));
    let failed = Journal::open(storage.clone(), at(0)).err();
    assert_eq!(
        failed,
        Some(OpenError::Storage(StorageError::Failed(
            "cut off".to_owned()
        )))
    );
    storage.die_after(None);
    let later = Journal::open(storage.clone(), at(5)).expect("it opens");
    assert!(
        later.workspace == *whole_sample(),
        "it began at the first start"
    );
    assert_eq!(storage.texts()[ORIGIN], storage.texts()[COPY]);
}

#[test]
fn a_change_is_one_record_and_is_there_after_a_reload() {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    for (seq, local) in [(1, "a"), (2, "b"), (3, "c")] {
        let before = storage.texts();
        tab.create("Lanterna", local).expect("it is stored");
        let mut after = storage.texts();
        assert!(after.remove(&record_key(seq)).is_some(), "{after:?}");
        assert_eq!(after, before, "and nothing else");
        assert!(reopen(&storage) == tab.workspace);
    }
    assert!(find_customer(&tab.workspace, "Lanterna").users.len() == 25);
    check_goes_on(&storage);
}

#[test]
fn numbering_goes_on_after_a_reload() {
    let storage = create_workspace();
    for (seq, local) in [(1, "a"), (2, "b"), (3, "c")] {
        let mut tab = Tab::open(&storage);
        tab.create("Café", local).expect("it is stored");
        assert!(storage.texts().contains_key(&record_key(seq)));
        if seq == 2 {
            tab.compact();
        }
    }
    assert_eq!(
        storage.keys("seatwork/r/").expect("it can be read"),
        [record_key(3)]
    );
    assert!(Tab::open(&storage).has("Café", "c"));
}

#[test]
fn compaction_changes_nothing_but_what_is_stored() {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    for local in ["a", "b", "c"] {
        tab.create("Lanterna", local).expect("it is stored");
        tab.create("Café", local).expect("it is stored");
        let before = tab.workspace.clone();
        tab.compact();
        assert!(tab.workspace == before);
        assert!(reopen(&storage) == before);
        assert_eq!(
            storage.keys("seatwork/").expect("it can be read"),
            [
                "seatwork/l/0000000001".to_owned(),
                RESERVE.to_owned(),
                snapshot_key(find_customer(&before, "Lanterna")),
                snapshot_key(find_customer(&before, "Café")),
                ORIGIN.to_owned(),
                COPY.to_owned()
            ]
        );
        let texts = storage.texts();
        tab.compact();
        assert_eq!(storage.texts(), texts, "there is nothing more to compact");
    }
    check_goes_on(&storage);
}

/// `==` ignores the case of a user name, but the stored form must keep it.
#[test]
fn another_spelling_of_a_user_name_survives_compaction() {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    let name_of = |tab: &Tab| {
        let user = find_customer(&tab.workspace, "Glasgow")
            .users
            .get(UserNumber(1))
            .expect("it is there");
        user.details.user_name.as_str().to_owned()
    };
    let spelled = name_of(&tab).replace("chloe", "Chloe");
    assert_ne!(name_of(&tab), spelled);
    let name = user_name(&spelled);
    tab.attempt(
        |workspace| {
            edit(find_customer(workspace, "Glasgow"), 1, |details| {
                details.user_name = name
            })
        },
        at(9),
    )
    .expect("it is stored");
    assert_eq!(name_of(&Tab::open(&storage)), spelled);
    tab.compact();
    assert_eq!(name_of(&Tab::open(&storage)), spelled);
}

#[test]
fn the_latest_change_is_known_after_compaction() {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    let last = tab.create("Café", "a").expect("it is stored").at;
    tab.compact();
    let again = Tab::open(&storage);
    assert_eq!(again.workspace.latest_change(), Some(last));
    assert_eq!(again.workspace.now(at(0)), last);
}

#[test]
fn after_200_records_it_is_time_for_snapshots() {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    for number in 0..=200 {
        assert!(!tab.journal.wants_compaction(), "after {number}");
        tab.rename("Glasgow", 1, &format!("Chloe {number}"))
            .expect("it is stored");
    }
    assert!(tab.journal.wants_compaction());
    assert!(
        Tab::open(&storage).journal.wants_compaction(),
        "also after a reload"
    );
    tab.compact();
    assert!(!tab.journal.wants_compaction());
    assert!(!Tab::open(&storage).journal.wants_compaction());
}

#[test]
fn a_few_large_records_are_reason_enough_for_snapshots() {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    let customer = find_customer(&tab.workspace, "Novák").id;
    let mut numbers = 1..;
    while !tab.journal.wants_compaction() {
        let users = numbers.by_ref().take(100);
        let users = users
            .map(|number| user(number, &format!("u{number}"), Licenses::default()))
            .collect();
        let change = Change {
            at: at(1),
            by: admin(),
            event: Event::Customer(customer, CustomerEvent::UsersCreated { users }),
        };
        tab.store(&change).expect("it is stored");
    }
    let bytes = used_bytes(&storage);
    assert!((400_000..450_000).contains(&bytes), "{bytes} bytes");
    assert!(
        Tab::open(&storage).journal.wants_compaction(),
        "also after a reload"
    );
}

#[test]
fn what_others_store_beside_it_is_left_alone() {
    let storage = create_workspace();
    for key in [
        "other",
        "seatwork",
        "seatworks/r/1",
        "seatwork/preferences",
        "seatwork/r/",
        "seatwork/r/x",
    ] {
        storage.set(key, "whatever").expect("there is room");
    }
    let before = storage.texts();
    let mut tab = Tab::open(&storage);
    assert_eq!(tab.findings, []);
    assert_eq!(storage.texts(), before);
    tab.create("Café", "a").expect("it is stored");
    tab.compact();
    for (key, text) in before.iter().filter(|(_, text)| *text == "whatever") {
        assert_eq!(storage.texts().get(key), Some(text), "{key}");
    }
    check_goes_on(&storage);
}

/// A storage that the browser can block.
#[derive(Clone, Default)]
struct Blockable {
    inner: MemoryStorage,
    error: Rc<RefCell<Option<StorageError>>>,
}

impl Blockable {
    fn check(&self) -> Result<(), StorageError> {
        self.error.borrow().clone().map_or(Ok(()), Err)
    }
}

impl Storage for Blockable {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.check()?;
        self.inner.get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.check()?;
        self.inner.set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.check()?;
        self.inner.remove(key)
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        self.check()?;
        self.inner.keys(prefix)
    }
}

#[test]
fn a_blocked_storage_is_said_and_not_taken_for_an_empty_one() {
    let storage = Blockable {
        inner: create_workspace(),
        ..Blockable::default()
    };
    Tab::open(&storage.inner)
        .create("Café", "a")
        .expect("it is stored");
    let before = storage.inner.texts();
    for error in [
        StorageError::Blocked,
        StorageError::Failed("disk".to_owned()),
    ] {
        *storage.error.borrow_mut() = Some(error.clone());
        let failed = Journal::open(storage.clone(), at(0)).err();
        assert_eq!(failed, Some(OpenError::Storage(error)));
        *storage.error.borrow_mut() = None;
    }
    assert_eq!(storage.inner.texts(), before);
    let opened = Journal::open(storage.clone(), at(0)).expect("it is back");
    assert!(opened.workspace == reopen(&storage.inner));
}
