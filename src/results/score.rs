//! A score: the share of goals that were reached.

/// How many goals were reached, of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    pub reached: usize,
    pub goals: usize,
}

impl Score {
    /// Returns the share, from 0 to 1; 0 where there are no goals.
    pub fn share(self) -> f64 {
        if self.goals == 0 {
            return 0.0;
        }
        let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        number(self.reached) / number(self.goals)
    }

    /// Returns the share in percent, rounded down so that only all of the goals are 100.
    pub fn percent(self) -> u8 {
        let percent = (self.reached * 100).checked_div(self.goals).unwrap_or(0);
        u8::try_from(percent).unwrap_or(100)
    }

    /// Returns whether every goal was reached.
    pub const fn is_full(self) -> bool {
        self.goals > 0 && self.reached == self.goals
    }
}
