//! What a learning management system is told and keeps.

use std::time::Duration;

use seatwork::results::{CourseProgress, LessonStatus, Report, SUSPEND_LIMIT, Score, session_time};
use seatwork::training::{Attempt, Course};

use super::Played;
use crate::training::course;

/// A course of the first three exercises, with 3, 2 and 2 goals.
fn short(ids: &[&str]) -> Course {
    let exercises = ids.iter().map(|id| crate::training::exercise(id).clone());
    Course {
        exercises: exercises.collect(),
        ..course().clone()
    }
}

fn attempts(steps: &[(&str, usize)]) -> Vec<Attempt> {
    let played = steps.iter().map(|(id, steps)| {
        let played = Played::begin(id, 0).does_steps(*steps);
        played.finishes(60).attempt
    });
    played.collect()
}

#[test]
fn status_and_score_follow_from_the_goals_of_all_exercises() {
    let course = short(&["first-user", "free-seat"]);
    for (steps, status, reached) in [
        (vec![], LessonStatus::Incomplete, 0),
        (vec![("free-seat", 2)], LessonStatus::Incomplete, 2),
        (
            vec![("free-seat", 0), ("first-user", 1)],
            LessonStatus::Failed,
            2,
        ),
        // The better attempt counts, whichever comes first.
        (
            vec![("first-user", 2), ("first-user", 0), ("free-seat", 1)],
            LessonStatus::Passed,
            4,
        ),
        (
            vec![("first-user", 2), ("free-seat", 2)],
            LessonStatus::Passed,
            5,
        ),
    ] {
        let report = CourseProgress::of(&course, &attempts(&steps)).report(&course);
        let score = Score { reached, goals: 5 };
        assert_eq!((report.status, report.score), (status, score), "{steps:?}");
    }
    let strict = Course {
        pass: 100,
        ..course
    };
    let most = attempts(&[("first-user", 2), ("free-seat", 1)]);
    let report = CourseProgress::of(&strict, &most).report(&strict);
    assert_eq!(report.status, LessonStatus::Failed);
}

#[test]
fn what_is_not_finished_or_of_another_course_does_not_count() {
    let course = short(&["first-user", "free-seat"]);
    let open = Played::begin("first-user", 0).solves().attempt;
    let mut other = attempts(&[("first-user", 2)]);
    other[0].version += 1;
    for attempts in [vec![open], other] {
        let progress = CourseProgress::of(&course, &attempts);
        assert_eq!((progress.reached(0), progress.reached(1)), (None, None));
    }
}

#[test]
fn what_is_kept_is_read_again() {
    let course = short(&["first-user", "free-seat", "umlauts"]);
    let progress = CourseProgress::of(&course, &attempts(&[("first-user", 2), ("umlauts", 0)]));
    let Report { suspend_data, .. } = progress.report(&course);
    assert_eq!(suspend_data, "1 users-and-licenses 1 3,-,0");
    assert_eq!(
        CourseProgress::read(&course, &suspend_data),
        Some(progress.clone())
    );
    let here = CourseProgress::of(&course, &attempts(&[("first-user", 1), ("free-seat", 2)]));
    let both = here.with(&progress);
    assert_eq!(
        [both.reached(0), both.reached(1), both.reached(2)],
        [Some(3), Some(2), Some(0)]
    );
    for other in [
        "",
        "1",
        "2 users-and-licenses 1 3,-,0",
        "1 users-and-licenses 2 3,-,0",
        "1 users-and-licenses 1 3,-",
        "1 users-and-licenses 1 3,-,x",
        "1 users-and-licenses 1 ",
        "1 users-and-licenses 1 -1,0,0",
        "{\"bookmark\":3}",
    ] {
        assert_eq!(CourseProgress::read(&course, other), None, "{other}");
    }
}

#[test]
fn what_is_kept_has_room_everywhere() {
    let one = crate::training::exercise("first-user");
    let long = Course {
        exercises: vec![one.clone(); 3_000],
        ..course().clone()
    };
    for course in [course(), &long] {
        let report = CourseProgress::of(course, []).report(course);
        assert!(report.suspend_data.len() <= SUSPEND_LIMIT);
        let is_read = CourseProgress::read(course, &report.suspend_data).is_some();
        assert_eq!(is_read, course.exercises.len() < 2_000);
    }
}

#[test]
fn times_are_written_as_the_standard_says() {
    for (millis, text) in [
        (0, "0000:00:00.00"),
        (3_723_456, "0001:02:03.45"),
        (u64::MAX, "9999:00:15.61"),
    ] {
        let written = session_time(Duration::from_millis(millis));
        assert_eq!(written.len(), text.len());
        if millis < u64::MAX {
            assert_eq!(written, text);
        }
    }
}
