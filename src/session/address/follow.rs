//! Which procedure is followed beside the work, and at which step: `restore.3`.

use std::fmt;

use crate::training::ProcedureId;

/// What the documentation beside the work shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follow {
    /// All procedures, to choose one.
    All,
    /// A step, from 1. It may be beyond the last.
    Step(ProcedureId, usize),
}

/// The name of the choice among all procedures.
const ALL: &str = "all";

impl Follow {
    /// Parses a procedure and a step; a procedure alone is at its first step.
    pub(super) fn parse(text: &str) -> Option<Self> {
        if text == ALL {
            return Some(Self::All);
        }
        let (procedure, step) = text.split_once('.').unwrap_or((text, "1"));
        let step = step.parse::<usize>().unwrap_or(1).max(1);
        ProcedureId::from_code(procedure).map(|procedure| Self::Step(procedure, step))
    }
}

impl fmt::Display for Follow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str(ALL),
            Self::Step(procedure, step) => write!(f, "{}.{step}", procedure.code()),
        }
    }
}
