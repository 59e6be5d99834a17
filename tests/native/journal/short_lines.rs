//! The short lines of users who follow on the one before, by hand: what they say, and what is damage.

use seatwork::domain::{CustomerEvent, Event, PersonName, User};
use seatwork::journal::envelope::{self, Damage};
use seatwork::journal::stored::{StoredRecord, StoredSnapshot};

use crate::support::company;

/// The lines of a record of an upload by hand.
fn record(lines: &[&str]) -> String {
    let head = "1\t1790000000000\tRobin Ahrens\tadmin\tusers-uploaded\t00000000-0000-0000-0000-0000000000c0";
    envelope::seal(&[&[head], lines].concat().join("\n"))
}

const WHOLE: &str = "1\t00000000-0000-0000-0000-000000000001\t1790000000000\t\t\t\tann@probe.example\tAnn\t\t\tDE\t";

fn read(lines: &[&str]) -> Result<Vec<User>, Damage> {
    match StoredRecord::read(&record(lines), 1)?.event {
        Event::Customer(_, CustomerEvent::UsersUploaded { users }) => Ok(users),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_short_line_says_what_is_different() {
    let users = read(&[
        WHOLE,
        "\"\tben@\t\tBen\tBerg",
        "\"\tCleo@second.example\tCleo\t\t",
        "\"\tdora@\t\tDora de la\tTour\t\tbilling users",
        "\"3\teve@\tEve\tEva\t",
    ]);
    let told: Vec<String> = users
        .expect("it is whole")
        .iter()
        .map(|user| {
            let details = &user.details;
            let name = |name: &Option<PersonName>| {
                name.as_ref().map_or("-", PersonName::as_str).to_owned()
            };
            format!(
                "{} {} {} | {} | {} | {} | {} | {} {}",
                user.number.0,
                user.id.0,
                details.user_name.as_str(),
                details.display_name.as_str(),
                name(&details.first_name),
                name(&details.last_name),
                details.location.map_or("-", |location| location.code()),
                user.licenses.len(),
                details.roles.len(),
            )
        })
        .collect();
    let id = "00000000-0000-0000-0000-00000000000";
    assert_eq!(
        told,
        [
            format!("1 {id}1 ann@probe.example | Ann | - | - | DE | 0 0"),
            format!("2 {id}2 ben@probe.example | Ben Berg | Ben | Berg | DE | 0 0"),
            format!("3 {id}3 Cleo@second.example | Cleo | - | - | DE | 0 0"),
            format!("4 {id}4 dora@second.example | Dora de la Tour | Dora de la | Tour | - | 0 2"),
            format!("7 {id}7 eve@second.example | Eve | Eva | - | - | 0 2"),
        ]
    );
}

#[test]
fn a_short_line_that_makes_no_sense_is_damage() {
    let short = "\"\tben@\t\tBen\tBerg";
    assert_eq!(read(&[WHOLE, short]).map(|users| users.len()), Ok(2));
    let last = WHOLE.replacen('1', "4294967295", 1);
    for lines in [
        // First of all, or after a line that cannot be read.
        &[short][..],
        &[short, WHOLE],
        &["", short],
        &["2", short],
        &["\"", short],
        &[WHOLE, "2\tdamaged", short],
        // Cells that are missing, or that are too many.
        &[WHOLE, "\""],
        &[WHOLE, "\"\t"],
        &[WHOLE, "\"\tben@"],
        &[WHOLE, "\"\tben@\tBen"],
        &[WHOLE, "\"\tben@\tBen\t"],
        &[WHOLE, "\"\tben@\t\tBen\tBerg\t"],
        &[WHOLE, "\"\tben@\t\tBen\tBerg\tDE"],
        &[WHOLE, "\"\tben@\t\tBen\tBerg\tDE\t\t"],
        &[WHOLE, "\"\tben@\t\tBen\tBerg\tDE\t\tmore"],
        // Another mark.
        &[WHOLE, "\"\"\tben@\t\tBen\tBerg"],
        &[WHOLE, "\"0\tben@\t\tBen\tBerg"],
        &[WHOLE, "\"1\tben@\t\tBen\tBerg"],
        &[WHOLE, "\"100\tben@\t\tBen\tBerg"],
        &[WHOLE, "\"-2\tben@\t\tBen\tBerg"],
        &[WHOLE, "\"x\tben@\t\tBen\tBerg"],
        &[WHOLE, " \"\tben@\t\tBen\tBerg"],
        &[WHOLE, "\"ben@\t\tBen\tBerg\t"],
        // Values that are none.
        &[WHOLE, "\"\t@\t\tBen\tBerg"],
        &[WHOLE, "\"\tb en@\t\tBen\tBerg"],
        &[WHOLE, "\"\tben\t\tBen\tBerg"],
        &[WHOLE, "\"\tben@\t\t\t"],
        &[WHOLE, "\"\tben@\t\tBen\tBerg\tXX\t"],
        &[WHOLE, "\"\tben@\t\tBen\tBerg\tDE\tking"],
        // After the last number there is none.
        &[&last, short],
        // Nobody at all is written without a line.
        &[""],
    ] {
        assert_eq!(read(lines), Err(Damage::Content), "{lines:?}");
    }
    // Records of other kinds have no short lines.
    let created = record(&[WHOLE, short]);
    let content = envelope::open(&created).expect("it is whole");
    let created = envelope::seal(&content.replace("users-uploaded", "users-created"));
    assert_eq!(StoredRecord::read(&created, 1), Err(Damage::Content));
}

#[test]
fn a_short_line_of_a_snapshot_that_makes_no_sense_is_damage() {
    let head = "1\t1\t1790000000000\t\t9\t0\t100";
    let active = format!("active\t{WHOLE}");
    let deleted = format!("deleted\t1790000000001\t{WHOLE}");
    let short = "\"\tben@\t\tBen\tBerg";
    let read = |lines: &[&str]| {
        let content = [&[head], lines].concat().join("\n");
        let read = StoredSnapshot::read(&envelope::seal(&content), company(vec![]));
        read.map(|snapshot| {
            let users = &snapshot.customer.users;
            (users.len(), users.deleted().count())
        })
    };
    assert_eq!(
        read(&[&active, short, short]),
        Err(Damage::Content),
        "twice the name"
    );
    assert_eq!(read(&[&active, short]), Ok((2, 0)));
    assert_eq!(read(&[&deleted, short]), Ok((0, 2)));
    let third = deleted.replacen("\t1\t", "\t3\t", 1);
    assert_eq!(read(&[&active, short, &third, short]), Ok((2, 2)));
    // Products and new passwords are told of with numbers, of whoever is there.
    let held = ["licenses\tSPB\t1x2", "passwords\t1790000000009\t2"];
    for lines in [
        [held[0], held[1], &active, short],
        [&deleted, short, held[0], held[1]],
    ] {
        assert!(read(&lines).is_ok(), "{lines:?}");
    }
    assert_eq!(
        read(&[&active, short, "licenses\tSPB\t1 5"]),
        Err(Damage::Content)
    );
    assert_eq!(
        read(&[&active, short, "passwords\t1790000000009\t1 5"]),
        Err(Damage::Content)
    );
    for lines in [
        &[short][..],
        &[short, &active],
        &["gone\t1", short],
        &["left\t1790000000001\t1", short],
        &[&active, "\""],
        &[&active, "\"\tben@\t\tBen\tBerg\t"],
        &[&active, "\"\tben@\t\tBen\tBerg\tDE\t\t"],
        &[&deleted, "\"\tben@\t\tBen"],
        &[&active, "active", short],
        &[&active, "\"\"\tben@\t\tBen\tBerg"],
    ] {
        assert_eq!(read(lines), Err(Damage::Content), "{lines:?}");
    }
}
