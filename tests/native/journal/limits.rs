//! The stored record limit: whatever is lost, the workspace keeps the latest.

use seatwork::domain::{Command, Workspace, WorkspaceCommand};
use seatwork::journal::envelope::{self, Damage};
use seatwork::journal::{StoredOrigin, StoredSnapshot};
use seatwork::text::Language;

use super::{COPY, ORIGIN, Tab, copy_of, create_workspace, reopen, with_text};
use crate::support::at;
use crate::uploading::limit;

fn set(tab: &mut Tab, number: u32, millis: i64) {
    let command =
        |_: &Workspace| Command::Workspace(WorkspaceCommand::SetRecordLimit(limit(number)));
    tab.attempt(command, at(millis)).expect("it is stored");
}

#[test]
fn the_limit_outlives_records_compaction_and_a_lost_origin() {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    set(&mut tab, 500, 1);
    assert_eq!(reopen(&storage).record_limit(), limit(500));
    tab.compact();
    assert_eq!(reopen(&storage).record_limit(), limit(500));
    let mut other = Tab::open(&storage);
    set(&mut tab, 700, 2);
    other.follow().expect("it is readable");
    assert_eq!(other.workspace.record_limit(), limit(700));
    tab.compact();
    other.follow().expect("it is readable");
    assert_eq!(other.workspace.record_limit(), limit(700));
    assert!(reopen(&storage) == tab.workspace);

    let lost = [ORIGIN, COPY]
        .iter()
        .fold(copy_of(&storage), |storage, key| {
            with_text(&storage, key, None)
        });
    assert_eq!(Tab::open(&lost).workspace.record_limit(), limit(700));
}

/// The latest snapshot counts, whichever comes first.
#[test]
fn without_an_origin_the_limit_is_what_the_latest_snapshot_says() {
    for order in [
        ["Glasgow", "Lanterna", "Café"],
        ["Café", "Glasgow", "Lanterna"],
        ["Lanterna", "Café", "Glasgow"],
    ] {
        let storage = create_workspace();
        let mut tab = Tab::open(&storage);
        for (company, number) in order.into_iter().zip([200, 300, 400]) {
            tab.create(company, "new").expect("it is stored");
            tab.attempt(
                |_| Command::Workspace(WorkspaceCommand::SetRecordLimit(limit(number))),
                at(5_000),
            )
            .expect("it is stored");
            tab.compact();
        }
        let lost = [ORIGIN, COPY]
            .iter()
            .fold(copy_of(&storage), |storage, key| {
                with_text(&storage, key, None)
            });
        assert_eq!(
            Tab::open(&lost).workspace.record_limit(),
            limit(400),
            "{order:?}"
        );
    }
}

#[test]
fn a_limit_that_is_none_is_damage() {
    let origin = StoredOrigin {
        record_limit: limit(500),
        ..StoredOrigin::new(at(0))
    };
    let text = origin.write().expect("it has JSON");
    assert_eq!(StoredOrigin::read(&text), Ok(origin));
    let content = envelope::open(&text).expect("it is whole");
    for (limit, is_one) in [
        ("500", true),
        ("99", false),
        ("50001", false),
        ("-100", false),
        ("1e3", false),
        ("4294967396", false),
        ("\"500\"", false),
        ("null", false),
    ] {
        let damage = if is_one { Ok(()) } else { Err(Damage::Content) };
        let limit = format!("\"record_limit\":{limit}");
        let origin = content.replace("\"record_limit\":500", &limit);
        let read = StoredOrigin::read(&envelope::seal(&origin)).map(|_| ());
        assert_eq!(read, damage, "{limit}");
        let snapshot = envelope::seal(&format!("{{\"origin\":{origin},\"highest\":9}}"));
        let base = crate::support::company(vec![]);
        let read = StoredSnapshot::read(&snapshot, base).map(|_| ());
        assert_eq!(read, damage, "{limit}");
    }
}

#[test]
fn a_change_of_the_limit_is_told() {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    set(&mut tab, 500, 1);
    tab.compact();
    let log = tab.journal.log().expect("it can be read");
    let event = log.entries[0].event().expect("it is there");
    assert_eq!(log.entries[0].customer(), None);
    let labels = ["Maximum users per file", "Höchstzahl der Benutzer je Datei"];
    for (language, label) in Language::ALL.into_iter().zip(labels) {
        let details = language
            .sentences()
            .log_details(&event, None, &|count| count.to_string());
        assert_eq!(details, [(label, "100 → 500".to_owned())]);
    }
}
