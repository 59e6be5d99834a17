//! An attempt, step by step: it ends as the attempt did.

use proptest::prelude::*;

use seatwork::journal::{Journal, MemoryStorage};
use seatwork::results::{FiledAttempt, Happened, Recording};
use seatwork::training::Replay;

use super::{Played, made};
use crate::support::cases;
use crate::training::course;

fn recording(filed: &FiledAttempt, exercise: &str) -> Recording {
    let exercise = course().exercise(exercise).expect("it is there");
    Recording::new(filed, exercise).expect("its beginning can be read")
}

/// What was done, followed as the program does while the trainee works.
fn followed(played: &Played) -> Replay {
    let numbered: Vec<_> = (1..).zip(played.changes.iter().cloned()).collect();
    let (start, rest) = numbered.split_at(played.prepared);
    let sample = played.origin().sample_workspace();
    let mut replay = Replay::new(played.exercise, sample, start);
    replay.follow(played.exercise, &played.attempt, rest, made());
    replay
}

/// The workspace in this state, opened as any other.
fn opened(recording: &Recording, state: usize) -> seatwork::domain::Workspace {
    let storage = MemoryStorage::default();
    recording.lay_out(state, &storage).expect("there is room");
    let opened = Journal::open(storage, made()).expect("it can be opened");
    assert_eq!(opened.findings, []);
    opened.workspace
}

/// Half of the exercises, some of which begin with changes, and some of which have acts in them.
fn exercises() -> impl Strategy<Value = String> {
    let ids = course()
        .exercises
        .iter()
        .map(|exercise| exercise.id.clone());
    prop::sample::select(ids.collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn it_ends_as_the_attempt_did(
        id in exercises(), steps in 0..12_usize, bystander in any::<bool>(), early in any::<bool>(),
    ) {
        let mut played = Played::begin(&id, 0);
        if bystander && early {
            played = played.deletes_a_bystander();
        }
        played = played.does_steps(steps);
        if bystander && !early {
            played = played.deletes_a_bystander();
        }
        let filed = played.filed(1);
        let recording = recording(&filed, &id);
        prop_assert!(recording.is_whole());
        let whole = followed(&played);
        let end = recording.steps().len();
        prop_assert_eq!(end, played.changes.len() - played.prepared + played.attempt.acts.len());
        prop_assert!(opened(&recording, end) == *whole.state());
        let last = recording.follow(played.exercise, end).expect("it is whole");
        prop_assert_eq!(last.progress().reached(), whole.progress().reached());
        prop_assert!(last.state() == whole.state());
        // Every state on the way is the one that its goals are checked in.
        for state in 0..=end {
            let there = recording.follow(played.exercise, state).expect("it is whole");
            prop_assert!(opened(&recording, state) == *there.state());
        }
    }
}

#[test]
fn acts_stand_where_they_were_done() {
    let played = Played::begin("first-user", 0).solves();
    let recording = recording(&played.filed(1), "first-user");
    let kinds: Vec<bool> = recording
        .steps()
        .iter()
        .map(|step| matches!(step.what, Happened::Changed(_)))
        .collect();
    assert_eq!(kinds, [true, false]);
    assert!(recording.at(0) < recording.at(1) && recording.at(1) < recording.at(2));
    assert_eq!(recording.step_to(0), None);
    assert_eq!(recording.step_to(3), None);
    let exercise = played.exercise;
    let reached = |state| {
        let replay = recording.follow(exercise, state).expect("it is whole");
        replay.progress().reached().to_vec()
    };
    assert_eq!(reached(0), [false, false, false]);
    assert_eq!(reached(1), [true, true, false]);
    assert_eq!(reached(2), [true, true, true]);
}

#[test]
fn a_damaged_one_ends_before_the_damage() {
    let played = Played::begin("three-users", 0).solves();
    let mut filed = played.filed(1);
    assert!(filed.records.len() > 1, "{}", filed.records.len());
    let last = filed.records.pop().expect("there are records");
    filed.records.push(last.replace("seq", "sec"));
    let recording = recording(&filed, "three-users");
    assert!(!recording.is_whole());
    let changes = recording.steps().iter();
    let changes = changes.filter(|step| matches!(step.what, Happened::Changed(_)));
    assert_eq!(changes.count(), filed.records.len() - played.prepared - 1);
    filed.origin = "nonsense".to_owned();
    assert_eq!(Recording::new(&filed, played.exercise), None);
}

#[test]
fn beyond_the_end_is_the_end() {
    let played = Played::begin("free-seat", 0).solves();
    let recording = recording(&played.filed(1), "free-seat");
    let end = recording.steps().len();
    assert!(opened(&recording, 99) == opened(&recording, end));
}
