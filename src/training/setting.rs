//! The workspace in which an exercise begins, and the one in which its reference solution ends.

use chrono::TimeDelta;

use super::exercise::Exercise;
use super::stage::{Played, Stage, Stuck};
use crate::domain::sample::{self, Edition, SplitMix};
use crate::domain::{Moment, PartnerRole, PartnerUser, Workspace};

/// The sample that exercises begin with.
pub const SAMPLE: Edition = Edition::Small;

/// Identifiers are the same in every attempt. The numbers only have to differ.
const SEED_OF_START: u64 = 1_601;
const SEED_OF_SOLUTION: u64 = 1_602;

/// A workspace, and what was done to it.
pub struct Setting {
    pub workspace: Workspace,
    pub played: Played,
}

impl Exercise {
    /// Prepares the workspace in which an attempt begins at this moment. What has been done before
    /// was done by a colleague.
    ///
    /// # Errors
    /// When an instruction cannot be carried out: its number, from 0, and why.
    pub fn begin(&self, clock: Moment) -> Result<Setting, (usize, Stuck)> {
        let mut stage = Stage {
            workspace: sample::workspace(SAMPLE, clock),
            clock,
            actor: PartnerUser {
                name: "Kim Larsson".to_owned(),
                role: PartnerRole::AdminAgent,
            },
            random: SplitMix::seeded(SEED_OF_START),
        };
        let played = stage.play_all(&self.start)?;
        let workspace = stage.workspace;
        Ok(Setting { workspace, played })
    }

    /// Returns the stage on which the reference solution is carried out.
    pub(super) fn stage(&self, workspace: Workspace, clock: Moment) -> Stage {
        Stage {
            workspace,
            // Later than the start, so that what is set anew can be told from what was there.
            clock: clock + TimeDelta::seconds(1),
            actor: PartnerUser {
                name: String::new(),
                role: self.role,
            },
            random: SplitMix::seeded(SEED_OF_SOLUTION),
        }
    }

    /// Returns the workspace after the reference solution, or the one at the start where that cannot
    /// be carried out, and nothing where not even that can be prepared.
    pub fn end(&self, clock: Moment) -> Option<Workspace> {
        let start = self.begin(clock).ok()?.workspace;
        let solved = self.solve(start.clone(), clock);
        Some(solved.map_or(start, |solved| solved.workspace))
    }

    /// Carries out the reference solution in the workspace in which an attempt has begun.
    ///
    /// # Errors
    /// When an instruction cannot be carried out: its number, from 0, and why.
    pub fn solve(&self, start: Workspace, clock: Moment) -> Result<Setting, (usize, Stuck)> {
        let mut stage = self.stage(start, clock);
        let played = stage.play_all(&self.solution)?;
        let workspace = stage.workspace;
        Ok(Setting { workspace, played })
    }
}
