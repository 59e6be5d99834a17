//! What is missing in a course that is being made.

use crate::training::course::Course;
use crate::training::exercise::Exercise;
use crate::training::pointing::Bilingual;

/// Something that is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    Exercises,
    Solution,
    Goals,
    Text(TextOf, Absent),
}

/// The languages in which a course has every text that it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    English,
    German,
    Both,
    /// Some are missing in either language.
    Mixed,
    /// All texts are the same in both, as in a course in a third language.
    Any,
}

/// Which text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextOf {
    Title,
    About,
    Story,
    /// The goal at this place, from 0.
    Goal(usize),
    /// A hint of the goal at this place, from 0.
    Hint(usize, usize),
}

/// In which language a text is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absent {
    English,
    German,
    Both,
}

impl Absent {
    fn of(text: &Bilingual) -> Option<Self> {
        match (text.en.trim().is_empty(), text.de.trim().is_empty()) {
            (true, true) => Some(Self::Both),
            (true, false) => Some(Self::English),
            (false, true) => Some(Self::German),
            (false, false) => None,
        }
    }
}

impl TextOf {
    /// Returns whether a course has to have the text. A hint without a text is left out, and so is
    /// what a course is about.
    const fn is_needed(self) -> bool {
        !matches!(self, Self::Hint(..) | Self::About)
    }
}

impl Lack {
    /// Returns whether the course cannot be exported like this. A text in one language stands for
    /// both.
    pub const fn is_blocking(self) -> bool {
        match self {
            Self::Exercises | Self::Solution | Self::Goals => true,
            Self::Text(of, absent) => of.is_needed() && matches!(absent, Absent::Both),
        }
    }

    fn text(of: TextOf, text: &Bilingual) -> Option<Self> {
        Absent::of(text).map(|absent| Self::Text(of, absent))
    }
}

impl Exercise {
    /// Returns a text of the exercise.
    pub fn text(&self, of: TextOf) -> Option<&Bilingual> {
        match of {
            TextOf::Title => Some(&self.title),
            TextOf::About => None,
            TextOf::Story => Some(&self.story),
            TextOf::Goal(at) => self.goals.get(at).map(|goal| &goal.text),
            TextOf::Hint(at, hint) => Some(&self.goals.get(at)?.hints.get(hint)?.text),
        }
    }

    /// Returns a text of the exercise, to be changed.
    pub fn text_mut(&mut self, of: TextOf) -> Option<&mut Bilingual> {
        match of {
            TextOf::Title => Some(&mut self.title),
            TextOf::About => None,
            TextOf::Story => Some(&mut self.story),
            TextOf::Goal(at) => self.goals.get_mut(at).map(|goal| &mut goal.text),
            TextOf::Hint(at, hint) => Some(&mut self.goals.get_mut(at)?.hints.get_mut(hint)?.text),
        }
    }
}

/// Returns what is missing in an exercise.
pub fn lacks(exercise: &Exercise) -> Vec<Lack> {
    let mut all = Vec::new();
    all.extend(exercise.solution.is_empty().then_some(Lack::Solution));
    all.extend(exercise.goals.is_empty().then_some(Lack::Goals));
    all.extend(Lack::text(TextOf::Title, &exercise.title));
    all.extend(Lack::text(TextOf::Story, &exercise.story));
    for (at, goal) in exercise.goals.iter().enumerate() {
        all.extend(Lack::text(TextOf::Goal(at), &goal.text));
        for (number, hint) in goal.hints.iter().enumerate() {
            all.extend(Lack::text(TextOf::Hint(at, number), &hint.text));
        }
    }
    all
}

impl Course {
    /// Returns what is missing in the course apart from its exercises.
    pub fn lacks(&self) -> Vec<Lack> {
        let mut all = Vec::new();
        all.extend(Lack::text(TextOf::Title, &self.title));
        all.extend(Lack::text(TextOf::About, &self.about));
        all.extend(self.exercises.is_empty().then_some(Lack::Exercises));
        all
    }

    /// Returns the languages of the course: those in which no text is missing that it needs.
    pub fn tongue(&self) -> Tongue {
        let all = || {
            let of_exercises = self.exercises.iter().flat_map(lacks);
            self.lacks().into_iter().chain(of_exercises)
        };
        let is_absent = |which: Absent| {
            all().any(|lack| match lack {
                Lack::Text(of, absent) => of.is_needed() && absent == which,
                _ => false,
            })
        };
        match (is_absent(Absent::English), is_absent(Absent::German)) {
            (true, true) => Tongue::Mixed,
            (true, false) => Tongue::German,
            (false, true) => Tongue::English,
            (false, false) if self.is_translated() => Tongue::Both,
            (false, false) => Tongue::Any,
        }
    }

    /// Returns whether any text that the course needs is another one in the other language.
    fn is_translated(&self) -> bool {
        let of_exercises = self.exercises.iter().flat_map(|exercise| {
            let goals = exercise.goals.iter().map(|goal| &goal.text);
            [&exercise.title, &exercise.story].into_iter().chain(goals)
        });
        let mut texts = [&self.title].into_iter().chain(of_exercises);
        texts.any(Bilingual::is_translated)
    }

    /// Returns a text of the course.
    pub const fn text(&self, of: TextOf) -> Option<&Bilingual> {
        match of {
            TextOf::Title => Some(&self.title),
            TextOf::About => Some(&self.about),
            _ => None,
        }
    }

    /// Returns a text of the course, to be changed.
    pub const fn text_mut(&mut self, of: TextOf) -> Option<&mut Bilingual> {
        match of {
            TextOf::Title => Some(&mut self.title),
            TextOf::About => Some(&mut self.about),
            _ => None,
        }
    }

    /// Returns whether something is missing without which the course cannot be exported.
    pub fn is_incomplete(&self) -> bool {
        let of_exercises = self.exercises.iter().flat_map(lacks);
        let mut all = self.lacks().into_iter().chain(of_exercises);
        all.any(Lack::is_blocking)
    }

    /// Returns the course without hints that say nothing.
    #[must_use]
    pub fn without_blank_hints(&self) -> Self {
        let mut course = self.clone();
        let goals = course.exercises.iter_mut().flat_map(|one| &mut one.goals);
        for goal in goals {
            goal.hints
                .retain(|hint| Absent::of(&hint.text) != Some(Absent::Both));
        }
        course
    }
}
