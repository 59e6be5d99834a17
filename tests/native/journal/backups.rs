//! Backups: what is made reads back as the same workspace, and whatever is wrong with a file is
//! refused before anything is replaced.

use proptest::prelude::*;
use seatwork::domain::{Command, Workspace, WorkspaceCommand};
use seatwork::journal::{Backup, BadBackup, Log, MemoryStorage, Places, Storage, envelope};

use super::{Tab, create_workspace, with_license_records, with_records};
use crate::moves::moves;
use crate::support::{at, cases, is_same};
use crate::uploading::{limit, many, upload};

/// Makes a backup as the program does: compacts, then reads what is stored.
fn back_up(tab: &mut Tab) -> String {
    tab.compact();
    tab.journal.back_up(at(9)).expect("it can be read")
}

fn open(text: &str) -> Result<(Workspace, Log), BadBackup> {
    Backup::read(text)?.open(MemoryStorage::default())
}

/// Checks that the workspace is the same after it was backed up and restored, in another storage.
fn check_round_trip(tab: &mut Tab) {
    let log = tab.journal.log().expect("it can be read");
    let text = back_up(tab);
    let backup = Backup::read(&text).expect("it is a backup");
    let (workspace, restored_log) = backup.open(MemoryStorage::default()).expect("it is whole");
    assert!(is_same(&workspace, &tab.workspace));
    assert_eq!(restored_log.entries.len(), log.entries.len());

    let other = Places::new(MemoryStorage::default());
    other.replace(backup.texts()).expect("there is room");
    let storage = MemoryStorage::default();
    for (key, text) in backup.texts() {
        storage.set(key, text).expect("there is room");
    }
    let mut again = Tab::open(&storage);
    assert_eq!(again.findings, []);
    assert!(is_same(&again.workspace, &tab.workspace));
    assert_eq!(again.journal.log(), tab.journal.log());
    assert_eq!(
        back_up(&mut again),
        text,
        "backed up again, it is the same file"
    );
}

#[test]
fn a_backup_of_few_changes_is_the_same_workspace() {
    check_round_trip(&mut Tab::open(&create_workspace()));
    check_round_trip(&mut Tab::open(&with_records().0));
    check_round_trip(&mut Tab::open(&with_license_records().0));
}

#[test]
fn a_workspace_whose_storage_was_cleared_is_written_again_from_memory() {
    for (storage, _) in [with_records(), with_license_records()] {
        let tab = Tab::open(&storage);
        let backup = tab
            .journal
            .from_memory(&tab.workspace)
            .expect("it has JSON");
        let places = Places::new(MemoryStorage::default());
        assert_eq!(places.is_gone(), Ok(true));
        places.replace(backup.texts()).expect("there is room");
        assert_eq!(places.is_gone(), Ok(false));
        let (workspace, log) = backup.open(MemoryStorage::default()).expect("it is whole");
        assert!(is_same(&workspace, &tab.workspace));
        assert_eq!(log, Log::default());
    }
}

#[test]
fn a_backup_without_compaction_is_the_same_workspace() {
    let tab = Tab::open(&with_records().0);
    let text = tab.journal.back_up(at(9)).expect("it can be read");
    let (workspace, log) = open(&text).expect("it is whole");
    assert!(is_same(&workspace, &tab.workspace));
    assert_eq!(Ok(log), tab.journal.log());
}

#[test]
fn a_backup_of_50_000_uploaded_users_is_the_same_workspace() {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    let more = Command::Workspace(WorkspaceCommand::SetRecordLimit(limit(50_000)));
    tab.attempt(|_| more, at(1)).expect("it is stored");
    tab.change("Lanterna", |customer| {
        upload(customer, &many(customer, 50_000))
    });
    assert_eq!(
        tab.workspace.customers().map(|one| one.users.len()).max(),
        Some(50_022)
    );
    check_round_trip(&mut tab);
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn backed_up_and_restored_every_workspace_is_the_same(moves in moves(24)) {
        let mut tab = Tab::open(&create_workspace());
        let begun = tab.workspace.clone();
        let customers: Vec<_> = begun.customers().map(|customer| customer.id).collect();
        let mut undos = Vec::new();
        for one in &moves {
            let Some(command) = one.command(&customers, &begun, &tab.workspace, &undos) else {
                continue;
            };
            if let Ok(decision) = one.decide(&tab.workspace, &command) {
                tab.store(&decision.change).expect("there is room");
                undos.extend(decision.undo);
            }
        }
        check_round_trip(&mut tab);
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let whole = whole();
        let mut bytes = whole.clone().into_bytes();
        let place = at.index(bytes.len());
        bytes[place] = byte;
        let changed = String::from_utf8_lossy(&bytes);
        if changed != whole {
            prop_assert!(open(&changed).is_err(), "byte {} of {}", place, whole);
        }
        prop_assert!(open(&text).is_err());
    }
}

/// Returns a backup of a workspace with records, a snapshot and a piece of the log.
fn whole() -> String {
    let mut tab = Tab::open(&with_records().0);
    tab.compact();
    tab.create("Glasgow", "kim").expect("it is stored");
    tab.journal.back_up(at(9)).expect("it can be read")
}

/// Returns a backup with these stored texts and a checksum that matches.
fn backup_of(stored: &[(String, String)]) -> String {
    let lines: Vec<String> = stored
        .iter()
        .map(|(key, text)| format!("{key}\n{text}"))
        .collect();
    let made = at(9).timestamp_millis();
    let sealed = envelope::seal(&format!("{made}\n{}", lines.join("\n")));
    let checksum = sealed.split(' ').nth(1).expect("it is sealed");
    serde_json::json!({
        "format": "seatwork-backup",
        "version": 1,
        "checksum": checksum,
        "made": made,
        "stored": stored,
    })
    .to_string()
}

/// Returns what is stored in the backup that [`whole`] returns.
fn stored() -> Vec<(String, String)> {
    let file: serde_json::Value = serde_json::from_str(&whole()).expect("it is JSON");
    serde_json::from_value(file["stored"].clone()).expect("keys and texts")
}

/// Returns a backup with one stored text changed, sealed again and with a checksum that matches.
fn forged(key: &str, change: impl Fn(&str) -> String) -> String {
    let mut all = stored();
    let (_, text) = all
        .iter_mut()
        .find(|(name, _)| name.starts_with(key))
        .expect("it is there");
    let content = envelope::open(text).expect("it is whole");
    let changed = change(content);
    assert_ne!(changed, content, "{content}");
    *text = envelope::seal(&changed);
    backup_of(&all)
}

#[test]
fn bad_backups_are_refused_with_the_reason() {
    let whole = whole();
    assert!(open(&whole).is_ok());
    assert!(
        open(&backup_of(&stored())).is_ok(),
        "forgeries below are well made"
    );
    let half = &whole[..whole.len() / 2];
    let mut doubled = stored();
    doubled.insert(1, doubled[0].clone());
    let mut without_origin = stored();
    without_origin.pop();
    let mut strange = stored();
    strange.insert(0, ("aside/x".to_owned(), "x".to_owned()));
    let mut without_record = stored();
    without_record.retain(|(key, _)| !key.starts_with("s/"));
    let smuggle =
        |content: &str| content.replacen("\"seq\"", "\"password\":\"Secret1!\",\"seq\"", 1);
    let smuggle_deep = |content: &str| {
        content
            .replacen(
                "\"user\":{",
                "\"user\":{\"temporary_password\":\"Secret1!\",",
                1,
            )
            .replacen("\"created_at\"", "\"secret\":1,\"created_at\"", 1)
            .replacen("[{\"at\"", "[{\"secret\":1,\"at\"", 1)
            .replacen("\"users-created\":{", "\"users-created\":{\"secret\":1,", 1)
            .replacen("\"create-users\":{", "\"create-users\":{\"secret\":1,", 1)
            .replacen("\"edit-user\":{", "\"edit-user\":{\"secret\":1,", 1)
    };
    for (what, text, reason) in [
        ("empty", String::new(), BadBackup::Foreign),
        ("no JSON", "Name;E-Mail".to_owned(), BadBackup::Foreign),
        (
            "foreign JSON",
            r#"{"format":"something else","version":1}"#.to_owned(),
            BadBackup::Foreign,
        ),
        ("a list", "[1,2,3]".to_owned(), BadBackup::Foreign),
        ("cut off", half.to_owned(), BadBackup::CutOff),
        (
            "without its last character",
            whole[..whole.len() - 1].to_owned(),
            BadBackup::CutOff,
        ),
        (
            "something behind it",
            format!("{whole}{{}}"),
            BadBackup::Damaged,
        ),
        (
            "another checksum",
            whole.replacen("\"checksum\":\"", "\"checksum\":\"0", 1),
            BadBackup::Damaged,
        ),
        (
            "another name",
            whole
                .replacen("Glasgow", "Glasgov", 1)
                .replacen("kim", "tim", 1),
            BadBackup::Damaged,
        ),
        (
            "another time",
            whole.replacen("\"made\":1", "\"made\":2", 1),
            BadBackup::Damaged,
        ),
        (
            "a doubled field",
            whole.replacen("\"version\":1", "\"version\":1,\"version\":1", 1),
            BadBackup::Damaged,
        ),
        (
            "a password beside it",
            whole.replacen("\"version\":1", "\"version\":1,\"password\":\"x\"", 1),
            BadBackup::Damaged,
        ),
        (
            "a later version",
            whole.replacen("\"version\":1", "\"version\":2,\"more\":{}", 1),
            BadBackup::Newer,
        ),
        ("a doubled key", backup_of(&doubled), BadBackup::Damaged),
        ("no origin", backup_of(&without_origin), BadBackup::Damaged),
        (
            "a key that no backup has",
            backup_of(&strange),
            BadBackup::Damaged,
        ),
        ("nothing stored", backup_of(&[]), BadBackup::Damaged),
        (
            "a password in a record",
            forged("r/", smuggle),
            BadBackup::Damaged,
        ),
        (
            "a password deep in a record",
            forged("r/", smuggle_deep),
            BadBackup::Damaged,
        ),
        (
            "a password in the log",
            forged("l/", smuggle),
            BadBackup::Damaged,
        ),
        (
            "a password deep in the log",
            forged("l/", smuggle_deep),
            BadBackup::Damaged,
        ),
        (
            "a password in a snapshot",
            forged("s/", |text| {
                text.replacen("{\"origin\"", "{\"password\":1,\"origin\"", 1)
            }),
            BadBackup::Damaged,
        ),
        (
            "a password in the origin",
            forged("workspace", |text| {
                text.replacen("{\"sample\"", "{\"password\":1,\"sample\"", 1)
            }),
            BadBackup::Damaged,
        ),
        (
            "another sample",
            forged("workspace", |text| {
                text.replacen("\"sample\":", "\"sample\":9", 1)
            }),
            BadBackup::Newer,
        ),
        (
            "nonsense in the log",
            forged("l/", |text| format!("{text}\n{{}}")),
            BadBackup::Damaged,
        ),
    ] {
        assert_eq!(open(&text).err(), Some(reason), "{what}");
    }
}
