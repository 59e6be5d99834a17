//! The stored form of a set of user numbers, for `#[serde(with = "user_numbers")]`.
//!
//! Each number is stored as its distance from the one before it; `x` and a count follow where the
//! next ones are one apart: 1, 2, 3, 7, 9 are `1x3 4 2`. So ten thousand users in a row take a few
//! bytes, and every other one of many takes two.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};

use super::user::UserNumber;

/// More users than a change can name: a text that says so was not written here.
const MAX_USERS: usize = 1_000_000;

/// Serializes the numbers as a text.
pub fn serialize<S: Serializer>(
    numbers: &BTreeSet<UserNumber>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&write(numbers))
}

/// Deserializes the numbers from a text.
pub fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeSet<UserNumber>, D::Error> {
    let text = Cow::<str>::deserialize(deserializer)?;
    read(&text).ok_or_else(|| D::Error::custom("not user numbers"))
}

fn write(numbers: &BTreeSet<UserNumber>) -> String {
    let mut text = String::new();
    let (mut last, mut run) = (0, 0_u32);
    for UserNumber(number) in numbers {
        let distance = number.saturating_sub(last);
        last = *number;
        if distance == 1 && run > 0 {
            run = run.saturating_add(1);
            continue;
        }
        end_run(&mut text, run);
        if run > 0 {
            text.push(' ');
        }
        // Writing to a string does not fail.
        let _ = write!(text, "{distance}");
        run = 1;
    }
    end_run(&mut text, run);
    text
}

fn end_run(text: &mut String, run: u32) {
    if run > 1 {
        // Writing to a string does not fail.
        let _ = write!(text, "x{run}");
    }
}

fn read(text: &str) -> Option<BTreeSet<UserNumber>> {
    let mut numbers = Vec::new();
    let mut last = 0_u32;
    for part in text.split_terminator(' ') {
        let (distance, count) = part.split_once('x').unwrap_or((part, "1"));
        let distance: u32 = distance.parse().ok().filter(|distance| *distance > 0)?;
        let count: u32 = count.parse().ok().filter(|count| *count > 0)?;
        let first = last.checked_add(distance)?;
        last = first.checked_add(count.checked_sub(1)?)?;
        if numbers.len().saturating_add(usize::try_from(count).ok()?) > MAX_USERS {
            return None;
        }
        numbers.extend((first..=last).map(UserNumber));
    }
    Some(numbers.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_come_back() {
        let set = |numbers: &[u32]| numbers.iter().copied().map(UserNumber).collect();
        for (numbers, text) in [
            (set(&[]), ""),
            (set(&[1]), "1"),
            (set(&[1, 2, 3, 7, 9]), "1x3 4 2"),
            (set(&[5, 6, 8, 9, 10]), "5x2 2x3"),
            (set(&[u32::MAX - 1, u32::MAX]), "4294967294x2"),
        ] {
            assert_eq!(write(&numbers), text);
            assert_eq!(read(text), Some(numbers));
        }
        for wrong in [
            "x",
            "1x",
            "0",
            "1 0",
            "1x0",
            "4294967295 1",
            "1x4294967295",
            "1-3",
            " 1",
        ] {
            assert_eq!(read(wrong), None, "{wrong:?}");
        }
    }
}
