//! Checks, instructions and what is missing, in words.

use serde_json::{Value, json};

use seatwork::domain::sample::{self, Edition, SplitMix};
use seatwork::domain::{Moment, PartnerRole, Workspace};
use seatwork::text::Language;
use seatwork::training::{Absent, Check, Instruction, Lack, Mistake, MistakeKind, Stage, TextOf};

use crate::support::{acting_as, at};

fn state() -> Workspace {
    sample::workspace(Edition::Small, Moment::UNIX_EPOCH)
}

const LANGUAGES: [Language; 2] = [Language::English, Language::German];

#[test]
fn a_check_is_said_in_words() {
    let state = state();
    let ute = "ute.vogt@albatros.example";
    let albatros = "albatros.example";
    let cases: &[(Value, &str, &str)] = &[
        (
            json!({"user": ute}),
            "Ute Vogt (ute.vogt@albatros.example) has an account.",
            "Ute Vogt (ute.vogt@albatros.example) hat ein Konto.",
        ),
        (
            json!({"user": "new@albatros.example", "display_name": "Dana Ruiz"}),
            "Dana Ruiz (new@albatros.example) has an account.",
            "Dana Ruiz (new@albatros.example) hat ein Konto.",
        ),
        (
            json!({"user": "new@albatros.example"}),
            "new@albatros.example has an account.",
            "new@albatros.example hat ein Konto.",
        ),
        (
            json!({"user": "*@albatros.example", "display_name": "Dana Ruiz"}),
            "Dana Ruiz has an account.",
            "Dana Ruiz hat ein Konto.",
        ),
        (
            json!({"user": ute, "exists": false}),
            "Ute Vogt (ute.vogt@albatros.example) has no account.",
            "Ute Vogt (ute.vogt@albatros.example) hat kein Konto.",
        ),
        (
            json!({"user": ute, "licenses": ["SPB"], "without": ["POWER_BI_PRO"]}),
            "Ute Vogt holds Microsoft 365 Business Premium and doesn't hold Power BI Pro.",
            "Ute Vogt hat Microsoft 365 Business Premium und hat Power BI Pro nicht.",
        ),
        (
            json!({"user": ute, "plans_off": {"SPB": ["TEAMS1"]}}),
            "Ute Vogt has Microsoft Teams switched off.",
            "Ute Vogt hat Microsoft Teams ausgeschaltet.",
        ),
        (
            json!({"user": ute, "last_name": "Lang", "location": "AT", "roles": []}),
            "Ute Vogt has: Last name Lang, Location AT, no administrator role.",
            "Ute Vogt hat: Nachname Lang, Standort AT, keine Administratorrolle.",
        ),
        (
            json!({"user": "*@albatros.example", "licenses": ["SPB"]}),
            "Somebody at Albatros Werkzeugbau GmbH holds Microsoft 365 Business Premium.",
            "Jemand bei Albatros Werkzeugbau GmbH hat Microsoft 365 Business Premium.",
        ),
        (
            json!({"deleted": ute}),
            "Ute Vogt is in Deleted users.",
            "Ute Vogt ist unter „Gelöschte Benutzer“.",
        ),
        (
            json!({"count": "all", "customer": albatros, "is": 71}),
            "Albatros Werkzeugbau GmbH has 71 users.",
            "Albatros Werkzeugbau GmbH hat 71 Benutzer.",
        ),
        (
            json!({"count": "without-SPB", "customer": albatros, "at_most": 3}),
            "Albatros Werkzeugbau GmbH has at most 3 users: without Microsoft 365 Business \
             Premium.",
            "Albatros Werkzeugbau GmbH hat höchstens 3 Benutzer: ohne Microsoft 365 Business \
             Premium.",
        ),
        (
            json!({"seats": "SPB", "customer": albatros, "total": {"is": 1},
                "available": {"at_least": 2}}),
            "Albatros Werkzeugbau GmbH, Microsoft 365 Business Premium: 1 seat, at least 2 seats \
             available.",
            "Albatros Werkzeugbau GmbH, Microsoft 365 Business Premium: 1 Platz, mindestens 2 \
             Plätze verfügbar.",
        ),
        (
            json!({"done": "passwords-reset", "user": ute}),
            "Password reset: Ute Vogt.",
            "Kennwort zurückgesetzt: Ute Vogt.",
        ),
        (
            json!({"act": "credentials-delivered"}),
            "Passwords handed over.",
            "Kennwörter weitergegeben.",
        ),
        (
            json!({"any": [{"not": {"deleted": ute}}, {"after": "x", "then": {"act": "exported"}}]}),
            "Not: Ute Vogt is in Deleted users. Or: List exported.",
            "Nicht: Ute Vogt ist unter „Gelöschte Benutzer“. Oder: Liste exportiert.",
        ),
    ];
    for (json, english, german) in cases {
        let check: Check = serde_json::from_value(json.clone()).expect("a check");
        let said = LANGUAGES.map(|language| language.sentences().check(&check, &state));
        assert_eq!(said, [*english, *german], "{json}");
    }
}

#[test]
fn people_of_the_same_name_are_told_apart() {
    let state = {
        let mut stage = Stage {
            workspace: state(),
            clock: at(20_000),
            actor: acting_as(PartnerRole::AdminAgent),
            random: SplitMix::seeded(7),
        };
        let create = json!({"create": "u.vogt@albatros.example", "display_name": "Ute Vogt"});
        let create: Instruction = serde_json::from_value(create).expect("one");
        stage.play(&create).expect("she is created");
        stage.workspace
    };
    let licensed = |user: &str| json!({"user": user, "licenses": ["SPB"]});
    for (check, english) in [
        (
            licensed("u.vogt@albatros.example"),
            "Ute Vogt (u.vogt@albatros.example) holds Microsoft 365 Business Premium.",
        ),
        (
            json!({"done": "passwords-reset", "user": "ute.vogt@albatros.example"}),
            "Password reset: Ute Vogt (ute.vogt@albatros.example).",
        ),
        (
            licensed("jana.mueller@albatros.example"),
            "Jana Müller holds Microsoft 365 Business Premium.",
        ),
    ] {
        let check: Check = serde_json::from_value(check).expect("a check");
        let said = Language::English.sentences().check(&check, &state);
        assert_eq!(said, english);
    }
}

#[test]
fn an_instruction_is_said_in_words() {
    let state = state();
    let cases: &[(Value, &str)] = &[
        (
            json!({"create": "a@albatros.example", "display_name": "A B"}),
            "User created: A B",
        ),
        (
            json!({"upload": [["", "", "X", "x@albatros.example"]],
                "customer": "albatros.example", "location": "DE"}),
            "Users uploaded: Albatros Werkzeugbau GmbH, 1 user",
        ),
        (
            json!({"delete": ["ute.vogt@albatros.example"]}),
            "User deleted: Ute Vogt",
        ),
        (
            json!({"change-quantity": "SPB", "customer": "albatros.example", "quantity": 5}),
            "Quantity changed: Albatros Werkzeugbau GmbH, Microsoft 365 Business Premium",
        ),
        (json!({"advance-clock": 1}), "Clock advanced: 1 day"),
        (json!({"act": "log-exported"}), "Activity log exported"),
    ];
    for (json, english) in cases {
        let instruction: Instruction = serde_json::from_value(json.clone()).expect("one");
        let said = Language::English
            .sentences()
            .instruction(&instruction, &state);
        assert_eq!(said, *english, "{json}");
    }
}

#[test]
fn what_is_missing_or_wrong_is_said_with_its_place() {
    let number = |number: usize| number.to_string();
    let lack = |lack| LANGUAGES.map(|language| language.sentences().lack(lack, &number));
    assert_eq!(
        lack(Lack::Text(TextOf::Hint(1, 0), Absent::German)),
        [
            "Goal 2, Hint 1: German is missing. The English text is shown instead.",
            "Ziel 2, Tipp 1: Deutsch fehlt. Stattdessen wird der englische Text gezeigt."
        ]
    );
    assert_eq!(
        lack(Lack::Text(TextOf::Story, Absent::Both)),
        ["Story: no text.", "Ausgangslage: kein Text."]
    );
    let mistake = |path: &str| {
        let mistake = Mistake {
            path: path.to_owned(),
            kind: MistakeKind::NotReached,
        };
        Language::English
            .sentences()
            .exercise_mistake(&mistake, &number)
    };
    let what = "The solution doesn't reach this goal.";
    assert_eq!(mistake("$.goals[2].check"), format!("Goal 3: {what}"));
    assert_eq!(
        mistake("$.solution[0]"),
        format!("Solution, step 1: {what}")
    );
    assert_eq!(
        mistake("$.start[1]"),
        format!("Starting state, step 2: {what}")
    );
    assert_eq!(mistake("$"), what);
}
