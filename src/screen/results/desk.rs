//! What the parts of the page have in common: the course that is shown, and words for its results.

use crate::domain::{CustomerId, sample};
use crate::live::{Memo, Signal};
use leptos::prelude::*;

use crate::browser::clock;
use crate::results::{Cell, Class, Doubt, Examined, Standing};
use crate::session::Session;
use crate::session::address::result_listing::ShownCourse;
use crate::text::{CourseWords, ResultsWords};
use crate::training::{Course, Detour, Exercise, SAMPLE};

/// The results of a class, in the course that is shown.
#[derive(Clone, Copy)]
pub struct Desk {
    pub session: Session,
    /// The place of the course among those of which there are results.
    pub shown: Signal<usize>,
    /// The customers of exercises, with their names.
    companies: StoredValue<Vec<(CustomerId, String)>>,
}

impl Desk {
    pub fn new(session: Session) -> Self {
        let shown = Memo::new(move |before: Option<&usize>| {
            let route = session.navigation.route().read();
            let listing = route.results_listing();
            listing.map_or_else(
                || before.copied().unwrap_or_default(),
                |listing| {
                    let ShownCourse(number) = listing.filter;
                    usize::from(number)
                },
            )
        });
        let sample = sample::workspace(SAMPLE, clock::now());
        let name = |customer: &crate::domain::Customer| {
            (customer.id, customer.company.as_str().to_owned())
        };
        Self {
            session,
            shown: shown.into(),
            companies: StoredValue::new(sample.customers().map(name).collect()),
        }
    }

    /// Reads the results in the course that is shown, if there are any, and tracks them.
    pub fn read<T>(self, read: impl FnOnce(&'static Course, &Class) -> T) -> Option<T> {
        let courses = self.session.results.courses.read();
        let shown = courses.get(self.shown.get()).or_else(|| courses.first())?;
        Some(read(shown.course, &shown.class))
    }

    /// Returns a difference from the sample solution in words.
    pub fn difference(self, detour: &Detour) -> String {
        let company = detour.customer.and_then(|id| {
            self.companies.with_value(|companies| {
                let found = companies.iter().find(|(other, _)| *other == id);
                found.map(|(_, name)| name.clone())
            })
        });
        let number = |number: i64| self.session.number(number);
        let sentences = self.session.sentences();
        sentences.detour(detour, &company.unwrap_or_default(), &number)
    }

    /// "Done", "1 of 2 goals reached", "In progress".
    pub fn standing(self, examined: &Examined) -> String {
        let texts = self.session.texts::<CourseWords>();
        match examined.standing {
            Standing::Passed => texts.exercise_done.to_owned(),
            Standing::Begun => texts.exercise_begun.to_owned(),
            Standing::Failed => {
                let score = examined.score;
                let [reached, goals] =
                    [score.reached, score.goals].map(|count| self.session.number(count));
                self.session.sentences().goals_reached(&reached, &goals)
            }
        }
    }

    /// "2 hints, 1 difference"; nothing where there are none.
    pub fn hints_and_differences(self, examined: &Examined) -> String {
        let sentences = self.session.sentences();
        let (hints, differences) = (examined.hints, examined.detours.len());
        let mut parts = Vec::new();
        if hints > 0 {
            parts.push(sentences.hints(hints, &self.session.number(hints)));
        }
        if differences > 0 {
            let number = self.session.number(differences);
            parts.push(sentences.differences(differences, &number));
        }
        parts.join(", ")
    }

    /// What speaks against an attempt, in words.
    pub fn doubts(self, doubts: &[Doubt]) -> Vec<&'static str> {
        let sentences = self.session.sentences();
        doubts.iter().map(|doubt| sentences.doubt(*doubt)).collect()
    }

    pub fn title(self, exercise: &'static Exercise) -> &'static str {
        untrack(|| self.session.language()).of(&exercise.title)
    }

    /// What a cell of the table shows, in lines.
    pub fn lines(self, cell: &Cell) -> Vec<String> {
        let best = &cell.best;
        let mut lines = vec![self.standing(best)];
        lines.push(self.session.sentences().time_span(best.seconds));
        lines.push(self.hints_and_differences(best));
        if !best.doubts.is_empty() {
            lines.push(
                self.session
                    .texts::<ResultsWords>()
                    .marked_result
                    .to_owned(),
            );
        }
        lines.retain(|line| !line.is_empty());
        lines
    }
}
