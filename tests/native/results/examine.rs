//! What an attempt has come to is found out from what was done, and held against what it claims.

use chrono::TimeDelta;

use seatwork::journal::{StoredRecord, envelope};
use seatwork::results::{Doubt, FiledAttempt, Score, Standing, examine};
use seatwork::training::{Course, Deviation};

use super::Played;
use crate::training::course;

#[test]
fn what_was_done_is_what_counts() {
    for exercise in &course().exercises {
        let id = &exercise.id;
        let solved = Played::begin(id, 0).solves().takes_hints(2).finishes(300);
        let examined = examine(course(), &solved.filed(1));
        assert_eq!(examined.doubts, [], "{id}");
        assert_eq!(examined.standing, Standing::Passed, "{id}");
        assert!(examined.score.is_full(), "{id}");
        assert_eq!(examined.detours, [], "{id}");
        assert_eq!((examined.hints, examined.seconds), (2, 300), "{id}");
        assert_eq!(examined.changes, exercise.solution_changes(), "{id}");

        let begun = Played::begin(id, 0);
        let examined = examine(course(), &begun.filed(1));
        assert_eq!(examined.standing, Standing::Begun, "{id}");
        assert_eq!(examined.doubts, [], "{id}");
        assert_eq!(examined.score.reached, 0, "{id}");
    }
}

#[test]
fn half_a_solution_is_not_passed_and_a_detour_is_named() {
    let half = Played::begin("free-seat", 0)
        .does_steps(1)
        .deletes_a_bystander()
        .finishes(120);
    let examined = examine(course(), &half.filed(1));
    assert_eq!(examined.standing, Standing::Failed);
    assert_eq!(
        examined.score,
        Score {
            reached: 1,
            goals: 2
        }
    );
    assert_eq!(examined.score.percent(), 50);
    assert_eq!(examined.changes, 2);
    let what: Vec<Deviation> = examined
        .detours
        .iter()
        .map(|detour| detour.what.clone())
        .collect();
    assert!(what.contains(&Deviation::Deleted), "{what:?}");
    assert_eq!(examined.doubts, []);
}

fn solved() -> FiledAttempt {
    Played::begin("free-seat", 0)
        .solves()
        .finishes(300)
        .filed(1)
}

/// Writes the records anew, as somebody would who knows the format.
fn forge(filed: &mut FiledAttempt, change: impl Fn(usize, &mut seatwork::domain::Change)) {
    let mut before = 0;
    for ((at, text), seq) in filed.records.iter_mut().enumerate().zip(1..) {
        let mut record = StoredRecord::read(text, seq).expect("it is a record");
        change(at, &mut record.change);
        *text = StoredRecord::write(&record.change, seq, before).expect("it has JSON");
        before = envelope::checksum_of(text);
    }
}

type Manipulation = fn(&mut FiledAttempt);

#[test]
fn whatever_is_not_as_it_was_is_doubted() {
    let cases: [(&str, Manipulation, Doubt); 11] = [
        (
            "a change is missing",
            |filed| drop(filed.records.remove(0)),
            Doubt::BrokenJournal,
        ),
        (
            "changes are swapped",
            |filed| filed.records.swap(0, 1),
            Doubt::BrokenJournal,
        ),
        (
            "a letter is changed",
            |filed| filed.records[0] = filed.records[0].replace("deleted", "deletec"),
            Doubt::BrokenJournal,
        ),
        (
            "the origin is another text",
            |filed| filed.origin.push('x'),
            Doubt::BrokenJournal,
        ),
        (
            "more was prepared than there is",
            |filed| filed.attempt.prepared = 9,
            Doubt::BrokenJournal,
        ),
        (
            "what was done is said to have been prepared",
            |filed| filed.attempt.prepared = 1,
            Doubt::OtherOutcome,
        ),
        (
            "the last change is missing",
            |filed| drop(filed.records.pop()),
            Doubt::OtherOutcome,
        ),
        (
            "fewer changes are claimed",
            |filed| filed.attempt.outcome.as_mut().expect("finished").changes = 1,
            Doubt::OtherOutcome,
        ),
        (
            "more time was measured than went by",
            |filed| filed.attempt.seconds = 100_000,
            Doubt::Times,
        ),
        (
            "it ended before it began",
            |filed| {
                let begun = filed.attempt.begun;
                filed.attempt.outcome.as_mut().expect("finished").at = begun - TimeDelta::hours(1);
            },
            Doubt::Times,
        ),
        (
            "a change is before the one before it",
            |filed| {
                forge(filed, |at, change| {
                    if at == 0 {
                        change.at += TimeDelta::days(2);
                    }
                });
            },
            Doubt::Times,
        ),
    ];
    assert_eq!(examine(course(), &solved()).doubts, []);
    for (how, manipulate, doubt) in cases {
        let mut filed = solved();
        manipulate(&mut filed);
        let examined = examine(course(), &filed);
        assert!(examined.doubts.contains(&doubt), "{how}: {examined:?}");
    }
}

#[test]
fn another_course_or_version_is_not_judged() {
    let newer = Course {
        version: course().version + 1,
        ..course().clone()
    };
    let examined = examine(&newer, &solved());
    assert_eq!(examined.doubts, [Doubt::OtherVersion]);
    assert_eq!(examined.standing, Standing::Passed);
    let other = Course {
        id: "other".to_owned(),
        ..course().clone()
    };
    assert_eq!(examine(&other, &solved()).doubts, [Doubt::UnknownExercise]);
    let mut filed = solved();
    filed.attempt.exercise = "gone".to_owned();
    assert_eq!(examine(course(), &filed).doubts, [Doubt::UnknownExercise]);
}

#[test]
fn a_score_is_a_share() {
    for (reached, goals, percent, is_full) in [
        (0, 0, 0, false),
        (0, 3, 0, false),
        (2, 3, 66, false),
        (3, 3, 100, true),
        (199, 200, 99, false),
    ] {
        let score = Score { reached, goals };
        assert_eq!(
            (score.percent(), score.is_full()),
            (percent, is_full),
            "{score:?}"
        );
    }
    assert!(
        (Score {
            reached: 1,
            goals: 4
        }
        .share()
            - 0.25)
            .abs()
            < f64::EPSILON
    );
}
