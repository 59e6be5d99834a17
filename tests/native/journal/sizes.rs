//! The stored size of changes: it grows with the change, not with the workspace.

use std::collections::BTreeSet;

use proptest::prelude::*;
use seatwork::domain::catalogue::products;
use seatwork::domain::{
    AdminRole, Change, Command, Customer, CustomerCommand, CustomerEvent, CustomerId, DetailsDraft,
    Event, Guid, LicenseChange, LicenseUpdate, Licenses, Sku, UserDraft, UserNumber,
};
use seatwork::journal::MemoryStorage;
use seatwork::journal::StoredRecord;

use super::{Tab, create_workspace, find_customer, snapshot_key, used_bytes};
use crate::support::{
    admin, at, carry_out, cases, company, deletion, domain, license_change, location, of_sample,
    only, quantity, restoring, seats,
};

/// Names of 50 characters of 4 bytes, the longest user name, every role, and as many products as
/// are allowed together.
#[test]
fn the_largest_record_of_one_user_stays_under_4_kb() {
    let mut licenses = Licenses::default();
    for sku in products::ALL {
        let mut more = licenses.clone();
        more.assign(*sku, sku.plans().last());
        if more.problems(Some(location("DE"))).is_empty() {
            licenses = more;
        }
    }
    assert!(licenses.len() >= 10, "{licenses:?}");
    let subscriptions = products::ALL.iter().map(|sku| seats(*sku, 1)).collect();
    let mut customer = company(subscriptions);
    customer.domains.primary = domain(&format!("{}.example", "d".repeat(40)));
    let name = "🦀".repeat(50);
    let form = UserDraft {
        details: DetailsDraft {
            first_name: name.clone(),
            last_name: name.clone(),
            display_name: name,
            local_part: "x".repeat(64),
            domain: customer.domains.primary.as_str().to_owned(),
            location: "DE".to_owned(),
            roles: BTreeSet::from(AdminRole::ALL),
        },
        licenses,
    };
    let user = Box::new(form.validate(&customer).expect("all of it is allowed"));
    let command = seatwork::domain::Command::Customer(
        customer.id,
        seatwork::domain::CustomerCommand::CreateUser { user },
    );
    let decision = carry_out(&mut only(customer), &command, at(0));
    let text = StoredRecord::write(&decision.change, u64::MAX, 0).expect("it has JSON");
    assert!(text.len() < 4 * 1024, "{} bytes", text.len());
    assert_eq!(
        StoredRecord::read(&text, u64::MAX).map(|record| record.change),
        Ok(decision.change)
    );
}

#[test]
fn a_usual_user_takes_a_few_hundred_bytes() {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    let before = used_bytes(&storage);
    tab.create("Lanterna", "beatrice.dangelo")
        .expect("it is stored");
    let record = used_bytes(&storage) - before;
    assert!(record < 400, "{record} bytes");
    tab.compact();
    let snapshot = storage.texts()[&snapshot_key(find_customer(&tab.workspace, "Lanterna"))].len();
    assert!(snapshot < 400, "{snapshot} bytes");
}

#[test]
fn a_change_among_10_000_users_costs_no_more_than_among_ten() {
    let storage = MemoryStorage::default();
    let mut tab = Tab::open(&storage);
    let before = used_bytes(&storage);
    tab.create("Meridian", "jo").expect("it is stored");
    let record = used_bytes(&storage) - before;
    assert!(record < 400, "{record} bytes");
    tab.rename("Meridian", 17, "Somebody Else")
        .expect("it is stored");
    tab.compact();
    let key = snapshot_key(find_customer(&tab.workspace, "Meridian"));
    let snapshot = storage.texts()[&key].len();
    assert!(
        snapshot < 700,
        "{snapshot} bytes: only what differs from the sample"
    );
    let again = Tab::open(&storage);
    assert!(again.workspace == tab.workspace && again.has("Meridian", "jo"));
    assert_eq!(again.name_of("Meridian", 17), Some("Somebody Else"));
}

/// Returns a change of licenses for these users.
fn licensing(users: BTreeSet<UserNumber>, update: LicenseUpdate) -> Change {
    Change {
        at: at(0),
        by: admin(),
        event: Event::Customer(
            CustomerId(Guid::from_u128(1)),
            CustomerEvent::LicensesChanged {
                changes: vec![LicenseChange { users, update }],
            },
        ),
    }
}

/// The limit for any record of licenses of ten thousand users, in bytes.
const MOST: usize = 40 * 1024;

/// Returns the customer of the sample with 10,000 users, with seats for all of them.
fn meridian_with(tab: &mut Tab, sku: Sku) {
    let buy = |customer: &Customer| {
        Command::Customer(
            customer.id,
            CustomerCommand::AddSubscription {
                sku,
                quantity: quantity(10_000),
            },
        )
    };
    tab.change("Meridian", buy);
}

#[test]
fn a_license_change_for_10_000_users_is_a_small_record_and_a_small_snapshot() {
    let storage = MemoryStorage::default();
    let mut tab = Tab::open(&storage);
    meridian_with(&mut tab, products::VISIOCLIENT);
    for (what, is_meant) in [
        ("every other", (|number| number % 2 == 0) as fn(u32) -> bool),
        ("all", |_| true),
    ] {
        let meant: Vec<u32> = (1..=10_000).filter(|number| is_meant(*number)).collect();
        for hold in [true, false, true] {
            let before = used_bytes(&storage);
            tab.change("Meridian", |customer| {
                license_change(customer, &meant, |update| {
                    update.set(products::VISIOCLIENT, Some(hold))
                })
            });
            let record = used_bytes(&storage) - before;
            assert!(record < MOST, "{what}: {record} bytes");
        }
    }
    let holders = find_customer(&tab.workspace, "Meridian")
        .users
        .holder_count(products::VISIOCLIENT);
    assert!(holders > 9_000, "{holders}");
    tab.compact();
    let snapshot = storage.texts()[&snapshot_key(find_customer(&tab.workspace, "Meridian"))].len();
    assert!(snapshot < MOST, "{snapshot} bytes");
    assert!(Tab::open(&storage).workspace == tab.workspace);
}

/// An undo groups users by what they held before, and such users are scattered over the list.
#[test]
fn taking_back_a_change_of_many_different_licenses_is_a_small_record() {
    let customer = of_sample("Meridian").clone();
    let mut workspace = only(customer.clone());
    let all: Vec<u32> = (1..=10_000).collect();
    let revoke = license_change(&customer, &all, |update| {
        for seats in customer.entitlements() {
            update.set(seats.sku, Some(false));
        }
    });
    let decision = carry_out(&mut workspace, &revoke, at(0));
    let undo = decision.undo.expect("it can be taken back");
    let back = carry_out(&mut workspace, &undo, at(1));
    assert!(workspace.customer(customer.id) == Some(&customer));
    for change in [decision.change, back.change] {
        let text = StoredRecord::write(&change, 1, 0).expect("it has JSON");
        assert!(text.len() < MOST, "{} bytes", text.len());
        assert_eq!(
            StoredRecord::read(&text, 1).map(|record| record.change),
            Ok(change)
        );
    }
}

/// The limit for the snapshot of ten thousand users with one thing in common, in bytes.
const FEW: usize = 4 * 1024;

#[test]
fn ten_thousand_passwords_and_deletions_are_small_records_and_small_snapshots() {
    type Of = fn(&Customer, Vec<u32>) -> Command;
    let commands: [(&str, Of); 3] = [
        ("reset", |customer, all| {
            Command::Customer(
                customer.id,
                CustomerCommand::ResetPasswords {
                    users: all.into_iter().map(UserNumber).collect(),
                },
            )
        }),
        ("delete", |customer, all| deletion(customer, &all)),
        ("restore", |customer, all| restoring(customer, &all)),
    ];
    let storage = MemoryStorage::default();
    let mut tab = Tab::open(&storage);
    let users = &find_customer(&tab.workspace, "Meridian").users;
    let all: Vec<u32> = users.active().map(|user| user.number.0).collect();
    assert!(all.len() >= 9_990, "{}", all.len());
    for (what, command) in commands {
        let before = used_bytes(&storage);
        tab.change("Meridian", |customer| command(customer, all.clone()));
        let record = used_bytes(&storage) - before;
        assert!(record < FEW, "{what}: a record of {record} bytes");
        tab.compact();
        let snapshot =
            storage.texts()[&snapshot_key(find_customer(&tab.workspace, "Meridian"))].len();
        assert!(snapshot < FEW, "{what}: a snapshot of {snapshot} bytes");
        assert!(Tab::open(&storage).workspace == tab.workspace, "{what}");
    }
    assert!(
        used_bytes(&storage) < 2 * FEW,
        "{} bytes",
        used_bytes(&storage)
    );
}

/// Every other user, so that no two neighbors share it.
#[test]
fn five_thousand_among_ten_thousand_take_a_few_bytes_each() {
    let storage = MemoryStorage::default();
    let mut tab = Tab::open(&storage);
    let odd: Vec<u32> = (1..=10_000).step_by(2).collect();
    tab.change("Meridian", |customer| deletion(customer, &odd));
    tab.compact();
    let snapshot = storage.texts()[&snapshot_key(find_customer(&tab.workspace, "Meridian"))].len();
    assert!(snapshot < MOST, "{snapshot} bytes");
    assert!(Tab::open(&storage).workspace == tab.workspace);
}

fn numbers() -> impl Strategy<Value = BTreeSet<UserNumber>> {
    let near = proptest::collection::vec(1..60_u32, 0..60);
    let far = proptest::collection::vec(
        prop_oneof![1..20_000_u32, 1..=u32::MAX, Just(u32::MAX)],
        0..20,
    );
    let run = (1..20_000_u32, 0..300_u32).prop_map(|(from, count)| (from..from + count).collect());
    let all = proptest::collection::vec(prop_oneof![near, far, run], 0..4);
    all.prop_map(|all| all.concat().into_iter().map(UserNumber).collect())
}

proptest! {
    #![proptest_config(cases(512))]

    /// A record names each user of its change, in a few bytes each.
    #[test]
    fn any_users_are_named_in_a_few_bytes_each(users in numbers()) {
        let change = licensing(users.clone(), LicenseUpdate::default());
        let text = StoredRecord::write(&change, 1, 0).expect("it has JSON");
        prop_assert_eq!(StoredRecord::read(&text, 1).map(|record| record.change), Ok(change));
        let nobody = StoredRecord::write(&licensing(BTreeSet::new(), LicenseUpdate::default()), 1, 0).expect("it has JSON");
        let digits: usize = users.iter().map(|number| number.0.to_string().len() + 1).sum();
        prop_assert!(text.len() <= nobody.len() + digits, "{}", text);
    }
}
