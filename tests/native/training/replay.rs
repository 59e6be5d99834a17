//! Following an attempt through its changes and acts.

use seatwork::domain::sample::SplitMix;
use seatwork::domain::{Change, PartnerRole, PartnerUser};
use seatwork::training::{Acted, Attempt, Replay, Stage};

use super::{begun, course, small_sample};
use crate::support::at;

/// An attempt in which the reference solution was carried out, with all its changes.
fn solved(id: &str) -> (Attempt, Vec<(u64, Change)>, usize) {
    let exercise = super::exercise(id);
    let begun_with = exercise
        .begin(begun())
        .unwrap_or_else(|stuck| panic!("{id}: {stuck:?}"));
    let mut changes = begun_with.played.changes;
    let prepared = changes.len();
    let mut attempt = Attempt::new(course(), exercise, begun(), prepared as u64);
    let mut stage = Stage {
        workspace: begun_with.workspace,
        clock: begun(),
        actor: PartnerUser {
            name: "Robin Ahrens".to_owned(),
            role: PartnerRole::AdminAgent,
        },
        random: SplitMix::seeded(5),
    };
    for (instruction, minute) in exercise.solution.iter().zip(1..) {
        stage.clock = at(minute * 60_000);
        let played = stage
            .play(instruction)
            .unwrap_or_else(|stuck| panic!("{id}: {stuck:?}"));
        for trace in &played.traces {
            if let seatwork::training::Happening::Acted(act) = trace.what {
                attempt.acts.push(Acted {
                    act,
                    customer: trace.customer,
                    at: stage.clock,
                    after: changes.len() as u64,
                });
            }
        }
        changes.extend(played.changes);
    }
    (attempt, (1..).zip(changes).collect(), prepared)
}

#[test]
fn a_replay_comes_to_the_same_in_one_go_or_one_by_one() {
    for exercise in &course().exercises {
        let id = &exercise.id;
        let (attempt, changes, prepared) = solved(id);
        let (start, rest) = changes.split_at(prepared);
        let clock = at(3_600_000);
        let mut whole = Replay::new(exercise, small_sample().clone(), start);
        assert!(!whole.progress().reached().contains(&true), "{id}");
        whole.follow(exercise, &attempt, rest, clock);
        assert!(
            whole.progress().is_complete(),
            "{id}: {:?}",
            whole.progress()
        );
        assert_eq!(whole.detours(exercise, &attempt, clock), [], "{id}");

        let mut single = Replay::new(exercise, small_sample().clone(), start);
        for change in rest {
            // The acts so far, as they are stored when the change comes.
            let mut so_far = attempt.clone();
            so_far.acts.retain(|acted| acted.after < change.0);
            single.follow(exercise, &so_far, std::slice::from_ref(change), change.1.at);
        }
        single.follow(exercise, &attempt, &[], clock);
        assert_eq!(single.progress(), whole.progress(), "{id}");
        assert!(single.state() == whole.state(), "{id}");
        assert_eq!(single.last(), changes.len() as u64, "{id}");
    }
}

#[test]
fn an_outcome_says_what_was_reached() {
    let exercise = super::exercise("first-user");
    let (mut attempt, changes, prepared) = solved("first-user");
    let (start, rest) = changes.split_at(prepared);
    let clock = at(3_600_000);
    let outcome_of = |attempt: &Attempt| {
        let mut replay = Replay::new(exercise, small_sample().clone(), start);
        replay.follow(exercise, attempt, rest, clock);
        replay.outcome(exercise, attempt, clock)
    };
    let mut without = attempt.clone();
    without.acts.clear();
    without.outcome = Some(outcome_of(&without));
    assert!(!without.is_passed(exercise));
    attempt.outcome = Some(outcome_of(&attempt));
    assert!(attempt.is_passed(exercise));
    let outcome = attempt.outcome.clone().expect("it is finished");
    assert_eq!(outcome.reached, ["created", "licensed", "delivered"]);
    assert_eq!(
        (outcome.changes, outcome.detours, outcome.at),
        (1, 0, clock)
    );
    attempt.hints.insert("created".to_owned(), 3);
    attempt.hints.insert("delivered".to_owned(), 1);
    assert_eq!(attempt.hints_taken(), 4);
}

#[test]
fn an_attempt_is_stored_as_before() {
    let text = r#"{"course":"users-and-licenses","version":1,"exercise":"first-user","#.to_owned()
        + r#""begun":1790000000000,"role":"admin","prepared":0,"acts":["#
        + r#"{"act":"credentials-downloaded","at":1790000120000,"after":1}],"#
        + r#""hints":{"created":2},"seconds":95,"outcome":{"at":1790003600000,"#
        + r#""reached":["created","licensed","delivered"],"changes":1,"detours":0}}"#;
    let exercise = super::exercise("first-user");
    let (mut attempt, changes, prepared) = solved("first-user");
    let (start, rest) = changes.split_at(prepared);
    let mut replay = Replay::new(exercise, small_sample().clone(), start);
    replay.follow(exercise, &attempt, rest, at(3_600_000));
    attempt.outcome = Some(replay.outcome(exercise, &attempt, at(3_600_000)));
    attempt.hints.insert("created".to_owned(), 2);
    attempt.seconds = 95;
    assert_eq!(serde_json::to_string(&attempt).expect("it has JSON"), text);
    assert_eq!(
        serde_json::from_str::<Attempt>(&text).expect("it is an attempt"),
        attempt
    );
}
