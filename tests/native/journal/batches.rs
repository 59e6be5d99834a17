//! The stored form of a batch of users, written by hand: what it means, and what is damage.

use seatwork::domain::{CustomerEvent, Event, PersonName, User};
use seatwork::journal::envelope::{self, Damage};
use seatwork::journal::{StoredRecord, StoredSnapshot};

use crate::support::company;

const BATCH: &str = r#"{
    "first": 1,
    "id": "00000000-0000-0000-0000-000000000001",
    "without": "4x2",
    "created_at": 1790000000000,
    "domain": "probe.example",
    "location": "DE",
    "roles": ["users"],
    "rows": [
        ["ann", "", "", "Ann"],
        ["ben", "Ben", "Berg"],
        ["Cleo@second.example", "", "", "Cleo"],
        ["eve", "Eva", "", "Eve"]
    ]
}"#;
const ROWS: &str = r#"["ben", "Ben", "Berg"]"#;

/// Returns the record of an upload of these batches.
fn record(batches: &str) -> String {
    envelope::seal(&format!(
        r#"{{
            "seq": 1,
            "at": 1790000000000,
            "by": {{ "name": "Robin Ahrens", "role": "admin" }},
            "event": {{ "customer": [
                "00000000-0000-0000-0000-0000000000c0",
                {{ "users-uploaded": {{ "users": [{batches}] }} }}
            ] }}
        }}"#
    ))
}

fn read(batches: &str) -> Result<Vec<User>, Damage> {
    match StoredRecord::read(&record(batches), 1)?.change.event {
        Event::Customer(_, CustomerEvent::UsersUploaded { users }) => Ok(users),
        other => panic!("{other:?}"),
    }
}

/// Returns how many users are active, and how many deleted.
fn read_snapshot(lists: &str) -> Result<(usize, usize), Damage> {
    let text = envelope::seal(&format!(
        r#"{{
            "origin": {{ "sample": 1, "created": 1790000000000, "compacted": 1, "record_limit": 100 }},
            "highest": 9,
            {lists}
        }}"#
    ));
    StoredSnapshot::read(&text, company(vec![])).map(|snapshot| {
        let users = &snapshot.customer.users;
        (users.len(), users.deleted().count())
    })
}

#[test]
fn a_batch_says_once_what_its_users_share() {
    let users = read(BATCH).expect("it is whole");
    let users: Vec<String> = users
        .iter()
        .map(|user| {
            let details = &user.details;
            let name = |name: &Option<PersonName>| {
                name.as_ref().map_or("-", PersonName::as_str).to_owned()
            };
            format!(
                "{} {} {} | {} | {} | {} | {} | {}",
                user.number.0,
                user.id.0,
                details.user_name.as_str(),
                details.display_name.as_str(),
                name(&details.first_name),
                name(&details.last_name),
                details.location.map_or("-", |location| location.code()),
                details.roles.len(),
            )
        })
        .collect();
    let id = "00000000-0000-0000-0000-00000000000";
    assert_eq!(
        users,
        [
            format!("1 {id}1 ann@probe.example | Ann | - | - | DE | 1"),
            format!("2 {id}2 ben@probe.example | Ben Berg | Ben | Berg | DE | 1"),
            format!("3 {id}3 Cleo@second.example | Cleo | - | - | DE | 1"),
            format!("6 {id}6 eve@probe.example | Eve | Eva | - | DE | 1"),
        ]
    );
}

/// Returns the batch with one part replaced.
fn changed(from: &str, to: &str) -> String {
    assert!(BATCH.contains(from), "{from}");
    BATCH.replacen(from, to, 1)
}

#[test]
fn a_batch_that_makes_no_sense_is_damage() {
    let long = "x".repeat(65);
    let names = [
        r#"[]"#,
        r#"[""]"#,
        r#"["ben"]"#,
        r#"["ben", "Ben"]"#,
        r#"["ben", "", "Berg", "", "more"]"#,
        r#"["ben", "Ben", "Berg", "", ""]"#,
        r#"["b en", "Ben", "Berg"]"#,
        r#"["ben@", "Ben", "Berg"]"#,
        r#"["@probe.example", "Ben", "Berg"]"#,
        r#"["ben", "Ben\n", "B\u0000erg"]"#,
        r#"["ben", 1, "Berg"]"#,
        r#"["ben", null, "Berg"]"#,
        r#"{"user_name": "ben", "first_name": "Ben", "last_name": "Berg"}"#,
        r#""ben""#,
        "",
        &format!(r#"["{long}", "Ben", "Berg"]"#),
        &format!(r#"["ben", "{long}", "Berg"]"#),
    ]
    .map(|row| changed(ROWS, row));
    let shared = [
        ("\"first\": 1", "\"first\": 0"),
        ("\"first\": 1", "\"first\": -1"),
        // After the last number there is none.
        ("\"first\": 1", "\"first\": 4294967292"),
        ("\"first\": 1,", ""),
        ("0000000001", "000000000"),
        ("\"4x2\"", "\"1 3x2\""),
        ("\"4x2\"", "\"4x3000000\""),
        ("\"4x2\"", "\"4x2 9\""),
        ("\"4x2\"", "\"four\""),
        ("\"4x2\"", "[4, 5]"),
        ("1790000000000", "\"1790000000000\""),
        ("1790000000000", "1e300"),
        ("1790000000000", "9223372036854775807"),
        ("\"probe.example\"", "\"probe\""),
        ("\"probe.example\"", "\"\""),
        ("\"DE\"", "\"XX\""),
        ("\"users\"", "\"king\""),
        ("\"roles\"", "\"rights\""),
        ("\"roles\"", "\"location\""),
    ]
    .map(|(from, to)| changed(from, to));
    let nobody = "{}".to_owned();
    let rows = BATCH.find("\"rows\"").expect("it has rows");
    let empty = format!("{}\"rows\": [] }}", &BATCH[..rows]);
    for batch in names.into_iter().chain(shared).chain([nobody, empty]) {
        assert_eq!(read(&batch), Err(Damage::Content), "{batch}");
        let snapshot = read_snapshot(&format!("\"accounts\": [{batch}]"));
        assert_eq!(snapshot, Err(Damage::Content), "{batch}");
    }
}

#[test]
fn a_snapshot_that_makes_no_sense_is_damage() {
    let accounts = format!("\"accounts\": [{BATCH}]");
    let with = |lists: &str| read_snapshot(&format!("{accounts}, {lists}"));
    let deleted = r#""deleted": [{ "at": 1790000000001, "users": "1x2" }]"#;
    let licenses = r#""licenses": [{ "licenses": { "SPB": ["TEAMS1"] }, "users": "2" }]"#;
    let passwords = r#""passwords": [
        { "password": { "set_at": 1790000000001, "must_change": false }, "users": "3 3" }
    ]"#;
    assert_eq!(read_snapshot(&accounts), Ok((4, 0)));
    assert_eq!(with(deleted), Ok((2, 2)));
    assert_eq!(with(licenses), Ok((4, 0)));
    assert_eq!(with(passwords), Ok((4, 0)));
    let of_nobody = [
        deleted.replace("1x2", "1x2 2"),
        licenses.replace("\"2\"", "\"4\""),
        passwords.replace("3 3", "3 4"),
    ];
    let of_no_product = [
        licenses.replace("SPB", "spb"),
        licenses.replace("TEAMS1", "TEAMS"),
        licenses.replace("TEAMS1", "PROJECT_PROFESSIONAL"),
    ];
    let subscription = r#""subscriptions": [{
        "id": "00000000-0000-0000-0000-000000000001",
        "sku": "SPB",
        "quantity": 5,
        "status": "active"
    }]"#;
    assert_eq!(with(subscription), Ok((4, 0)));
    let of_no_seats = [
        subscription.replace('5', "0"),
        subscription.replace('5', "10001"),
        subscription.replace("active", "late"),
    ];
    let others = [
        r#""gone": "x""#.to_owned(),
        r#""details": { "company": "", "location": "DE" }"#.to_owned(),
        r#""details": { "company": "Probe" }"#.to_owned(),
        r#""more": 1"#.to_owned(),
    ];
    let all = of_nobody.into_iter().chain(of_no_product);
    for lists in all.chain(of_no_seats).chain(others) {
        assert_eq!(with(&lists), Err(Damage::Content), "{lists}");
    }
    // The same user twice, and two users with the same name.
    for other in [BATCH.to_owned(), changed("\"first\": 1", "\"first\": 11")] {
        let twice = format!("\"accounts\": [{BATCH}, {other}]");
        assert_eq!(read_snapshot(&twice), Err(Damage::Content), "{other}");
    }
}
