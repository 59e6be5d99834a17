//! An exercise, one file for each.

use serde::{Deserialize, Serialize};

use super::goal::Goal;
use super::instruction::Instruction;
use super::pointing::Bilingual;
use crate::domain::{PartnerRole, coded};

/// A story with goals, and all that it takes to check them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// The name of the exercise in its course and in addresses.
    pub id: String,
    pub title: Bilingual,
    pub story: Bilingual,
    /// How long it takes somebody who does it for the first time.
    pub minutes: u16,
    /// The role of the trainee at the start.
    #[serde(default)]
    pub role: PartnerRole,
    /// What has been done before the trainee begins, on the sample workspace.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub start: Vec<Instruction>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<Attachment>,
    pub goals: Vec<Goal>,
    /// One right way.
    pub solution: Vec<Instruction>,
    /// What to try afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Bilingual>,
}

/// A file that an exercise brings along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    pub name: String,
    #[serde(default)]
    pub encoding: FileEncoding,
    pub lines: Vec<String>,
}

coded! {
    /// How the text of a file becomes bytes.
    #[derive(Default, Serialize, Deserialize)]
    #[serde(try_from = "String", into = "&'static str")]
    pub enum FileEncoding {
        /// With a byte order mark.
        #[default]
        Utf8 = "utf-8",
        /// As Excel saves CSV in western Europe.
        Windows1252 = "windows-1252",
    }
}

impl Exercise {
    /// Returns how many changes the reference solution takes.
    pub fn solution_changes(&self) -> usize {
        let changes = self.solution.iter();
        changes.filter(|instruction| !instruction.is_act()).count()
    }
}

impl Attachment {
    /// Returns the file's content, or `None` if the encoding does not have a character of it.
    pub fn bytes(&self) -> Option<Vec<u8>> {
        let text: String = self
            .lines
            .iter()
            .flat_map(|line| [line.as_str(), "\r\n"])
            .collect();
        match self.encoding {
            FileEncoding::Utf8 => Some(["\u{feff}", &text].concat().into_bytes()),
            FileEncoding::Windows1252 => text.chars().map(windows_1252).collect(),
        }
    }
}

/// Returns the byte of a character in Windows-1252, as far as courses need it: ASCII, western
/// European letters, and the euro sign.
fn windows_1252(c: char) -> Option<u8> {
    match c {
        '€' => Some(0x80),
        '\0'..='\u{7f}' | '\u{a0}'..='\u{ff}' => u8::try_from(u32::from(c)).ok(),
        _ => None,
    }
}
