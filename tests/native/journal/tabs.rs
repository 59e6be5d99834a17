//! Several tabs on one storage: each sees what the others have stored before it decides.

use seatwork::domain::{Licenses, ProblemKind, Refusal};
use seatwork::journal::{CaughtUp, Finding, MemoryStorage, NotSaved, Storage, reaches};

use super::{
    ORIGIN, Tab, check_goes_on, copy_of, create_workspace, find_customer, record_key, reopen,
    with_records,
};
use crate::support::{at, decided, draft};

#[test]
fn a_tab_catches_up_with_what_others_have_stored() {
    let storage = create_workspace();
    let (mut one, mut other) = (Tab::open(&storage), Tab::open(&storage));
    assert_eq!(
        other.journal.catch_up(&mut other.workspace),
        Ok(CaughtUp::Applied(0))
    );
    one.create("Café", "a").expect("it is stored");
    one.create("Lanterna", "b").expect("it is stored");
    assert_eq!(
        other.journal.catch_up(&mut other.workspace),
        Ok(CaughtUp::Applied(2))
    );
    assert!(other.workspace == one.workspace);
    assert_eq!(
        other.journal.catch_up(&mut other.workspace),
        Ok(CaughtUp::Applied(0))
    );
    other.rename("Café", 7, "Ann").expect("it is stored");
    one.follow().expect("it is readable");
    assert!(other.workspace == one.workspace);
    assert_eq!(one.name_of("Café", 7), Some("Ann"));
    check_goes_on(&storage);
}

#[test]
fn a_form_filled_in_before_is_refused_when_another_tab_took_the_name() {
    let storage = create_workspace();
    let (mut one, mut other) = (Tab::open(&storage), Tab::open(&storage));
    let café = find_customer(&other.workspace, "Café");
    let form = draft(café, "jo", Licenses::default())
        .validate(café)
        .expect("it is valid");
    let command = seatwork::domain::Command::Customer(
        café.id,
        seatwork::domain::CustomerCommand::CreateUser {
            user: Box::new(form),
        },
    );
    one.create("Café", "JO").expect("it is stored");
    other.follow().expect("it is readable");
    let Err(Refusal::Problems(problems)) = decided(&other.workspace, &command, at(9)) else {
        panic!("the name is taken");
    };
    assert!(matches!(problems[0].kind, ProblemKind::NameTaken { .. }));
    assert!(reopen(&storage) == other.workspace);
}

#[test]
fn a_tab_opens_anew_when_another_has_compacted() {
    for behind in [0, 1, 2] {
        let storage = create_workspace();
        let mut one = Tab::open(&storage);
        one.create("Café", "a").expect("it is stored");
        one.create("Lanterna", "b").expect("it is stored");
        let mut other = Tab::open(&storage);
        for local in ["c", "d"].into_iter().take(behind) {
            one.create("Café", local).expect("it is stored");
        }
        one.compact();
        assert_eq!(
            other.journal.catch_up(&mut other.workspace),
            Ok(CaughtUp::Reopen),
            "{behind} behind"
        );
        other.create("Café", "e").expect("it is stored");
        assert!(other.has("Café", "e") && other.has("Café", "a"));
        one.follow().expect("it is readable");
        assert!(one.workspace == other.workspace && reopen(&storage) == one.workspace);
    }
}

#[test]
fn a_storage_that_was_cleared_is_gone_and_nothing_is_written_into_it() {
    let (storage, _) = with_records();
    let mut tab = Tab::open(&storage);
    for key in storage.keys("").expect("it can be read") {
        storage.remove(&key).expect("it can be removed");
    }
    let before = tab.workspace.clone();
    assert_eq!(tab.create("Café", "z").err(), Some(NotSaved::Gone));
    assert!(tab.workspace == before);
    assert_eq!(storage.texts().len(), 0);

    // Another tab begins anew; the old one sees that it is another workspace.
    for (key, text) in create_workspace().texts() {
        let later = text.replace("1790000000000", "1790000000001");
        storage.set(&key, &later).expect("there is room");
    }
    assert_eq!(
        tab.journal.catch_up(&mut tab.workspace),
        Ok(CaughtUp::Reopen)
    );
}

/// Damages a stored record.
fn damage(storage: &MemoryStorage, seq: u64) {
    let text = storage.texts()[&record_key(seq)].replace("1790", "1791");
    storage.set(&record_key(seq), &text).expect("there is room");
}

#[test]
fn a_record_of_another_tab_that_cannot_be_read_is_said() {
    let (storage, before) = with_records();
    let mut behind = Tab::open(&storage);
    Tab::open(&storage)
        .create("Café", "y")
        .expect("it is stored");
    Tab::open(&storage)
        .create("Café", "z")
        .expect("it is stored");
    damage(&storage, 6);
    let texts = storage.texts();
    assert_eq!(behind.create("Café", "x").err(), Some(NotSaved::Unreadable));
    assert!(behind.workspace == before);
    assert_eq!(storage.texts(), texts);
    let after_reload = Tab::open(&storage);
    assert_eq!(
        after_reload.findings,
        [Finding::SetAside { key: record_key(6) }]
    );
    assert!(after_reload.has("Café", "z") && !after_reload.has("Café", "y"));
}

/// Setting a damaged record aside must not make tabs differ in sequence numbers or users.
#[test]
fn tabs_agree_after_one_of_them_has_set_a_damaged_record_aside() {
    for damaged in 1..=5 {
        for opened_before in [0, 3, 5] {
            let (whole, _) = with_records();
            let storage = MemoryStorage::default();
            // Everything but the records first, then the records one after the other.
            let copy = |from: u64, to: u64| {
                for (key, text) in whole.texts() {
                    let is_wanted = if key.starts_with("seatwork/r/") {
                        (from + 1..=to).any(|seq| key == record_key(seq))
                    } else {
                        from == 0
                    };
                    if is_wanted {
                        storage.set(&key, &text).expect("there is room");
                    }
                }
            };
            copy(0, opened_before);
            let mut old = Tab::open(&storage);
            copy(opened_before, 5);
            damage(&storage, damaged);
            let mut finder = Tab::open(&storage);
            assert!(!finder.findings.is_empty());
            let mut late = Tab::open(&storage);
            assert_eq!(late.findings, [], "once is enough");
            assert!(late.workspace == finder.workspace);

            old.create("Café", "p").expect("it is stored");
            late.create("Lanterna", "q").expect("it is stored");
            finder.create("Café", "r").expect("it is stored");
            old.create("Lanterna", "s").expect("it is stored");
            for tab in [&mut finder, &mut late] {
                tab.follow().expect("it is readable");
                assert!(
                    tab.workspace == old.workspace,
                    "record {damaged}, opened at {opened_before}"
                );
            }
            let again = Tab::open(&storage);
            assert_eq!(again.findings, []);
            assert!(
                again.workspace == old.workspace,
                "record {damaged}, opened at {opened_before}"
            );
            assert!(again.has("Café", "p") && again.has("Lanterna", "q") && again.has("Café", "r"));
        }
    }
}

#[test]
fn a_tab_that_was_open_sees_that_a_damaged_snapshot_was_set_aside() {
    let (storage, _) = with_records();
    let mut old = Tab::open(&storage);
    old.compact();
    let key = super::snapshot_key(find_customer(&old.workspace, "Lanterna"));
    let text = storage.texts()[&key].replace("\"jo\"", "\"joe\"");
    storage.set(&key, &text).expect("there is room");
    let finder = Tab::open(&storage);
    assert_eq!(finder.findings, [Finding::SetAside { key }]);
    assert_eq!(
        old.journal.catch_up(&mut old.workspace),
        Ok(CaughtUp::Reopen)
    );
    old.create("Lanterna", "again").expect("it is stored");
    assert!(reopen(&storage) == old.workspace);
    check_goes_on(&storage);
}

#[test]
fn a_damaged_origin_does_not_stop_a_tab_that_is_open() {
    let (storage, before) = with_records();
    let mut tab = Tab::open(&storage);
    storage.set(ORIGIN, "1 00000000 x").expect("there is room");
    assert_eq!(
        tab.journal.catch_up(&mut tab.workspace),
        Ok(CaughtUp::Reopen)
    );
    tab.create("Café", "z").expect("it is stored");
    let again = Tab::open(&storage);
    assert_eq!(again.findings, []);
    assert!(again.workspace == tab.workspace && again.workspace != before);
}

#[test]
fn a_mark_says_how_far_a_tab_has_written_and_who_is_late_knows_it() {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    let late = copy_of(&storage);
    let at_first = tab.journal.mark();
    assert!(reaches(&storage, &at_first));
    tab.create("Café", "a").expect("it is stored");
    tab.create("Café", "b").expect("it is stored");
    let mark = tab.journal.mark();
    assert!(reaches(&storage, &mark));
    assert!(reaches(&storage, &at_first), "who is further is far enough");
    assert!(!reaches(&late, &mark), "what was copied before is not");
    tab.compact();
    assert!(reaches(&storage, &mark), "compacted records are there");
    assert!(
        !reaches(&MemoryStorage::default(), &mark),
        "not even the beginning is there"
    );
    for other in ["", "1", "x/1", "1/x", "12345/9"] {
        assert!(reaches(&storage, other), "{other:?} is nothing to wait for");
    }
}
