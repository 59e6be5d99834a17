//! What is found by playing an exercise.

use serde_json::{Value, json};

use seatwork::training::{Exercise, Mistake, MistakeKind, Name, Stuck, rehearse};

use super::{example, mistake_at, unknown, with};
use crate::training::begun;

#[test]
fn what_cannot_be_played_is_found_by_playing_it() {
    let cases: &[(&str, Value, &str, MistakeKind)] = &[
        (
            "/goals/1/check",
            json!({"user": "noemi.bianchi@lanterna.example"}),
            "$.goals[1].check",
            MistakeKind::TrueFromTheStart,
        ),
        (
            "/goals/1/check",
            json!({"user": "mia.start@lanterna.example", "licenses": ["SPB"]}),
            "$.goals[1].check",
            MistakeKind::NotReached,
        ),
        (
            "/goals/1/id",
            json!("created"),
            "$.goals[1].id",
            MistakeKind::DoubledName("created".to_owned()),
        ),
        (
            "/solution/0/create",
            json!("mia.neu@lantern.example"),
            "$.solution[0]",
            unknown(Name::Domain, "lantern.example", Some("lanterna.example")),
        ),
        (
            "/solution/0",
            json!({"delete": ["noemi.bianch@lanterna.example"]}),
            "$.solution[0]",
            unknown(
                Name::User,
                "noemi.bianch@lanterna.example",
                Some("noemi.bianchi@lanterna.example"),
            ),
        ),
        (
            "/start/0",
            json!({"reset-passwords": ["niemand@lanterna.example"]}),
            "$.start[0]",
            unknown(Name::User, "niemand@lanterna.example", None),
        ),
    ];
    for (pointer, value, path, kind) in cases {
        let found = with(pointer, value.clone()).expect_err(pointer);
        assert_eq!(
            found,
            [mistake_at(path, kind.clone())],
            "{pointer}: {value}"
        );
    }
    // The name is unknown, and so the goal is not reached.
    let cases: &[(&str, Value, &str, MistakeKind)] = &[
        (
            "/goals/0/check/user",
            json!("mia.new@lanterna.example"),
            "$.goals[0].check.user",
            unknown(
                Name::User,
                "mia.new@lanterna.example",
                Some("mia.neu@lanterna.example"),
            ),
        ),
        (
            "/goals/1/check/all/0/customer",
            json!("laterna.example"),
            "$.goals[1].check.all[0].customer",
            unknown(Name::Domain, "laterna.example", Some("lanterna.example")),
        ),
        (
            "/goals/1/check/all/1/after",
            json!("create"),
            "$.goals[1].check.all[1].after",
            MistakeKind::NotAGoalBefore {
                name: "create".to_owned(),
                suggestion: Some("created".to_owned()),
            },
        ),
        (
            "/goals/1/check/all/1/then/not/deleted",
            json!("mia.neo@lanterna.example"),
            "$.goals[1].check.all[1].then.not.deleted",
            unknown(
                Name::User,
                "mia.neo@lanterna.example",
                Some("mia.neu@lanterna.example"),
            ),
        ),
    ];
    for (pointer, value, path, kind) in cases {
        let found = with(pointer, value.clone()).expect_err(pointer);
        assert_eq!(
            found[0],
            mistake_at(path, kind.clone()),
            "{pointer}: {value}"
        );
    }
}

#[test]
fn an_instruction_that_is_refused_is_a_mistake() {
    let refused = with("/solution/0/licenses", json!(["VISIOCLIENT"])).expect_err("no seat");
    let [
        Mistake {
            path,
            kind: MistakeKind::Stuck(Stuck::NoCommand(_)),
        },
    ] = &*refused
    else {
        panic!("{refused:?}")
    };
    assert_eq!(path, "$.solution[0]");
    let refused = with("/solution/0/role", json!("sales")).expect_err("not allowed");
    let [
        Mistake {
            path,
            kind: MistakeKind::Stuck(Stuck::Refused(_)),
        },
    ] = &*refused
    else {
        panic!("{refused:?}")
    };
    assert_eq!(path, "$.solution[0]");
}

#[test]
fn an_exercise_can_be_rehearsed_by_itself() {
    let exercise: Exercise = serde_json::from_value(example()).expect("it is an exercise");
    assert_eq!(rehearse(&exercise, begun()), []);
}
