//! The built-in course: every exercise can be solved, and has all that it needs.

use seatwork::domain::upload::validate;
use seatwork::sheet::{self, Separator};
use seatwork::text::Language;
use seatwork::training::{Bilingual, Part, Subject, parts};

use super::{Attempt, course, exercise, small_sample};
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
fn every_label_and_every_control_pointed_at_is_a_word_of_the_screen() {
    let check = |id: &str, name: &str| {
        for language in Language::ALL {
            assert!(language.words().label(name).is_some(), "{id}: {name}");
        }
    };
    let check_text = |id: &str, text: &Bilingual| {
        let labels = |text| -> Vec<&str> {
            let label = |part| match part {
                Part::Label(name) => Some(name),
                Part::Plain(_) => None,
            };
            parts(text).filter_map(label).collect()
        };
        labels(&text.en)
            .into_iter()
            .for_each(|name| check(id, name));
        labels(&text.de)
            .into_iter()
            .for_each(|name| check(id, name));
    };
    for exercise in &course().exercises {
        let id = &exercise.id;
        check_text(id, &exercise.story);
        exercise.next.iter().for_each(|next| check_text(id, next));
        for goal in &exercise.goals {
            check_text(id, &goal.text);
            for hint in &goal.hints {
                check_text(id, &hint.text);
                hint.show.iter().for_each(|target| check(id, &target.name));
            }
        }
    }
}

#[test]
fn every_goal_is_about_a_customer_and_about_the_user_it_names() {
    let sample = small_sample();
    for exercise in &course().exercises {
        for goal in &exercise.goals {
            let Subject { customer, .. } = exercise.subject(goal, sample);
            assert!(customer.is_some(), "{}: {}", exercise.id, goal.id);
        }
    }
    let name_of = |exercise_id: &str, goal: usize| {
        let exercise = exercise(exercise_id);
        let subject = exercise.subject(&exercise.goals[goal], sample);
        let customer = sample.customer(subject.customer.expect("it is known"));
        let users = &customer.expect("it is there").users;
        let user = users.active().find(|user| Some(user.id) == subject.user);
        user.map(|user| user.details.display_name.as_str().to_owned())
    };
    // Goals without a name of their own are about whom the goal before is about.
    for (id, goal, name) in [
        ("first-user", 0, None),
        ("free-seat", 0, Some("Davide Nicolò")),
        ("free-seat", 1, Some("Chiara Ferrari")),
        ("helpdesk", 0, Some("Priya Campbell")),
        ("helpdesk", 1, Some("Priya Campbell")),
        ("without-license", 1, None),
    ] {
        assert_eq!(name_of(id, goal).as_deref(), name, "{id}, {goal}");
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
