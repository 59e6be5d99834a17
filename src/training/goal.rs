//! What an exercise wants reached.

use serde::Deserialize;

use super::check::Check;
use super::pointing::{Bilingual, Target};

/// One thing to be reached.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// The name of the goal in its exercise.
    pub id: String,
    pub text: Bilingual,
    pub check: Check,
    /// Whether it stays reached when the check is no longer true.
    #[serde(default)]
    pub once: bool,
    /// From a nudge to how exactly it is done.
    pub hints: Vec<Hint>,
}

/// Help on the way to a goal.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hint {
    pub text: Bilingual,
    /// The control to be pointed at.
    #[serde(default)]
    pub show: Option<Target>,
}
