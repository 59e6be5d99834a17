//! What a workspace is for that an author works in. An attempt in such a workspace belongs to no
//! course that one could do, but to a draft.

use crate::domain::coded;

coded! {
    /// What an author does in a workspace.
    pub enum Making {
        /// Arranges the starting state.
        Start = "start",
        /// Records the solution.
        Solution = "solution",
        /// Does the exercise as a trainee would.
        Trial = "trial",
    }
}

/// What the names of such courses begin with. No course of a file has it in its name.
const SIGN: char = '~';

impl Making {
    /// Returns the name of the course that attempts of this kind belong to.
    pub fn course(self, draft: &str) -> String {
        format!("{SIGN}{}{SIGN}{draft}", self.code())
    }

    /// Returns what attempts at this course are for, and the name of the draft; `None` of a course
    /// that one can do.
    pub fn of_course(course: &str) -> Option<(Self, &str)> {
        let (code, draft) = course.strip_prefix(SIGN)?.split_once(SIGN)?;
        Some((Self::from_code(code)?, draft))
    }
}
