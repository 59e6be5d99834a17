//! What a decision needs besides the workspace and the command.

use crate::domain::{Moment, PartnerUser, Random};

/// What a decision needs from outside the workspace.
pub struct Context<'a> {
    /// The time now.
    pub now: Moment,
    pub actor: &'a PartnerUser,
    /// Where identifiers and passwords come from.
    pub random: &'a mut dyn Random,
}
