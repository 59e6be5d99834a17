//! The passwords of an upload are in what is shown once, and nowhere else.

use seatwork::domain::evolve;
use seatwork::journal::{Journal, MemoryStorage, Opened};

use super::{many, plan_of, upload};
use crate::support::{at, carry_out, company, decided, only};

#[test]
fn the_passwords_are_neither_in_the_change_nor_in_debug_output() {
    let mut workspace = only(company(vec![]));
    let customer = company(vec![]);
    let decision = carry_out(
        &mut workspace,
        &upload(&customer, &many(&customer, 40)),
        at(1),
    );
    assert_eq!(decision.once.len(), 40);
    let texts = [
        format!("{:?}", decision.change),
        format!("{decision:#?} {:?}", decision.once),
        format!("{:?}", decision.undo),
        format!("{workspace:?}"),
    ];
    for credential in &decision.once {
        let password = credential.password.reveal();
        assert!(texts.iter().all(|text| !text.contains(password)));
    }
}

/// Searches everything stored byte for byte: after the upload, compacted, undone, and compacted
/// again.
#[test]
fn the_passwords_are_never_stored() {
    let storage = MemoryStorage::default();
    let Opened {
        mut journal,
        mut workspace,
        ..
    } = Journal::open(storage.clone(), at(0)).expect("it opens");
    let customer = crate::support::of_sample("Lanterna");
    let mut passwords: Vec<String> = Vec::new();
    let found = |passwords: &[String]| {
        let texts = storage.texts().into_iter();
        let all: Vec<String> = texts.map(|(key, text)| format!("{key} {text}")).collect();
        assert!(all.len() > 2);
        let is_found = |password: &&String| all.iter().any(|text| text.contains(&***password));
        passwords.iter().filter(is_found).count()
    };
    let mut undo = None;
    for (plan, millis) in [
        (many(customer, 100), 1),
        (plan_of(customer, &["nia-nuova"]), 2),
    ] {
        let decision = decided(&workspace, &upload(customer, &plan), at(millis));
        let decision = decision.expect("nothing is against it");
        let once = decision.once.iter();
        passwords.extend(once.map(|one| one.password.reveal().to_owned()));
        journal
            .append(&decision.change, &workspace)
            .expect("there is room");
        evolve(&mut workspace, &decision.change).expect("it fits");
        assert_eq!(found(&passwords), 0, "in the record");
        undo = undo.or(decision.undo);
    }
    assert_eq!(passwords.len(), 101);
    journal.compact(&workspace).expect("there is room");
    assert_eq!(found(&passwords), 0, "in snapshot and log");
    let log = journal.log().expect("it can be read");
    let log = format!("{log:?}");
    assert!(passwords.iter().all(|password| !log.contains(password)));

    let undo = undo.expect("it can be taken back");
    let decision = decided(&workspace, &undo, at(3)).expect("nothing is against it");
    journal
        .append(&decision.change, &workspace)
        .expect("there is room");
    evolve(&mut workspace, &decision.change).expect("it fits");
    assert_eq!(found(&passwords), 0, "in the record of taking it back");
    journal.compact(&workspace).expect("there is room");
    assert_eq!(found(&passwords), 0, "after all of it");
}
