//! What storing costs: as much as the change, not as the workspace.

use seatwork::domain::catalogue::products;
use seatwork::domain::{AdminRole, DetailsDraft, Licenses, OrderedSet, UserDraft};
use seatwork::journal::MemoryStorage;
use seatwork::journal::stored::StoredRecord;

use super::{Tab, begun, named, snapshot_key};
use crate::support::{at, carry_out, company, domain, location, only, seats};

/// Names of 50 characters of 4 bytes, the longest user name, every role, and as many products as go together.
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
            roles: OrderedSet::from(AdminRole::ALL),
        },
        licenses,
    };
    let user = Box::new(form.validate(&customer).expect("all of it is allowed"));
    let command = seatwork::domain::Command::CreateUser {
        customer: customer.id,
        user,
    };
    let decision = carry_out(&mut only(customer), &command, at(0));
    let text = StoredRecord::write(&decision.change, u64::MAX);
    assert!(text.len() < 4 * 1024, "{} bytes", text.len());
    assert_eq!(StoredRecord::read(&text, u64::MAX), Ok(decision.change));
}

#[test]
fn a_usual_user_takes_a_few_hundred_bytes() {
    let storage = begun();
    let mut tab = Tab::open(&storage);
    let before = storage.bytes();
    tab.create("Lanterna", "beatrice.dangelo")
        .expect("it is stored");
    let record = storage.bytes() - before;
    assert!(record < 300, "{record} bytes");
    tab.compact();
    let snapshot = storage.texts()[&snapshot_key(named(&tab.workspace, "Lanterna"))].len();
    assert!(snapshot < 300, "{snapshot} bytes");
}

#[test]
fn a_change_among_10_000_users_costs_no_more_than_among_ten() {
    let storage = MemoryStorage::default();
    let mut tab = Tab::open(&storage);
    let before = storage.bytes();
    tab.create("Meridian", "jo").expect("it is stored");
    let record = storage.bytes() - before;
    assert!(record < 300, "{record} bytes");
    tab.rename("Meridian", 17, "Somebody Else")
        .expect("it is stored");
    tab.compact();
    let key = snapshot_key(named(&tab.workspace, "Meridian"));
    let snapshot = storage.texts()[&key].len();
    assert!(
        snapshot < 600,
        "{snapshot} bytes: only what differs from the sample"
    );
    let again = Tab::open(&storage);
    assert!(again.workspace == tab.workspace && again.has("Meridian", "jo"));
    assert_eq!(again.name_of("Meridian", 17), Some("Somebody Else"));
}
