//! For every exercise of the built-in course, another way than the reference solution.

use serde_json::{Value, json};

use super::{act, course, create, play};

#[test]
fn another_right_way_is_accepted() {
    let basic = "O365_BUSINESS_ESSENTIALS";
    let interns = ["elena.costa", "marco.villa", "sara.riva"].map(|user| {
        let (first, last) = user.split_once('.').expect("two names");
        let capital = |name: &str| name[..1].to_uppercase() + &name[1..];
        let (first, last) = (capital(first), capital(last));
        let display = format!("{first} {last}");
        [first, last, display, format!("{user}@lanterna.example")]
    });
    let design_office = ["ute.lindner", "ute.vogt", "jana.mueller", "bjoern.hoffmann"]
        .map(|user| format!("{user}@albatros.example"));
    let others = ["jana.weiss", "anna.jaeger"].map(|user| format!("{user}@albatros.example"));
    let yammer_off = |user: &str| {
        json!({
            "change-licenses": [format!("{user}@deltabrug.example")],
            "plans_off": {"ENTERPRISEPACK": ["YAMMER_ENTERPRISE"]},
        })
    };
    let teacher = |user: &str, name: &str| {
        let user = format!("{user}@birchfield.example");
        create(&user, name, "GB", &["STANDARDPACK"])
    };
    let employee = |user: &str, name: &str| {
        let user = format!("{user}@kiefernhain.example");
        create(&user, name, "DE", &[])
    };
    let staff = |user: &str| format!("{user}@birchfield.example");
    let ways: &[(&str, Vec<Value>)] = &[
        // The license afterwards, the password on paper.
        (
            "first-user",
            vec![
                create(
                    "dana.ruiz@albatros-werkzeugbau.example",
                    "Dana Ruiz",
                    "DE",
                    &[],
                ),
                act("credentials-printed"),
                json!({
                    "change-licenses": ["dana.ruiz@albatros-werkzeugbau.example"],
                    "assign": ["SPB"],
                }),
            ],
        ),
        // By a file instead of the form.
        (
            "three-users",
            vec![
                json!({"upload": interns, "customer": "lanterna.example", "location": "IT"}),
                act("credentials-downloaded"),
            ],
        ),
        // Another user name.
        (
            "umlauts",
            vec![
                create(
                    "j.weissmueller@kiefernhain.example",
                    "Jörg Weißmüller",
                    "DE",
                    &["ENTERPRISEPACK"],
                ),
                act("credentials-copied"),
            ],
        ),
        // In two steps, and filtered afterwards.
        (
            "without-license",
            vec![
                json!({
                    "change-licenses": ["noemi.bianchi@lanterna.example"], "assign": [basic],
                }),
                json!({
                    "change-licenses": [
                        "niccolo.ferrari@lanterna.example", "aurora.fontana@lanterna.example",
                        "pietro.marini@lanterna.example", "silvia.testa@lanterna.example",
                    ],
                    "assign": [basic],
                }),
                json!({"act": "filtered", "customer": "lanterna.example"}),
            ],
        ),
        // Revoked first, then assigned, in two groups.
        (
            "replace-product",
            vec![
                json!({"change-licenses": design_office, "revoke": ["SPB"]}),
                json!({"change-licenses": design_office, "assign": [basic]}),
                json!({"change-licenses": others, "revoke": ["SPB"], "assign": [basic]}),
            ],
        ),
        // One after the other.
        (
            "plan-conflict",
            vec![
                json!({
                    "change-licenses": ["sian.smith@saltbush.example"],
                    "revoke": ["EXCHANGESTANDARD"],
                }),
                json!({
                    "change-licenses": ["sian.smith@saltbush.example"],
                    "assign": ["ENTERPRISEPACK"],
                }),
            ],
        ),
        // A second subscription.
        (
            "buy-seats",
            vec![
                json!({
                    "add-subscription": "O365_BUSINESS_PREMIUM", "customer": "cordillera.example",
                    "quantity": 3,
                }),
                json!({
                    "change-licenses": [
                        "joao.nunez@cordillera.example", "joaquin.nunez@cordillera.example",
                        "andres.araujo@viajes-cordillera.example",
                    ],
                    "assign": ["O365_BUSINESS_PREMIUM"],
                }),
            ],
        ),
        // One user after the other.
        (
            "plans-off",
            ["aoife.young", "kofi.popescu", "kwame.kim"]
                .map(yammer_off)
                .to_vec(),
        ),
        // In another order.
        (
            "helpdesk",
            vec![
                json!({"delete": ["declan.walker2@birchfield.example"], "role": "admin"}),
                json!({"reset-passwords": ["priya.campbell@birchfield.example"]}),
                act("credentials-printed"),
            ],
        ),
        // The license revoked before the account is deleted.
        (
            "free-seat",
            vec![
                json!({
                    "change-licenses": ["davide.nicolo@lanterna.example"],
                    "revoke": ["VISIOCLIENT"],
                }),
                json!({
                    "change-licenses": ["chiara.ferrari@lanterna.example"],
                    "assign": ["VISIOCLIENT"],
                }),
                json!({"delete": ["davide.nicolo@lanterna.example"]}),
            ],
        ),
        // Another name than the one suggested, at the other domain.
        (
            "restore-renamed",
            vec![json!({
                "restore": ["bjoern.lindner@albatros-werkzeugbau.example"],
                "renamed": {
                    "bjoern.lindner@albatros-werkzeugbau.example": "b.lindner@albatros.example",
                },
            })],
        ),
        // Restored before the clock is put forward, and that in two steps.
        (
            "thirty-days",
            vec![
                json!({"restore": ["raul.araujo@quetzalrobotics.example"]}),
                json!({"advance-clock": 10}),
                json!({"advance-clock": 6}),
            ],
        ),
        // By the form instead of the file, after looking at the file.
        (
            "german-file",
            vec![
                json!({"act": "uploaded", "customer": "klinik-kiefernhain.example"}),
                employee("juergen.baecker", "Jürgen Bäcker"),
                employee("m.aydin", "Müge Aydin"),
                employee("sabine.lorenz", "Sabine Lorenz"),
                employee("bhoefer", "Björn Höfer"),
                employee("tanja.gross", "Tanja Groß"),
                employee("noah.peters", "Noah Peters"),
                act("credentials-printed"),
            ],
        ),
        // With the form, a second subscription, and everything in another order.
        (
            "working-day",
            vec![
                json!({
                    "restore": [staff("harry.okafor")],
                }),
                json!({"delete": [staff("eleanor.smith")]}),
                json!({"delete": [staff("oliver.clarke"), staff("toby.fitzgerald")]}),
                json!({
                    "add-subscription": "STANDARDPACK", "customer": "birchfield.example",
                    "quantity": 20,
                }),
                teacher("hannah.price", "Hannah Price"),
                teacher("owen.reid", "Owen Reid"),
                teacher("maya.desai", "Maya Desai"),
                teacher("thomas.begum", "Thomas Begum"),
                teacher("isla.grant", "Isla Grant"),
                teacher("noah.whitfield", "Noah Whitfield"),
                act("log-exported"),
            ],
        ),
    ];
    let played: Vec<&str> = ways.iter().map(|(id, _)| *id).collect();
    let all: Vec<&str> = course().exercises.iter().map(|one| &*one.id).collect();
    assert_eq!(played, all);
    for (id, way) in ways {
        let attempt = play(id, way);
        assert!(
            attempt.progress.is_complete(),
            "{id}: only {:?}",
            attempt.reached()
        );
        assert_eq!(attempt.detours(), [], "{id}");
    }
}
