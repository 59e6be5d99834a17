//! Temporary passwords: their form, their distribution, and what happens without good randomness.

use std::collections::BTreeMap;

use seatwork::domain::{Credential, Decision, NoRandomness, Random, TemporaryPassword};

use crate::support::{Numbers, Script};

const UPPER: &str = "ABCDEFGHJKLMNPQRSTUVWXYZ";
const LOWER: &str = "abcdefghijkmnpqrstuvwxyz";
const DIGITS: &str = "23456789";
const SYMBOLS: &str = "!#$%&*?";
const KINDS: [&str; 4] = [UPPER, LOWER, DIGITS, SYMBOLS];
const MANY: usize = 20_000;

fn draw_password(random: &mut dyn Random) -> String {
    let password = TemporaryPassword::generate(random).expect("there is randomness");
    password.reveal().to_owned()
}

/// Draws many passwords from one source.
fn draw_many() -> Vec<String> {
    let mut random = Numbers::seeded(4);
    (0..MANY).map(|_| draw_password(&mut random)).collect()
}

fn kind_of(c: char) -> usize {
    KINDS
        .iter()
        .position(|kind| kind.contains(c))
        .unwrap_or_else(|| panic!("{c} is of no kind"))
}

#[test]
fn a_password_has_12_characters_and_each_kind_of_them() {
    for password in draw_many() {
        assert_eq!(password.chars().count(), 12, "{password}");
        for kind in KINDS {
            assert!(password.contains(|c| kind.contains(c)), "{password}");
        }
    }
}

#[test]
fn no_character_looks_like_another_or_begins_a_formula() {
    let used: String = draw_many().concat();
    for c in "0Oo1lI|`'\".,:;=+-@\t\r ".chars() {
        assert!(!used.contains(c), "{c:?}");
    }
    assert!(used.is_ascii());
}

#[test]
fn no_two_passwords_are_the_same() {
    let mut all = draw_many();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), MANY);
}

/// Four characters are drawn from one kind each, eight from all of them.
#[test]
fn every_character_comes_with_its_share() {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    for c in draw_many().concat().chars() {
        *counts.entry(c).or_default() += 1;
    }
    let all: usize = KINDS.iter().map(|kind| kind.len()).sum();
    assert_eq!(counts.len(), all, "every character comes");
    for (c, count) in counts {
        let kind = KINDS[kind_of(c)].len() as f64;
        let expected = MANY as f64 * (1.0 / kind + 8.0 / all as f64);
        // Over five standard deviations for the rarest of them.
        let off = (count as f64 - expected).abs() / expected;
        assert!(off < 0.08, "{c}: {count} instead of {expected}");
    }
}

#[test]
fn every_kind_stands_at_every_place_equally_often() {
    let mut counts = [[0_usize; 12]; 4];
    for password in draw_many() {
        for (at, c) in password.chars().enumerate() {
            counts[kind_of(c)][at] += 1;
        }
    }
    for (kind, places) in counts.iter().enumerate() {
        let mean = places.iter().sum::<usize>() as f64 / 12.0;
        for (at, count) in places.iter().enumerate() {
            let off = (*count as f64 - mean).abs() / mean;
            assert!(
                off < 0.08,
                "kind {kind} at place {at}: {count} instead of {mean}"
            );
        }
    }
}

/// A source of one byte forever, or of one other byte first.
struct Constant {
    first: Vec<u8>,
    then: u8,
    given: usize,
}

impl Random for Constant {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        for byte in bytes {
            *byte = self.first.pop().unwrap_or(self.then);
            self.given += 1;
        }
        Ok(())
    }
}

#[test]
fn bytes_that_would_favour_some_characters_are_drawn_again() {
    // 240 is the last whole multiple of 24 letters in 256: bytes from there on are drawn again.
    let from = |first: &[u8]| {
        let mut source = Constant {
            first: first.iter().rev().copied().collect(),
            then: 0,
            given: 0,
        };
        (draw_password(&mut source), source.given)
    };
    let (plain, given) = from(&[]);
    assert_eq!(
        given, 23,
        "one byte for each of 12 characters and 11 exchanges"
    );
    for rejected in [240, 247, 255] {
        assert_eq!(from(&[rejected]), (plain.clone(), given + 1), "{rejected}");
        assert_eq!(
            from(&[rejected, rejected]),
            (plain.clone(), given + 2),
            "{rejected}"
        );
    }
    let (last, given) = from(&[239]);
    assert_eq!(given, 23);
    assert!(last.contains('Z') && !plain.contains('Z'), "{last} {plain}");
}

#[test]
fn a_source_that_is_stuck_ends_in_an_answer() {
    for byte in 0..=255 {
        let mut source = Constant {
            first: Vec::new(),
            then: byte,
            given: 0,
        };
        let result = TemporaryPassword::generate(&mut source);
        assert!(source.given < 2_000, "{byte}");
        match result {
            Ok(password) => assert_eq!(password.reveal().len(), 12),
            Err(NoRandomness) => assert!(byte >= 128, "{byte} is below every limit"),
        }
    }
}

#[test]
fn a_source_that_fails_gives_no_password() {
    for bytes in 0..23 {
        assert_eq!(
            TemporaryPassword::generate(&mut Script(vec![7; bytes])),
            Err(NoRandomness),
            "{bytes}"
        );
    }
    assert!(TemporaryPassword::generate(&mut Script(vec![7; 23])).is_ok());
}

#[test]
fn a_password_prints_as_dots() {
    let password =
        TemporaryPassword::generate(&mut Numbers::seeded(1)).expect("there is randomness");
    assert_eq!(
        format!("{password:?} {:#?}", Some(&password)),
        "••• Some(\n    •••,\n)"
    );
    assert_eq!(password.clone().reveal(), password.reveal());
}

/// Has two implementations for a type that can be serialized, so that the compiler cannot tell
/// which one is meant.
trait HasNoSerializedForm<A> {
    fn check() {}
}

impl<T: ?Sized> HasNoSerializedForm<()> for T {}
impl<T: ?Sized + serde::Serialize> HasNoSerializedForm<u8> for T {}

#[test]
fn passwords_have_no_serialized_form() {
    <TemporaryPassword as HasNoSerializedForm<_>>::check();
    <Credential as HasNoSerializedForm<_>>::check();
    <Decision as HasNoSerializedForm<_>>::check();
}
