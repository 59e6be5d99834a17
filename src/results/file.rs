//! The file that a trainee exports.

use chrono::serde::ts_milliseconds;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::domain::Moment;
use crate::journal::{AttemptId, envelope};
use crate::training::Attempt;

/// The most bytes of a file that is read.
pub const RESULTS_LIMIT: u64 = 16 * 1024 * 1024;

/// The most characters of a trainee's name.
pub const NAME_LIMIT: usize = 80;

const FORMAT: &str = "seatwork-results";
const VERSION: u32 = 1;

/// What a trainee has come to in a course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResultFile {
    /// The trainee's name, as typed.
    pub name: String,
    /// When the file was made, by the browser's clock.
    #[serde(with = "ts_milliseconds")]
    pub made: Moment,
    pub attempts: Vec<FiledAttempt>,
}

/// An attempt with everything that was done in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FiledAttempt {
    /// The name of the attempt where it was made.
    pub id: AttemptId,
    pub attempt: Attempt,
    /// The stored origin of its workspace.
    pub origin: String,
    /// The stored records of its changes, from the first one on.
    pub records: Vec<String>,
}

/// The file, with what is in it apart from its frame.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Framed<C, S> {
    format: String,
    version: u32,
    /// CRC-32 of content and statements. It tells that the file was changed, not by whom.
    checksum: String,
    content: C,
    /// The same as statements of the Experience API, for learning record stores.
    statements: S,
}

/// What is read first: a later version may have added to the rest.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

/// Why a file has no results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadResults {
    /// The file is longer than [`RESULTS_LIMIT`].
    TooLarge,
    /// It is something else.
    Foreign,
    /// It ends too early.
    CutOff,
    /// It was changed so that it cannot be read any more.
    Damaged,
    /// A later version of the program has made it.
    Newer,
}

impl ResultFile {
    /// Returns the content of the file, with its [`statements`](super::statements).
    ///
    /// # Errors
    /// When a part of it has no JSON.
    pub fn write(&self, statements: &impl Serialize) -> serde_json::Result<String> {
        let statements = serde_json::to_value(statements)?;
        serde_json::to_string(&Framed {
            format: FORMAT.to_owned(),
            version: VERSION,
            checksum: self.checksum(&statements)?,
            content: self,
            statements,
        })
    }

    /// Reads the content of a file. Returns whether it is as it was written, too.
    ///
    /// # Errors
    /// When it has no results, or such that cannot be read.
    pub fn read(text: &str) -> Result<(Self, bool), BadResults> {
        if u64::try_from(text.len()).unwrap_or(u64::MAX) > RESULTS_LIMIT {
            return Err(BadResults::TooLarge);
        }
        let bad = |error: serde_json::Error| match (text.contains(FORMAT), error.is_eof()) {
            (false, _) => BadResults::Foreign,
            (true, true) => BadResults::CutOff,
            (true, false) => BadResults::Damaged,
        };
        let head: Head = serde_json::from_str(text).map_err(bad)?;
        if head.format != FORMAT {
            return Err(BadResults::Foreign);
        }
        if head.version > VERSION {
            return Err(BadResults::Newer);
        }
        let file: Framed<Self, Value> =
            serde_json::from_str(text).map_err(|_| BadResults::Damaged)?;
        let checksum = file.content.checksum(&file.statements);
        let is_unchanged = checksum.is_ok_and(|checksum| checksum == file.checksum);
        Ok((file.content, is_unchanged))
    }

    /// Returns the name for the file, such as `seatwork-results-Zoë-Lee-2026-11-27.json`.
    pub fn file_name(&self) -> String {
        let is_part = |c: char| c.is_alphanumeric();
        let parts = self.name.split(|c: char| !is_part(c));
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        let name: String = parts.join("-").chars().take(NAME_LIMIT).collect();
        format!("seatwork-results-{name}-{}.json", self.made.date_naive())
    }

    /// Returns the checksum. Blanks between the values and the order of fields do not count.
    fn checksum(&self, statements: &Value) -> serde_json::Result<String> {
        let content = serde_json::to_string(self)?;
        let sealed = envelope::seal(&format!("{content}\n{statements}"));
        Ok(format!("{:08x}", envelope::checksum_of(&sealed)))
    }
}
