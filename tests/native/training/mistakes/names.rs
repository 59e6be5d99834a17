//! Names and fields that are misspelt.

use serde_json::{Value, json};

use seatwork::training::{MistakeKind, Name};

use super::{mistake_at, unknown, unknown_field, with};

#[test]
fn a_misspelt_name_is_found_where_it_is_with_what_was_meant() {
    let check = "/goals/0/check";
    let create = "/solution/0";
    let cases: &[(&str, Value, &str, MistakeKind)] = &[
        (
            "/goals/0/check/licenses/0",
            json!("SBP"),
            "$.goals[0].check.licenses[0]",
            unknown(Name::Product, "SBP", Some("SPB")),
        ),
        (
            "/goals/0/check/licenses/0",
            json!("ENTERPRISPACK"),
            "$.goals[0].check.licenses[0]",
            unknown(Name::Product, "ENTERPRISPACK", Some("ENTERPRISEPACK")),
        ),
        (
            "/goals/0/check/plans_on/SPB/0",
            json!("TEAMS"),
            "$.goals[0].check.plans_on.SPB[0]",
            unknown(Name::Plan, "TEAMS", Some("TEAMS1")),
        ),
        (
            "/goals/0/check/exits",
            json!(true),
            "$.goals[0].check.exits",
            unknown_field("exits", Some("exists")),
        ),
        (
            check,
            json!({"usr": "mia.neu@lanterna.example"}),
            "$.goals[0].check.usr",
            unknown_field("usr", Some("user")),
        ),
        (check, json!({}), "$.goals[0].check", MistakeKind::NoKind),
        (
            "/goals/0/check/user",
            json!("mia neu@lanterna.example"),
            "$.goals[0].check.user",
            unknown(Name::UserOrAnyone, "mia neu@lanterna.example", None),
        ),
        (
            check,
            json!({"done": "password-reset"}),
            "$.goals[0].check.done",
            unknown(Name::Action, "password-reset", Some("passwords-reset")),
        ),
        (
            check,
            json!({"act": "credential-delivered"}),
            "$.goals[0].check.act",
            unknown(
                Name::Act,
                "credential-delivered",
                Some("credentials-delivered"),
            ),
        ),
        (
            check,
            json!({"count": "without-licence", "customer": "lanterna.example", "is": 1}),
            "$.goals[0].check.count",
            unknown(Name::Filter, "without-licence", Some("without-license")),
        ),
        (
            check,
            json!({"count": "with-VISOCLIENT", "customer": "lanterna.example", "is": 2}),
            "$.goals[0].check.count",
            unknown(Name::Filter, "with-VISOCLIENT", Some("with-VISIOCLIENT")),
        ),
        (
            "/goals/0/hints/0/show/on",
            json!("user-list"),
            "$.goals[0].hints[0].show.on",
            unknown(Name::Place, "user-list", None),
        ),
        (
            "/goals/0/hints/0/show/role",
            json!("buton"),
            "$.goals[0].hints[0].show.role",
            unknown(Name::Control, "buton", Some("button")),
        ),
        (
            "/role",
            json!("admn"),
            "$.role",
            unknown(Name::PartnerRole, "admn", Some("admin")),
        ),
        (
            "/files/0/encoding",
            json!("utf8"),
            "$.files[0].encoding",
            unknown(Name::Encoding, "utf8", Some("utf-8")),
        ),
        (
            "/id",
            json!("My exercise"),
            "$.id",
            unknown(Name::Id, "My exercise", None),
        ),
        (
            &format!("{create}/location"),
            json!("XX"),
            "$.solution[0].location",
            unknown(Name::Location, "XX", None),
        ),
        (
            &format!("{create}/display_nam"),
            json!("Mia"),
            "$.solution[0].display_nam",
            unknown_field("display_nam", None),
        ),
        (
            create,
            json!({"creat": "mia.neu@lanterna.example"}),
            "$.solution[0].creat",
            unknown_field("creat", Some("create")),
        ),
        (
            create,
            json!({"create": "mia.neu@lanterna.example"}),
            "$.solution[0]",
            MistakeKind::MissingField("display_name"),
        ),
        (
            create,
            json!({"upload": [["Mia", "Neu"]], "customer": "lanterna.example", "location": "IT"}),
            "$.solution[0].upload[0]",
            MistakeKind::WrongLength { expected: 4 },
        ),
        (
            create,
            json!({"change-quantity": "SPB", "customer": "lanterna.example", "quantity": 0}),
            "$.solution[0].quantity",
            MistakeKind::NotANumber {
                least: 1,
                most: 10_000,
            },
        ),
        ("/goals", json!({}), "$.goals", MistakeKind::NotAList),
        (
            "/goals/0",
            json!([]),
            "$.goals[0]",
            MistakeKind::NotAnObject,
        ),
        ("/title/de", json!(5), "$.title.de", MistakeKind::NotAText),
        (
            "/title",
            json!({"en": "A"}),
            "$.title",
            MistakeKind::MissingField("de"),
        ),
        (
            "/goals/0/once",
            json!("yes"),
            "$.goals[0].once",
            MistakeKind::NotAFlag,
        ),
        (
            "/minutes",
            json!(-1),
            "$.minutes",
            MistakeKind::NotANumber {
                least: 0,
                most: 65_535,
            },
        ),
        (
            "/__proto__",
            json!({}),
            "$.__proto__",
            unknown_field("__proto__", None),
        ),
    ];
    for (pointer, value, path, kind) in cases {
        let found = with(pointer, value.clone()).expect_err(pointer);
        assert_eq!(
            found,
            [mistake_at(path, kind.clone())],
            "{pointer}: {value}"
        );
    }
}
