//! Forty files with known figures give exactly the right table.

use seatwork::results::{
    Class, Doubled, Doubt, ExerciseFigures, Quarters, ResultFile, Spread, Standing, Total,
    statements,
};
use seatwork::training::Deviation;

use super::{Played, file};
use crate::training::course;

/// The place of an exercise in the course.
fn place(id: &str) -> usize {
    let mut exercises = course().exercises.iter();
    exercises
        .position(|exercise| exercise.id == id)
        .expect("it is there")
}

/// Forty trainees: number n takes n minutes and n modulo 4 hints for the exercise; every fifth
/// deletes somebody else as well, and every tenth does half of it.
fn forty() -> Vec<ResultFile> {
    (1..=40)
        .map(|number: u32| {
            let begun = Played::begin("free-seat", i64::from(number));
            let begun = begun.takes_hints(number as usize % 4);
            let done = match number {
                number if number % 10 == 0 => begun.does_steps(1),
                number if number % 5 == 0 => begun.solves().deletes_a_bystander(),
                _ => begun.solves(),
            };
            let done = done.finishes(number * 60);
            file(&format!("Trainee {number:02}"), vec![done.filed(number)])
        })
        .collect()
}

/// The same files, by their names, which the browser's tests open. Write them anew after a change:
///
/// ```sh
/// WRITE_STORED_FIXTURES=1 cargo test --test native results::class
/// ```
#[test]
fn the_files_of_the_class_are_as_they_are_stored() {
    let files = forty().into_iter().map(|file| {
        let text = file.write(&statements(&file, course()));
        format!("\"{}\":{}", file.file_name(), text.expect("it has JSON"))
    });
    let text = format!("{{\n{}\n}}\n", files.collect::<Vec<_>>().join(",\n"));
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/results/forty.json"
    );
    if std::env::var_os("WRITE_STORED_FIXTURES").is_some() {
        std::fs::write(path, &text).expect("the file can be written");
    }
    let stored = std::fs::read_to_string(path).expect("the file is there");
    assert!(stored == text, "forty.json differs: see above");
}

#[test]
fn forty_files_come_to_the_right_figures() {
    let files = forty();
    let class = Class::new(course(), files.iter().map(|file| (file, true)));
    assert_eq!(class.trainees.len(), 40);
    assert_eq!((class.doubled, class.foreign), (0, 0));
    let at = place("free-seat");
    for (trainee, number) in class.trainees.iter().zip(1..) {
        assert_eq!(trainee.name, format!("Trainee {number:02}"));
        let cell = trainee.cells[at].as_ref().expect("it was begun");
        let standing = match number % 10 {
            0 => Standing::Failed,
            _ => Standing::Passed,
        };
        assert_eq!(cell.best.standing, standing, "{number}");
        assert_eq!(cell.best.seconds, number * 60);
        assert_eq!(cell.best.hints, number as usize % 4);
        assert_eq!(cell.best.doubts, []);
        let begun = trainee.cells.iter().filter(|cell| cell.is_some());
        assert_eq!(begun.count(), 1);
        let total = Total {
            passed: usize::from(standing == Standing::Passed),
            seconds: number * 60,
            hints: number as usize % 4,
            detours: cell.best.detours.len(),
            doubtful: 0,
        };
        assert_eq!(trainee.total(), total);
    }
    let figures = class.figures(at);
    assert_eq!((figures.begun, figures.passed), (40, 36));
    // Without 10, 20, 30 and 40 there are the 36 numbers 1 … 39.
    let seconds = figures.seconds.expect("there are some");
    assert_eq!((seconds.least, seconds.most), (60, 39 * 60));
    // Between 9 and 11, 19 and 21, 29 and 31 minutes.
    let quartiles = [seconds.lower, seconds.median, seconds.upper].map(Quarters::rounded);
    assert_eq!(quartiles, [630, 20 * 60, 1_770]);
    let hints = figures.hints.expect("there are some");
    assert_eq!((hints.least, hints.most), (0, 3));
    let quartiles = [hints.lower, hints.median, hints.upper].map(Quarters::hundredths);
    assert_eq!(quartiles, [(1, 0), (1, 50), (3, 0)]);
    let common: Vec<(Deviation, usize)> = figures
        .detours
        .iter()
        .map(|(detour, count)| (detour.what.clone(), *count))
        .collect();
    assert_eq!(common[0].1, 4, "{common:?}");
    assert!(common.contains(&(Deviation::Deleted, 4)), "{common:?}");
    assert_eq!(
        class.figures(place("first-user")),
        ExerciseFigures::default()
    );
}

#[test]
fn doubled_files_and_later_attempts_are_merged() {
    let first = Played::begin("free-seat", 0)
        .does_steps(1)
        .finishes(100)
        .filed(1);
    let second = Played::begin("free-seat", 60)
        .solves()
        .finishes(200)
        .filed(2);
    let third = Played::begin("free-seat", 120).takes_hints(1).filed(3);
    let files = [
        file("Ann Lee", vec![first.clone()]),
        file("Ann Lee", vec![first]),
        file("  ann   lee ", vec![second.clone(), third]),
        file("Bob", vec![second]),
    ];
    let class = Class::new(course(), files.iter().map(|file| (file, true)));
    let names: Vec<&str> = class
        .trainees
        .iter()
        .map(|trainee| &*trainee.name)
        .collect();
    assert_eq!(names, ["Ann Lee", "Bob"]);
    let ann = class.trainees[0].cells[place("free-seat")]
        .as_ref()
        .expect("begun");
    assert_eq!(
        (ann.attempts, ann.best.seconds, ann.best.standing),
        (3, 200, Standing::Passed)
    );
    // Bob has handed in Ann's attempt, which counts for her only.
    assert_eq!(class.doubled, 2);
    assert_eq!(class.trainees[1].cells[place("free-seat")], None);
}

#[test]
fn a_copy_counts_for_the_first_name_only_and_says_whose_it_is() {
    let done = Played::begin("free-seat", 0).solves().finishes(21).filed(1);
    let own = Played::begin("free-seat", 9).solves().finishes(23).filed(2);
    let mut class = Class::default();
    let mut add = |name: &str, filed| class.add(course(), name, filed, true);
    assert_eq!(add("Anna Berger", &done).doubled, None);
    let copied = add("Ben Köhler", &done);
    assert_eq!(copied.doubled, Some(Doubled::Of("Anna Berger".to_owned())));
    assert_eq!(copied.exercise, Some(place("free-seat")));
    assert_eq!(add("anna  berger", &done).doubled, Some(Doubled::Own));
    let names: Vec<&str> = class.trainees.iter().map(|one| &*one.name).collect();
    assert_eq!(names, ["Anna Berger", "Ben Köhler"]);
    let passed = |class: &Class| {
        let totals = class.trainees.iter().map(|one| one.total().passed);
        (
            totals.collect::<Vec<_>>(),
            class.figures(place("free-seat")).passed,
        )
    };
    assert_eq!(passed(&class), (vec![1, 0], 1));
    // What the other has done counts.
    assert_eq!(class.add(course(), "Ben Köhler", &own, true).doubled, None);
    assert_eq!(passed(&class), (vec![1, 1], 2));
    let ben = class.trainees[1].cells[place("free-seat")].as_ref();
    assert_eq!(ben.expect("begun").best.seconds, 23);
}

#[test]
fn an_attempt_that_was_only_opened_is_not_begun() {
    let opened = Played::begin("free-seat", 0).takes_hints(0).filed(1);
    let done = Played::begin("umlauts", 60).solves().finishes(60).filed(2);
    let again = Played::begin("umlauts", 90).filed(3);
    let files = [
        file("Ann", vec![done, again]),
        file("Bob", vec![opened.clone()]),
    ];
    let mut class = Class::new(course(), files.iter().map(|file| (file, true)));
    let names: Vec<&str> = class.trainees.iter().map(|one| &*one.name).collect();
    assert_eq!(names, ["Ann", "Bob"]);
    assert_eq!(class.trainees[1].cells[place("free-seat")], None);
    let ann = class.trainees[0].cells[place("umlauts")].as_ref();
    assert_eq!(ann.expect("begun").attempts, 1);
    assert_eq!(class.figures(place("free-seat")).begun, 0);
    let added = class.add(course(), "Bob", &opened, true);
    assert_eq!(added.exercise, Some(place("free-seat")));
    assert_eq!((class.doubled, class.foreign), (0, 0));
}

#[test]
fn an_attempt_that_was_still_open_is_replaced_by_what_it_became() {
    let open = Played::begin("free-seat", 0).does_steps(1).filed(1);
    let done = Played::begin("free-seat", 0).solves().finishes(60).filed(1);
    for files in [[&open, &done], [&done, &open]] {
        let files = files.map(|filed| file("Ann", vec![filed.clone()]));
        let class = Class::new(course(), files.iter().map(|file| (file, true)));
        let cell = class.trainees[0].cells[place("free-seat")]
            .as_ref()
            .expect("begun");
        assert_eq!((cell.best.standing, cell.attempts), (Standing::Passed, 1));
    }
}

#[test]
fn manipulated_and_foreign_attempts_are_marked() {
    let mut forged = Played::begin("free-seat", 0).does_steps(1).finishes(60);
    let outcome = forged.attempt.outcome.as_mut().expect("finished");
    outcome.reached = vec!["deleted".to_owned(), "assigned".to_owned()];
    let mut foreign = Played::begin("first-user", 0).filed(2);
    foreign.attempt.course = "other".to_owned();
    let honest = Played::begin("umlauts", 0).solves().finishes(60).filed(3);
    let files = [
        (file("Eve", vec![forged.filed(1), foreign]), true),
        (file("Ann", vec![honest]), false),
    ];
    let class = Class::new(
        course(),
        files
            .iter()
            .map(|(file, is_unchanged)| (file, *is_unchanged)),
    );
    assert_eq!(class.foreign, 1);
    let eve = class.trainees[1].cells[place("free-seat")]
        .as_ref()
        .expect("begun");
    assert_eq!(eve.best.doubts, [Doubt::OtherOutcome]);
    assert_eq!(eve.best.standing, Standing::Failed);
    let ann = class.trainees[0].cells[place("umlauts")]
        .as_ref()
        .expect("begun");
    assert_eq!(ann.best.doubts, [Doubt::FileChanged]);
}

#[test]
fn quartiles_are_those_of_spreadsheets() {
    assert_eq!(Spread::of([].into_iter()), None);
    for (values, ends, quartiles) in [
        (vec![5], [5, 5], [(5, 0), (5, 0), (5, 0)]),
        (vec![23, 21], [21, 23], [(21, 50), (22, 0), (22, 50)]),
        (vec![23, 21, 23], [21, 23], [(22, 0), (23, 0), (23, 0)]),
        (vec![9, 1], [1, 9], [(3, 0), (5, 0), (7, 0)]),
        (vec![1, 2], [1, 2], [(1, 25), (1, 50), (1, 75)]),
        (vec![3, 1, 2], [1, 3], [(1, 50), (2, 0), (2, 50)]),
        (vec![1, 2, 3, 4, 5], [1, 5], [(2, 0), (3, 0), (4, 0)]),
        (vec![u32::MAX; 2], [u32::MAX; 2], [(u32::MAX.into(), 0); 3]),
    ] {
        let spread = Spread::of(values.iter().copied()).expect("there are values");
        assert_eq!([spread.least, spread.most], ends, "{values:?}");
        let found = [spread.lower, spread.median, spread.upper].map(Quarters::hundredths);
        assert_eq!(found, quartiles, "{values:?}");
    }
}

#[test]
fn a_place_on_a_scale_stays_in_the_picture() {
    for (value, scale, place) in [
        (0, 60, 0),
        (30, 60, 100),
        (60, 60, 200),
        (90, 60, 200),
        (0, 0, 0),
    ] {
        assert_eq!(
            Quarters::from(value).on_scale(scale, 200),
            place,
            "{value} of {scale}"
        );
    }
    assert_eq!(Quarters::from(u32::MAX).on_scale(1, 200), 200);
}
