//! Users who follow on the one before are stored in short lines, in records and snapshots: whatever they are, they are read back
//! as they were, and what was not written so is damage.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use seatwork::domain::catalogue::plans;
use seatwork::domain::{
    AdminRole, Change, Customer, DeletedUser, Event, Guid, Licenses, PasswordState, PersonName,
    User, UserDetails, UserId, UserNumber,
};
use seatwork::journal::envelope::{self, Damage};
use seatwork::journal::stored::{StoredOrigin, StoredRecord, StoredSnapshot};

use crate::support::{
    CONFERENCES, MAIL, SUITE, admin, at, cases, company, licenses, location, only, user_name,
};

/// How the next user follows on the one before, what is like theirs, and what is of their own.
#[derive(Debug, Clone)]
struct Next {
    /// Numbers left out.
    gap: u32,
    /// Identifiers left out; `None`: as many.
    id_gap: Option<u32>,
    local: String,
    /// `None`: that of the one before.
    domain: Option<&'static str>,
    names: (Option<String>, Option<String>),
    /// `None`: first and last name with a space between them, where that is a name.
    display: Option<String>,
    location: Option<&'static str>,
    roles: Option<Vec<AdminRole>>,
    licenses: Option<Licenses>,
    /// Milliseconds after the one before.
    later: i64,
    /// Milliseconds after they were created; and may they keep it?
    password: Option<(i64, bool)>,
    /// The day on which they were deleted.
    deleted: Option<i64>,
}

fn names() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-ZÄ][a-zß]{0,6}",
        1 => "[A-Z][a-z]{0,3} [A-Z]",
        1 => "\\PC{1,50}",
        1 => select(&["\"", "\\", "\\n", "-", "+", "x2", "🦀🦀", "a  b", "“Ø”", "é"][..]).prop_map(str::to_owned),
    ]
    .prop_filter("a name", |name| {
        PersonName::required(name).is_ok_and(|parsed| parsed.as_str() == name)
    })
}

fn held() -> impl Strategy<Value = Licenses> {
    let skus = subsequence(vec![MAIL, SUITE, CONFERENCES], 0..3);
    (skus, any::<bool>()).prop_map(|(skus, is_off)| {
        let mut all = licenses(&skus);
        if is_off && skus.contains(&SUITE) {
            all.assign(SUITE, [plans::SWAY, plans::TEAMS1]);
        }
        all
    })
}

/// Mostly as an upload makes them: one after the other, alike but for their names.
fn next() -> impl Strategy<Value = Next> {
    let gap = || prop_oneof![6 => Just(0_u32), 1 => 1..4_u32, 1 => 95..102_u32];
    let local = "[A-Za-z0-9'_!#^~-]{1,3}(\\.[a-z'_!#^~-]{1,4})?";
    let rarely = 0.15;
    let own = (
        gap(),
        proptest::option::weighted(0.1, gap()),
        local,
        proptest::option::weighted(0.3, select(&["probe.example", "second.example"][..])),
        (proptest::option::of(names()), proptest::option::of(names())),
        proptest::option::of(names()),
    );
    let like = (
        proptest::option::weighted(rarely, select(&["DE", "FR", "IN", ""][..])),
        proptest::option::weighted(rarely, subsequence(AdminRole::ALL.to_vec(), 0..3)),
        proptest::option::weighted(rarely, held()),
        prop_oneof![8 => Just(0_i64), 1 => 1..3_i64],
        proptest::option::weighted(rarely, (0..3_i64, any::<bool>())),
        proptest::option::weighted(0.4, 1..4_i64),
    );
    (own, like).prop_map(
        |(
            (gap, id_gap, local, domain, names, display),
            (location, roles, licenses, later, password, deleted),
        )| Next {
            gap,
            id_gap,
            local,
            domain,
            names,
            display,
            location,
            roles,
            licenses,
            later,
            password,
            deleted,
        },
    )
}

/// The users that come of it, from number 1 on; no two share a name.
fn users_of(all: &[Next], first: Guid) -> Vec<User> {
    let (mut number, mut id, mut created) = (0, first, 0);
    let mut domain = "probe.example";
    let mut rest = (Some(location("DE")), Vec::new(), Licenses::default());
    let name = |text: &Option<String>| {
        let text = text.as_deref().unwrap_or_default();
        PersonName::optional(text).expect("it is a name")
    };
    let mut users = Vec::new();
    for next in all {
        number += 1 + next.gap;
        for _ in 0..=next.id_gap.unwrap_or(next.gap) {
            id = id.following();
        }
        created += next.later;
        domain = next.domain.unwrap_or(domain);
        match next.location {
            None => {}
            Some("") => rest.0 = None,
            Some(code) => rest.0 = Some(location(code)),
        }
        if let Some(roles) = &next.roles {
            rest.1.clone_from(roles);
        }
        if let Some(licenses) = &next.licenses {
            rest.2 = licenses.clone();
        }
        let (first_name, last_name) = (name(&next.names.0), name(&next.names.1));
        let text =
            |name: &Option<PersonName>| name.as_ref().map_or("", PersonName::as_str).to_owned();
        let joined = format!("{} {}", text(&first_name), text(&last_name));
        let display = next.display.clone().unwrap_or(joined);
        let display_name = PersonName::required(&display)
            .or_else(|_| PersonName::required(&next.local))
            .expect("it is a name");
        let (set_at, must_change) = next.password.unwrap_or((0, true));
        users.push(User {
            number: UserNumber(number),
            id: UserId(id),
            details: UserDetails {
                user_name: user_name(&format!("{}{number}@{domain}", next.local)),
                first_name,
                last_name,
                display_name,
                location: rest.0,
                roles: rest.1.iter().copied().collect(),
            },
            licenses: rest.2.clone(),
            created_at: at(created),
            password: PasswordState {
                set_at: at(created + set_at),
                must_change,
            },
        });
    }
    users
}

fn uploaded(users: Vec<User>) -> Change {
    Change {
        at: at(7),
        by: admin(),
        event: Event::UsersUploaded {
            customer: company(vec![]).id,
            users,
        },
    }
}

/// Are they the same, also in how the user names are spelled?
fn spelled(users: &[User]) -> Vec<String> {
    users
        .iter()
        .map(|user| format!("{user:?} {}", user.details.user_name.as_str()))
        .collect()
}

fn ids() -> impl Strategy<Value = Guid> {
    let last = Guid::from_u128(0x4000_8000_ffff_ffff_fffd);
    prop_oneof![
        4 => any::<u128>().no_shrink().prop_map(Guid::from_u128),
        1 => Just(last),
    ]
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn any_users_in_a_record_are_read_back_as_they_were(
        all in proptest::collection::vec(next(), 0..12),
        first in ids(),
    ) {
        let users = users_of(&all, first);
        let text = StoredRecord::write(&uploaded(users.clone()), 3);
        let read = StoredRecord::read(&text, 3);
        let Ok(Change { event: Event::UsersUploaded { users: read, .. }, .. }) = read else {
            return Err(TestCaseError::fail(format!("{read:?} of {text}")));
        };
        prop_assert_eq!(spelled(&read), spelled(&users), "{}", text);
    }

    #[test]
    fn any_users_in_a_snapshot_are_read_back_as_they_were(
        all in proptest::collection::vec(next(), 0..12),
        first in ids(),
    ) {
        let base = company(vec![]);
        let mut customer = base.clone();
        for (user, next) in users_of(&all, first).into_iter().zip(&all) {
            match next.deleted {
                None => customer.users.insert(user),
                Some(day) => customer.users.insert_deleted(DeletedUser { user, deleted_at: at(day) }),
            }
            .expect("it fits");
        }
        let origin = StoredOrigin::new(at(0));
        let workspace = only(customer.clone());
        let text = StoredSnapshot::write(&customer, &base, &origin, 1, &workspace);
        let read = StoredSnapshot::read(&text, base);
        let read = read.map_err(|damage| TestCaseError::fail(format!("{damage:?}: {text}")))?;
        let users = |customer: &Customer| {
            let active: Vec<User> = customer.users.active().cloned().collect();
            let deleted = customer.users.deleted();
            let deleted: Vec<User> = deleted.map(|deleted| deleted.user.clone()).collect();
            [spelled(&active), spelled(&deleted)]
        };
        prop_assert_eq!(users(&read.customer), users(&customer), "{}", text);
        prop_assert_eq!(read.customer, customer);
    }
}

/// The lines of a record of an upload by hand.
fn record(lines: &[&str]) -> String {
    let head = "1\t1790000000000\tRobin Ahrens\tadmin\tusers-uploaded\t00000000-0000-0000-0000-0000000000c0";
    envelope::seal(&[&[head], lines].concat().join("\n"))
}

const WHOLE: &str = "1\t00000000-0000-0000-0000-000000000001\t1790000000000\t\t\t\tann@probe.example\tAnn\t\t\tDE\t";

fn read(lines: &[&str]) -> Result<Vec<User>, Damage> {
    match StoredRecord::read(&record(lines), 1)?.event {
        Event::UsersUploaded { users, .. } => Ok(users),
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
