//! A workspace as version 1 of the stored form has it: it stays readable for ever.
//!
//! The fixture has one line for each text: key, space, text with `\n`, `\t` and `\\` for line break, tab and backslash.

use seatwork::domain::PartnerRole;
use seatwork::journal::MemoryStorage;
use seatwork::journal::stored::{StoredOrigin, StoredRecord};

use super::{Tab, named, record_key};
use crate::sample::edition::told;
use crate::support::at;

const FIXTURE: &str = include_str!("../../fixtures/workspace-version-1.txt");

fn published() -> MemoryStorage {
    let texts = FIXTURE.lines().map(|line| {
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
    let storage = published();
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

#[test]
fn who_did_it_and_when_is_kept() {
    let texts = published().texts();
    let by = |seq: u64| {
        let change = StoredRecord::read(&texts[&record_key(seq)], seq).expect("it is whole");
        assert_eq!(change.by.name, "Robin Ahrens");
        (change.by.role, change.at)
    };
    assert_eq!(by(5), (PartnerRole::AdminAgent, at(200)));
    assert_eq!(by(6), (PartnerRole::HelpdeskAgent, at(201)));
    assert_eq!(by(7), (PartnerRole::SalesAgent, at(202)));
}
