//! Temporary passwords: generated here, shown once, stored nowhere.

use std::fmt;

use zeroize::Zeroizing;

use super::random::{NoRandomness, Random};

/// Characters in a temporary password.
const LENGTH: usize = 12;
/// The kinds of characters of which each password has at least one, without look-alikes (`0 O o 1 l
/// I
/// |` …) and without those that begin a formula in a spreadsheet (`= + - @`).
const KINDS: [&str; 4] = [
    "ABCDEFGHJKLMNPQRSTUVWXYZ",
    "abcdefghijkmnpqrstuvwxyz",
    "23456789",
    "!#$%&*?",
];

/// A password for the first sign-in. It has no serialized form, prints as `•••`, and is wiped when
/// dropped. Only [`TemporaryPassword::reveal`] shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct TemporaryPassword(Zeroizing<String>);

impl TemporaryPassword {
    /// Generates 12 characters, with at least one upper case letter, lower case letter, digit and
    /// symbol.
    ///
    /// The first four characters are drawn out of one kind each, the others out of all kinds, each
    /// without bias; then all are shuffled.
    pub fn generate(random: &mut dyn Random) -> Result<Self, NoRandomness> {
        let mut characters = Zeroizing::new([0; LENGTH]);
        for (at, place) in characters.iter_mut().enumerate() {
            let kind = KINDS.get(at).map(std::slice::from_ref);
            *place = pick(kind.unwrap_or(&KINDS), random)?;
        }
        for at in (1..LENGTH).rev() {
            let other = below(at.saturating_add(1), random)?;
            characters.swap(at, other);
        }
        let text = std::str::from_utf8(&*characters).map_err(|_| NoRandomness)?;
        Ok(Self(Zeroizing::new(text.to_owned())))
    }

    /// Returns the password itself, for the one screen that shows it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for TemporaryPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("•••")
    }
}

/// Draws one of the characters of these kinds.
fn pick(kinds: &[&str], random: &mut dyn Random) -> Result<u8, NoRandomness> {
    let count = kinds.iter().map(|kind| kind.len()).sum();
    let mut at = below(count, random)?;
    for kind in kinds {
        match kind.as_bytes().get(at) {
            Some(character) => return Ok(*character),
            None => at = at.saturating_sub(kind.len()),
        }
    }
    Err(NoRandomness)
}

/// Draws a number below the limit (1 to 256) without bias: bytes beyond the last whole multiple of
/// the limit are drawn again.
fn below(limit: usize, random: &mut dyn Random) -> Result<usize, NoRandomness> {
    let whole = 256_usize
        .checked_rem(limit)
        .map_or(0, |rest| 256_usize.saturating_sub(rest));
    // A byte is drawn again with a chance below one half: 128 times in a row means a broken source.
    for _ in 0..128 {
        let mut byte = [0_u8; 1];
        random.fill(&mut byte)?;
        let value = usize::from(u8::from_be_bytes(byte));
        if value < whole {
            return value.checked_rem(limit).ok_or(NoRandomness);
        }
    }
    Err(NoRandomness)
}
