//! Shares of users.

/// How many users something is true of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Share {
    /// None, or there are no users.
    #[default]
    None,
    Some,
    All,
}

impl Share {
    /// Returns the share of `part` in `whole`.
    pub const fn of(part: u32, whole: u32) -> Self {
        match part {
            0 => Self::None,
            part if part < whole => Self::Some,
            _ => Self::All,
        }
    }

    /// Returns the state of a check box for all users: checked, clear or, as `None`, mixed.
    pub const fn checked(self) -> Option<bool> {
        match self {
            Self::None => Some(false),
            Self::Some => None,
            Self::All => Some(true),
        }
    }

    /// Returns the choice after a press on a check box for all users, given the choice before it,
    /// of which `None` changes nothing.
    ///
    /// Mixed becomes checked, then clear, then mixed again. Checked and clear toggle.
    pub const fn next(self, chosen: Option<bool>) -> Option<bool> {
        match (self, chosen) {
            (Self::All, None) | (Self::Some, Some(true)) => Some(false),
            (Self::None | Self::Some, None) => Some(true),
            _ => None,
        }
    }
}
