//! Making exercises: what is recorded comes back as instructions, goals follow from them, and what
//! is missing is known.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use seatwork::domain::{Change, PartnerRole};
use seatwork::text::Language;
use seatwork::training::{
    Absent, Acted, Bilingual, Course, Draft, Exercise, Instruction, Lack, Place, Played, Progress,
    Recorded, Role, Stage, Target, TextOf, Tongue, known_targets, lacks, move_by_one, propose,
    read_course, record, rehearse,
};

use super::{begun, create, exercise, small_sample};
use crate::support::{acting_as, at};
use seatwork::domain::sample::SplitMix;

/// An exercise with nothing but a solution.
fn with_solution(solution: Vec<Instruction>) -> Exercise {
    let mut course = Course::built_in().expect("it can be read");
    let id = course.add_exercise();
    let mut exercise = course.exercise(&id).expect("it was added").clone();
    exercise.solution = solution;
    exercise
}

fn instruction(json: &Value) -> Instruction {
    serde_json::from_value(json.clone()).unwrap_or_else(|error| panic!("{json}: {error}"))
}

/// The changes and acts of these instructions, as far as they can be carried out, with numbers as
/// in a journal; and the instructions.
fn played(instructions: &[Value]) -> (Vec<(u64, Change)>, Vec<Acted>, Vec<Instruction>) {
    let mut stage = Stage {
        workspace: small_sample().clone(),
        clock: at(20_000),
        actor: acting_as(PartnerRole::AdminAgent),
        random: SplitMix::seeded(99),
    };
    let (mut changes, mut acts, mut done) = (Vec::new(), Vec::new(), Vec::new());
    for json in instructions {
        let one = instruction(json);
        let Ok(Played {
            changes: new,
            traces,
        }) = stage.play(&one)
        else {
            continue;
        };
        for change in new {
            changes.push((changes.len() as u64 + 1, change));
        }
        for trace in traces {
            if let seatwork::training::Happening::Acted(act) = trace.what {
                acts.push(Acted {
                    act,
                    customer: trace.customer,
                    at: begun(),
                    after: changes.len() as u64,
                });
            }
        }
        done.push(one);
    }
    (changes, acts, done)
}

fn recorded(instructions: &[Value]) -> (Recorded, Vec<Instruction>) {
    let (changes, acts, done) = played(instructions);
    let sample = small_sample().clone();
    let role = PartnerRole::AdminAgent;
    (
        record(sample.clone(), &changes, &acts, sample, role, at(1000)),
        done,
    )
}

#[test]
fn what_is_recorded_comes_back_as_the_same_instructions() {
    let ute = "ute.vogt@albatros.example";
    let instructions = [
        create("dana.ruiz@albatros.example", "Dana Ruiz", "DE", &["SPB"]),
        json!({"act": "credentials-printed", "customer": "albatros-werkzeugbau.example"}),
        json!({"upload": [["", "", "X", "x@albatros.example"]],
            "customer": "albatros-werkzeugbau.example", "location": "DE"}),
        json!({"edit": ute, "last_name": "Vogt-Lang", "roles": ["billing"]}),
        json!({"reset-passwords": [ute]}),
        json!({"change-licenses": ["dana.ruiz@albatros.example"], "plans_off": {"SPB": ["TEAMS1"]}}),
        json!({"delete": [ute], "role": "admin"}),
        json!({"restore": [ute], "renamed": {ute: "ute2@albatros.example"}}),
        json!({"change-quantity": "SPB", "customer": "albatros-werkzeugbau.example", "quantity": 60}),
        json!({"edit-customer": "albatros-werkzeugbau.example", "company": "Albatros AG"}),
        json!({"advance-clock": 15}),
        json!({"set-record-limit": 200}),
        json!({"act": "log-exported"}),
    ];
    let (recorded, done) = recorded(&instructions);
    assert_eq!(done.len(), instructions.len(), "each can be carried out");
    assert_eq!(recorded.left_out, []);
    let written = serde_json::to_value(&recorded.steps).expect("it has JSON");
    let expected: Vec<Instruction> = done
        .into_iter()
        .map(|one| Instruction { role: None, ..one })
        .collect();
    assert_eq!(
        written,
        serde_json::to_value(expected).expect("it has JSON")
    );
}

#[test]
fn what_a_course_cannot_say_is_left_out_and_named() {
    let ute = "ute.vogt@albatros.example";
    let (mut changes, _, _) = played(&[json!({"edit": ute, "last_name": "Lang"})]);
    let event = serde_json::to_string(&changes[0].1.event).expect("it has JSON");
    // Her first name was taken away.
    let (head, tail) = event.split_once(r#""first":"Ute","#).expect("she has one");
    changes[0].1.event = serde_json::from_str(&format!("{head}{tail}")).expect("an event");
    let sample = small_sample().clone();
    let role = PartnerRole::AdminAgent;
    let recorded = record(sample.clone(), &changes, &[], sample, role, at(1000));
    assert_eq!(recorded.steps, []);
    assert_eq!(recorded.left_out, [seatwork::domain::Action::EditUser]);
}

#[test]
fn goals_are_what_the_solution_changed() {
    let goals = |instructions: &[Value]| {
        let (recorded, _) = recorded(instructions);
        let goals = propose(&with_solution(recorded.steps), begun());
        goals
            .iter()
            .map(|goal| serde_json::to_value(&goal.check).expect("it has JSON"))
            .collect::<Vec<_>>()
    };
    let dana = "dana.ruiz@albatros.example";
    assert_eq!(
        goals(&[
            create(dana, "Dana Ruiz", "DE", &["SPB"]),
            json!({"act": "credentials-printed", "customer": "albatros-werkzeugbau.example"}),
            json!({"act": "filtered", "customer": "albatros-werkzeugbau.example"}),
        ]),
        [
            json!({"user": dana, "display_name": "Dana Ruiz"}),
            json!({"user": dana, "licenses": ["SPB"]}),
            json!({"act": "credentials-delivered", "customer": "albatros-werkzeugbau.example"}),
        ]
    );
    // What was undone is no goal.
    assert_eq!(
        goals(&[
            create(dana, "Dana Ruiz", "DE", &[]),
            json!({"delete": [dana]})
        ]),
        [json!({"deleted": dana})]
    );
    // Many are counted.
    let rows: Vec<Value> = (0..7)
        .map(|number| {
            json!([
                "",
                "",
                format!("U{number}"),
                format!("u{number}@albatros.example")
            ])
        })
        .collect();
    assert_eq!(
        goals(&[json!({"upload": rows, "customer": "albatros.example", "location": "DE"})]),
        [json!({"count": "all", "customer": "albatros-werkzeugbau.example", "is": 71})]
    );
    assert_eq!(
        goals(&[json!({"change-quantity": "SPB", "customer": "albatros.example", "quantity": 60})]),
        [json!({"seats": "SPB", "customer": "albatros-werkzeugbau.example", "total": {"is": 60}})]
    );
}

/// Instructions of all kinds about a few people, many of which cannot be carried out.
fn instructions() -> impl Strategy<Value = Vec<Value>> {
    let user = || {
        select(&["ute.vogt", "jana.mueller", "a", "b", "c"][..])
            .prop_map(|name| format!("{name}@albatros.example"))
    };
    let product = || select(&["SPB", "O365_BUSINESS_ESSENTIALS", "POWER_BI_PRO"][..]);
    let customer = "albatros.example";
    let one = prop_oneof![
        4 => (user(), product()).prop_map(|(user, sku)| create(&user, "Ada Lang", "DE", &[sku])),
        3 => (user(), product()).prop_map(|(user, sku)| json!({"change-licenses": [user], "assign": [sku]})),
        3 => (user(), product()).prop_map(|(user, sku)| json!({"change-licenses": [user], "revoke": [sku]})),
        2 => user().prop_map(|user| json!({"change-licenses": [user], "plans_off": {"SPB": ["TEAMS1"]}})),
        2 => user().prop_map(|user| json!({"edit": user, "last_name": "Neu", "roles": ["billing"]})),
        1 => (user(), user()).prop_map(|(user, new)| json!({"edit": user, "user_name": new})),
        3 => user().prop_map(|user| json!({"delete": [user]})),
        3 => user().prop_map(|user| json!({"restore": [user]})),
        2 => user().prop_map(|user| json!({"reset-passwords": [user]})),
        1 => (1..80_u32, product()).prop_map(move |(quantity, sku)| json!({
            "change-quantity": sku, "customer": customer, "quantity": quantity})),
        1 => product().prop_map(move |sku| json!({"suspend": sku, "customer": customer})),
        1 => product().prop_map(move |sku| json!({"reactivate": sku, "customer": customer})),
        1 => (1..40_u16).prop_map(|days| json!({"advance-clock": days})),
        1 => Just(json!({"act": "credentials-printed", "customer": customer})),
        1 => Just(json!({"edit-customer": customer, "company": "Albatros AG"})),
    ];
    proptest::collection::vec(one, 1..12)
}

proptest! {
    #![proptest_config(crate::support::cases(48))]

    #[test]
    fn proposed_goals_are_open_at_the_start_and_reached_in_the_end(instructions in instructions()) {
        let (recorded, _) = recorded(&instructions);
        let mut exercise = with_solution(recorded.steps.clone());
        exercise.goals = propose(&exercise, begun());
        prop_assert_eq!(rehearse(&exercise, begun()), vec![]);
        let start = exercise.begin(begun()).map_err(|_| TestCaseError::fail("begin"))?.workspace;
        let progress = Progress::new(&exercise.goals, &start, begun());
        prop_assert!(progress.reached().iter().all(|reached| !reached));
        // What was recorded once is recorded again.
        let values: Vec<Value> = recorded.steps.iter()
            .map(|step| serde_json::to_value(step).expect("it has JSON")).collect();
        let (again, _) = self::recorded(&values);
        prop_assert_eq!(again, recorded);
    }
}

#[test]
fn what_is_missing_is_known_and_one_language_stands_for_both() {
    let mut draft = Draft::new("mine".to_owned());
    let both = Absent::Both;
    assert_eq!(
        draft.course.lacks(),
        [
            Lack::Text(TextOf::Title, both),
            Lack::Text(TextOf::About, both),
            Lack::Exercises
        ]
    );
    let id = draft.course.add_exercise();
    let empty = draft.course.exercise(&id).expect("it was added");
    assert_eq!(
        lacks(empty),
        [
            Lack::Solution,
            Lack::Goals,
            Lack::Text(TextOf::Title, both),
            Lack::Text(TextOf::Story, both)
        ]
    );
    let mut full = exercise("first-user").clone();
    full.goals[0].text.de.clear();
    full.goals[1].hints[2].text = Bilingual::default();
    draft.course.exercises = vec![full];
    draft.course.title.en = "Mine".to_owned();
    assert_eq!(
        lacks(&draft.course.exercises[0]),
        [
            Lack::Text(TextOf::Goal(0), Absent::German),
            Lack::Text(TextOf::Hint(1, 2), both)
        ]
    );
    assert!(!draft.course.is_incomplete());
    let exported = draft.course.without_blank_hints();
    assert_eq!(exported.exercises[0].goals[1].hints.len(), 2);
    // The file keeps what is missing, so that whoever goes on with it is still told.
    let text = serde_json::to_string(&exported).expect("it is written");
    let read = read_course(&text, at(20_000)).expect("it is a course");
    assert_eq!(read.title.de, "");
    assert_eq!(Language::German.of(&read.title), "Mine");
    assert_eq!(
        lacks(&read.exercises[0]),
        [Lack::Text(TextOf::Goal(0), Absent::German)]
    );
    let goal = &read.exercises[0].goals[0].text;
    assert_eq!(Language::German.of(goal), goal.en);
}

#[test]
fn a_course_that_was_exported_is_another_version_once_it_is_changed() {
    let mut draft = Draft::new("mine".to_owned());
    draft.edit(|course| course.title.en = "A".to_owned());
    assert_eq!(draft.course.version, 1);
    draft.is_exported = true;
    draft.edit(|_| {});
    assert_eq!((draft.course.version, draft.is_exported), (1, true));
    draft.edit(|course| course.title.en = "B".to_owned());
    draft.edit(|course| course.title.en = "C".to_owned());
    assert_eq!((draft.course.version, draft.is_exported), (2, false));
}

#[test]
fn exercises_are_added_copied_and_moved() {
    let mut course = Draft::new("mine".to_owned()).course;
    let first = course.add_exercise();
    let second = course.add_copy(exercise("first-user"), 9);
    let third = course.add_copy(exercise("first-user"), 1);
    let ids = |course: &Course| {
        course
            .exercises
            .iter()
            .map(|one| one.id.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&course), [&*first, &*third, &*second]);
    assert_eq!(
        (&*first, &*second, &*third),
        ("exercise-1", "first-user", "exercise-2")
    );
    move_by_one(&mut course.exercises, 0, false);
    move_by_one(&mut course.exercises, 2, true);
    move_by_one(&mut course.exercises, 0, true);
    assert_eq!(ids(&course), [&*third, &*first, &*second]);
}

#[test]
fn a_course_file_is_called_like_its_course() {
    let name = |en: &str, de: &str| {
        let mut course = Draft::new("course-1".to_owned()).course;
        course.title = Bilingual {
            en: en.to_owned(),
            de: de.to_owned(),
        };
        course.file_name()
    };
    assert_eq!(name("A & B: the end!", "x"), "a-b-the-end.json");
    assert_eq!(name("", "Aufräumen"), "aufraeumen.json");
    assert_eq!(name("日本", ""), "course-1.json");
}

#[test]
fn controls_that_a_hint_can_point_at_are_told_apart() {
    for language in Language::ALL {
        let mut labels: Vec<String> = known_targets()
            .iter()
            .map(|target| language.sentences().target(target))
            .collect();
        let count = labels.len();
        labels.sort_unstable();
        labels.dedup();
        assert_eq!(labels.len(), count, "{labels:#?}");
    }
}

#[test]
fn labels_in_a_hint_are_explained() {
    let hint = |en: &str, de: &str| Bilingual {
        en: en.to_owned(),
        de: de.to_owned(),
    };
    for (text, expected) in [
        (hint("Press it.", ""), ""),
        (hint("Braces {} and {nothing}.", ""), ""),
        (
            hint("{save}", "Erst {copy}, dann {save}"),
            "Trainees see {save} as “Save”, {copy} as “Copy”.",
        ),
    ] {
        assert_eq!(Language::English.sentences().labels_in(&text), expected);
    }
}

type Edit = fn(&mut Course);

#[test]
fn a_course_is_in_the_languages_in_which_nothing_is_missing() {
    let whole = || {
        let mut course = Draft::new("mine".to_owned()).course;
        let both = Bilingual {
            en: "Tidying up".to_owned(),
            de: "Aufräumen".to_owned(),
        };
        (course.title, course.about) = (both.clone(), both);
        course.exercises = vec![exercise("first-user").clone()];
        course
    };
    let tongue = |edit: Edit| {
        let mut course = whole();
        edit(&mut course);
        course.tongue()
    };
    let cases: [(Edit, Tongue); 7] = [
        (|_| {}, Tongue::Both),
        // Proposed goals have both languages, whatever the author writes.
        (
            |course| {
                course.title.en.clear();
                course.exercises[0].title.en.clear();
                course.exercises[0].story.en.clear();
            },
            Tongue::German,
        ),
        (|course| course.title.de.clear(), Tongue::English),
        (
            |course| course.exercises[0].goals[0].text.de.clear(),
            Tongue::English,
        ),
        (
            |course| {
                course.title.de.clear();
                course.exercises[0].story.en.clear();
            },
            Tongue::Mixed,
        ),
        // What a course is about, and hints, need not be there.
        (
            |course| {
                course.about.en.clear();
                course.exercises[0].goals[0].hints[0].text.de.clear();
            },
            Tongue::Both,
        ),
        // A course in French, say.
        (
            |course| {
                let [exercise] = &mut course.exercises[..] else {
                    return;
                };
                let goals = exercise.goals.iter_mut().map(|goal| &mut goal.text);
                let texts = [&mut course.title, &mut exercise.title, &mut exercise.story];
                for text in texts.into_iter().chain(goals) {
                    text.de.clone_from(&text.en);
                }
            },
            Tongue::Any,
        ),
    ];
    for (at, (edit, expected)) in cases.into_iter().enumerate() {
        assert_eq!(tongue(edit), expected, "case {at}");
    }
}

#[test]
fn controls_are_on_the_screen_as_it_is_called() {
    let target = |on: Place, role: Role, name: &str| Target {
        on,
        role,
        name: name.to_owned(),
        begins: false,
    };
    for (target, english, german) in [
        (
            target(Place::AddUser, Role::Button, "save"),
            "Add user – Button: Save",
            "Benutzer hinzufügen – Schaltfläche: Speichern",
        ),
        (
            target(Place::AddUser, Role::Button, "download"),
            "User created – Button: Download",
            "Benutzer erstellt (ein Benutzer) – Schaltfläche: Herunterladen",
        ),
        (
            target(Place::UsersUploaded, Role::Button, "download"),
            "Users created – Button: Download",
            "Benutzer erstellt (aus einer Datei) – Schaltfläche: Herunterladen",
        ),
    ] {
        let said = [Language::English, Language::German]
            .map(|language| language.sentences().target(&target));
        assert_eq!(said, [english, german]);
    }
}
