//! Pseudorandom numbers that are the same everywhere.

use crate::domain::{Guid, NoRandomness, Random};

/// SplitMix64 (Steele, Lea and Flood, 2014): small and fast. Not for secrets.
#[derive(Clone)]
pub struct SplitMix(u64);

const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

const fn mixed(state: u64) -> u64 {
    let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

impl SplitMix {
    /// Creates the generator of this seed. The seed is mixed first, because seeds that are whole
    /// steps apart would give the same numbers, shifted, and with them the same identifiers.
    pub const fn seeded(seed: u64) -> Self {
        Self(mixed(seed.wrapping_mul(STEP)))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mixed(self.0)
    }

    /// Draws a number below the limit, or 0 if the limit is 0. The bias does not matter here.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit).unwrap_or(u64::MAX);
        usize::try_from(self.next().checked_rem(limit).unwrap_or(0)).unwrap_or(0)
    }

    /// Returns `true` once in `many` times.
    pub(super) fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        from.get(self.below(from.len())).copied()
    }

    pub(super) fn guid(&mut self) -> Guid {
        let bits = u128::from(self.next()) << 64 | u128::from(self.next());
        Guid::from_random(bits.to_be_bytes())
    }

    pub(super) fn shuffle<T>(&mut self, all: &mut [T]) {
        for at in (1..all.len()).rev() {
            let other = self.below(at.saturating_add(1));
            all.swap(at, other);
        }
    }
}

impl Random for SplitMix {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        for byte in bytes {
            let [first, ..] = self.next().to_be_bytes();
            *byte = first;
        }
        Ok(())
    }
}
