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
        E1 = "1", E2 = "2", E3 = "3", E4 = "4", E5 = "5", E6 = "6", E7 = "7", E8 = "8", E9 =
        "9", E10 = "10", E11 = "11", E12 = "12", E13 = "13", E14 = "14", E15 = "15", E16 = "16",
        E17 = "17", E18 = "18", E19 = "19", E20 = "20", E21 = "21", E22 = "22", E23 = "23", E24
        = "24", E25 = "25", E26 = "26", E27 = "27", E28 = "28", E29 = "29", E30 = "30", E31 =
        "31", E32 = "32", E33 = "33", E34 = "34", E35 = "35", E36 = "36", E37 = "37", E38 =
        "38", E39 = "39", E40 = "40", E41 = "41", E42 = "42", E43 = "43", E44 = "44", E45 =
        "45", E46 = "46", E47 = "47", E48 = "48", E49 = "49", E50 = "50", E51 = "51", E52 =
        "52", E53 = "53", E54 = "54", E55 = "55", E56 = "56", E57 = "57", E58 = "58", E59 =
        "59", E60 = "60", E61 = "61", E62 = "62", E63 = "63", E64 = "64", E65 = "65", E66 =
        "66", E67 = "67", E68 = "68", E69 = "69", E70 = "70", E71 = "71", E72 = "72", E73 =
        "73", E74 = "74", E75 = "75", E76 = "76", E77 = "77", E78 = "78", E79 = "79", E80 =
        "80", E81 = "81", E82 = "82", E83 = "83", E84 = "84", E85 = "85", E86 = "86", E87 =
        "87", E88 = "88", E89 = "89", E90 = "90", E91 = "91", E92 = "92", E93 = "93", E94 =
        "94", E95 = "95", E96 = "96", E97 = "97", E98 = "98", E99 = "99",
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
