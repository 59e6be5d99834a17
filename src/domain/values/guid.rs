//! The identifiers of customers, users, products and subscriptions ("Microsoft ID").

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::random::{NoRandomness, Random};

/// A globally unique identifier (RFC 9562), written in lower case with hyphens.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Guid(u128);

/// The text is not a GUID of the form `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAGuid;

impl Guid {
    /// Creates the identifier with exactly these bits.
    pub const fn from_u128(bits: u128) -> Self {
        Self(bits)
    }

    /// Creates a version 4 identifier out of random bytes, of which 122 bits are kept.
    pub const fn from_random(bytes: [u8; 16]) -> Self {
        let bits = u128::from_be_bytes(bytes);
        let version = 0xf000 << 64;
        let variant = 0xc000_0000_0000_0000;
        Self(bits & !version & !variant | 0x4000 << 64 | 0x8000_0000_0000_0000)
    }

    pub fn generate(random: &mut dyn Random) -> Result<Self, NoRandomness> {
        let mut bytes = [0; 16];
        random.fill(&mut bytes)?;
        Ok(Self::from_random(bytes))
    }

    /// Returns the identifier after this one, for things that are created together: they share all
    /// groups but the last. The last group wraps around.
    pub const fn following(self) -> Self {
        self.advanced_by(1)
    }

    /// Returns the identifier that this many steps of [`Self::following`] lead to.
    pub const fn advanced_by(self, steps: u32) -> Self {
        let group = 0xffff_ffff_ffff;
        let Self(bits) = self;
        Self(bits & !group | bits.wrapping_add(steps as u128) & group)
    }
}

impl TryFrom<String> for Guid {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse().map_err(|NotAGuid| "not a GUID")
    }
}

impl From<Guid> for String {
    fn from(id: Guid) -> Self {
        id.to_string()
    }
}

impl fmt::Display for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bits = self.0;
        write!(
            f,
            "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
            bits >> 96,
            bits >> 80 & 0xffff,
            bits >> 64 & 0xffff,
            bits >> 48 & 0xffff,
            bits & 0xffff_ffff_ffff
        )
    }
}

impl fmt::Debug for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Guid {
    type Err = NotAGuid;

    fn from_str(text: &str) -> Result<Self, NotAGuid> {
        let mut groups = text.split('-');
        let mut bits = 0_u128;
        for length in [8, 4, 4, 4, 12] {
            let group = groups.next().ok_or(NotAGuid)?;
            if group.len() != length || !group.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                return Err(NotAGuid);
            }
            let value = u128::from_str_radix(group, 16).map_err(|_| NotAGuid)?;
            let width = u32::try_from(length)
                .map_err(|_| NotAGuid)?
                .saturating_mul(4);
            bits = bits.checked_shl(width).ok_or(NotAGuid)? | value;
        }
        if groups.next().is_some() {
            Err(NotAGuid)
        } else {
            Ok(Self(bits))
        }
    }
}
