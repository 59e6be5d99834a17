//! Strategies that generate moves: mostly valid ones.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use seatwork::domain::{
    AdminRole, Advance, DetailsDraft, Moment, PartnerRole, Sku, SubscriptionStatus,
};

use super::{Choice, Move, SKUS, Selection, Update, What};
use crate::support::{DAY, at};

fn forms() -> impl Strategy<Value = DetailsDraft> {
    let local = prop_oneof![
        12 => "[abcdABC]{1,3}",
        2 => select(&["", "ü", "a b", ".a", "a..b", "a@b", "🦀"][..]).prop_map(str::to_owned),
        1 => (60..70_usize).prop_map(|length| "x".repeat(length)),
    ];
    let display = prop_oneof![12 => "[A-ZÄ][a-zß]{0,6}", 1 => "[ \t]{0,2}", 1 => "\\PC{45,55}"];
    let domain = prop_oneof![8 => Just("0"), 4 => Just("1"), 1 => Just("other.example")];
    let location = prop_oneof![8 => Just("DE"), 2 => Just("IN"), 2 => Just(""), 1 => Just("XX")];
    let roles = subsequence(AdminRole::ALL.to_vec(), 0..3);
    ("[A-Za-z]{0,3}", display, local, domain, location, roles).prop_map(
        |(first_name, display_name, local_part, domain, location, roles)| DetailsDraft {
            last_name: first_name.to_uppercase(),
            first_name,
            display_name,
            local_part,
            domain: domain.to_owned(),
            location: location.to_owned(),
            roles: roles.into_iter().collect(),
        },
    )
}

fn skus() -> impl Strategy<Value = Vec<Sku>> {
    prop_oneof![
        2 => Just(Vec::new()),
        2 => subsequence(SKUS[..4].to_vec(), 1..3),
        2 => subsequence(SKUS.to_vec(), 1..3),
    ]
}

fn sku() -> impl Strategy<Value = Sku> {
    prop_oneof![3 => select(&SKUS[..4]), 1 => select(&SKUS[..])]
}

fn updates() -> impl Strategy<Value = Update> {
    let chosen = (
        sku(),
        prop_oneof![
            4 => Just(Some(true)),
            3 => Just(Some(false)),
            2 => Just(None),
        ],
        proptest::option::weighted(0.3, (0..20_usize, any::<bool>())),
    )
        .prop_map(|(sku, hold, plan)| Choice { sku, hold, plan });
    prop_oneof![
        5 => proptest::collection::vec(chosen, 1..4).prop_map(Update::Chosen),
        1 => (0..100_usize, 0..100_usize).prop_map(|(from, to)| Update::Copied(from, to)),
    ]
}

fn selections() -> impl Strategy<Value = Selection> {
    prop_oneof![
        2 => Just(Selection::Everybody),
        4 => proptest::collection::vec(0..100_u32, 1..6).prop_map(Selection::Some),
        2 => sku().prop_map(Selection::Holders),
    ]
}

fn license_changes() -> impl Strategy<Value = What> {
    proptest::collection::vec((selections(), updates()), 1..3).prop_map(What::License)
}

fn goings_and_comings() -> impl Strategy<Value = What> {
    let some = proptest::collection::vec(0..100_u32, 1..4).prop_map(Selection::Some);
    let leaving = prop_oneof![8 => some, 1 => selections()];
    let local = proptest::option::weighted(0.4, "[abcA][23]?");
    let restore = (selections(), any::<bool>(), local);
    prop_oneof![
        5 => leaving.prop_map(What::Delete),
        7 => restore.prop_map(|(who, reversed, local)| What::Restore { who, reversed, local }),
        2 => selections().prop_map(What::Reset),
        1 => Just(What::Purge),
        2 => advances().prop_map(What::Advance),
    ]
}

/// Mostly far enough that some users expire; rarely invalid.
fn advances() -> impl Strategy<Value = Advance> {
    let to = |day: i64| Advance::To(at(day * DAY));
    prop_oneof![
        12 => select(&[1_u16, 1, 7, 7, 15, 29, 30, 31][..]).prop_map(Advance::Days),
        2 => (0..200_i64).prop_map(to),
        1 => select(&[Advance::Days(0), Advance::To(Moment::MAX_UTC)][..]),
    ]
}

/// Mostly two or three users, whose names may be taken or wrong.
fn uploads() -> impl Strategy<Value = What> {
    let local =
        prop_oneof![20 => "[a-d]{2,3}", 1 => select(&["", "ü", ".a"][..]).prop_map(str::to_owned)];
    let names = prop_oneof![3 => "[A-ZÄ][a-zß]{0,6}", 1 => Just(String::new())];
    let row = (names.clone(), names, any::<bool>(), local, 0..2_usize);
    let row = row.prop_map(
        |(first_name, last_name, is_joined, local_part, domain)| DetailsDraft {
            display_name: match is_joined {
                true => format!("{first_name} {last_name}"),
                false => format!("{local_part} {last_name}"),
            },
            first_name,
            last_name,
            local_part,
            domain: domain.to_string(),
            location: String::new(),
            roles: Default::default(),
        },
    );
    let rows = proptest::collection::vec(row, 1..5);
    let code = select(&["DE", "DE", "IN", "XX"][..]);
    (rows, code).prop_map(|(rows, code)| What::Upload(rows, code))
}

fn quantities() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => (1..5_u32).prop_map(|number| number.to_string()),
        1 => Just("10000".to_owned()),
        1 => select(&["0", "10001", "", "1e3", "-1", "1,5"][..]).prop_map(str::to_owned),
    ]
}

fn account() -> impl Strategy<Value = What> {
    let company = prop_oneof![
        4 => "[A-C]",
        1 => "\\PC{95,105}",
        1 => "[ \t]{0,2}",
    ];
    let location = select(&["DE", "FR", "IN", "XX"][..]);
    (
        proptest::option::of(company),
        proptest::option::of(location),
    )
        .prop_map(|(company, location)| What::Account { company, location })
}

fn whats() -> impl Strategy<Value = What> {
    let licenses = skus().prop_flat_map(|skus| {
        let count = skus.len();
        (
            Just(skus),
            proptest::collection::vec(proptest::bool::weighted(0.2), count),
        )
            .prop_map(|(skus, off)| skus.into_iter().zip(off).collect())
    });
    let edit = (
        0..100_usize,
        forms(),
        any::<[bool; 5]>(),
        proptest::bool::weighted(0.2),
    );
    let edit = edit.prop_map(|(user, form, fields, respelled)| What::Edit {
        user,
        form,
        fields,
        respelled,
    });
    prop_oneof![
        6 => (forms(), licenses).prop_map(|(form, licenses)| What::Create { form, licenses }),
        6 => edit,
        9 => license_changes(),
        4 => uploads(),
        1 => select(&[99, 100, 101, 500, 50_000, 50_001][..]).prop_map(What::SetLimit),
        15 => goings_and_comings(),
        4 => (0..4_usize).prop_map(What::Undo),
        2 => (sku(), quantities()).prop_map(|(sku, quantity)| What::Add(sku, quantity)),
        4 => (any::<usize>(), quantities()).prop_map(|(place, quantity)| What::Resize(place, quantity)),
        2 => (any::<usize>(), select(&SubscriptionStatus::ALL[..]))
            .prop_map(|(place, status)| What::Switch(place, status)),
        2 => account(),
    ]
}

/// Moves in any order.
pub fn moves(
    how_many: impl Into<proptest::collection::SizeRange>,
) -> impl Strategy<Value = Vec<Move>> {
    let role = prop_oneof![
        10 => Just(PartnerRole::AdminAgent),
        1 => Just(PartnerRole::HelpdeskAgent),
        1 => Just(PartnerRole::SalesAgent),
    ];
    let one = (
        any::<usize>(),
        whats(),
        proptest::bool::weighted(0.2),
        role,
        -50_000..200_000_i64,
        any::<u64>().no_shrink(),
    );
    let one = one.prop_map(|(customer, what, stale, role, clock, seed)| Move {
        customer,
        what,
        stale,
        role,
        clock,
        seed,
    });
    proptest::collection::vec(one, how_many)
}
