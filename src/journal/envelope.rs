//! The wrapping of every stored text: `4 9f8e7d6c …` – version of the format, CRC-32 of version and content, content.
//! Later versions keep this wrapping, so that a newer text is not taken for a damaged one, nor the other way round.

use crc::{CRC_32_ISO_HDLC, Crc, Table};

/// The version of the stored form that this program writes. It reads every version up to it.
///
/// 4: users are uploaded, and that is taken back; how many users a file may have can be changed; a user who follows on the one
/// before – in a record or a snapshot – is a shorter line; the log has long uploads in short.
///
/// 3: passwords are reset, users deleted, restored and purged, the clock is advanced; an edit of a user says what was before;
/// origin and snapshots tell how far the clock is ahead; there are pieces of the activity log.
///
/// 2: licenses, subscriptions and customers change as well; snapshots tell of them. Everything of version 1 is as it was.
pub const VERSION: u32 = 4;

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
