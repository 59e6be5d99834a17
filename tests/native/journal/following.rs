//! Users who were created together are stored as batches, in records and snapshots. Any users are
//! read back as they were.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use seatwork::domain::catalogue::plans;
use seatwork::domain::{
    AdminRole, Change, Customer, CustomerEvent, DeletedUser, Event, Guid, Licenses, PasswordState,
    PersonName, User, UserDetails, UserId, UserNumber,
};
use seatwork::journal::{StoredOrigin, StoredRecord, StoredSnapshot};

use crate::support::{
    CONFERENCES, MAIL, SUITE, admin, at, cases, company, licenses, location, only, user_name,
};

/// How a user differs from the one before.
#[derive(Debug, Clone)]
struct Next {
    /// How many numbers are skipped.
    gap: u32,
    /// How many identifiers are skipped; as many as numbers if `None`.
    id_gap: Option<u32>,
    local: String,
    /// The same as before if `None`.
    domain: Option<&'static str>,
    names: (Option<String>, Option<String>),
    /// First and last name if `None` and these make a valid name.
    display: Option<String>,
    location: Option<&'static str>,
    roles: Option<Vec<AdminRole>>,
    licenses: Option<Licenses>,
    /// Milliseconds since the user before was created.
    later: i64,
    /// Milliseconds from creation to reset, and whether the user must change it.
    password: Option<(i64, bool)>,
    /// The moment of deletion.
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
        // Also those that nobody can enter any more.
        stored_name(name).is_some_and(|parsed| parsed.as_str() == name)
    })
}

fn stored_name(text: &str) -> Option<PersonName> {
    PersonName::try_from(text.to_owned()).ok()
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

/// Mostly users as an upload makes them: consecutive, and alike except for their names.
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

/// Returns the users, from number 1 on, with distinct user names.
fn users_of(all: &[Next], first: Guid) -> Vec<User> {
    let (mut number, mut id, mut created) = (0, first, 0);
    let mut domain = "probe.example";
    let mut rest = (Some(location("DE")), Vec::new(), Licenses::default());
    let name = |text: &Option<String>| {
        let text = text.as_deref()?;
        Some(stored_name(text).expect("it is a name"))
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
        let display_name = stored_name(&display)
            .or_else(|| stored_name(&next.local))
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
        event: Event::Customer(company(vec![]).id, CustomerEvent::UsersUploaded { users }),
    }
}

/// Returns the users in a form that also shows the spelling of user names.
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
        let text = StoredRecord::write(&uploaded(users.clone()), 3, 0).expect("it has JSON");
        let read = StoredRecord::read(&text, 3).map(|record| record.change);
        let Ok(Change { event: Event::Customer(_, CustomerEvent::UsersUploaded { users: read }), .. }) = read else {
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
        let text = StoredSnapshot::write(&customer, &base, &origin, 1, &workspace).expect("it has JSON");
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
