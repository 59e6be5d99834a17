//! Instructions: commands in stable names, and what they come to.

use serde_json::{Value, json};

use seatwork::domain::sample::SplitMix;
use seatwork::domain::{PartnerRole, Refusal};
use seatwork::training::{Exercise, Happening, Instruction, NoCommand, Played, Stage, Stuck};

use super::{begun, small_sample};
use crate::support::{acting_as, user_name};

/// Carries out these instructions on the sample.
fn play(instructions: &[Value]) -> Result<(Stage, Vec<Played>), Stuck> {
    let mut stage = Stage {
        workspace: small_sample().clone(),
        clock: begun(),
        actor: acting_as(PartnerRole::AdminAgent),
        random: SplitMix::seeded(7),
    };
    let mut all = Vec::new();
    for json in instructions {
        let read: Result<Instruction, _> = serde_json::from_value(json.clone());
        let instruction = read.unwrap_or_else(|error| panic!("{json}: {error}"));
        all.push(stage.play(&instruction)?);
    }
    Ok((stage, all))
}

/// What the instructions changed, by the names of the activity log, and what they did besides.
fn happened(instructions: &[Value]) -> Vec<String> {
    let (_, played) = play(instructions).unwrap_or_else(|stuck| panic!("{stuck:?}"));
    let traces = played.iter().flat_map(|played| &played.traces);
    traces
        .map(|trace| match trace.what {
            Happening::Changed(action) => action.code().to_owned(),
            Happening::Acted(act) => format!("act {}", act.code()),
        })
        .collect()
}

#[test]
fn every_instruction_becomes_a_change() {
    let ute = "ute.vogt@albatros.example";
    let deleted = "tobias.lindner@albatros-werkzeugbau.example";
    let cases: &[(Value, &[&str])] = &[
        (
            json!({"create": "x@albatros.example", "display_name": "X"}),
            &["users-created"],
        ),
        (
            json!({
                "create": "x@albatros.example", "display_name": "X", "first_name": "X",
                "last_name": "Y", "location": "DE", "roles": ["billing"], "licenses": ["SPB"],
                "plans_off": {"SPB": ["TEAMS1"]},
            }),
            &["users-created"],
        ),
        (
            json!({
                "upload": [["", "", "X", "x@albatros.example"]], "customer": "albatros.example",
                "location": "DE",
            }),
            &["users-uploaded"],
        ),
        (
            json!({"edit": ute, "last_name": "Krause"}),
            &["user-edited"],
        ),
        (
            json!({"edit": ute, "user_name": "ute.krause@albatros.example"}),
            &["user-edited"],
        ),
        (
            json!({"edit": ute, "roles": ["passwords"], "location": "AT"}),
            &["user-edited"],
        ),
        (json!({"reset-passwords": [ute]}), &["passwords-reset"]),
        (
            json!({"delete": [ute, "ute.lindner@albatros.example"]}),
            &["users-deleted"],
        ),
        (json!({"restore": [deleted]}), &["users-restored"]),
        (
            json!({"restore": [deleted], "renamed": {(deleted): "t.lindner@albatros.example"}}),
            &["users-restored"],
        ),
        (
            json!({"change-licenses": [ute], "revoke": ["SPB"]}),
            &["licenses-changed"],
        ),
        (
            json!({"change-licenses": [ute], "plans_off": {"SPB": ["MDE_SMB"]}}),
            &["licenses-changed"],
        ),
        (
            json!({"add-subscription": "EMS", "customer": "albatros.example", "quantity": 2}),
            &["subscription-added"],
        ),
        (
            json!({"change-quantity": "SPB", "customer": "albatros.example", "quantity": 50}),
            &["quantity-changed"],
        ),
        (
            json!({"suspend": "SPB", "customer": "albatros.example"}),
            &["status-changed"],
        ),
        (
            json!({"reactivate": "VISIOCLIENT", "customer": "birchfield.example"}),
            &["status-changed"],
        ),
        (
            json!({"edit-customer": "albatros.example", "company": "A"}),
            &["customer-edited"],
        ),
        (
            json!({"edit-customer": "albatros.example", "location": "AT"}),
            &["customer-edited"],
        ),
        (json!({"set-record-limit": 200}), &["record-limit-changed"]),
        (json!({"act": "filtered"}), &["act filtered"]),
        (
            json!({"act": "filtered", "customer": "albatros.example"}),
            &["act filtered"],
        ),
    ];
    for (instruction, expected) in cases {
        let found = happened(std::slice::from_ref(instruction));
        assert_eq!(found, *expected, "{instruction}");
    }
}

#[test]
fn time_does_what_is_due() {
    let found = happened(&[json!({"advance-clock": 1})]);
    assert_eq!(found[0], "clock-advanced");
    assert!(found.len() > 1 && found[1..].iter().all(|one| one == "users-purged"));
}

#[test]
fn instructions_build_on_each_other() {
    let new = "mia.neu@albatros.example";
    let (stage, played) = play(&[
        json!({"create": new, "display_name": "Mia Neu", "location": "DE"}),
        json!({"change-licenses": [new], "assign": ["SPB"], "plans_off": {"SPB": ["TEAMS1"]}}),
        json!({"delete": [new]}),
        json!({"restore": [new], "renamed": {(new): "mia@albatros.example"}}),
        json!({"reset-passwords": ["mia@albatros.example"], "role": "helpdesk"}),
    ])
    .expect("they can be carried out");
    let roles: Vec<PartnerRole> = played
        .iter()
        .flat_map(|played| &played.changes)
        .map(|change| change.by.role)
        .collect();
    let admin = PartnerRole::AdminAgent;
    assert_eq!(
        roles,
        [admin, admin, admin, admin, PartnerRole::HelpdeskAgent]
    );
    let mut customers = stage.workspace.customers();
    let user = customers.find_map(|one| one.users.with_name(&user_name("mia@albatros.example")));
    let licenses = &user.expect("there is such a user").licenses;
    let off: Vec<_> = licenses
        .iter()
        .flat_map(|(_, off)| off.iter().map(|plan| plan.code))
        .collect();
    assert_eq!((licenses.len(), off), (1, vec!["TEAMS1"]));
}

#[test]
fn what_cannot_be_done_says_why() {
    let stuck = |json: Value| play(&[json]).err().expect("it cannot be done");
    assert_eq!(
        stuck(json!({"delete": ["nobody@albatros.example"]})),
        Stuck::NoCommand(NoCommand::UnknownUser(user_name("nobody@albatros.example")))
    );
    assert_eq!(
        stuck(json!({"restore": ["ute.vogt@albatros.example"]})),
        Stuck::NoCommand(NoCommand::UnknownUser(user_name(
            "ute.vogt@albatros.example"
        )))
    );
    assert_eq!(
        stuck(json!({"reset-passwords": ["ute.vogt@nowhere.example"]})),
        Stuck::NoCommand(NoCommand::UnknownCustomer("nowhere.example".to_owned()))
    );
    assert!(matches!(
        stuck(json!({"suspend": "EMS", "customer": "albatros.example"})),
        Stuck::NoCommand(NoCommand::NoSubscription(_))
    ));
    assert!(matches!(
        stuck(json!({"create": "ute.vogt@albatros.example", "display_name": "Ute"})),
        Stuck::NoCommand(NoCommand::Problems(_))
    ));
    assert!(matches!(
        stuck(json!({
            "upload": [["", "", "", "x@albatros.example"]], "customer": "albatros.example",
            "location": "DE",
        })),
        Stuck::NoCommand(NoCommand::RowProblems(_))
    ));
    assert!(matches!(
        stuck(json!({"delete": ["ute.vogt@albatros.example"], "role": "sales"})),
        Stuck::Refused(Refusal::NotAllowed { .. })
    ));
    // The users of one instruction are of one customer.
    assert!(matches!(
        stuck(json!({"delete": ["ute.vogt@albatros.example", "luca.conti@lanterna.example"]})),
        Stuck::NoCommand(NoCommand::UnknownUser(_))
    ));
}

#[test]
fn what_is_no_instruction_is_refused() {
    for wrong in [
        json!({}),
        json!({"erase": []}),
        json!({"create": "x@albatros.example"}),
        json!({"create": "x@albatros.example", "display_name": "X", "quantity": 1}),
        json!({"delete": [], "restore": []}),
        json!({"delete": "x@albatros.example"}),
        json!({"upload": [["X"]], "customer": "albatros.example", "location": "DE"}),
        json!({"upload": [], "location": "DE"}),
        json!({"change-licenses": [], "assign": ["SBP"]}),
        json!({"change-quantity": "SPB", "customer": "albatros.example"}),
        json!({"change-quantity": "SPB", "customer": "albatros.example", "quantity": 0}),
        json!({"suspend": "SPB"}),
        json!({"advance-clock": -1}),
        json!({"set-record-limit": 1}),
        json!({"act": "anything"}),
        json!({"act": "filtered", "role": "boss"}),
    ] {
        let text = wrong.to_string();
        let read: Result<Instruction, _> = serde_json::from_value(wrong);
        assert!(read.is_err(), "{text}: {read:?}");
    }
}

#[test]
fn a_file_is_what_excel_saves() {
    let exercise = |encoding: &str, line: &str| -> Exercise {
        let text = json!({"en": "", "de": ""});
        serde_json::from_value(json!({
            "id": "x", "title": text, "story": text, "minutes": 1, "goals": [], "solution": [],
            "files": [{"name": "a.csv", "encoding": encoding, "lines": [line, "b"]}],
        }))
        .expect("it is an exercise")
    };
    let bytes = |encoding, line| exercise(encoding, line).files[0].bytes();
    assert_eq!(
        bytes("utf-8", "ä€").as_deref(),
        Some("\u{feff}ä€\r\nb\r\n".as_bytes())
    );
    assert_eq!(
        bytes("windows-1252", "äß€").as_deref(),
        Some(&b"\xe4\xdf\x80\r\nb\r\n"[..])
    );
    assert_eq!(bytes("windows-1252", "ł"), None);
}
