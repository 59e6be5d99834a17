//! A mistake, as data.

use super::name::Name;
use crate::training::stage::Stuck;

/// One mistake in a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Where it is, as a JSON path such as `$.goals[0].check.licenses[1]`.
    pub path: String,
    pub kind: MistakeKind,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MistakeKind {
    /// The text is no JSON, from this line and column on.
    NotJson {
        line: usize,
        column: usize,
    },
    NotAnObject,
    NotAList,
    NotAText,
    /// Neither true nor false.
    NotAFlag,
    /// Not a whole number from `least` to `most`.
    NotANumber {
        least: i64,
        most: i64,
    },
    /// A list that does not have this many texts.
    WrongLength {
        expected: usize,
    },
    /// A list that has more than this many items.
    TooMany {
        most: usize,
    },
    MissingField(&'static str),
    UnknownField {
        name: String,
        suggestion: Option<&'static str>,
    },
    /// Too many checks inside each other.
    TooDeep,
    /// None of the fields that say of which kind a check or an instruction is.
    NoKind,
    UnknownName {
        what: Name,
        name: String,
        suggestion: Option<String>,
    },
    /// The fields do not go together.
    Inconsistent(String),
    /// Another goal or exercise before has the same name.
    DoubledName(String),
    /// The goal is not one before the present one.
    NotAGoalBefore {
        name: String,
        suggestion: Option<String>,
    },
    /// The instruction cannot be carried out.
    Stuck(Stuck),
    /// The goal is reached before anything was done.
    TrueFromTheStart,
    /// The goal is not reached by the reference solution.
    NotReached,
}

impl MistakeKind {
    /// Returns the mistake of this kind at a place.
    pub(super) fn at(self, path: &str) -> Mistake {
        Mistake {
            path: path.to_owned(),
            kind: self,
        }
    }
}
