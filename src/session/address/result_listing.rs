//! What the table of a class's results shows, as the query of an address.

use super::listing::{Column, Filter};
use crate::domain::coded;

coded! {
    /// Columns of the results of a class. From the sixth on, each is an exercise of the course.
    #[derive(Default)]
    pub enum ResultColumn {
        #[default]
        Trainee = "trainee",
        Done = "done",
        Time = "time",
        Hints = "hints",
        Detours = "differences",
        E1 = "1", E2 = "2", E3 = "3", E4 = "4", E5 = "5", E6 = "6", E7 = "7", E8 = "8",
        E9 = "9", E10 = "10", E11 = "11", E12 = "12", E13 = "13", E14 = "14", E15 = "15",
        E16 = "16", E17 = "17", E18 = "18", E19 = "19", E20 = "20", E21 = "21", E22 = "22",
        E23 = "23", E24 = "24", E25 = "25", E26 = "26", E27 = "27", E28 = "28", E29 = "29",
        E30 = "30", E31 = "31", E32 = "32", E33 = "33", E34 = "34", E35 = "35", E36 = "36",
        E37 = "37", E38 = "38", E39 = "39", E40 = "40",
    }
}

/// How many columns there are before those of the exercises.
const TOTALS: usize = 5;

impl ResultColumn {
    /// Returns the column of the exercise at this place of its course. A course with more exercises
    /// than columns cannot be sorted by the last ones.
    pub fn of_exercise(place: usize) -> Option<Self> {
        Self::ALL.get(place.checked_add(TOTALS)?).copied()
    }

    /// Returns the place of the exercise.
    pub fn exercise(self) -> Option<usize> {
        (self as usize).checked_sub(TOTALS)
    }
}

impl Column for ResultColumn {
    type Filter = ShownCourse;
}

/// Which of the courses is shown, from 0. The default is the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ShownCourse(pub u8);

impl Filter for ShownCourse {
    fn code(self) -> Option<String> {
        (self.0 > 0).then(|| self.0.saturating_add(1).to_string())
    }

    fn from_code(code: &str) -> Self {
        let number = code.parse::<u8>().unwrap_or(1);
        Self(number.saturating_sub(1).min(u8::MAX - 1))
    }
}
