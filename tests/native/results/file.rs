//! The file itself: written and read back, changed, cut off, foreign.

use proptest::prelude::*;

use seatwork::results::{BadResults, ResultFile, statements};

use super::{Played, file};
use crate::support::cases;
use crate::training::course;

fn written(name: &str) -> (ResultFile, String) {
    let solved = Played::begin("first-user", 0).solves().finishes(90);
    let file = file(name, vec![solved.filed(1)]);
    let text = file
        .write(&statements(&file, course()))
        .expect("it has JSON");
    (file, text)
}

#[test]
fn what_was_written_is_read() {
    for name in ["Zoë Ní Bhriain", "", "\"<b>'\\\u{202e}"] {
        let (file, text) = written(name);
        assert_eq!(ResultFile::read(&text), Ok((file, true)), "{name}");
    }
}

/// The stored form, which record stores and other programs read. Write it anew after a change:
///
/// ```sh
/// WRITE_STORED_FIXTURES=1 cargo test --test native results::file
/// ```
#[test]
fn the_file_is_as_it_is_stored() {
    let solved = Played::begin("first-user", 0)
        .solves()
        .takes_hints(1)
        .finishes(90);
    let half = Played::begin("free-seat", 5).does_steps(1).finishes(3_600);
    let file = file("Zoë", vec![solved.filed(1), half.filed(2)]);
    let text = file
        .write(&statements(&file, course()))
        .expect("it has JSON");
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/results/two-attempts.json"
    );
    if std::env::var_os("WRITE_STORED_FIXTURES").is_some() {
        std::fs::write(path, &text).expect("the file can be written");
    }
    let stored = std::fs::read_to_string(path).expect("the file is there");
    assert!(stored == text, "two-attempts.json differs: see above");
}

#[test]
fn laid_out_differently_it_is_the_same() {
    let (file, text) = written("Ann");
    let value: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    let pretty = serde_json::to_string_pretty(&value).expect("it has JSON");
    assert_eq!(ResultFile::read(&pretty), Ok((file, true)));
}

#[test]
fn a_changed_file_is_read_and_known_to_be_changed() {
    let (_, text) = written("Ann");
    for (from, to) in [
        (r#""name":"Ann""#, r#""name":"Bob""#),
        (r#""seconds":90"#, r#""seconds":9"#),
        (r#""success":true"#, r#""success":false"#),
        ("PT1M30S", "PT30S"),
    ] {
        assert!(text.contains(from), "{from}");
        let changed = text.replacen(from, to, 1);
        let (_, is_unchanged) = ResultFile::read(&changed).expect("it can be read");
        assert!(!is_unchanged, "{from}");
    }
}

#[test]
fn what_has_no_results_is_refused_with_the_reason() {
    let (_, text) = written("Ann");
    for (bad, reason) in [
        (String::new(), BadResults::Foreign),
        ("\u{fffd}PNG\r\n".to_owned(), BadResults::Foreign),
        ("{}".to_owned(), BadResults::Foreign),
        ("[]".to_owned(), BadResults::Foreign),
        (
            text.replace("Ann", &"A".repeat(16 * 1024 * 1024)),
            BadResults::TooLarge,
        ),
        (
            r#"{"format":"seatwork-backup","version":1}"#.to_owned(),
            BadResults::Foreign,
        ),
        (text[..text.len() / 2].to_owned(), BadResults::CutOff),
        (
            text.replace(r#""version":1,"checksum""#, r#""version":2,"checksum""#),
            BadResults::Newer,
        ),
        (text.replace("checksum", "checksun"), BadResults::Damaged),
        (
            text.replace(r#""id":"00000001""#, r#""id":"../../x""#),
            BadResults::Damaged,
        ),
        (
            text.replace(r#""attempts":["#, r#""attempts":[{},"#),
            BadResults::Damaged,
        ),
        (
            text.replacen('{', r#"{"__proto__":1,"#, 1),
            BadResults::Damaged,
        ),
    ] {
        assert_ne!(bad, text);
        assert_eq!(ResultFile::read(&bad).map(|_| ()), Err(reason), "{bad:.60}");
    }
}

proptest! {
    #![proptest_config(cases(64))]

    /// Any byte may be another one.
    #[test]
    fn no_text_makes_it_panic(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let (file, text) = written("Ann");
        let mut bytes = text.clone().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let changed = String::from_utf8_lossy(&bytes).into_owned();
        if let Ok((read, is_unchanged)) = ResultFile::read(&changed) {
            prop_assert!(!is_unchanged || read == file);
        }
    }
}
