//! A workspace of version 3: passwords reset, users deleted, restored and purged, the clock put forward, a piece of the log.

use seatwork::domain::{DeletedUser, Moment, PartnerRole};
use seatwork::journal::LogEntry;

use super::super::{Tab, named, record_key};
use super::{check, published};
use crate::support::at;

const VERSION_3: &str = include_str!("../../../fixtures/workspace-version-3.txt");

/// Numbers and moments of the deleted users of a customer.
fn deleted(tab: &Tab, company: &str) -> Vec<(u32, Moment)> {
    let users = &named(&tab.workspace, company).users;
    let told = |one: &DeletedUser| (one.user.number.0, one.deleted_at);
    users.deleted().map(told).collect()
}

#[test]
fn a_workspace_of_version_3_opens_as_it_was() {
    let storage = published(VERSION_3);
    let mut tab = Tab::open(&storage);
    assert_eq!(tab.findings, []);
    // Users 23 to 26 are purged, and so are 2, 7, 9, 27 and 28.
    check(
        &tab,
        "Lanterna",
        19,
        &[
            "4 354f9ea3-4830-46fe-ad68-bb97a4ea16d2 noemi.dangelo@lanterna.example | Noemi | D'Angelo | Noemi D'Angelo | Some(\"IT\") | [] | \
             [\"SPB-[]\"] | 1767525920000 1792678400109 true",
            "6 54fa44e5-6639-4222-891d-e39106f65df4 Fabio.Neu@lanterna.example | Martina | Lo Presti | Martina Lo Presti | Some(\"IT\") | [] | \
             [\"SPB-[]\"] | 1765312580000 1765312580000 false",
            "8 8c5d9adf-08f9-4751-9536-57cff65676ae beatrice.conti@lanterna.example | Beatrice | Conti | Beatrice Conti | Some(\"IT\") | [] | \
             [\"SPB-[]\"] | 1773413060000 1792678400109 true",
        ],
    );
    assert_eq!(deleted(&tab, "Lanterna"), []);
    assert_eq!(named(&tab.workspace, "Lanterna").users.highest_number(), 28);
    check(
        &tab,
        "Café",
        6,
        &[
            "1 0c247161-d24a-4391-9147-307416763355 loic.lefevre@cafe-lumiere.example | Loïc | Lefèvre | Loïc Lefèvre | Some(\"FR\") | \
             [\"global\"] | [] | 1732369700000 1792764800113 true",
            "2 7d13dd2d-1897-45b1-9d69-40f1a593b628 d'arc2@cafe-lumiere.example | Hélène | de la Tour | Hélène de la Tour | Some(\"FR\") | [] | [] | \
             1763274440000 1792764800113 true",
            "5 4fc0ea31-392f-4ae6-a1ff-36a8e52f1ce3 loic.lefevre2@cafe-lumiere.example | Loïc | Lefèvre | Loïc Lefèvre | Some(\"FR\") | [] | \
             [\"O365_BUSINESS_PREMIUM-[]\"] | 1731011000000 1792764800113 true",
        ],
    );
    assert_eq!(deleted(&tab, "Café"), []);
    check(
        &tab,
        "Glasgow",
        1,
        &[
            "1 cafdc429-ad4c-4ddc-a868-131386a0df90 Chloe@harbourstudios.example |  | Clarke | Chloe Clarke | Some(\"IE\") | \
             [\"billing\", \"passwords\"] | [\"SPB-[]\"] | 1721587820000 1721587820000 false",
        ],
    );
    assert_eq!(tab.workspace.latest_change(), Some(at(6_083_200_001)));
    assert_eq!(tab.workspace.ahead().num_milliseconds(), 6_083_199_882);

    tab.create("Glasgow", "next").expect("it is stored");
    assert!(storage.texts().contains_key(&record_key(20)));
}

#[test]
fn the_log_of_version_3_tells_everything_but_what_was_forgotten() {
    let tab = Tab::open(&published(VERSION_3));
    let log = tab.journal.log().expect("it can be read");
    assert_eq!(log.unreadable, 0);
    let numbers: Vec<u64> = log.entries.iter().map(LogEntry::number).collect();
    assert_eq!(numbers, (1..=19).collect::<Vec<_>>());
    let actions: Vec<&str> = log
        .entries
        .iter()
        .map(|entry| entry.action().code())
        .collect();
    assert_eq!(
        actions,
        [
            "users-created",
            "user-edited",
            "users-deleted",
            "clock-advanced",
            "users-purged",
            "users-created",
            "users-created",
            "user-edited",
            "passwords-reset",
            "users-deleted",
            "clock-advanced",
            "users-restored",
            "passwords-reset",
            "users-deleted",
            "quantity-changed",
            "users-restored",
            "user-edited",
            "clock-advanced",
            "users-purged",
        ]
    );
    let forgotten = log.entries.iter().filter(|entry| entry.event().is_none());
    let forgotten: Vec<u64> = forgotten.map(LogEntry::number).collect();
    assert_eq!(forgotten, [1, 2], "of somebody who is purged");
    let reset = &log.entries[8];
    assert_eq!(reset.by().role, PartnerRole::HelpdeskAgent);
    assert_eq!(reset.customer(), Some(named(&tab.workspace, "Lanterna").id));
    assert_eq!(log.entries[10].customer(), None);
}
