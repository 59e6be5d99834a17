//! Uploads in the journal: full and shortened log entries, and forgetting after an undo.

use seatwork::domain::catalogue::products;
use seatwork::domain::{
    Action, Advance, Command, Customer, CustomerCommand, CustomerEvent, Decision, Event,
    PersonName, User, UserNumber, Workspace, WorkspaceCommand,
};
use seatwork::journal::{LogEntry, MemoryStorage};
use seatwork::partner_center::calls;
use seatwork::text::Language;

use super::{Tab, check_goes_on, copy_of, create_workspace, find_customer, reopen};
use crate::support::{
    DAY, at, decided, deletion, edit, is_same, license_change, quantity, restoring,
};
use crate::uploading::{limit, many, plan_of, upload};

fn glasgow(workspace: &Workspace) -> &Customer {
    find_customer(workspace, "Glasgow")
}

/// Carries out a command.
fn save(tab: &mut Tab, command: &Command, millis: i64) -> Decision {
    let decision = decided(&tab.workspace, command, at(millis));
    let decision = decision.unwrap_or_else(|refusal| panic!("{refusal:?}"));
    tab.store(&decision.change).expect("it is stored");
    decision
}

/// Uploads this many users to the studio in Glasgow, of at most 1,000.
fn with_upload(count: usize) -> (MemoryStorage, Tab, Decision) {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    save(
        &mut tab,
        &Command::Workspace(WorkspaceCommand::SetRecordLimit(limit(1_000))),
        1,
    );
    let customer = glasgow(&tab.workspace).clone();
    let command = upload(&customer, &many(&customer, count));
    let decision = save(&mut tab, &command, 2);
    (storage, tab, decision)
}

fn users(event: Option<Event>) -> Vec<User> {
    match event {
        Some(Event::Customer(_, CustomerEvent::UsersUploaded { users })) => users,
        other => panic!("{other:?}"),
    }
}

/// Returns the entry of the upload, the second in the log.
fn entry(tab: &Tab) -> LogEntry {
    let log = tab.journal.log().expect("it can be read");
    assert_eq!(log.unreadable, 0);
    let numbers: Vec<u64> = log.entries.iter().map(LogEntry::number).collect();
    assert_eq!(numbers, (1..=numbers.len() as u64).collect::<Vec<_>>());
    assert_eq!(log.entries[1].action(), Action::UploadUsers);
    log.entries[1].clone()
}

#[test]
fn an_upload_of_a_hundred_stays_in_the_log_in_full() {
    let (storage, mut tab, decision) = with_upload(100);
    for _ in 0..2 {
        assert_eq!(entry(&tab).event().as_ref(), Some(&decision.change.event));
        let in_full = entry(&tab).event_in(&tab.workspace);
        assert_eq!(in_full.as_ref(), Some(&decision.change.event));
        tab.compact();
        tab = Tab::open(&storage);
    }
}

#[test]
fn of_a_long_upload_the_log_keeps_a_hundred_and_the_others_are_as_they_are_now() {
    let (storage, mut tab, decision) = with_upload(103);
    let begun = users(Some(decision.change.event.clone()));
    assert_eq!(entry(&tab).event().as_ref(), Some(&decision.change.event));
    tab.compact();
    let mut tab = Tab::open(&storage);
    assert_eq!(users(entry(&tab).event()), begun[..100]);
    assert_eq!(users(entry(&tab).event_in(&tab.workspace)), begun);

    // One of the hundred and one of the others are renamed, another of the others is deleted.
    let [early, late, deleted] = [0, 101, 102].map(|place: usize| begun[place].number.0);
    let other = PersonName::required("Somebody Else").expect("it is a name");
    for number in [early, late] {
        let rename = edit(glasgow(&tab.workspace), number, |details| {
            details.display_name = other.clone();
        });
        save(&mut tab, &rename, 3);
    }
    let command = deletion(glasgow(&tab.workspace), &[deleted]);
    save(&mut tab, &command, 4);
    for _ in 0..3 {
        let told = users(entry(&tab).event_in(&tab.workspace));
        assert_eq!(told.len(), 103);
        assert_eq!(
            told[..101],
            begun[..101],
            "as they were created, or as they still are"
        );
        assert_eq!(told[101].details.display_name, other);
        assert_eq!(told[102], begun[102], "deleted, and still known");
        tab.compact();
        tab = Tab::open(&storage);
    }

    // The list in words has as many as before.
    for language in Language::ALL {
        let customer = Some(glasgow(&tab.workspace));
        let shown = |count: usize| count.to_string();
        let event = entry(&tab).event_in(&tab.workspace).expect("it is there");
        let lines = language.sentences().log_details(&event, customer, &shown);
        let all: Vec<String> = lines
            .iter()
            .map(|(what, text)| format!("{what}: {text}"))
            .collect();
        let text = all.join("\n");
        assert!(
            text.contains("93"),
            "ten are named, the others counted: {text}"
        );
    }
}

/// Every user who still exists has a call; of a long upload some are shown, the others counted.
#[test]
fn the_calls_of_a_long_upload_are_those_of_everybody_in_it() {
    let (storage, mut tab, decision) = with_upload(130);
    let before = calls(&tab.workspace, &decision.change.event, 5);
    assert_eq!((before.calls.len(), before.more_users), (5, 125));
    assert!(before.calls.iter().all(|call| call.method == "POST"));
    tab.compact();
    let mut tab = Tab::open(&storage);
    let event = entry(&tab).event_in(&tab.workspace).expect("it is there");
    assert_eq!(calls(&tab.workspace, &event, 5), before);
    let first = users(entry(&tab).event())[0].number.0;
    let command = deletion(glasgow(&tab.workspace), &[first]);
    save(&mut tab, &command, 3);
    assert_eq!(
        calls(&tab.workspace, &event, 5),
        before,
        "deleted is not gone"
    );
    save(
        &mut tab,
        &Command::Workspace(WorkspaceCommand::AdvanceClock(Advance::Days(31))),
        4,
    );
    let purge = Command::Customer(glasgow(&tab.workspace).id, CustomerCommand::PurgeUsers);
    save(&mut tab, &purge, 5);
    tab.compact();
    let event = entry(&tab).event_in(&tab.workspace).expect("it is there");
    let made = calls(&tab.workspace, &event, 5);
    assert_eq!((made.calls.len(), made.more_users), (5, 124));
}

/// Returns the keys of the texts that have one of the names or local parts.
fn found(storage: &MemoryStorage, users: &[User]) -> Vec<String> {
    let names: Vec<String> = users
        .iter()
        .flat_map(|user| {
            let details = &user.details;
            let local = format!("\"{}\"", details.user_name.local());
            [local, details.display_name.as_str().to_owned()]
        })
        .collect();
    let texts = storage.texts().into_iter();
    let has_name = |text: &str| names.iter().any(|name| text.contains(name));
    texts
        .filter(|(_, text)| has_name(text))
        .map(|(key, _)| key)
        .collect()
}

/// With and without compaction in between, and also when one of them was edited back and restored.
#[test]
fn after_an_upload_was_taken_back_nothing_stored_names_anybody() {
    for (count, compacted, is_lived) in [
        (3, false, false),
        (3, true, true),
        (100, true, false),
        (120, false, true),
        (120, true, false),
        (120, true, true),
    ] {
        let (storage, mut tab, decision) = with_upload(count);
        let all = users(Some(decision.change.event.clone()));
        if compacted {
            tab.compact();
        }
        if is_lived {
            let [one, other] = [0, count - 1].map(|place| all[place].number.0);
            for number in [one, other] {
                let name = PersonName::required("Zoë Müller").expect("it is a name");
                let rename = edit(glasgow(&tab.workspace), number, |details| {
                    details.display_name = name;
                });
                let back = save(&mut tab, &rename, 3)
                    .undo
                    .expect("it can be taken back");
                if compacted {
                    tab.compact();
                }
                save(&mut tab, &back, 4);
                let delete = deletion(glasgow(&tab.workspace), &[number]);
                save(&mut tab, &delete, 5);
                let restore = restoring(glasgow(&tab.workspace), &[number]);
                save(&mut tab, &restore, 6);
            }
        }
        assert!(!found(&storage, &all).is_empty());
        let undo = decision.undo.expect("it can be taken back");
        save(&mut tab, &undo, 7);
        assert!(tab.journal.wants_compaction(), "names are to be forgotten");
        assert!(Tab::open(&copy_of(&storage)).journal.wants_compaction());
        let before = tab.workspace.clone();
        tab.compact();
        assert_eq!(
            found(&storage, &all),
            [""; 0],
            "{count} {compacted} {is_lived}"
        );
        let everything: String = storage.texts().into_values().collect();
        assert!(!everything.contains("Zoë Müller"));
        assert!(is_same(&reopen(&storage), &before));
        assert_eq!(glasgow(&before).users.deleted().count(), 0);

        let tab = Tab::open(&storage);
        assert_eq!(entry(&tab).event(), None, "it names nobody");
        assert_eq!(entry(&tab).event_in(&tab.workspace), None);
        let log = tab.journal.log().expect("it can be read");
        let last = log.entries.last().expect("there are entries");
        let Some(Event::Customer(_, CustomerEvent::UploadUndone { users })) = last.event() else {
            panic!("{last:?}");
        };
        assert!(users.iter().eq(all.iter().map(|user| &user.number)));
        check_goes_on(&storage);
    }
}

/// A tab that dies during compaction must not leave the names behind for good.
#[test]
fn forgetting_an_upload_can_be_cut_off_anywhere() {
    let (storage, mut tab, decision) = with_upload(110);
    let all = users(Some(decision.change.event.clone()));
    tab.compact();
    let undo = decision.undo.expect("it can be taken back");
    save(&mut tab, &undo, 3);
    for writes in 0..30 {
        let storage = copy_of(&storage);
        let mut dying = Tab::open(&storage);
        storage.die_after(Some(writes));
        let is_through = dying.journal.compact(&dying.workspace).is_ok();
        storage.die_after(None);
        let mut next = Tab::open(&storage);
        assert!(next.workspace == tab.workspace);
        let is_left = !found(&storage, &all).is_empty();
        assert!(
            next.journal.wants_compaction() || !is_left,
            "after {writes} writes"
        );
        next.compact();
        assert_eq!(found(&storage, &all), [""; 0], "after {writes} writes");
        if is_through {
            return;
        }
    }
    panic!("it never gets through");
}

/// Purged users are taken out of the entry, the others stay; after the last one it names nobody.
#[test]
fn purging_forgets_uploaded_users_wherever_their_names_are() {
    for (compacted, count) in [(false, 104), (true, 104), (true, 4)] {
        let (storage, mut tab, decision) = with_upload(count);
        let all = users(Some(decision.change.event));
        if compacted {
            tab.compact();
        }
        let (stays, goes) = all.split_at(2);
        let (last, first) = goes.split_last().expect("there are more");
        for (gone, day, left) in [
            (first, 1, 3),
            (std::slice::from_ref(last), 40, 2),
            (stays, 80, 0),
        ] {
            let numbers: Vec<u32> = gone.iter().map(|user| user.number.0).collect();
            let delete = deletion(glasgow(&tab.workspace), &numbers);
            save(&mut tab, &delete, day * DAY);
            let purge = Command::Customer(glasgow(&tab.workspace).id, CustomerCommand::PurgeUsers);
            save(&mut tab, &purge, (day + 31) * DAY);
            tab.compact();
            let addresses = found_addresses(&storage, gone);
            assert_eq!(addresses, [""; 0], "{compacted} {count} {day}");
            let event = entry(&tab).event_in(&tab.workspace);
            if left == 0 {
                assert_eq!(event, None);
            } else {
                assert_eq!(
                    users(event),
                    &[stays, std::slice::from_ref(last)].concat()[..left]
                );
            }
            assert!(reopen(&storage) == tab.workspace);
        }
    }
}

/// Returns which of their addresses are still stored.
fn found_addresses(storage: &MemoryStorage, users: &[User]) -> Vec<String> {
    let everything: String = storage.texts().into_values().collect();
    let locals = users.iter().map(|user| user.details.user_name.local());
    let locals = locals.filter(|local| everything.contains(&format!("\t{local}@")));
    locals.map(str::to_owned).collect()
}

/// Uploaded users take licenses, plans, compactions and reloads like all others.
#[test]
fn uploaded_users_go_on_like_everybody_else() {
    let (storage, mut tab, decision) = with_upload(30);
    let numbers: Vec<u32> = users(Some(decision.change.event))
        .iter()
        .map(|user| user.number.0)
        .collect();
    let customer = glasgow(&tab.workspace).clone();
    let steps = [
        Command::Customer(
            customer.id,
            CustomerCommand::AddSubscription {
                sku: products::VISIOCLIENT,
                quantity: quantity(30),
            },
        ),
        license_change(&customer, &numbers[..20], |update| {
            update.set(products::VISIOCLIENT, Some(true));
        }),
        deletion(&customer, &numbers[10..15]),
        Command::Customer(
            customer.id,
            CustomerCommand::ResetPasswords {
                users: numbers[15..].iter().copied().map(UserNumber).collect(),
            },
        ),
        restoring(&customer, &numbers[12..14]),
        upload(&customer, &plan_of(&customer, &["later"])),
    ];
    for (step, millis) in steps.iter().zip(10..) {
        save(&mut tab, step, millis);
        assert!(is_same(&reopen(&storage), &tab.workspace), "{step:?}");
        tab.compact();
        assert!(is_same(&reopen(&storage), &tab.workspace), "{step:?}");
        tab = Tab::open(&storage);
    }
    check_goes_on(&storage);
}
