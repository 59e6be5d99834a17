//! Courses are written as they are read.

use seatwork::training::{Check, Course, Exercise, Instruction};
use serde_json::{Value, json};

use super::course;

#[test]
fn the_built_in_course_comes_back_from_its_file() {
    let text = serde_json::to_string_pretty(course()).expect("it has JSON");
    let read: Course = serde_json::from_str(&text).expect("it can be read");
    assert_eq!(read, *course());
    let whole = seatwork::training::read_course(&text, super::begun());
    assert_eq!(whole.as_ref(), Ok(course()));
}

#[test]
fn what_says_nothing_is_not_written() {
    let id = |exercise: &Exercise| exercise.id.clone();
    let exercise = &course().exercises[0];
    let value = serde_json::to_value(exercise).expect("it has JSON");
    assert_eq!(value["id"], json!(id(exercise)));
    for absent in ["start", "files", "once"] {
        assert_eq!(value.get(absent), None, "{absent}");
    }
    assert_eq!(value["goals"][0].get("once"), None);
}

/// Reads a value and writes it again.
macro_rules! again {
    ($type:ty, $value:expr) => {{
        let value: &Value = $value;
        let read: $type = serde_json::from_value(value.clone())
            .unwrap_or_else(|error| panic!("{value}: {error}"));
        serde_json::to_value(&read).expect("it has JSON")
    }};
}

#[test]
fn every_check_is_written_as_it_was_read() {
    let plans = json!({"SPB": ["TEAMS1"]});
    for check in [
        json!({"user": "*@albatros.example", "first_name": "A", "last_name": "B",
            "display_name": "A B", "location": "DE", "roles": [], "licenses": ["SPB"],
            "without": ["O365_BUSINESS_ESSENTIALS"], "plans_on": plans, "plans_off": plans}),
        json!({"user": "a@albatros.example", "exists": false}),
        json!({"deleted": "a@albatros.example"}),
        json!({"count": "all", "customer": "albatros.example", "is": 1}),
        json!({"count": "with-SPB", "customer": "albatros.example",
            "domain": "albatros.example", "at_least": 1, "at_most": 2}),
        json!({"count": "without-SPB", "customer": "albatros.example", "is": 1}),
        json!({"count": "administrators", "customer": "albatros.example", "is": 1}),
        json!({"count": "without-location", "customer": "albatros.example", "is": 1}),
        json!({"count": "without-license", "customer": "albatros.example", "is": 1}),
        json!({"count": "with-license", "customer": "albatros.example", "is": 1}),
        json!({"seats": "SPB", "customer": "albatros.example", "total": {"is": 1},
            "assigned": {"at_most": 3}, "available": {"at_least": 2}}),
        json!({"done": "passwords-reset", "user": "a@albatros.example",
            "customer": "albatros.example"}),
        json!({"act": "exported", "customer": "albatros.example"}),
        json!({"act": "exported"}),
        json!({"all": [{"any": [{"not": {"act": "exported"}}]}]}),
        json!({"after": "goal", "then": {"act": "exported"}}),
    ] {
        assert_eq!(again!(Check, &check), check);
    }
}

#[test]
fn every_instruction_is_written_as_it_was_read() {
    let plans = json!({"SPB": ["TEAMS1"]});
    for instruction in [
        json!({"create": "a@albatros.example", "first_name": "A", "last_name": "B",
            "display_name": "A B", "location": "DE", "roles": ["billing"], "licenses": ["SPB"],
            "plans_off": plans, "role": "helpdesk"}),
        json!({"create": "a@albatros.example", "display_name": "A"}),
        json!({"upload": [["", "", "X", "x@albatros.example"]], "customer": "albatros.example",
            "location": "DE"}),
        json!({"edit": "a@albatros.example", "user_name": "b@albatros.example", "first_name": "A",
            "last_name": "B", "display_name": "A B", "location": "DE", "roles": []}),
        json!({"reset-passwords": ["a@albatros.example"]}),
        json!({"delete": ["a@albatros.example"]}),
        json!({"restore": ["a@albatros.example"],
            "renamed": {"a@albatros.example": "b@albatros.example"}}),
        json!({"restore": ["a@albatros.example"]}),
        json!({"change-licenses": ["a@albatros.example"], "assign": ["SPB"],
            "revoke": ["O365_BUSINESS_ESSENTIALS"], "plans_on": plans}),
        json!({"change-licenses": ["a@albatros.example"], "plans_off": plans}),
        json!({"add-subscription": "SPB", "customer": "albatros.example", "quantity": 5}),
        json!({"change-quantity": "SPB", "customer": "albatros.example", "quantity": 5}),
        json!({"suspend": "SPB", "customer": "albatros.example"}),
        json!({"reactivate": "SPB", "customer": "albatros.example"}),
        json!({"edit-customer": "albatros.example", "company": "A", "location": "DE"}),
        json!({"advance-clock": 15}),
        json!({"set-record-limit": 200}),
        json!({"act": "exported", "customer": "albatros.example"}),
    ] {
        assert_eq!(again!(Instruction, &instruction), instruction);
    }
}
