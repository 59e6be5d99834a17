//! The results as a CSV file: a row for each trainee and exercise.

use super::desk::Desk;
use crate::results::{Cell, Trainee};
use crate::screen::shared::download;
use crate::text::{CourseWords, ResultsWords};
use crate::training::{Course, Exercise};
use leptos::prelude::untrack;

/// Downloads the trainees at these positions.
pub fn export(desk: Desk, positions: &[usize]) {
    let session = desk.session;
    let texts = session.texts::<ResultsWords>();
    let course_texts = session.texts::<CourseWords>();
    let head = [
        texts.trainee_name,
        course_texts.course,
        course_texts.exercise,
        course_texts.state,
        texts.goals_reached_head,
        course_texts.goals,
        texts.seconds_head,
        course_texts.hints_taken,
        texts.differences,
        course_texts.changes_made,
        course_texts.attempts,
        course_texts.begun_at,
        texts.remarks,
    ];
    let rows = untrack(|| {
        desk.read(|course, class| {
            let trainees = positions.iter().filter_map(|at| class.trainees.get(*at));
            let rows = trainees.flat_map(|trainee| of_trainee(desk, course, trainee));
            rows.collect::<Vec<_>>()
        })
    });
    let name = download::name(session, texts.file_results, None);
    let head = std::iter::once(head.map(str::to_owned));
    download::csv(session, &name, head.chain(rows.unwrap_or_default()), None);
}

fn of_trainee(desk: Desk, course: &'static Course, trainee: &Trainee) -> Vec<[String; 13]> {
    let language = untrack(|| desk.session.language());
    let exercises = course.exercises.iter().zip(&trainee.cells);
    let row = |(exercise, cell): (&'static Exercise, &Option<Cell>)| {
        let names = [
            trainee.name.clone(),
            language.of(&course.title).to_owned(),
            desk.title(exercise).to_owned(),
        ];
        let not_begun = || {
            let mut cells: [String; 10] = Default::default();
            desk.session
                .texts::<CourseWords>()
                .not_begun_yet
                .clone_into(&mut cells[0]);
            cells
        };
        let cells = cell
            .as_ref()
            .map_or_else(not_begun, |cell| of_cell(desk, cell));
        let mut row: [String; 13] = Default::default();
        for (place, text) in row.iter_mut().zip(names.into_iter().chain(cells)) {
            *place = text;
        }
        row
    };
    exercises.map(row).collect()
}

fn of_cell(desk: Desk, cell: &Cell) -> [String; 10] {
    let Cell {
        best,
        attempt,
        attempts,
    } = cell;
    [
        desk.standing(best),
        best.score.reached.to_string(),
        best.score.goals.to_string(),
        best.seconds.to_string(),
        best.hints.to_string(),
        best.detours.len().to_string(),
        best.changes.to_string(),
        attempts.to_string(),
        download::moment(attempt.attempt.begun),
        desk.doubts(&best.doubts).join(" "),
    ]
}
