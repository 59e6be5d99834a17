//! The built-in course: every exercise can be solved, and has all that it needs.

use seatwork::domain::upload::validate;
use seatwork::sheet::{self, Separator};

use super::{Attempt, course, exercise};
use crate::support::of_sample;

#[test]
fn every_reference_solution_reaches_every_goal_and_is_no_detour() {
    for exercise in &course().exercises {
        let mut attempt = Attempt::new(&exercise.id);
        let id = &exercise.id;
        assert_eq!(attempt.reached(), [""; 0], "{id}: true from the start");
        for instruction in &exercise.solution {
            attempt.do_it(instruction);
        }
        assert!(
            attempt.progress.is_complete(),
            "{id}: only {:?}",
            attempt.reached()
        );
        assert_eq!(attempt.detours(), [], "{id}");
        assert_eq!(
            attempt.progress.changes(),
            exercise.solution_changes(),
            "{id}"
        );
    }
}

#[test]
fn every_goal_has_three_hints_of_which_the_last_one_points() {
    for exercise in &course().exercises {
        let id = &exercise.id;
        assert!((2..=6).contains(&exercise.goals.len()), "{id}");
        assert!((1..=30).contains(&exercise.minutes), "{id}");
        for goal in &exercise.goals {
            let shows: Vec<bool> = goal.hints.iter().map(|hint| hint.show.is_some()).collect();
            assert_eq!(shows, [false, false, true], "{id}: {}", goal.id);
        }
    }
}

#[test]
fn the_german_file_has_exactly_four_mistakes() {
    let file = &exercise("german-file").files[0];
    let bytes = file.bytes().expect("the encoding has every character");
    assert!(std::str::from_utf8(&bytes).is_err());
    let (text, _, has_errors) = encoding_rs::WINDOWS_1252.decode(&bytes);
    assert!(!has_errors);
    let table = sheet::read(&text, Separator::Semicolon).expect("it can be read");
    let problems = validate(&table, of_sample("Kiefernhain"), 100).expect_err("there are mistakes");
    let places: Vec<_> = problems.iter().map(|one| (one.line, one.cell)).collect();
    assert_eq!(
        places,
        [(1, Some(4)), (4, Some(2)), (5, Some(3)), (6, Some(3))],
        "{problems:?}"
    );
}
