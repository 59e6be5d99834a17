//! Detours: every way in which an attempt can end differently from the reference solution, and none
//! where it only went another way.

use serde_json::{Value, json};

use seatwork::text::Language;
use seatwork::training::{Detour, Deviation};

use super::Attempt;

/// An exercise that is about Albatros and Lanterna, with this reference solution.
fn exercise(solution: &[Value]) -> Value {
    let text = json!({"en": "", "de": ""});
    let goal =
        |id: &str, check: Value| json!({"id": id, "text": text, "check": check, "hints": []});
    json!({
        "id": "example", "title": text, "story": text, "minutes": 1,
        "goals": [
            goal("open", json!({"user": "*@albatros.example", "display_name": "Mia Neu"})),
            goal("either", json!({"any": [
                {"user": "kai.neu@lanterna.example"}, {"user": "kai.nuovo@lanterna.example"},
            ]})),
        ],
        "solution": solution,
    })
}

/// What is different after these instructions, as short as it can be said.
fn detours(solution: &[Value], instructions: &[Value]) -> Vec<String> {
    found(solution, instructions).iter().map(told).collect()
}

fn found(solution: &[Value], instructions: &[Value]) -> Vec<Detour> {
    let exercise = serde_json::from_value(exercise(solution)).expect("it is an exercise");
    let attempt = instructions
        .iter()
        .cloned()
        .fold(Attempt::of(exercise), Attempt::does);
    attempt.detours()
}

/// The deviation and the users.
pub fn told(detour: &Detour) -> String {
    let users: Vec<&str> = detour.users.iter().map(|user| user.name.as_str()).collect();
    let what = match &detour.what {
        Deviation::Detail(detail) => {
            let detail = format!("{detail:?}");
            let (name, _) = detail.split_once('(').expect("it has values");
            format!("Detail({name})")
        }
        what => format!("{what:?}"),
    };
    match users.is_empty() {
        true => what,
        false => format!("{what}: {}", users.join(", ")),
    }
}

const UTE: &str = "ute.vogt@albatros.example";
const JANA: &str = "jana.mueller@albatros.example";
const SOPHIE: &str = "sophie.mueller@albatros-werkzeugbau.example";
const TOBIAS: &str = "tobias.lindner@albatros-werkzeugbau.example";
const BJOERN: &str = "bjoern.lindner@albatros-werkzeugbau.example";

#[test]
fn each_deviation_is_named() {
    let create = |user: &str, name: &str, more: &[(&str, Value)]| {
        let mut json = json!({"create": user, "display_name": name, "location": "DE"});
        for (field, value) in more {
            json[*field] = value.clone();
        }
        json
    };
    let mia = |more: &[(&str, Value)]| create("mia.neu@albatros.example", "Mia Neu", more);
    let seats = |quantity: u32| json!({"change-quantity": "SPB", "customer": "albatros.example", "quantity": quantity});
    let assign = |user: &str, sku: &str| json!({"change-licenses": [user], "assign": [sku]});
    let revoke = |user: &str, sku: &str| json!({"change-licenses": [user], "revoke": [sku]});
    let switch = |user: &str, field: &str, plan: &str| {
        let mut json = json!({"change-licenses": [user]});
        json[field] = json!({"SPB": [plan]});
        json
    };
    let cases: &[(Vec<Value>, Vec<Value>, &[&str])] = &[
        // Users who come and go.
        (vec![], vec![mia(&[])], &["Created: Mia Neu"]),
        (vec![mia(&[])], vec![], &["NotCreated: Mia Neu"]),
        (
            vec![],
            vec![json!({"delete": [UTE, JANA]})],
            &["Deleted: Ute Vogt, Jana Müller"],
        ),
        (
            vec![json!({"delete": [UTE]})],
            vec![],
            &["NotDeleted: Ute Vogt"],
        ),
        (
            vec![],
            vec![json!({"restore": [TOBIAS]})],
            &["Restored: Tobias Lindner"],
        ),
        (
            vec![json!({"restore": [TOBIAS]})],
            vec![],
            &["NotRestored: Tobias Lindner"],
        ),
        (
            vec![],
            vec![json!({"advance-clock": 15})],
            &[
                "ClockAhead(15)",
                "Purged: Chiara Greco, Luca Moretti",
                "Purged: Tobias Lindner, Götz Köhler",
            ],
        ),
        (
            vec![json!({"advance-clock": 2})],
            vec![],
            &["ClockBehind(2)"],
        ),
        // Licenses.
        (
            vec![],
            vec![assign(UTE, "VISIOCLIENT")],
            &["Assigned(VISIOCLIENT): Ute Vogt"],
        ),
        (
            vec![assign(UTE, "VISIOCLIENT")],
            vec![],
            &["NotAssigned(VISIOCLIENT): Ute Vogt"],
        ),
        (
            vec![],
            vec![revoke(UTE, "SPB")],
            &["Revoked(SPB): Ute Vogt"],
        ),
        (
            vec![revoke(UTE, "SPB")],
            vec![],
            &["StillAssigned(SPB): Ute Vogt"],
        ),
        (
            vec![],
            vec![switch(UTE, "plans_off", "TEAMS1")],
            &["SwitchedOff(TEAMS1): Ute Vogt"],
        ),
        (
            vec![switch(UTE, "plans_off", "TEAMS1")],
            vec![],
            &["StillOn(TEAMS1): Ute Vogt"],
        ),
        (
            vec![],
            vec![switch(SOPHIE, "plans_on", "ATP_ENTERPRISE")],
            &["SwitchedOn(ATP_ENTERPRISE): Sophie Müller"],
        ),
        (
            vec![switch(SOPHIE, "plans_on", "ATP_ENTERPRISE")],
            vec![],
            &["StillOff(ATP_ENTERPRISE): Sophie Müller"],
        ),
        (
            vec![mia(&[("licenses", json!(["SPB"]))])],
            vec![mia(&[
                ("licenses", json!(["SPB"])),
                ("plans_off", json!({"SPB": ["TEAMS1"]})),
            ])],
            &["SwitchedOff(TEAMS1): Mia Neu"],
        ),
        // Accounts.
        (
            vec![],
            vec![
                json!({"edit": UTE, "first_name": "Uta", "last_name": "Voigt", "display_name": "Uta Voigt"}),
            ],
            &[
                "Detail(FirstName): Ute Vogt",
                "Detail(LastName): Ute Vogt",
                "Detail(DisplayName): Ute Vogt",
            ],
        ),
        (
            vec![],
            vec![
                json!({"edit": UTE, "user_name": "uta@albatros.example", "location": "AT", "roles": ["global"]}),
            ],
            &[
                "Detail(UserName): Ute Vogt",
                "Detail(Location): Ute Vogt",
                "Detail(Permissions): Ute Vogt",
            ],
        ),
        (
            vec![mia(&[])],
            vec![mia(&[("location", json!("AT"))])],
            &["Detail(Location): Mia Neu"],
        ),
        (
            vec![],
            vec![json!({"reset-passwords": [UTE]})],
            &["PasswordReset: Ute Vogt"],
        ),
        (
            vec![json!({"reset-passwords": [UTE]})],
            vec![],
            &["PasswordNotReset: Ute Vogt"],
        ),
        // The customer and the workspace.
        (
            vec![],
            vec![seats(46)],
            &["Seats { product: SPB, seats: 46, expected: 45 }"],
        ),
        (
            vec![seats(46)],
            vec![],
            &["Seats { product: SPB, seats: 45, expected: 46 }"],
        ),
        (
            vec![],
            vec![json!({"suspend": "POWER_BI_PRO", "customer": "albatros.example"})],
            &["Seats { product: POWER_BI_PRO, seats: 0, expected: 5 }"],
        ),
        (
            vec![],
            vec![json!({"edit-customer": "albatros.example", "company": "Albatros AG"})],
            &["CompanyEdited"],
        ),
        (
            vec![json!({"edit-customer": "albatros.example", "company": "Albatros AG"})],
            vec![],
            &["CompanyNotEdited"],
        ),
        (
            vec![],
            vec![json!({"set-record-limit": 200})],
            &["RecordLimit"],
        ),
    ];
    for (solution, instructions, expected) in cases {
        let found = detours(solution, instructions);
        assert_eq!(found, *expected, "{solution:?} {instructions:?}");
    }
}

#[test]
fn another_way_to_the_same_is_no_detour() {
    let kai = |user: &str| json!({"create": user, "display_name": "Kai Neu", "location": "IT"});
    let cases: &[(Vec<Value>, Vec<Value>)] = &[
        // Deleted by mistake, and restored.
        (
            vec![],
            vec![json!({"delete": [UTE]}), json!({"restore": [UTE]})],
        ),
        // Assigned by mistake, and revoked.
        (
            vec![],
            vec![
                json!({"change-licenses": [UTE], "assign": ["VISIOCLIENT"]}),
                json!({"change-licenses": [UTE], "revoke": ["VISIOCLIENT"]}),
            ],
        ),
        // Created by mistake, and deleted.
        (
            vec![],
            vec![
                kai("kai.neu@albatros.example"),
                json!({"delete": ["kai.neu@albatros.example"]}),
            ],
        ),
        // A user name that the exercise leaves open.
        (
            vec![json!({"create": "mia.neu@albatros.example", "display_name": "Mia Neu"})],
            vec![json!({"create": "mneu@albatros.example", "display_name": "Mia Neu"})],
        ),
        // One of two names.
        (
            vec![kai("kai.neu@lanterna.example")],
            vec![kai("kai.nuovo@lanterna.example")],
        ),
        // First and last name left out.
        (
            vec![json!({
                "create": "leo@lanterna.example", "display_name": "Leo", "first_name": "Leo",
                "last_name": "Neu",
            })],
            vec![json!({"create": "leo@lanterna.example", "display_name": "Leo"})],
        ),
        // By a file instead of a form.
        (
            vec![
                json!({"create": "leo@lanterna.example", "display_name": "Leo", "location": "IT"}),
            ],
            vec![json!({
                "upload": [["", "", "Leo", "leo@lanterna.example"]], "customer": "lanterna.example",
                "location": "IT",
            })],
        ),
        // A second subscription instead of a larger one.
        (
            vec![json!({"change-quantity": "SPB", "customer": "albatros.example", "quantity": 50})],
            vec![json!({"add-subscription": "SPB", "customer": "albatros.example", "quantity": 5})],
        ),
        // Two passwords for one.
        (
            vec![json!({"reset-passwords": [UTE]})],
            vec![
                json!({"reset-passwords": [UTE]}),
                json!({"reset-passwords": [UTE]}),
            ],
        ),
        // In another order.
        (
            vec![json!({"delete": [UTE]}), json!({"restore": [BJOERN]})],
            vec![json!({"restore": [BJOERN]}), json!({"delete": [UTE]})],
        ),
    ];
    for (solution, instructions) in cases {
        let found = detours(solution, instructions);
        assert_eq!(found, [""; 0], "{solution:?} {instructions:?}");
    }
}

/// What a person reads, in both languages.
fn said(solution: &[Value], instructions: &[Value]) -> [Vec<String>; 2] {
    let found = found(solution, instructions);
    [Language::English, Language::German].map(|language| {
        let sentences = language.sentences();
        let number = |number: i64| number.to_string();
        let said = found
            .iter()
            .map(|detour| sentences.detour(detour, "Albatros", &number));
        said.collect()
    })
}

#[test]
fn what_differs_is_said_with_both_values() {
    let claire =
        |user: &str| json!({"create": user, "display_name": "Claire Dubois", "location": "DE"});
    let edit = |field: &str, value: Value| {
        let mut json = json!({"edit": UTE});
        json[field] = value;
        json
    };
    let cases: &[(Vec<Value>, Vec<Value>, &str, &str)] = &[
        (
            vec![claire("claire.dubois@albatros.example")],
            vec![claire("c.dubois@albatros.example")],
            "User name differs (c.dubois instead of claire.dubois): Claire Dubois",
            "Benutzername weicht ab (c.dubois statt claire.dubois): Claire Dubois",
        ),
        (
            vec![claire("claire@albatros.example")],
            vec![claire("claire@albatros-werkzeugbau.example")],
            "User name differs (claire@albatros-werkzeugbau.example instead of \
             claire@albatros.example): Claire Dubois",
            "Benutzername weicht ab (claire@albatros-werkzeugbau.example statt \
             claire@albatros.example): Claire Dubois",
        ),
        (
            vec![edit("roles", json!(["billing"]))],
            vec![],
            "Administrator roles differ (none instead of Billing administrator): Ute Vogt",
            "Administratorrollen weichen ab (keine statt Abrechnungsadministrator): Ute Vogt",
        ),
        (
            vec![],
            vec![edit("roles", json!(["billing", "global"]))],
            "Administrator roles differ (Global administrator, Billing administrator instead of \
             none): Ute Vogt",
            "Administratorrollen weichen ab (Globaler Administrator, Abrechnungsadministrator \
             statt keiner): Ute Vogt",
        ),
        (
            vec![],
            vec![edit("location", json!("AT"))],
            "Location differs (AT instead of DE): Ute Vogt",
            "Standort weicht ab (AT statt DE): Ute Vogt",
        ),
        (
            vec![edit("last_name", json!("Lang"))],
            vec![],
            "Last name differs (Vogt instead of Lang): Ute Vogt",
            "Nachname weicht ab (Vogt statt Lang): Ute Vogt",
        ),
    ];
    for (solution, instructions, english, german) in cases {
        let [in_english, in_german] = said(solution, instructions);
        assert_eq!(in_english, [*english]);
        assert_eq!(in_german, [*german]);
    }
}

#[test]
fn users_of_the_same_name_are_told_apart_by_user_name() {
    let claire =
        |user: &str| json!({"create": user, "display_name": "Claire Dubois", "location": "DE"});
    let [english, _] = said(
        &[claire("claire.dubois@albatros.example")],
        &[claire("claire.dubois@lanterna.example")],
    );
    assert_eq!(
        english,
        [
            "Also created: Claire Dubois (claire.dubois@lanterna.example)",
            "Not created: Claire Dubois (claire.dubois@albatros.example)"
        ]
    );
    let [english, _] = said(
        &[],
        &[json!({"create": "u.vogt@albatros.example", "display_name": "Ute Vogt"})],
    );
    assert_eq!(
        english,
        ["Also created: Ute Vogt (u.vogt@albatros.example)"]
    );
}
