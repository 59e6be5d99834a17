//! What an exercise is called.

use leptos::prelude::*;

use crate::session::Session;
use crate::text::CourseWords;
use crate::training::{Exercise, Making};

impl Session {
    /// Returns the title of an exercise, or what stands for one that an author has not given yet.
    pub fn title_of_exercise(self, exercise: &Exercise) -> String {
        let title = untrack(|| self.language()).of(&exercise.title);
        let is_untitled = title.trim().is_empty();
        if is_untitled {
            self.texts::<CourseWords>().untitled_exercise
        } else {
            title
        }
        .to_owned()
    }

    /// Returns the title of the panel beside the attempt that this tab is in, and tracks it. For an
    /// author who arranges or records, it is the step.
    pub fn title_of_panel(self) -> Option<String> {
        let texts = self.texts::<CourseWords>();
        match self.making() {
            Some(Making::Start) => Some(texts.step_start.to_owned()),
            Some(Making::Solution) => Some(texts.step_solution.to_owned()),
            _ => self.with_attempt(|open| self.title_of_exercise(open.exercise)),
        }
    }
}
