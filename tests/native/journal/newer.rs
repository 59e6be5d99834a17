//! Texts of a later version of the program: shown where possible, and never touched.

use crc::{CRC_32_ISO_HDLC, Crc};
use seatwork::domain::Guid;
use seatwork::journal::envelope::{self, Damage};
use seatwork::journal::{Finding, MemoryStorage, NotSaved, OpenError, Storage};

use super::{
    COPY, ORIGIN, RESERVE, Tab, create_workspace, find_customer, record_key, reopen, snapshot_key,
    with_records, with_text,
};
use crate::support::at;

/// The origin of a workspace with a sample of a later version.
const UNKNOWN_SAMPLE: &str =
    r#"{"sample":99,"created":1790000000000,"compacted":5,"record_limit":100}"#;

/// Seals a content as the next version would.
pub(super) fn newer(content: &str) -> String {
    let version = envelope::VERSION + 1;
    let whole = format!("{version} {content}");
    let sum = Crc::<u32>::new(&CRC_32_ISO_HDLC).checksum(whole.as_bytes());
    format!("{version} {sum:08x} {content}")
}

#[test]
fn a_newer_text_is_told_from_a_damaged_one() {
    assert_eq!(envelope::open(&newer("anything")), Err(Damage::Newer));
    let ours = envelope::seal("anything");
    assert_eq!(envelope::open(&ours), Ok("anything"));
    let (_, rest) = ours.split_once(' ').expect("version and rest");
    for other in [envelope::VERSION + 1, envelope::VERSION + 2] {
        assert_ne!(other, envelope::VERSION);
        let one_digit_wrong = format!("{other} {rest}");
        assert_eq!(envelope::open(&one_digit_wrong), Err(Damage::Checksum));
    }
    assert_eq!(
        envelope::open(&newer("anything").replace('y', "z")),
        Err(Damage::Checksum)
    );
}

/// Opens an envelope as an older program would.
fn opened_by(reader: u32, text: &str) -> Result<&str, Damage> {
    let (version, rest) = text.split_once(' ').ok_or(Damage::NoEnvelope)?;
    let (sum, content) = rest.split_once(' ').ok_or(Damage::NoEnvelope)?;
    let number: u32 = version.parse().map_err(|_| Damage::NoEnvelope)?;
    let whole = format!("{version} {content}");
    let expected = Crc::<u32>::new(&CRC_32_ISO_HDLC).checksum(whole.as_bytes());
    if format!("{expected:08x}") != sum {
        return Err(Damage::Checksum);
    }
    if number > reader {
        return Err(Damage::Newer);
    }
    Ok(content)
}

/// An older program must recognize every text of ours as newer, not as damaged.
#[test]
fn an_older_program_sees_that_it_is_newer() {
    let (storage, _) = with_records();
    let mut tab = Tab::open(&storage);
    tab.compact();
    tab.create("Café", "z").expect("it is stored");
    let texts = storage.texts();
    assert_eq!(texts.len(), 2 + 3 + 1 + 1 + 1, "{texts:?}");
    for (key, text) in texts.into_iter().filter(|(key, _)| key != RESERVE) {
        for older in 0..envelope::VERSION {
            assert_eq!(opened_by(older, &text), Err(Damage::Newer), "{key}");
        }
        assert_eq!(opened_by(envelope::VERSION, &text), envelope::open(&text));
    }
}

/// Checks that the workspace opens for reading only.
fn check_frozen(storage: &MemoryStorage) -> Tab {
    let texts = storage.texts();
    let mut tab = Tab::open(storage);
    assert!(
        tab.findings.contains(&Finding::NewerVersion),
        "{:?}",
        tab.findings
    );
    assert!(tab.journal.is_frozen() && !tab.journal.wants_compaction());
    let before = tab.workspace.clone();
    assert_eq!(tab.create("Café", "z").err(), Some(NotSaved::NewerVersion));
    tab.journal
        .compact(&tab.workspace)
        .expect("there is nothing to do");
    assert!(tab.workspace == before);
    assert_eq!(
        storage.texts(),
        texts,
        "nothing is moved, removed or written"
    );
    tab
}

#[test]
fn a_newer_record_ends_what_can_be_read() {
    let (storage, whole) = with_records();
    for seq in 1..=6 {
        let storage = with_text(&storage, &record_key(seq), Some(&newer("?")));
        let tab = check_frozen(&storage);
        let mut earlier = storage.texts();
        earlier.retain(|key, _| !key.starts_with("seatwork/r/") || *key < record_key(seq));
        assert!(tab.workspace == reopen(&MemoryStorage::with(earlier)));
        assert_eq!(seq == 6, tab.workspace == whole);
    }
}

#[test]
fn a_newer_snapshot_leaves_its_customer_as_it_began() {
    let (storage, whole) = with_records();
    let mut tab = Tab::open(&storage);
    tab.compact();
    tab.create("Café", "y").expect("it is stored");
    let key = snapshot_key(find_customer(&whole, "Lanterna"));
    let tab = check_frozen(&with_text(&storage, &key, Some(&newer("?"))));
    assert!(tab.has("Café", "kim") && tab.has("Café", "y"));
    assert_eq!(find_customer(&tab.workspace, "Lanterna").users.len(), 22);
}

/// The key of a customer that only the later version knows.
#[test]
fn a_newer_snapshot_of_an_unknown_customer_stays_where_it_is() {
    let (storage, whole) = with_records();
    for name in [Guid::from_u128(1).to_string(), "of-another-kind".to_owned()] {
        let key = format!("seatwork/s/{name}");
        let tab = check_frozen(&with_text(&storage, &key, Some(&newer("?"))));
        assert!(tab.workspace == whole);
    }
}

#[test]
fn what_is_damaged_stays_too_because_the_later_version_may_be_able_to_read_it() {
    let (storage, _) = with_records();
    let damaged = with_text(&storage, &record_key(2), Some("damaged"));
    let tab = check_frozen(&with_text(&damaged, &record_key(9), Some(&newer("?"))));
    let left = Finding::LeftInPlace { key: record_key(2) };
    assert!(tab.findings.contains(&left) && tab.findings.contains(&Finding::Missing(3)));
}

#[test]
fn records_over_a_newer_snapshot_may_not_fit_and_stay() {
    let (storage, whole) = with_records();
    let mut tab = Tab::open(&storage);
    tab.compact();
    tab.rename("Lanterna", super::JO, "Somebody")
        .expect("it is stored");
    let key = snapshot_key(find_customer(&whole, "Lanterna"));
    check_frozen(&with_text(&storage, &key, Some(&newer("?"))));
}

#[test]
fn a_newer_origin_keeps_the_workspace_closed_and_untouched() {
    let (storage, _) = with_records();
    let unknown_sample = envelope::seal(UNKNOWN_SAMPLE);
    for text in [newer("?"), unknown_sample] {
        for keys in [&[ORIGIN][..], &[COPY], &[ORIGIN, COPY]] {
            let storage = keys
                .iter()
                .fold(MemoryStorage::with(storage.texts()), |storage, key| {
                    with_text(&storage, key, Some(&text))
                });
            let texts = storage.texts();
            assert_eq!(
                Tab::try_open(&storage, at(1)).err(),
                Some(OpenError::NewerVersion)
            );
            assert_eq!(storage.texts(), texts);
        }
    }
}

#[test]
fn a_snapshot_over_an_unknown_sample_is_newer() {
    let (storage, whole) = with_records();
    Tab::open(&storage).compact();
    let key = snapshot_key(find_customer(&whole, "Café"));
    let text = envelope::seal(&format!("{{\"origin\":{UNKNOWN_SAMPLE},\"highest\":6}}"));
    check_frozen(&with_text(&storage, &key, Some(&text)));
}

#[test]
fn an_open_tab_stops_writing_when_a_later_version_has_come() {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    tab.create("Café", "a").expect("it is stored");
    storage
        .set(&record_key(2), &newer("?"))
        .expect("there is room");
    let (before, texts) = (tab.workspace.clone(), storage.texts());
    for _ in 0..2 {
        assert_eq!(tab.create("Café", "b").err(), Some(NotSaved::NewerVersion));
    }
    assert!(tab.journal.is_frozen());
    tab.journal
        .compact(&tab.workspace)
        .expect("there is nothing to do");
    assert!(tab.workspace == before);
    assert_eq!(storage.texts(), texts);
    let change = crate::support::decided(
        &before,
        &crate::support::creation(
            find_customer(&before, "Café"),
            "c",
            seatwork::domain::Licenses::default(),
        ),
        at(9),
    );
    let change = change.expect("it is allowed").change;
    assert_eq!(
        tab.journal.append(&change, &before),
        Err(NotSaved::NewerVersion)
    );
}
