//! Which goals are reached, one thing after the other.

use serde_json::json;

use super::Attempt;

const DANA: &str = "dana.ruiz@albatros-werkzeugbau.example";

fn dana() -> serde_json::Value {
    json!({"create": DANA, "display_name": "Dana Ruiz", "location": "DE", "licenses": ["SPB"]})
}

#[test]
fn a_goal_is_reached_the_moment_it_is_true_and_not_any_more_when_it_is_undone() {
    let attempt = Attempt::new("first-user");
    assert_eq!(attempt.reached(), [""; 0]);
    let attempt = attempt.does(dana());
    assert_eq!(attempt.reached(), ["created", "licensed"]);
    let attempt = attempt.does(json!({"change-licenses": [DANA], "revoke": ["SPB"]}));
    assert_eq!(attempt.reached(), ["created"]);
    let attempt = attempt.does(json!({"delete": [DANA]}));
    assert_eq!(attempt.reached(), [""; 0]);
    let attempt = attempt.does(json!({"restore": [DANA]}));
    assert_eq!(attempt.reached(), ["created"]);
    let attempt = attempt.does(json!({"act": "credentials-copied"}));
    let attempt = attempt.does(json!({"change-licenses": [DANA], "assign": ["SPB"]}));
    assert!(attempt.progress.is_complete());
    assert_eq!(attempt.progress.changes(), 5);
}

#[test]
fn what_comes_after_a_goal_does_not_count_before_it() {
    let attempt = Attempt::new("first-user").does(json!({"act": "credentials-copied"}));
    let attempt = attempt.does(dana());
    assert_eq!(attempt.reached(), ["created", "licensed"]);
    let attempt = attempt.does(json!({"act": "credentials-printed"}));
    assert!(attempt.progress.is_complete());
    // What was after it stays after it, though the goal is undone.
    let attempt = attempt.does(json!({"delete": [DANA]}));
    assert_eq!(attempt.reached(), ["delivered"]);
}

#[test]
fn once_a_goal_stays_reached() {
    let mut exercise = super::exercise("first-user").clone();
    exercise.goals[0].once = true;
    let attempt = Attempt::of(exercise)
        .does(dana())
        .does(json!({"delete": [DANA]}));
    assert_eq!(attempt.reached(), ["created"]);
}

#[test]
fn a_customer_that_is_renamed_is_still_the_one_that_goals_name() {
    let attempt = Attempt::new("first-user")
        .does(json!({"edit-customer": "albatros.example", "company": "Albatros AG"}))
        .does(dana());
    assert_eq!(attempt.reached(), ["created", "licensed"]);
}

#[test]
fn time_unticks_and_is_no_change_by_a_person() {
    let attempt = Attempt::new("helpdesk")
        .does(json!({"delete": ["declan.walker2@birchfield.example"], "role": "admin"}));
    assert_eq!(attempt.reached(), ["deleted"]);
    let attempt = attempt.does(json!({"advance-clock": 31}));
    assert_eq!(attempt.reached(), [""; 0]);
    assert_eq!(attempt.progress.changes(), 2);
}
