//! The documented procedures, one file for each.

use serde::Deserialize;

use super::pointing::{Bilingual, Place, Target};
use crate::domain::coded;

coded! {
    /// A documented procedure. Its name is that of its file, and stands in addresses.
    pub enum ProcedureId {
        Create = "create",
        /// Several users, one after the other.
        Several = "several",
        Licenses = "licenses",
        Reset = "reset",
        Delete = "delete",
        Restore = "restore",
        Upload = "upload",
        /// Licenses for many users.
        Assign = "assign",
    }
}

/// A procedure: what it is for, and its steps.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    pub title: Bilingual,
    pub page: OfficialPage,
    /// The screens on which it is offered first.
    pub on: Vec<Place>,
    pub steps: Vec<Step>,
}

/// The page of Microsoft's documentation on which a procedure is described.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficialPage {
    pub title: Bilingual,
    /// The last part of its address.
    pub path: String,
}

/// A step of a procedure, and the control at which it is done.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub text: Bilingual,
    /// A remark for those who get stuck here.
    #[serde(default)]
    pub note: Option<Bilingual>,
    pub show: Target,
}

impl ProcedureId {
    const fn file(self) -> &'static str {
        match self {
            Self::Create => include_str!("procedures/create.json"),
            Self::Several => include_str!("procedures/several.json"),
            Self::Licenses => include_str!("procedures/licenses.json"),
            Self::Reset => include_str!("procedures/reset.json"),
            Self::Delete => include_str!("procedures/delete.json"),
            Self::Restore => include_str!("procedures/restore.json"),
            Self::Upload => include_str!("procedures/upload.json"),
            Self::Assign => include_str!("procedures/assign.json"),
        }
    }

    /// Reads the procedure from its file, which is part of the program.
    ///
    /// # Errors
    /// Where the file is not a procedure. A test reads each of them.
    pub fn read(self) -> serde_json::Result<Procedure> {
        serde_json::from_str(self.file())
    }
}

impl OfficialPage {
    /// Returns the page's address.
    pub fn address(&self) -> String {
        format!("https://learn.microsoft.com/partner-center/{}", self.path)
    }
}

impl Procedure {
    /// Returns the number, from 1, of the first step on this screen.
    pub fn first_step_on(&self, place: Place) -> Option<usize> {
        let at = self.steps.iter().position(|step| step.show.on == place)?;
        Some(at + 1)
    }
}
