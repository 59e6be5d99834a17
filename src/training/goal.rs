//! What an exercise wants reached.

use serde::{Deserialize, Serialize};

use super::check::Check;
use super::pointing::{Bilingual, Target};
use super::written::is_false;

/// One thing to be reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// The name of the goal in its exercise.
    pub id: String,
    pub text: Bilingual,
    pub check: Check,
    /// Whether it stays reached when the check is no longer true.
    #[serde(default, skip_serializing_if = "is_false")]
    pub once: bool,
    /// From a nudge to how exactly it is done.
    pub hints: Vec<Hint>,
}

/// Help on the way to a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hint {
    pub text: Bilingual,
    /// The control to be pointed at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show: Option<Target>,
}
