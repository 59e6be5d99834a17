//! Workspaces as each version of the stored form has them: they stay readable for ever.
//!
//! A fixture has one line for each text: key, space, text with `\n`, `\t` and `\\` for line break, tab and backslash.

mod version_3;
mod version_4;

use seatwork::domain::{PartnerRole, UserNumber};
use seatwork::journal::stored::{StoredOrigin, StoredRecord};
use seatwork::journal::{LogEntry, MemoryStorage, envelope};

use super::{Tab, named, record_key};
use crate::sample::edition::told;
use crate::support::at;

const VERSION_1: &str = include_str!("../../../fixtures/workspace-version-1.txt");
const VERSION_2: &str = include_str!("../../../fixtures/workspace-version-2.txt");

fn published(fixture: &str) -> MemoryStorage {
    let texts = fixture.lines().map(|line| {
        let (key, text) = line.split_once(' ').expect("key and text");
        (key.to_owned(), unescaped(text))
    });
    MemoryStorage::with(texts.collect())
}

fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        plain.push(match c {
            '\\' => match chars.next() {
                Some('n') => '\n',
                Some('t') => '\t',
                Some(escaped) => escaped,
                None => panic!("the escape of {text:?} ends nowhere"),
            },
            c => c,
        });
    }
    plain
}

/// The users of a customer that are not as in the sample.
fn check(tab: &Tab, company: &str, active: usize, expected: &[&str]) {
    let customer = named(&tab.workspace, company);
    assert_eq!(customer.users.len(), active, "{company}");
    let sample = StoredOrigin::new(at(0))
        .sample_customer(customer.id)
        .expect("it is in the sample");
    let changed = customer
        .users
        .active()
        .filter(|user| sample.users.get(user.number) != Some(user));
    let changed: Vec<String> = changed
        .map(|user| told(user).trim_end().to_owned())
        .collect();
    assert_eq!(changed, expected, "{company}");
}

#[test]
fn a_workspace_of_version_1_opens_as_it_was() {
    let storage = published(VERSION_1);
    let mut tab = Tab::open(&storage);
    assert_eq!(tab.findings, []);
    check(
        &tab,
        "Lanterna",
        21,
        &[
            "2 27307ef4-f098-4042-b596-fa462f1ceb02 noemi.bianchi@lanterna.example | Noemi | Bianchi | Zoë O’Brien 🦀 | Some(\"IT\") | \
         [\"global\", \"passwords\"] | [] | 1738144040000 1789999995000 false",
            "26 12345678-9abc-4def-8123-456789abcdef Nia.Ricci@lanterna.example |  | Ricci | Nía Ricci | Some(\"CH\") | \
         [\"passwords\"] | [\"O365_BUSINESS_ESSENTIALS-[\\\"TEAMS1\\\", \\\"SWAY\\\"]\"] | 1790000000100 1790000000100 true",
        ],
    );
    check(
        &tab,
        "Café",
        7,
        &[
            "7 00000000-0000-0000-0000-000000000007 d'a_r#c~^!@cafe-lumiere.example |  | Großmann | D’Arc | Some(\"FR\") | \
         [\"billing\", \"service\", \"users\"] | [\"O365_BUSINESS_PREMIUM-[\\\"FORMS_PLAN_E1\\\"]\"] | \
         1790000000200 1790000000200 true",
        ],
    );
    check(
        &tab,
        "Albatros",
        66,
        &[
            "68 00000000-0000-0000-0000-000000000044 ute@albatros.example |  | Großmann | Ute | Some(\"DE\") | \
         [\"billing\", \"service\", \"users\"] | [\"SPB-[]\", \"VISIOCLIENT-[]\"] | 1790000000200 1790000000200 true",
            "69 00000000-0000-0000-0000-000000000045 UEBUNG@albatros-werkzeugbau.example |  |  | Übung | None | [] | [] | \
         1790000000200 1790000000200 true",
        ],
    );
    let lanterna = named(&tab.workspace, "Lanterna");
    let deleted: Vec<_> = lanterna
        .users
        .deleted()
        .map(|deleted| {
            (
                deleted.user.number.0,
                (at(0) - deleted.deleted_at).num_seconds(),
            )
        })
        .collect();
    assert_eq!(
        deleted,
        [
            (3, 1),
            (23, 24 * 60 * 60),
            (25, 29 * 24 * 60 * 60 + 12 * 60 * 60)
        ]
    );
    assert_eq!(lanterna.users.highest_number(), 28, "of a user who is gone");
    assert_eq!(tab.workspace.latest_change(), Some(at(203)));

    tab.create("Glasgow", "next").expect("it is stored");
    assert!(storage.texts().contains_key(&record_key(9)));
}

/// The subscriptions of a customer, in a line each.
fn subscriptions(tab: &Tab, company: &str) -> Vec<String> {
    let bought = &named(&tab.workspace, company).subscriptions;
    bought
        .iter()
        .map(|one| format!("{} {} {:?}", one.sku.part_number, one.quantity, one.status))
        .collect()
}

/// What these users hold, in a line each: `4: SPB-ATP_ENTERPRISE`.
fn licenses(tab: &Tab, company: &str, users: &[u32]) -> Vec<String> {
    let customer = named(&tab.workspace, company);
    let told = |number: &u32| {
        let user = customer
            .users
            .get(UserNumber(*number))
            .expect("it is there");
        let products = user.licenses.iter().map(|(sku, off)| {
            let off = off.iter().map(|plan| format!("-{}", plan.code));
            format!(" {}{}", sku.part_number, off.collect::<String>())
        });
        format!("{number}:{}", products.collect::<String>())
    };
    users.iter().map(told).collect()
}

#[test]
fn a_workspace_of_version_2_opens_as_it_was() {
    let storage = published(VERSION_2);
    let mut tab = Tab::open(&storage);
    assert_eq!(tab.findings, []);
    for (company, whole, code) in [
        ("Lanterna", "Lanterna & Figli S.p.A.", "CH"),
        ("Glasgow", "Glasgow Harbour “Ø” Ltd", "IE"),
        ("Café", "Café Lumière SARL", "FR"),
    ] {
        let customer = named(&tab.workspace, company);
        assert_eq!(customer.company.as_str(), whole);
        assert_eq!(customer.location.code(), code);
    }
    assert_eq!(
        subscriptions(&tab, "Lanterna"),
        [
            "O365_BUSINESS_ESSENTIALS 25 Active",
            "SPB 14 Active",
            "VISIOCLIENT 1 Suspended",
            "POWER_BI_PRO 3 Active",
        ]
    );
    assert_eq!(
        subscriptions(&tab, "Glasgow"),
        ["SPB 2 Suspended", "VISIOCLIENT 10000 Active"]
    );
    let lanterna = [
        "1: SPB-ATP_ENTERPRISE",
        "2: VISIOCLIENT",
        "3: SPB-ATP_ENTERPRISE",
        "4: SPB-ATP_ENTERPRISE",
        "5:",
        "6: SPB POWER_BI_PRO",
        "7:",
        "8: SPB-TEAMS1-MDE_SMB",
        "9: SPB-TEAMS1-MDE_SMB",
        "10:",
        "11:",
        "13: SPB-TEAMS1-MDE_SMB",
        "14: SPB",
        "26: SPB-ATP_ENTERPRISE",
    ];
    let numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 26];
    assert_eq!(licenses(&tab, "Lanterna", &numbers), lanterna);
    assert_eq!(
        licenses(&tab, "Café", &[1, 2, 3, 4, 5, 6]),
        [
            "1: O365_BUSINESS_PREMIUM-SWAY",
            "2: O365_BUSINESS_PREMIUM-SWAY",
            "3:",
            "4: O365_BUSINESS_PREMIUM",
            "5: O365_BUSINESS_PREMIUM-SWAY",
            "6:",
        ]
    );
    let meridian = named(&tab.workspace, "Meridian");
    let base = crate::support::of_sample("Meridian");
    let changed = meridian
        .users
        .active()
        .filter(|user| base.users.get(user.number) != Some(user));
    let changed: Vec<u32> = changed.map(|user| user.number.0).collect();
    assert_eq!(
        changed,
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 20, 9_999, 10_000]
    );
    for company in ["Lanterna", "Glasgow", "Café", "Meridian"] {
        let customer = named(&tab.workspace, company);
        for seats in customer.entitlements() {
            let users = customer.users.active();
            let holders = users.filter(|user| user.licenses.holds(seats.sku));
            assert_eq!(seats.consumed as usize, holders.count(), "{seats:?}");
        }
    }

    let users = &named(&tab.workspace, "Lanterna").users;
    let deleted: Vec<u32> = users.deleted().map(|one| one.user.number.0).collect();
    assert_eq!(deleted, [12, 23, 25], "24 is gone");
    assert_eq!((users.len(), users.highest_number()), (22, 28));
    assert_eq!(tab.name_of("Lanterna", 2), Some("Noè 🦀"));
    assert_eq!(tab.name_of("Glasgow", 2), Some("gary"));
    assert_eq!(tab.workspace.latest_change(), Some(at(207)));

    tab.create("Glasgow", "next").expect("it is stored");
    assert!(storage.texts().contains_key(&record_key(13)));
}

/// What an older version has stored is written in the newest form when it is written again, and only then.
#[test]
fn a_workspace_of_version_1_goes_on_in_the_newest_version() {
    let storage = published(VERSION_1);
    let before = storage.texts();
    let mut tab = Tab::open(&storage);
    assert_eq!(storage.texts(), before, "opening it changes nothing");
    tab.create("Glasgow", "next").expect("it is stored");
    tab.compact();
    let again = Tab::open(&storage);
    assert_eq!(again.findings, []);
    assert!(again.workspace == tab.workspace);
    let newest = format!("{} ", envelope::VERSION);
    for (key, text) in storage.texts() {
        let is_old = before.get(&key) == Some(&text);
        assert!(is_old || text.starts_with(&newest), "{key}: {text}");
    }
}

#[test]
fn who_did_it_and_when_is_kept() {
    let texts = published(VERSION_1).texts();
    let by = |seq: u64| {
        let change = StoredRecord::read(&texts[&record_key(seq)], seq).expect("it is whole");
        assert_eq!(change.by.name, "Robin Ahrens");
        (change.by.role, change.at)
    };
    assert_eq!(by(5), (PartnerRole::AdminAgent, at(200)));
    assert_eq!(by(6), (PartnerRole::HelpdeskAgent, at(201)));
    assert_eq!(by(7), (PartnerRole::SalesAgent, at(202)));
}

/// There was no log then: it begins with the records that are still there, and outlives them from now on.
#[test]
fn the_log_of_an_older_version_begins_where_its_records_do() {
    for (fixture, numbers) in [(VERSION_1, 5..=8), (VERSION_2, 5..=12)] {
        let storage = published(fixture);
        let mut tab = Tab::open(&storage);
        for is_compacted in [false, true] {
            let log = tab.journal.log().expect("it can be read");
            assert_eq!(log.unreadable, 0);
            assert!(log.entries.iter().all(|entry| entry.event().is_some()));
            let found: Vec<u64> = log.entries.iter().map(LogEntry::number).collect();
            assert_eq!(found, numbers.clone().collect::<Vec<_>>());
            if !is_compacted {
                tab.compact();
                tab = Tab::open(&storage);
            }
        }
    }
}
