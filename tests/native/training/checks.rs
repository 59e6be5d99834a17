//! The check language: what each kind is true of, and what is no check.

use serde_json::{Value, json};

use seatwork::domain::Action;
use seatwork::training::{Act, Check, Happening, Scene, Trace};

use super::{begun, small_sample};
use crate::support::user_name;

fn check(json: Value) -> Check {
    let text = json.to_string();
    serde_json::from_value(json).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Whether the check is true of the sample workspace after these things.
fn holds(check: Value, traces: &[Trace], reached: &[(String, usize)]) -> bool {
    let scene = Scene {
        state: small_sample(),
        now: begun(),
        traces,
        reached,
        since: 0,
    };
    self::check(check).holds(&scene)
}

#[test]
fn a_check_of_the_state_is_true_of_what_it_says_only() {
    let ute = "ute.lindner@albatros.example";
    let both = json!(["SPB", "POWER_BI_PRO"]);
    let sophie = "sophie.mueller@albatros-werkzeugbau.example";
    let hannelore = "hannelore.koehler@albatros-werkzeugbau.example";
    let tobias = "tobias.lindner@albatros-werkzeugbau.example";
    let cases: &[(Value, bool)] = &[
        // A user.
        (json!({"user": ute}), true),
        (json!({"user": "UTE.Lindner@Albatros.example"}), true),
        (json!({"user": ute, "exists": true}), true),
        (json!({"user": ute, "exists": false}), false),
        (json!({"user": "nobody@albatros.example"}), false),
        (
            json!({"user": "nobody@albatros.example", "exists": false}),
            true,
        ),
        (json!({"user": tobias}), false),
        (json!({"user": "ute.lindner@nowhere.example"}), false),
        (
            json!({"user": "ute.lindner@nowhere.example", "exists": false}),
            false,
        ),
        (json!({"user": ute, "display_name": "Ute Lindner"}), true),
        (json!({"user": ute, "display_name": "Ute"}), false),
        (
            json!({"user": ute, "first_name": "Ute", "last_name": "Lindner"}),
            true,
        ),
        (json!({"user": ute, "last_name": "Vogt"}), false),
        (json!({"user": ute, "location": "DE"}), true),
        (json!({"user": ute, "location": "AT"}), false),
        (json!({"user": hannelore, "location": "DE"}), false),
        (json!({"user": ute, "roles": ["global"]}), true),
        (json!({"user": ute, "roles": []}), false),
        (json!({"user": ute, "roles": ["global", "billing"]}), false),
        (json!({"user": sophie, "roles": []}), true),
        (json!({"user": ute, "licenses": both}), true),
        (json!({"user": ute, "licenses": ["SPB"]}), true),
        (
            json!({"user": ute, "licenses": ["SPB", "VISIOCLIENT"]}),
            false,
        ),
        (json!({"user": ute, "without": ["VISIOCLIENT"]}), true),
        (
            json!({"user": ute, "without": ["VISIOCLIENT", "SPB"]}),
            false,
        ),
        (
            json!({"user": ute, "licenses": ["SPB"], "without": ["POWER_BI_PRO"]}),
            false,
        ),
        (
            json!({"user": sophie, "plans_off": {"SPB": ["ATP_ENTERPRISE"]}}),
            true,
        ),
        (
            json!({"user": sophie, "plans_off": {"SPB": ["TEAMS1"]}}),
            false,
        ),
        (
            json!({"user": sophie, "plans_on": {"SPB": ["TEAMS1", "INTUNE_A"]}}),
            true,
        ),
        (
            json!({"user": sophie, "plans_on": {"SPB": ["ATP_ENTERPRISE"]}}),
            false,
        ),
        // Plans of a product that is not held are neither on nor off.
        (
            json!({"user": hannelore, "plans_on": {"SPB": ["TEAMS1"]}}),
            false,
        ),
        (
            json!({"user": hannelore, "plans_off": {"SPB": ["TEAMS1"]}}),
            false,
        ),
        // Anybody.
        (
            json!({"user": "*@albatros.example", "display_name": "Ute Lindner"}),
            true,
        ),
        (
            json!({"user": "*@albatros-werkzeugbau.example", "display_name": "Ute Lindner"}),
            false,
        ),
        (
            json!({"user": "*@albatros.example", "licenses": ["VISIOCLIENT"]}),
            false,
        ),
        (
            json!({"user": "*@novak-dcery.example", "exists": false}),
            true,
        ),
        (json!({"user": "*@nowhere.example"}), false),
        // A deleted user.
        (json!({"deleted": tobias}), true),
        (json!({"deleted": ute}), false),
        (json!({"deleted": "tobias.lindner@nowhere.example"}), false),
        // A count.
        (
            json!({"count": "all", "customer": "albatros.example", "is": 64}),
            true,
        ),
        (
            json!({"count": "all", "customer": "albatros-werkzeugbau.example", "is": 64}),
            true,
        ),
        (
            json!({"count": "all", "customer": "albatros.example", "is": 63}),
            false,
        ),
        (
            json!({
                "count": "all", "customer": "albatros.example", "domain": "albatros.example",
                "is": 9,
            }),
            true,
        ),
        (
            json!({"count": "without-license", "customer": "cafe-lumiere.example", "is": 2}),
            true,
        ),
        (
            json!({"count": "with-license", "customer": "cafe-lumiere.example", "is": 4}),
            true,
        ),
        (
            json!({"count": "administrators", "customer": "cafe-lumiere.example", "is": 2}),
            true,
        ),
        (
            json!({"count": "without-location", "customer": "albatros.example", "is": 5}),
            true,
        ),
        (
            json!({"count": "with-VISIOCLIENT", "customer": "albatros.example", "is": 1}),
            true,
        ),
        (
            json!({"count": "without-VISIOCLIENT", "customer": "albatros.example", "is": 63}),
            true,
        ),
        (
            json!({"count": "all", "customer": "albatros.example", "at_least": 64, "at_most": 64}),
            true,
        ),
        (
            json!({"count": "all", "customer": "albatros.example", "at_least": 65}),
            false,
        ),
        (
            json!({"count": "all", "customer": "albatros.example", "at_most": 63}),
            false,
        ),
        (
            json!({"count": "all", "customer": "nowhere.example", "is": 0}),
            false,
        ),
        // Seats.
        (
            json!({"seats": "SPB", "customer": "albatros.example", "total": {"is": 45}}),
            true,
        ),
        (
            json!({
                "seats": "SPB", "customer": "albatros.example", "assigned": {"is": 38},
                "available": {"at_least": 7, "at_most": 7},
            }),
            true,
        ),
        (
            json!({"seats": "SPB", "customer": "albatros.example", "available": {"at_least": 8}}),
            false,
        ),
        (
            json!({"seats": "EMS", "customer": "albatros.example", "total": {"is": 0}}),
            true,
        ),
        (
            json!({"seats": "SPB", "customer": "nowhere.example", "total": {"is": 0}}),
            false,
        ),
        // Combinations.
        (json!({"all": []}), true),
        (json!({"any": []}), false),
        (json!({"all": [{"user": ute}, {"deleted": tobias}]}), true),
        (json!({"all": [{"user": ute}, {"deleted": ute}]}), false),
        (json!({"any": [{"deleted": ute}, {"user": ute}]}), true),
        (json!({"any": [{"deleted": ute}, {"user": tobias}]}), false),
        (json!({"not": {"deleted": ute}}), true),
        (json!({"not": {"not": {"deleted": ute}}}), false),
        (
            json!({"all": [{"any": [{"user": ute}]}, {"not": {"all": [{"user": tobias}]}}]}),
            true,
        ),
    ];
    for (check, expected) in cases {
        assert_eq!(holds(check.clone(), &[], &[]), *expected, "{check}");
    }
}

#[test]
fn a_check_of_what_happened_looks_at_this_attempt() {
    let customer = |domain: &str| {
        let found = small_sample().customers().find(|customer| {
            let mut domains = customer.domains.iter();
            domains.any(|own| own.as_str() == domain)
        });
        found.map(|customer| customer.id)
    };
    let (albatros, lanterna) = (customer("albatros.example"), customer("lanterna.example"));
    let ute = "ute.lindner@albatros.example";
    let traces = [
        Trace {
            what: Happening::Changed(Action::ResetPasswords),
            customer: albatros,
            users: vec![user_name(ute)],
        },
        Trace::of_act(Act::CredentialsPrinted, albatros),
        Trace::of_act(Act::LogExported, None),
        Trace::of_act(Act::Filtered, lanterna),
    ];
    let reached = [("first".to_owned(), 1), ("later".to_owned(), 3)];
    let delivered = json!({"act": "credentials-delivered"});
    let filtered = json!({"act": "filtered"});
    let cases: &[(Value, bool)] = &[
        (json!({"done": "passwords-reset"}), true),
        (json!({"done": "passwords-reset", "user": ute}), true),
        (
            json!({"done": "passwords-reset", "user": "ute.vogt@albatros.example"}),
            false,
        ),
        (
            json!({"done": "passwords-reset", "customer": "albatros.example"}),
            true,
        ),
        (
            json!({"done": "passwords-reset", "customer": "lanterna.example"}),
            false,
        ),
        (
            json!({"done": "passwords-reset", "customer": "nowhere.example"}),
            false,
        ),
        (json!({"done": "users-deleted"}), false),
        (delivered.clone(), true),
        (json!({"act": "credentials-printed"}), true),
        (json!({"act": "credentials-copied"}), false),
        (
            json!({"act": "credentials-delivered", "customer": "albatros.example"}),
            true,
        ),
        (
            json!({"act": "credentials-delivered", "customer": "lanterna.example"}),
            false,
        ),
        (json!({"act": "exported"}), true),
        (json!({"act": "log-exported"}), true),
        (json!({"act": "users-exported"}), false),
        (
            json!({"act": "log-exported", "customer": "albatros.example"}),
            false,
        ),
        (filtered.clone(), true),
        (json!({"act": "uploaded"}), false),
        (json!({"after": "first", "then": delivered}), true),
        (json!({"after": "later", "then": delivered}), false),
        (json!({"after": "later", "then": filtered}), true),
        (
            json!({"after": "first", "then": {"done": "passwords-reset"}}),
            false,
        ),
        (json!({"after": "first", "then": {"user": ute}}), true),
        (json!({"after": "never", "then": {"user": ute}}), false),
        (
            json!({"not": {"after": "never", "then": {"user": ute}}}),
            true,
        ),
        (
            json!({"after": "later", "then": {"after": "first", "then": delivered}}),
            false,
        ),
        (
            json!({"after": "first", "then": {"after": "later", "then": filtered}}),
            true,
        ),
    ];
    for (check, expected) in cases {
        assert_eq!(
            holds(check.clone(), &traces, &reached),
            *expected,
            "{check}"
        );
    }
}

#[test]
fn an_act_is_part_of_its_family() {
    for (wanted, done, expected) in [
        (Act::CredentialsDelivered, Act::CredentialsPrinted, true),
        (Act::CredentialsDelivered, Act::CredentialsCopied, true),
        (Act::CredentialsDelivered, Act::CredentialsDownloaded, true),
        (Act::CredentialsDelivered, Act::EmailDrafted, false),
        (Act::CredentialsPrinted, Act::CredentialsDelivered, false),
        (Act::Exported, Act::LogExported, true),
        (Act::Exported, Act::UsersExported, true),
        (Act::Exported, Act::CredentialsDownloaded, false),
        (Act::Filtered, Act::Filtered, true),
        (Act::Filtered, Act::Uploaded, false),
    ] {
        assert_eq!(wanted.includes(done), expected, "{wanted:?} {done:?}");
    }
}

#[test]
fn what_is_no_check_is_refused() {
    let user = "ute.lindner@albatros.example";
    for wrong in [
        json!({}),
        json!([]),
        json!("user"),
        json!({"user": 1}),
        json!({"user": "ute lindner"}),
        json!({"user": user, "exits": true}),
        json!({"user": user, "licenses": ["SBP"]}),
        json!({"user": user, "licenses": "SPB"}),
        json!({"user": user, "location": "Germany"}),
        json!({"user": user, "roles": ["boss"]}),
        json!({"user": user, "plans_off": {"VISIOCLIENT": ["TEAMS1"]}}),
        json!({"user": user, "exists": false, "licenses": ["SPB"]}),
        json!({"user": user, "exists": false, "display_name": "Ute"}),
        json!({"user": user, "customer": "albatros.example"}),
        json!({"user": user, "deleted": user}),
        json!({"all": [], "any": []}),
        json!({"deleted": "*@albatros.example"}),
        json!({"count": "all", "customer": "albatros.example"}),
        json!({"count": "all", "is": 1}),
        json!({"count": "nobody", "customer": "albatros.example", "is": 1}),
        json!({"count": "with-SBP", "customer": "albatros.example", "is": 1}),
        json!({"seats": "SPB", "customer": "albatros.example"}),
        json!({"seats": "SPB", "total": {"is": 1}}),
        json!({"seats": "SPB", "customer": "albatros.example", "total": {"exactly": 1}}),
        json!({"done": "password-reset"}),
        json!({"done": "passwords-reset", "user": "*@albatros.example"}),
        json!({"act": "credentials-emailed"}),
        json!({"act": "filtered", "is": 1}),
        json!({"not": []}),
        json!({"after": "first"}),
        json!({"after": "first", "then": {}}),
        json!({"__proto__": {}}),
    ] {
        let text = wrong.to_string();
        let read: Result<Check, _> = serde_json::from_value(wrong);
        assert!(read.is_err(), "{text}: {read:?}");
    }
}
