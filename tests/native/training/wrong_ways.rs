//! For every exercise of the built-in course, a wrong way and how it is named.

use serde_json::{Value, json};

use super::detours::told;
use super::{act, course, create, play};

/// An exercise, what is done, the goals that are reached, and the detours.
type Way<'a> = (&'a str, Vec<Value>, &'a [&'a str], &'a [&'a str]);

#[test]
fn a_wrong_way_is_named() {
    let basic = "O365_BUSINESS_ESSENTIALS";
    let at = |user: &str, domain: &str| format!("{user}@{domain}.example");
    let ways: &[Way<'_>] = &[
        (
            "first-user",
            vec![create(
                "dana.ruiz@albatros-werkzeugbau.example",
                "Dana Ruiz",
                "DE",
                &[basic],
            )],
            &["created"],
            &[
                "Assigned(O365_BUSINESS_ESSENTIALS): Dana Ruiz",
                "NotAssigned(SPB): Dana Ruiz",
            ],
        ),
        // Passed on before the last one was there.
        (
            "three-users",
            vec![
                create(
                    "elena.costa@lanterna.example",
                    "Elena Costa",
                    "IT",
                    &["SPB"],
                ),
                create("marco.villa@lanterna.example", "Marco Villa", "IT", &[]),
                act("credentials-downloaded"),
                create("sara.riva@lanterna.example", "Sara Riva", "IT", &[]),
            ],
            &["created"],
            &["Assigned(SPB): Elena Costa"],
        ),
        // The display name in ASCII.
        (
            "umlauts",
            vec![create(
                "joerg.weissmueller@kiefernhain.example",
                "Joerg Weissmueller",
                "DE",
                &["ENTERPRISEPACK"],
            )],
            &[],
            &["Detail(DisplayName): Joerg Weissmueller"],
        ),
        // Deleted instead of licensed.
        (
            "without-license",
            vec![
                json!({"act": "filtered", "customer": "lanterna.example"}),
                json!({"delete": [
                    at("noemi.bianchi", "lanterna"), at("niccolo.ferrari", "lanterna"),
                    at("aurora.fontana", "lanterna"), at("pietro.marini", "lanterna"),
                    at("silvia.testa", "lanterna"),
                ]}),
            ],
            &["filtered", "licensed"],
            &[
                "Deleted: Noemi Bianchi, Niccolò Ferrari, Aurora Fontana, Pietro Marini, \
                 Silvia Testa",
            ],
        ),
        // One of another office, too.
        (
            "replace-product",
            vec![json!({
                "change-licenses": [
                    at("ute.lindner", "albatros"), at("ute.vogt", "albatros"),
                    at("jana.mueller", "albatros"), at("bjoern.hoffmann", "albatros"),
                    at("jana.weiss", "albatros"), at("anna.jaeger", "albatros"),
                    at("goetz.schmidt", "albatros-werkzeugbau"),
                ],
                "revoke": ["SPB"],
            })],
            &["revoked"],
            &[
                "NotAssigned(O365_BUSINESS_ESSENTIALS): Ute Lindner, Ute Vogt, Jana Müller, \
                 Björn Hoffmann, Jana Weiß, Anna Jäger",
                "Revoked(SPB): Götz Schmidt",
            ],
        ),
        // A plan switched off, and the seat kept.
        (
            "plan-conflict",
            vec![json!({
                "change-licenses": [at("sian.smith", "saltbush")],
                "assign": ["ENTERPRISEPACK"],
                "plans_off": {"ENTERPRISEPACK": ["EXCHANGE_S_ENTERPRISE"]},
            })],
            &["assigned"],
            &[
                "SwitchedOff(EXCHANGE_S_ENTERPRISE): Siân Smith",
                "StillAssigned(EXCHANGESTANDARD): Siân Smith",
            ],
        ),
        // Taken away from somebody else.
        (
            "buy-seats",
            vec![
                json!({
                    "change-licenses": [
                        at("paula.dominguez", "cordillera"), at("sofia.castro", "cordillera"),
                        at("hugo.ochoa", "cordillera"),
                    ],
                    "revoke": ["O365_BUSINESS_PREMIUM"],
                }),
                json!({
                    "change-licenses": [
                        at("joao.nunez", "cordillera"), at("joaquin.nunez", "cordillera"),
                        at("andres.araujo", "viajes-cordillera"),
                    ],
                    "assign": ["O365_BUSINESS_PREMIUM"],
                }),
            ],
            &["assigned"],
            &[
                "Seats { product: O365_BUSINESS_PREMIUM, seats: 30, expected: 33 }",
                "Revoked(O365_BUSINESS_PREMIUM): Paula Domínguez, Sofía Castro, Hugo Ochoa",
            ],
        ),
        // Kwame's other plan switched on.
        (
            "plans-off",
            vec![json!({
                "change-licenses": [
                    at("kwame.kim", "deltabrug"), at("kofi.popescu", "deltabrug"),
                    at("aoife.young", "deltabrug"),
                ],
                "plans_on": {"ENTERPRISEPACK": ["RMS_S_ENTERPRISE"]},
                "plans_off": {"ENTERPRISEPACK": ["YAMMER_ENTERPRISE"]},
            })],
            &["off"],
            &["SwitchedOn(RMS_S_ENTERPRISE): Kwame Kim"],
        ),
        // The other Declan Walker.
        (
            "helpdesk",
            vec![
                json!({"reset-passwords": [at("priya.campbell", "birchfield")]}),
                act("credentials-printed"),
                json!({"delete": [at("declan.walker", "birchfield")], "role": "admin"}),
            ],
            &["reset", "delivered"],
            &["Deleted: Declan Walker", "NotDeleted: Declan Walker"],
        ),
        // A seat bought.
        (
            "free-seat",
            vec![
                json!({"delete": [at("davide.nicolo", "lanterna")]}),
                json!({
                    "change-quantity": "VISIOCLIENT", "customer": "lanterna.example",
                    "quantity": 2,
                }),
                json!({
                    "change-licenses": [at("chiara.ferrari", "lanterna")],
                    "assign": ["VISIOCLIENT"],
                }),
            ],
            &["deleted"],
            &["Seats { product: VISIOCLIENT, seats: 2, expected: 1 }"],
        ),
        // The colleague renamed, and everybody restored.
        (
            "restore-renamed",
            vec![
                json!({
                    "edit": at("bjoern.lindner", "albatros-werkzeugbau"),
                    "user_name": at("bjoern.lindner2", "albatros-werkzeugbau"),
                }),
                json!({"restore": [
                    at("bjoern.lindner", "albatros-werkzeugbau"),
                    at("tobias.lindner", "albatros-werkzeugbau"),
                ]}),
            ],
            &["restored"],
            &[
                "Detail(UserName): Björn Lindner",
                "Restored: Tobias Lindner",
            ],
        ),
        // Beyond everybody's window.
        (
            "thirty-days",
            vec![json!({"advance-clock": 31})],
            &["gone"],
            &["ClockAhead(15)", "Purged: Raúl Araújo"],
        ),
        // A row left out, and the wrong location.
        (
            "german-file",
            vec![
                json!({"act": "uploaded", "customer": "kiefernhain.example"}),
                json!({
                    "upload": [
                        ["Jürgen", "Bäcker", "Jürgen Bäcker", "juergen.baecker@kiefernhain.example"],
                        ["Müge", "Aydin", "Müge Aydin", "muege.aydin@kiefernhain.example"],
                        ["Sabine", "Lorenz", "Sabine Lorenz", "sabine.lorenz@kiefernhain.example"],
                        ["Björn", "Höfer", "Björn Höfer", "bjoern.hoefer@kiefernhain.example"],
                        ["Noah", "Peters", "Noah Peters", "noah.peters@kiefernhain.example"],
                    ],
                    "customer": "kiefernhain.example", "location": "AT",
                }),
                act("credentials-downloaded"),
            ],
            &["checked"],
            &[
                "Detail(Location): Jürgen Bäcker, Müge Aydin, Sabine Lorenz, Björn Höfer, \
                 Noah Peters",
                "NotCreated: Tanja Groß",
            ],
        ),
        // The log before the rest.
        (
            "working-day",
            vec![
                json!({
                    "change-quantity": "STANDARDPACK", "customer": "birchfield.example",
                    "quantity": 120,
                }),
                act("log-exported"),
                json!({"delete": [
                    at("eleanor.smith", "birchfield"), at("oliver.clarke", "birchfield"),
                    at("toby.fitzgerald", "birchfield"), at("grace.baker", "birchfield"),
                ]}),
                json!({"restore": [at("olivia.taylor", "birchfield")]}),
            ],
            &["seats", "left"],
            &[
                "Deleted: Grace Baker",
                "Restored: Olivia Taylor",
                "NotRestored: Harry Okafor",
                "NotCreated: Hannah Price, Owen Reid, Maya Desai, Thomas Begum, Isla Grant, \
                 Noah Whitfield",
            ],
        ),
    ];
    let played: Vec<&str> = ways.iter().map(|(id, ..)| *id).collect();
    let all: Vec<&str> = course().exercises.iter().map(|one| &*one.id).collect();
    assert_eq!(played, all);
    for (id, way, reached, detours) in ways {
        let attempt = play(id, way);
        assert_eq!(attempt.reached(), *reached, "{id}");
        let found: Vec<String> = attempt.detours().iter().map(told).collect();
        assert_eq!(found, *detours, "{id}");
    }
}
