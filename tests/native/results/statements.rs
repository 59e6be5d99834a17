//! Statements of the Experience API.

use serde_json::{Value, json};

use seatwork::results::statements;

use super::{Played, file};
use crate::training::{begun, course};

fn stated(played: &[Played]) -> Vec<Value> {
    let filed = played.iter().zip(1..).map(|(played, id)| played.filed(id));
    let file = file("Zoë", filed.collect());
    let statements = statements(&file, course());
    let values = statements.iter().map(serde_json::to_value);
    values.map(|value| value.expect("it has JSON")).collect()
}

#[test]
fn beginning_finishing_and_the_verdict_are_stated() {
    let all = stated(&[
        Played::begin("free-seat", 0)
            .solves()
            .takes_hints(3)
            .finishes(3_661),
        Played::begin("free-seat", 5).does_steps(1).finishes(59),
        Played::begin("first-user", 9),
    ]);
    let verbs: Vec<&str> = all
        .iter()
        .map(|statement| statement["verb"]["id"].as_str().expect("a text"))
        .map(|id| id.rsplit('/').next().expect("a name"))
        .collect();
    assert_eq!(
        verbs,
        [
            "attempted",
            "completed",
            "passed",
            "attempted",
            "completed",
            "failed",
            "attempted"
        ]
    );
    let passed = &all[2];
    assert_eq!(passed["actor"]["account"]["name"], "Zoë");
    assert_eq!(
        passed["object"]["id"],
        "https://seatwork.example/courses/users-and-licenses/free-seat"
    );
    assert_eq!(
        passed["result"],
        json!({
            "score": {"scaled": 1.0, "raw": 2, "min": 0, "max": 2},
            "success": true, "completion": true, "duration": "PT1H1M1S",
            "extensions": {
                "https://seatwork.example/xapi/hints": 3,
                "https://seatwork.example/xapi/detours": 0,
                "https://seatwork.example/xapi/changes": 2,
            },
        })
    );
    let failed = &all[5]["result"];
    assert_eq!(
        failed["score"],
        json!({"scaled": 0.5, "raw": 1, "min": 0, "max": 2})
    );
    assert_eq!(
        (&failed["success"], &failed["duration"]),
        (&json!(false), &json!("PT59S"))
    );
    assert!(all[6].get("result").is_none());
    let time = begun().to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
    assert_eq!(all[0]["timestamp"], json!(time));
}

#[test]
fn stated_again_it_is_the_same_statement_and_all_others_are_others() {
    let once = stated(&[Played::begin("free-seat", 0).solves().finishes(60)]);
    let again = stated(&[Played::begin("free-seat", 0).solves().finishes(60)]);
    assert_eq!(once, again);
    let mut ids: Vec<String> = once.iter().map(|one| one["id"].to_string()).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 3);
}
