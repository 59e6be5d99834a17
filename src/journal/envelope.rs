//! The wrapping of every stored text: `4 9f8e7d6c …` – version of the format, CRC-32 of version and content, content.
//! Later versions keep this wrapping, so that a newer text is not taken for a damaged one, nor the other way round.

use crc::{CRC_32_ISO_HDLC, Crc, Table};

/// The version of the stored form.
pub const VERSION: u32 = 1;

/// A table of 1 KB: the quicker ones are 16 KB, and our texts are short.
static CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// Why a stored text cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// Not in an envelope at all.
    NoEnvelope,
    /// The content is not what it was when it was stored.
    Checksum,
    /// The content is whole, but not what was expected here.
    Content,
    /// A later version of the program wrote it.
    Newer,
}

/// Wraps a content.
pub fn seal(content: &str) -> String {
    let version = VERSION.to_string();
    format!("{version} {} {content}", checksum(&version, content))
}

fn checksum(version: &str, content: &str) -> String {
    let mut digest = CRC.digest();
    digest.update(version.as_bytes());
    digest.update(b" ");
    digest.update(content.as_bytes());
    format!("{:08x}", digest.finalize())
}

/// The content, if it is whole and of a version that this program reads.
///
/// # Errors
/// What is wrong with it.
pub fn open(text: &str) -> Result<&str, Damage> {
    let mut parts = text.splitn(3, ' ');
    let (Some(version), Some(sum), Some(content)) = (parts.next(), parts.next(), parts.next())
    else {
        return Err(Damage::NoEnvelope);
    };
    let number: u32 = version.parse().map_err(|_| Damage::NoEnvelope)?;
    if checksum(version, content) != sum {
        return Err(Damage::Checksum);
    }
    if number > VERSION {
        Err(Damage::Newer)
    } else {
        Ok(content)
    }
}
