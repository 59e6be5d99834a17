//! Which workspace a view is of, as it stands in an address before the view.

use std::fmt;

use super::route::Route;
use crate::journal::AttemptId;

/// What the addresses of attempts begin with, after the `#`.
const ATTEMPT: &str = "/exercise/";
/// What the addresses of replays begin with, after the `#`.
const REPLAY: &str = "/replay/";

/// A workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// The person's own.
    #[default]
    Own,
    /// That of an attempt at an exercise.
    Attempt(AttemptId),
    /// That of an attempt, as it was after so many steps, which links leave open: they stay at the
    /// step that is shown. It cannot be changed.
    Replay(AttemptId, Option<usize>),
}

impl Scope {
    /// Returns the attempt that goes on here.
    pub const fn attempt(self) -> Option<AttemptId> {
        match self {
            Self::Attempt(id) => Some(id),
            Self::Own | Self::Replay(..) => None,
        }
    }

    /// Returns the attempt that is shown again.
    pub const fn replayed(self) -> Option<AttemptId> {
        match self {
            Self::Replay(id, _) => Some(id),
            Self::Own | Self::Attempt(_) => None,
        }
    }

    /// Returns whether nothing can be changed.
    pub const fn is_read_only(self) -> bool {
        self.replayed().is_some()
    }

    /// Returns the workspace in which this view is shown.
    #[must_use]
    pub fn around(self, route: &Route) -> Self {
        match route.is_outside_attempts() {
            true => Self::Own,
            false => self,
        }
    }

    /// Returns the same workspace in a state that is left open.
    #[must_use]
    pub const fn without_state(self) -> Self {
        match self {
            Self::Replay(id, _) => Self::Replay(id, None),
            other => other,
        }
    }

    /// Returns the workspace in the state that is shown, or that of the beginning, if it is left
    /// open.
    #[must_use]
    pub fn resolved(self, shown: Self) -> Self {
        match (self, shown) {
            (Self::Replay(id, None), Self::Replay(other, state)) if id == other => {
                Self::Replay(id, state)
            }
            (Self::Replay(id, None), _) => Self::Replay(id, Some(0)),
            (other, _) => other,
        }
    }

    /// Splits the path of an address into workspace and view.
    pub(super) fn split(path: &str) -> (Self, &str) {
        let found = after(path, ATTEMPT).map(|(id, rest)| (Self::Attempt(id), rest));
        let found = found.or_else(|| {
            let (id, rest) = after(path, REPLAY)?;
            let state = || {
                let rest = rest.strip_prefix('/')?;
                let end = rest.find('/').unwrap_or(rest.len());
                let (state, rest) = rest.split_at_checked(end)?;
                Some((state.parse().ok()?, rest))
            };
            Some(
                state().map_or((Self::Replay(id, None), rest), |(state, rest)| {
                    (Self::Replay(id, Some(state)), rest)
                }),
            )
        });
        found.unwrap_or((Self::Own, path))
    }
}

/// Returns the attempt that is named after this prefix, and the rest of the path.
fn after<'a>(path: &'a str, prefix: &str) -> Option<(AttemptId, &'a str)> {
    let rest = path.strip_prefix(prefix)?;
    let end = rest.find('/').unwrap_or(rest.len());
    let (name, rest) = rest.split_at_checked(end)?;
    Some((AttemptId::parse(name)?, rest))
}

impl From<Option<AttemptId>> for Scope {
    fn from(attempt: Option<AttemptId>) -> Self {
        attempt.map_or(Self::Own, Self::Attempt)
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Own => Ok(()),
            Self::Attempt(id) => write!(f, "{ATTEMPT}{id}"),
            Self::Replay(id, Some(state)) => write!(f, "{REPLAY}{id}/{state}"),
            Self::Replay(id, None) => write!(f, "{REPLAY}{id}"),
        }
    }
}
