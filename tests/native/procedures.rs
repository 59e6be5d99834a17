//! The documented procedures: every file is one, every label in it is a word of the screen, and
//! every text reads well in both languages.

use std::collections::BTreeSet;

use seatwork::session::address::follow::Follow;
use seatwork::session::address::route::Route;
use seatwork::text::Language;
use seatwork::training::{Bilingual, Part, Place, Procedure, ProcedureId, Role, Step, parts};

fn all() -> impl Iterator<Item = (ProcedureId, Procedure)> {
    let read = |id: ProcedureId| match id.read() {
        Ok(procedure) => (id, procedure),
        Err(error) => panic!("{}: {error}", id.code()),
    };
    ProcedureId::ALL.into_iter().map(read)
}

/// Every text of a procedure.
fn texts(procedure: &Procedure) -> Vec<&Bilingual> {
    let steps = procedure.steps.iter();
    let of_steps = steps.flat_map(|Step { text, note, .. }| [Some(text), note.as_ref()]);
    let of_all = [&procedure.title, &procedure.page.title].map(Some);
    of_all.into_iter().chain(of_steps).flatten().collect()
}

fn labels(text: &str) -> Vec<&str> {
    let label = |part| match part {
        Part::Label(name) => Some(name),
        Part::Plain(_) => None,
    };
    parts(text).filter_map(label).collect()
}

#[test]
fn the_six_documented_procedures_and_the_two_linked_ones_are_there() {
    let names: Vec<_> = all().map(|(id, _)| id.code()).collect();
    assert_eq!(
        names,
        [
            "create", "several", "licenses", "reset", "delete", "restore", "upload", "assign"
        ]
    );
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/training/procedures");
    let files = std::fs::read_dir(folder).expect("the folder can be read");
    assert_eq!(files.count(), names.len(), "a file is not read");
}

#[test]
fn every_label_is_a_word_of_the_screen_in_both_languages() {
    for (id, procedure) in all() {
        let in_texts = texts(&procedure).into_iter();
        let in_texts = in_texts.flat_map(|text| [labels(&text.en), labels(&text.de)].concat());
        let pointed_at = procedure.steps.iter().map(|step| step.show.name.as_str());
        let names: BTreeSet<&str> = in_texts.chain(pointed_at).collect();
        for name in names {
            for language in Language::ALL {
                let label = language.words().label(name);
                assert!(label.is_some(), "{}: there is no word {name}", id.code());
            }
        }
    }
}

/// The control that a step points at stands in its text; a list, a group or a box in its head need
/// not be named.
#[test]
fn every_step_names_the_control_that_it_points_at_in_both_languages() {
    let is_unnamed = |role| matches!(role, Role::Table | Role::Form | Role::CheckBox);
    for (id, procedure) in all() {
        for (at, Step { text, show, .. }) in procedure.steps.iter().enumerate() {
            let step = format!("{}.{}", id.code(), at + 1);
            assert_eq!(sorted(labels(&text.en)), sorted(labels(&text.de)), "{step}");
            let is_named = labels(&text.en).contains(&show.name.as_str());
            assert!(is_named || is_unnamed(show.role), "{step} does not name it");
        }
    }
}

fn sorted(mut names: Vec<&str>) -> Vec<&str> {
    names.sort_unstable();
    names
}

#[test]
fn texts_are_sentences_in_both_languages() {
    for (id, procedure) in all() {
        for step in &procedure.steps {
            for text in [Some(&step.text), step.note.as_ref()].into_iter().flatten() {
                for sentence in [&text.en, &text.de] {
                    let is_whole = sentence.trim() == sentence && sentence.ends_with('.');
                    let is_balanced = sentence.matches('{').count() == labels(sentence).len();
                    assert!(is_whole && is_balanced, "{}: {sentence:?}", id.code());
                }
                assert_ne!(text.en, text.de, "{}", id.code());
            }
        }
    }
}

#[test]
fn who_looks_for_add_subscription_is_told_which_button_it_is() {
    for id in [ProcedureId::Create, ProcedureId::Several] {
        let procedure = id.read().expect("it is a procedure");
        let step = procedure
            .steps
            .iter()
            .find(|step| step.show.name == "add_user");
        let note = step.and_then(|step| step.note.as_ref());
        let note = note.expect("people get stuck here");
        assert!(note.en.contains("“Add subscription”") && note.de.contains("„Add subscription“"));
    }
}

#[test]
fn every_procedure_belongs_to_a_screen_and_begins_there_where_it_can() {
    for (id, procedure) in all() {
        assert!(!procedure.on.is_empty(), "{}", id.code());
        assert_eq!(
            procedure.first_step_on(Place::Menu),
            Some(1),
            "{}",
            id.code()
        );
    }
    let restore = ProcedureId::Restore.read().expect("it is a procedure");
    assert_eq!(restore.first_step_on(Place::DeletedUsers), Some(5));
    assert_eq!(restore.first_step_on(Place::Workspace), None);
}

#[test]
fn texts_are_split_at_their_labels() {
    use Part::{Label, Plain};
    for (text, expected) in [
        ("", &[][..]),
        ("Select it.", &[Plain("Select it.")]),
        ("{save}", &[Label("save")]),
        (
            "Select {save}.",
            &[Plain("Select "), Label("save"), Plain(".")],
        ),
        (
            "{copy} or {print}",
            &[Label("copy"), Plain(" or "), Label("print")],
        ),
        ("a } b", &[Plain("a } b")]),
        ("a { b", &[Plain("a { b")]),
        ("a {} b", &[Plain("a {} b")]),
        ("{Add user}", &[Plain("{Add user}")]),
        ("{{save}}", &[Plain("{"), Label("save"), Plain("}")]),
        ("{ä}{save}", &[Plain("{ä}"), Label("save")]),
    ] {
        assert_eq!(parts(text).collect::<Vec<_>>(), expected, "{text}");
    }
}

#[test]
fn an_official_page_has_an_address_that_nothing_is_loaded_from() {
    for (_, procedure) in all() {
        let address = procedure.page.address();
        let path = address.strip_prefix("https://learn.microsoft.com/partner-center/");
        assert!(path.is_some_and(|path| !path.is_empty() && !path.contains('/')));
    }
}

#[test]
fn steps_are_named_in_addresses() {
    for (text, follow) in [
        ("restore.3", Follow::Step(ProcedureId::Restore, 3)),
        ("create.11", Follow::Step(ProcedureId::Create, 11)),
        ("all", Follow::All),
    ] {
        assert_eq!(follow.to_string(), text);
    }
    for (route, place) in [
        (Route::Dashboard, Some(Place::Dashboard)),
        (Route::customers(), Some(Place::Customers)),
        (Route::Welcome, None),
        (Route::Unknown("/nowhere".to_owned()), None),
    ] {
        assert_eq!(route.place(), place, "{route}");
        assert!(
            route.has(Place::Menu) && !route.has(Place::CustomerMenu),
            "{route}"
        );
    }
}

fn restore() -> Procedure {
    ProcedureId::Restore.read().expect("it is a procedure")
}

/// Returns whether a screen of a customer has a place.
fn is_on(screen: Place) -> impl Fn(Place) -> bool {
    move |place| place == screen || matches!(place, Place::Menu | Place::CustomerMenu)
}

#[test]
fn another_screen_leads_to_the_step_that_is_done_there() {
    let several = ProcedureId::Several.read().expect("it is a procedure");
    for (procedure, present, screen, expected) in [
        (restore(), 1, Place::Customers, 2),
        // The list of users opens by itself: step 3 is done.
        (restore(), 2, Place::Users, 4),
        // Whoever was shown the customer's menu stays there.
        (restore(), 3, Place::Users, 3),
        (restore(), 4, Place::DeletedUsers, 5),
        (restore(), 6, Place::DeletedUsers, 6),
        (restore(), 6, Place::UsersRestored, 7),
        (restore(), 7, Place::DeletedUsers, 6),
        (restore(), 7, Place::Customers, 2),
        (restore(), 5, Place::Activity, 5),
        (restore(), 99, Place::Users, 4),
        (several.clone(), 4, Place::AddUser, 5),
        (several, 9, Place::Users, 4),
    ] {
        let next = procedure.step_on_screen(present, is_on(screen));
        assert_eq!(next, expected, "from step {present} to {}", screen.code());
    }
}

#[test]
fn a_control_belongs_to_the_nearest_step_and_only_what_is_pressed_leads_back() {
    let assign = ProcedureId::Assign.read().expect("it is a procedure");
    let several = ProcedureId::Several.read().expect("it is a procedure");
    for (procedure, present, used, expected) in [
        (restore(), 1, "customers", Some(1)),
        (restore(), 1, "restore", Some(6)),
        (restore(), 6, "customers", Some(2)),
        (restore(), 6, "users_and_licenses", Some(3)),
        // Whoever selects others is back at the list.
        (restore(), 6, "deleted_users", Some(5)),
        (assign.clone(), 6, "select_page", None),
        (assign, 5, "select_page", Some(5)),
        (restore(), 5, "print", None),
        (several.clone(), 5, "save", Some(7)),
        (several.clone(), 8, "save", Some(11)),
        (several.clone(), 12, "add_another", Some(8)),
        (several.clone(), 7, "first_name", Some(9)),
        (several, 11, "first_name", None),
    ] {
        let step = procedure.step_at(present, |target| target.name == used);
        assert_eq!(step, expected, "{used} at step {present}");
    }
}

#[test]
fn apostrophes_are_the_same_on_every_screen() {
    let root = env!("CARGO_MANIFEST_DIR");
    let mut folders = vec![format!("{root}/src/text"), format!("{root}/src/training")];
    let mut files = vec![
        format!("{root}/index.html"),
        format!("{root}/public/boot.js"),
    ];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the folder can be read") {
            let path = entry.expect("the entry can be read").path();
            let name = path.display().to_string();
            if path.is_dir() {
                folders.push(name);
            } else {
                files.push(name);
            }
        }
    }
    assert!(files.len() > 50, "only {} files were found", files.len());
    for file in files {
        let text = std::fs::read_to_string(&file).expect("the file can be read");
        let other = text.lines().find(|line| line.contains('\u{2019}'));
        assert_eq!(other, None, "{file} has another apostrophe");
    }
}
