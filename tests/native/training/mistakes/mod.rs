//! Mistakes of a course: each is found, with its place and with what was probably meant.

mod names;
mod playing;

use serde_json::{Value, json};

use seatwork::training::{Exercise, Mistake, MistakeKind, Name, read_course, read_exercise};

use super::{begun, course};

/// The files of the built-in course.
fn files() -> Vec<(String, String)> {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/src/training/courses/users-and-licenses"
    );
    let mut files: Vec<(String, String)> = std::fs::read_dir(folder)
        .expect("the folder can be read")
        .map(|entry| entry.expect("the folder can be read").path())
        .map(|path| {
            let name = path
                .file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            (
                name,
                std::fs::read_to_string(&path).expect("the file can be read"),
            )
        })
        .filter(|(name, _)| name != "course")
        .collect();
    files.sort();
    files
}

#[test]
fn the_built_in_course_has_none() {
    let files = files();
    assert_eq!(files.len(), 14);
    for (name, text) in &files {
        let read = read_exercise(text, begun());
        let exercise = read.unwrap_or_else(|mistakes| panic!("{name}: {mistakes:#?}"));
        assert_eq!(exercise.id, *name);
        assert_eq!(course().exercise(name), Some(&exercise));
    }
}

#[test]
fn a_course_is_read_from_one_file() {
    let text = |exercises: Value| {
        let title = json!({"en": "Course", "de": "Kurs"});
        json!({
            "format": 1, "id": "mine", "version": 3, "title": title, "about": title,
            "exercises": exercises,
        })
        .to_string()
    };
    let good = example();
    let read = read_course(&text(json!([good])), begun()).expect("it has no mistakes");
    assert_eq!((read.exercises.len(), read.version), (1, 3));
    assert!(read.exercise("example").is_some() && read.exercise("other").is_none());
    assert_eq!(read.next_after("example"), None);
    let mut bad = good.clone();
    bad["minuts"] = json!(3);
    let mistakes = read_course(&text(json!([good, bad])), begun()).expect_err("there is a mistake");
    let [mistake] = &*mistakes else {
        panic!("{mistakes:?}")
    };
    assert_eq!(mistake.path, "$.exercises[1].minuts");
    let mistakes = read_course(&text(json!([good, good])), begun()).expect_err("it is doubled");
    let doubled = MistakeKind::DoubledName("example".to_owned());
    assert_eq!(mistakes, [mistake_at("$.exercises[1].id", doubled)]);
}

#[test]
fn more_exercises_than_can_be_played_are_refused() {
    let title = json!({"en": "Course", "de": "Kurs"});
    let named = |number: usize| {
        let mut exercise = example();
        exercise["id"] = json!(format!("exercise-{number}"));
        exercise
    };
    let text = json!({
        "format": 1, "id": "mine", "version": 1, "title": title, "about": title,
        "exercises": (0..101).map(named).collect::<Vec<_>>(),
    })
    .to_string();
    let mistakes = read_course(&text, begun()).expect_err("there are too many");
    let kind = MistakeKind::TooMany { most: 100 };
    assert_eq!(mistakes, [mistake_at("$.exercises", kind)]);
}

fn mistake_at(path: &str, kind: MistakeKind) -> Mistake {
    Mistake {
        path: path.to_owned(),
        kind,
    }
}

/// A small exercise without mistakes, with something of everything.
fn example() -> Value {
    let text = json!({"en": "A text", "de": "Ein Text"});
    json!({
        "id": "example", "title": text, "story": text, "minutes": 3, "role": "admin",
        "start": [
            {"create": "mia.start@lanterna.example", "display_name": "Mia Start", "location": "IT"},
        ],
        "files": [{"name": "a.csv", "encoding": "windows-1252", "lines": ["Vorname;Höhe"]}],
        "goals": [
            {
                "id": "created", "text": text, "once": true,
                "check": {
                    "user": "mia.neu@lanterna.example", "licenses": ["SPB"],
                    "plans_on": {"SPB": ["TEAMS1"]},
                },
                "hints": [{
                    "text": text,
                    "show": {"on": "users", "role": "button", "name": "add_user", "begins": true},
                }],
            },
            {
                "id": "seats", "text": text, "hints": [],
                "check": {"all": [
                    {"seats": "SPB", "customer": "lanterna.example", "available": {"is": 0}},
                    {"after": "created", "then": {"not": {"deleted": "mia.neu@lanterna.example"}}},
                ]},
            },
        ],
        "solution": [{
            "create": "mia.neu@lanterna.example", "display_name": "Mia Neu", "location": "IT",
            "licenses": ["SPB"], "role": "admin",
        }],
        "next": text,
    })
}

/// Reads the example with something else at this place.
fn with(pointer: &str, value: Value) -> Result<Exercise, Vec<Mistake>> {
    let mut changed = example();
    match changed.pointer_mut(pointer) {
        Some(place) => *place = value,
        None => {
            let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
            changed.pointer_mut(parent).expect("there is such a place")[name] = value;
        }
    }
    read_exercise(&changed.to_string(), begun())
}

fn unknown(what: Name, name: &str, suggestion: Option<&str>) -> MistakeKind {
    MistakeKind::UnknownName {
        what,
        name: name.to_owned(),
        suggestion: suggestion.map(str::to_owned),
    }
}

fn unknown_field(name: &str, suggestion: Option<&'static str>) -> MistakeKind {
    MistakeKind::UnknownField {
        name: name.to_owned(),
        suggestion,
    }
}

#[test]
fn every_mistake_is_found_at_once() {
    let mut bad = example();
    bad["titel"] = bad["title"].take();
    bad.as_object_mut().expect("an object").remove("title");
    bad["goals"][0]["check"]["licenses"] = json!(["SPB", "VISIOCLINT"]);
    bad["goals"][1]["check"]["all"][0]["available"] = json!({"at_lest": 1});
    bad["solution"][0]["locaton"] = json!("IT");
    let mistakes = read_exercise(&bad.to_string(), begun()).expect_err("there are mistakes");
    let paths: Vec<&str> = mistakes.iter().map(|mistake| &*mistake.path).collect();
    assert_eq!(
        paths,
        [
            "$.goals[0].check.licenses[1]",
            "$.goals[1].check.all[0].available.at_lest",
            "$.solution[0].locaton",
            "$.titel",
            "$",
        ]
    );
}

#[test]
fn what_is_no_json_or_too_deep_is_refused() {
    let text = example().to_string();
    for cut in [0, 1, text.len() / 2, text.len() - 1] {
        let cut = text.get(..cut).unwrap_or(&text);
        let mistakes = read_exercise(cut, begun()).expect_err("it is cut off");
        assert!(
            matches!(mistakes[0].kind, MistakeKind::NotJson { .. }),
            "{mistakes:?}"
        );
    }
    let nested = |depth: usize| {
        let inner = json!({"user": "mia.neu@lanterna.example"});
        (0..depth).fold(inner, |inner, _| json!({"all": [inner]}))
    };
    assert!(with("/goals/0/check", nested(15)).is_ok());
    for depth in [16, 50] {
        let mistakes = with("/goals/0/check", nested(depth)).expect_err("too deep");
        assert_eq!(mistakes[0].kind, MistakeKind::TooDeep);
    }
    let endless = format!("{{\"goals\":{}", "[".repeat(100_000));
    assert!(read_exercise(&endless, begun()).is_err());
}

/// Changes one thing after the other in a value, and calls `then` with each result.
fn mutate(value: &Value, then: &mut dyn FnMut(Value)) {
    match value {
        Value::Object(object) => {
            for (name, inner) in object {
                let mut renamed = object.clone();
                renamed.remove(name);
                renamed.insert(format!("{name}x"), inner.clone());
                then(Value::Object(renamed));
                mutate(inner, &mut |changed| {
                    let mut object = object.clone();
                    object.insert(name.clone(), changed);
                    then(Value::Object(object));
                });
            }
        }
        Value::Array(values) => {
            for (at, inner) in values.iter().enumerate() {
                mutate(inner, &mut |changed| {
                    let mut values = values.clone();
                    values[at] = changed;
                    then(Value::Array(values));
                });
            }
        }
        _ => {}
    }
    then(json!(null));
    then(json!([[1]]));
}

#[test]
fn what_the_types_refuse_is_a_mistake_with_a_place() {
    let mut refused = 0;
    for (name, text) in files() {
        let value: Value = serde_json::from_str(&text).expect("it is JSON");
        mutate(&value, &mut |changed| {
            if serde_json::from_value::<Exercise>(changed.clone()).is_ok() {
                return;
            }
            refused += 1;
            let read = read_exercise(&changed.to_string(), begun());
            let mistakes = read.expect_err("the types refuse it");
            let has_place =
                |mistake: &Mistake| !matches!(mistake.kind, MistakeKind::Inconsistent(_));
            assert!(
                mistakes.iter().all(has_place),
                "{name}: {mistakes:?}: {changed}"
            );
        });
    }
    assert!(refused > 2_000, "{refused}");
}
