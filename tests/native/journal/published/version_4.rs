//! A workspace of version 4: users uploaded, some of them edited, deleted, reset and licensed; uploads taken back; another limit
//! for files; a long upload in short in the log.

use chrono::TimeDelta;
use seatwork::domain::{CustomerEvent, Event, Workspace};
use seatwork::journal::stored::{StoredOrigin, StoredRecord, StoredSnapshot};
use seatwork::journal::{LogEntry, envelope};

use super::super::{COPY, ORIGIN, Tab, named, record_key, snapshot_key};
use super::{check, published};
use crate::sample::edition::told;
use crate::support::{at, numbers};
use crate::uploading::limit;

const VERSION_4: &str = include_str!("../../../fixtures/workspace-version-4.txt");

/// Of the 120 that were uploaded, 3 are deleted.
const LANTERNA: [&str; 8] = [
    "26 d71cf0a5-9e1f-49db-8f57-796b207f15cd ada.1@lanterna.example | Ada1 | Riva | Ada1 Riva | Some(\"DE\") | [] | [] | 1790000000102 1790000000102 true",
    "27 d71cf0a5-9e1f-49db-8f57-796b207f15ce ada.2@lanterna.example | Ada2 | Riva | Ada Neu | Some(\"DE\") | [] | [] | 1790000000102 1790000000102 true",
    "32 d71cf0a5-9e1f-49db-8f57-796b207f15d3 ada.7@lanterna.example | Ada7 | Riva | Dottor “Ø” 🦀 | Some(\"DE\") | [] | [] | 1790000000102 1790000000102 true",
    "34 d71cf0a5-9e1f-49db-8f57-796b207f15d5 ada.9@lanterna.example | Ada9 | Riva | Ada9 Riva | Some(\"DE\") | [] | [] | 1790000000102 1790000000105 true",
    "35 d71cf0a5-9e1f-49db-8f57-796b207f15d6 ada.10@lanterna.example | Ada10 |  | Ada10 | Some(\"DE\") | [] | [] | 1790000000102 1790000000105 true",
    "38 d71cf0a5-9e1f-49db-8f57-796b207f15d9 ada.13@lanterna.example | Ada13 | Riva | Ada13 Riva | Some(\"DE\") | [] | [\"O365_BUSINESS_ESSENTIALS-[]\"] | 1790000000102 1790000000102 true",
    "45 d71cf0a5-9e1f-49db-8f57-796b207f15e0 ada.20@lanterna.example | Ada20 |  | Ada20 | Some(\"DE\") | [] | [] | 1790000000102 1790000000102 true",
    "144 d71cf0a5-9e1f-49db-8f57-796b207f1643 ada.119@lanterna.example | Ada119 | Riva | Ada119 Riva | Some(\"DE\") | [] | [] | 1790000000102 1790000000102 true",
];

#[test]
fn a_workspace_of_version_4_opens_as_it_was() {
    let storage = published(VERSION_4);
    let mut tab = Tab::open(&storage);
    assert_eq!(tab.findings, []);
    let lanterna = &named(&tab.workspace, "Lanterna").users;
    assert_eq!((lanterna.len(), lanterna.highest_number()), (139, 145));
    for (number, expected) in numbers(&[26, 27, 32, 34, 35, 38, 45, 144])
        .iter()
        .zip(LANTERNA)
    {
        let user = lanterna.get(*number).expect("it is there");
        assert_eq!(told(user).trim_end(), expected);
    }
    let deleted = lanterna.deleted();
    let deleted: Vec<_> = deleted
        .map(|one| {
            (
                one.user.number.0,
                one.user.details.user_name.local(),
                one.deleted_at,
            )
        })
        .collect();
    assert_eq!(
        deleted[3..],
        [
            (29, "ada.4", at(104)),
            (30, "ada.5", at(104)),
            (145, "ada.120", at(104))
        ]
    );
    check(
        &tab,
        "Café",
        9,
        &[
            "7 bb577647-a1ed-47ee-ac95-04f6425f2d8e Zoe.ONeil@cafe-lumiere.example | Zoë | O’Neil | Zoë O’Neil | Some(\"DE\") | [] | [] | \
             1790000000109 1790000000109 true",
            "8 bb577647-a1ed-47ee-ac95-04f6425f2d8f Accueil@cafe-lumiere.example |  |  | Accueil | Some(\"DE\") | [\"passwords\"] | [] | \
             1790000000109 1790000000109 true",
            "10 bb577647-a1ed-47ee-ac95-04f6425f2d91 lea@cafe-lumiere.example | Léa | de la Tour | Léa de la Tour | Some(\"DE\") | [] | [] | \
             1790000000109 1790000000109 true",
        ],
    );
    check(&tab, "Glasgow", 1, &[]);
    assert_eq!(named(&tab.workspace, "Glasgow").users.highest_number(), 5);
    assert_eq!(tab.workspace.record_limit(), limit(750));
    assert_eq!(tab.workspace.latest_change(), Some(at(114)));

    tab.create("Glasgow", "next").expect("it is stored");
    assert!(storage.texts().contains_key(&record_key(15)));
}

#[test]
fn the_log_of_version_4_has_a_long_upload_in_short_and_forgets_what_was_taken_back() {
    let storage = published(VERSION_4);
    let mut tab = Tab::open(&storage);
    for (is_compacted, forgotten) in [(false, &[7][..]), (true, &[7, 12])] {
        if is_compacted {
            assert!(
                tab.journal.wants_compaction(),
                "the second one is in a record"
            );
            tab.compact();
        }
        let log = tab.journal.log().expect("it can be read");
        assert_eq!(log.unreadable, 0);
        let found: Vec<u64> = log.entries.iter().map(LogEntry::number).collect();
        assert_eq!(found, (1..=14).collect::<Vec<_>>());
        let nothing = log.entries.iter().filter(|entry| entry.event().is_none());
        let nothing: Vec<u64> = nothing.map(LogEntry::number).collect();
        assert_eq!(nothing, forgotten);
        let Some(Event::Customer(_, CustomerEvent::UsersUploaded { users })) =
            log.entries[1].event()
        else {
            panic!("{:?}", log.entries[1]);
        };
        assert_eq!(users.len(), 100);
        let in_full = log.entries[1].event_in(&tab.workspace);
        let Some(Event::Customer(_, CustomerEvent::UsersUploaded { users })) = in_full else {
            panic!("{in_full:?}");
        };
        assert_eq!(users.len(), 120);
        assert_eq!(
            users[1].details.display_name.as_str(),
            "Ada2 Riva",
            "as they began"
        );
    }
}

/// As long as this is version 4, the same is written as it was. A change of the form takes a new version, and this test with
/// it; the ones above stay.
#[test]
fn what_is_written_is_still_version_4() {
    assert_eq!(envelope::VERSION, 4);
    let storage = published(VERSION_4);
    let texts = storage.texts();
    for seq in 9..=14 {
        let text = &texts[&record_key(seq)];
        let change = StoredRecord::read(text, seq).expect("it is whole");
        assert_eq!(StoredRecord::write(&change, seq), *text);
    }
    let origin = StoredOrigin::read(&texts[ORIGIN]).expect("it is whole");
    assert_eq!([&origin.write(); 2], [&texts[ORIGIN], &texts[COPY]]);
    let tab = Tab::open(&storage);
    for company in ["Lanterna", "Glasgow"] {
        let customer = named(&tab.workspace, company);
        let key = snapshot_key(customer);
        let base = origin
            .sample_customer(customer.id)
            .expect("it is in the sample");
        let snapshot = StoredSnapshot::read(&texts[&key], base.clone()).expect("it is whole");
        let mut workspace = Workspace::new([], snapshot.latest_change);
        workspace.resume_clock(TimeDelta::milliseconds(origin.ahead), None);
        workspace.resume_record_limit(origin.record_limit);
        let written = StoredSnapshot::write(
            &snapshot.customer,
            &base,
            &origin,
            snapshot.through,
            &workspace,
        );
        assert_eq!(written, texts[&key]);
    }
}
