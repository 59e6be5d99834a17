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

    /// Returns the step to go on with when another screen is shown: the present one if it is done
    /// there, or else the nearest one of that screen, if there is any. `is_here` tells whether the
    /// screen has a place.
    pub fn step_on_screen(&self, present: usize, is_here: impl Fn(Place) -> bool) -> usize {
        let is_menu = |place| matches!(place, Place::Menu | Place::CustomerMenu);
        let stays = |step: &Step| step.show.on != Place::Menu && is_here(step.show.on);
        let is_of_screen = |step: &Step| !is_menu(step.show.on) && is_here(step.show.on);
        match self.steps.get(present.saturating_sub(1)) {
            Some(step) if stays(step) => present,
            _ => self.nearest(present, is_of_screen).unwrap_or(present),
        }
    }

    /// Returns the step that is done at a control: of several the nearest one that is not done yet.
    /// Only what is pressed leads back to a step that is done. `is_at` tells whether it is the
    /// control of a step.
    pub fn step_at(&self, present: usize, is_at: impl Fn(&Target) -> bool) -> Option<usize> {
        let found = self.nearest(present, |step| is_at(&step.show))?;
        let step = self.steps.get(found.checked_sub(1)?)?;
        (found >= present || step.show.role.is_pressed()).then_some(found)
    }

    /// Returns the number of the first such step from the present one on, or else of the last one
    /// before it.
    fn nearest(&self, present: usize, is_meant: impl Fn(&Step) -> bool) -> Option<usize> {
        let numbered = || (1..).zip(&self.steps);
        let is_meant = |(_, step): &(usize, &Step)| is_meant(step);
        let mut later = numbered().filter(|(number, _)| *number >= present);
        let earlier = numbered().filter(|(number, _)| *number < present);
        let found = later
            .find(is_meant)
            .or_else(|| earlier.filter(is_meant).last());
        found.map(|(number, _)| number)
    }
}
