//! Both copies of the origin lost: it is rebuilt from the snapshots and records.

use seatwork::journal::{Finding, MemoryStorage, Storage};

use super::{
    COPY, ORIGIN, Tab, check_goes_on, copy_of, find_customer, record_key, with_records, with_text,
};
use crate::support::at;

fn without_origin(storage: &MemoryStorage, left: Option<&str>) -> MemoryStorage {
    with_text(&with_text(storage, ORIGIN, left), COPY, left)
}

#[test]
fn snapshots_remember_everything_of_it() {
    let (storage, _) = with_records();
    let mut tab = Tab::open(&storage);
    tab.compact();
    tab.create("Glasgow", "y").expect("it is stored");
    tab.rename("Lanterna", super::JO, "Jo")
        .expect("it is stored");
    for left in [None, Some("damaged")] {
        let storage = without_origin(&storage, left);
        let rebuilt = Tab::open(&storage);
        let aside = left.map_or(0, |_| 2);
        assert_eq!(rebuilt.findings.len(), 1 + aside, "{:?}", rebuilt.findings);
        assert!(rebuilt.findings.contains(&Finding::OriginRebuilt));
        assert!(
            rebuilt.workspace == tab.workspace,
            "nothing is lost, and nothing missed that is in the snapshots"
        );
        assert_eq!(storage.get(ORIGIN), storage.get(COPY));
        assert_eq!(Tab::open(&storage).findings, []);
        check_goes_on(&storage);
    }
}

#[test]
fn snapshots_without_records_are_enough() {
    let (storage, whole) = with_records();
    Tab::open(&storage).compact();
    let storage = without_origin(&storage, None);
    let mut rebuilt = Tab::open(&storage);
    assert_eq!(rebuilt.findings, [Finding::OriginRebuilt]);
    assert!(rebuilt.workspace == whole);
    rebuilt.create("Café", "z").expect("it is stored");
    assert!(
        storage.texts().contains_key(&record_key(6)),
        "the numbers go on"
    );
    check_goes_on(&storage);
}

#[test]
fn a_compaction_that_was_cut_off_as_well_costs_nothing() {
    let (storage, whole) = with_records();
    for writes in 1..10 {
        let storage = copy_of(&storage);
        let mut tab = Tab::open(&storage);
        storage.die_after(Some(writes));
        assert!(tab.journal.compact(&tab.workspace).is_err());
        storage.die_after(None);
        let storage = without_origin(&storage, None);
        let rebuilt = Tab::open(&storage);
        assert_eq!(rebuilt.findings, [Finding::OriginRebuilt], "{writes}");
        assert!(rebuilt.workspace == whole, "{writes}");
        check_goes_on(&storage);
    }
}

/// Without a snapshot the moment of creation is unknown; the first change stands in for it.
#[test]
fn records_alone_bring_back_every_change() {
    let (storage, whole) = with_records();
    let storage = without_origin(&storage, None);
    let rebuilt = Tab::open(&storage);
    assert_eq!(rebuilt.findings, [Finding::OriginRebuilt]);
    let jo = |tab: &Tab| tab.name_of("Lanterna", super::JO).map(str::to_owned);
    assert_eq!(jo(&rebuilt), Some("Jo Bianchi".to_owned()));
    for (company, local) in [("Lanterna", "jo"), ("Lanterna", "ann"), ("Café", "kim")] {
        assert!(rebuilt.has(company, local), "{local}");
    }
    assert_eq!(rebuilt.workspace.latest_change(), whole.latest_change());
    assert_eq!(
        find_customer(&rebuilt.workspace, "Lanterna").users.len(),
        24
    );
}

#[test]
fn with_nothing_readable_left_the_sample_begins_again_and_nothing_is_thrown_away() {
    let storage = MemoryStorage::default();
    for key in [ORIGIN, &record_key(1), &record_key(2), "seatwork/s/x"] {
        storage.set(key, "damaged").expect("there is room");
    }
    let tab = Tab::try_open(&storage, at(7)).expect("it opens");
    assert!(tab.findings.contains(&Finding::OriginRebuilt));
    assert_eq!(tab.journal.set_aside().map(|aside| aside.len()), Ok(4));
    assert_eq!(tab.workspace.customers().len(), 13);
}
