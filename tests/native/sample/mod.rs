//! The sample workspace: invented customers with users in every state that the screens can show.

pub mod edition;
mod seats;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use seatwork::domain::sample::{self, Edition};
use seatwork::domain::{Customer, CustomerId, DetailsDraft, Guid, Sku, User};

use crate::support::{at, of_sample, whole_sample};

const HOUR: i64 = 60 * 60 * 1000;

fn customers() -> impl Iterator<Item = &'static Customer> {
    whole_sample().customers()
}

fn everybody() -> impl Iterator<Item = &'static User> {
    customers().flat_map(|customer| {
        let deleted = customer.users.deleted().map(|deleted| &deleted.user);
        customer.users.active().chain(deleted)
    })
}

#[test]
fn customers_are_of_every_size_and_in_several_countries() {
    let sizes: BTreeMap<&str, usize> = customers()
        .map(|customer| (customer.company.as_str(), customer.users.len()))
        .collect();
    assert_eq!(
        sizes.into_iter().collect::<Vec<_>>(),
        [
            ("Albatros Werkzeugbau GmbH", 64),
            ("Birchfield Academy", 120),
            ("Café Lumière SARL", 6),
            ("Cordillera Travel S.A.", 38),
            ("Deltabrug Logistiek B.V.", 85),
            ("Fjordlys Energi AS", 150),
            ("Glasgow Harbour Studios Ltd", 1),
            ("Kiefernhain Kliniken gGmbH", 250),
            ("Lanterna Editrice S.r.l.", 22),
            ("Meridian Global Retail Inc.", 10_000),
            ("Novák & Dcery s.r.o.", 0),
            ("Quetzal Robotics", 47),
            ("Saltbush Mining Pty Ltd", 200),
        ]
    );
    let in_country = |code| {
        customers()
            .filter(|customer| customer.location.code() == code)
            .count()
    };
    assert!(in_country("DE") >= 2);
    let countries: HashSet<_> = customers().map(|customer| customer.location).collect();
    assert!(countries.len() >= 8);
}

#[test]
fn no_mail_can_reach_anyone() {
    for customer in customers() {
        for domain in customer.domains.iter() {
            assert!(domain.as_str().ends_with(".example"), "{domain:?}");
        }
    }
    let domains: Vec<_> = customers()
        .flat_map(|customer| customer.domains.iter())
        .collect();
    assert_eq!(
        domains.iter().collect::<BTreeSet<_>>().len(),
        domains.len(),
        "a domain has one owner"
    );
}

#[test]
fn everything_has_an_identifier_of_its_own() {
    let mut ids = HashSet::new();
    for customer in customers() {
        assert!(ids.insert(customer.id.0), "{}", customer.company);
        for subscription in &customer.subscriptions {
            assert!(
                ids.insert(subscription.id.0),
                "{}: {subscription:?}",
                customer.company
            );
        }
    }
    for user in everybody() {
        assert!(ids.insert(user.id.0), "{user:?}");
    }
}

#[test]
fn every_user_could_have_been_made_in_the_form() {
    for customer in customers() {
        for user in customer.users.active() {
            let draft = DetailsDraft::from(&user.details);
            assert_eq!(
                draft.validate(customer, Some(user.number)).as_ref(),
                Ok(&user.details)
            );
            assert_eq!(
                user.licenses.problems(user.details.location),
                [],
                "{user:?}"
            );
        }
        for deleted in customer.users.deleted() {
            let draft = DetailsDraft::from(&deleted.user.details);
            assert_eq!(
                draft.validate(customer, None).as_ref(),
                Ok(&deleted.user.details)
            );
        }
    }
}

#[test]
fn users_are_in_every_state_that_the_screens_can_show() {
    let large: Vec<_> = customers()
        .filter(|customer| customer.users.len() >= 60)
        .collect();
    assert!(large.len() >= 6);
    for customer in large {
        let share = |what: &str, is_so: fn(&User) -> bool| {
            let count = customer.users.active().filter(|user| is_so(user)).count();
            let percent = count * 100 / customer.users.len();
            assert!(
                count >= 1 && percent <= 30,
                "{}: {count} {what}",
                customer.company
            );
        };
        share("without a license", |user| user.licenses.is_empty());
        share("without a location", |user| user.details.location.is_none());
        share("administrators", |user| !user.details.roles.is_empty());
        share("with plans switched off", |user| {
            user.licenses.iter().any(|(_, off)| !off.is_empty())
        });
        share("who must change the password", |user| {
            user.password.must_change
        });
    }
    let roles: BTreeSet<_> = everybody().flat_map(|user| &user.details.roles).collect();
    assert_eq!(roles.len(), 5);
    assert!(everybody().any(|user| user.details.roles.len() > 1));
    assert!(everybody().any(|user| user.licenses.len() > 1));
}

#[test]
fn users_were_deleted_1_and_15_and_29_and_a_half_days_ago() {
    for customer in customers().filter(|customer| customer.users.len() >= 20) {
        let hours: Vec<i64> = customer
            .users
            .deleted()
            .map(|deleted| (at(0) - deleted.deleted_at).num_milliseconds() / HOUR)
            .collect();
        assert_eq!(hours, [24, 15 * 24, 29 * 24 + 12], "{}", customer.company);
        let days_left: Vec<_> = customer
            .users
            .deleted()
            .map(|deleted| deleted.window().days_left_at(at(0)))
            .collect();
        assert_eq!(days_left, [29, 15, 1]);
        for deleted in customer.users.deleted() {
            assert!(deleted.user.created_at < deleted.deleted_at);
            assert!(
                !deleted.user.licenses.is_empty(),
                "they held a license before"
            );
        }
    }
    for user in everybody() {
        assert!(
            user.created_at <= at(0) && user.password.set_at <= at(0),
            "{user:?}"
        );
    }
}

#[test]
fn one_customer_alone_is_the_same_as_in_the_whole() {
    for customer in customers().filter(|customer| customer.users.len() < 1_000) {
        let again = sample::customer(Edition::First, at(0), customer.id);
        assert!(again.as_ref() == Some(customer), "{}", customer.company);
    }
    assert!(sample::customer(Edition::First, at(0), CustomerId(Guid::from_u128(1))).is_none());
}

#[test]
fn an_edition_is_found_by_its_number() {
    for edition in [Edition::Excerpt, Edition::First, Edition::Small] {
        assert_eq!(Edition::from_number(edition.number()), Some(edition));
    }
    assert_eq!(
        (Edition::NEWEST, Edition::First.number()),
        (Edition::First, 1)
    );
    assert_eq!(Edition::Small.number(), 2);
    assert_eq!(Edition::from_number(3), None);
}

#[test]
fn the_excerpt_has_the_smallest_customers_as_they_are_in_the_whole() {
    let excerpt = sample::workspace(Edition::Excerpt, at(0));
    assert_eq!(excerpt.customers().len(), 4);
    for customer in excerpt.customers() {
        assert!(whole_sample().customer(customer.id) == Some(customer));
        assert!(sample::customer(Edition::Excerpt, at(0), customer.id).as_ref() == Some(customer));
    }
    let left_out = of_sample("Albatros").id;
    assert!(sample::customer(Edition::Excerpt, at(0), left_out).is_none());
}

#[test]
fn the_small_edition_has_every_customer_but_the_largest() {
    let small = sample::workspace(Edition::Small, at(0));
    assert_eq!(small.customers().len(), customers().count() - 1);
    for customer in small.customers() {
        assert!(customer.users.len() <= 250);
        assert!(whole_sample().customer(customer.id) == Some(customer));
    }
}

#[test]
fn user_names_are_made_of_the_names() {
    let users = || {
        of_sample("Kiefernhain")
            .users
            .active()
            .map(|user| &user.details)
    };
    for details in users() {
        let plain = details
            .user_name
            .local()
            .trim_end_matches(|c: char| c.is_ascii_digit());
        assert!(
            plain
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || b"-.".contains(&byte)),
            "{plain}"
        );
    }
    let of = |name: &str| {
        let details = users().find(|details| details.display_name.as_str() == name);
        details.map(|details| details.user_name.local())
    };
    assert_eq!(of("Sophie Yılmaz"), Some("sophie.yilmaz"));
}

#[test]
fn the_figures_are_those_of_the_users() {
    for edition in [Edition::Excerpt, Edition::First, Edition::Small] {
        for customer in sample::workspace(edition, at(0)).customers() {
            let (figures, users) = (&customer.users, &*customer.users);
            let company = customer.company.as_str();
            assert_eq!(figures.len(), users.len(), "{company}");
            assert_eq!(figures.is_empty(), users.is_empty(), "{company}");
            assert_eq!(
                figures.unlicensed_count(),
                users.unlicensed_count(),
                "{company}"
            );
            for sku in Sku::all() {
                assert_eq!(
                    figures.holder_count(sku),
                    users.holder_count(sku),
                    "{company}: {sku:?}"
                );
            }
            assert_eq!(
                figures.windows().collect::<Vec<_>>(),
                users
                    .deleted()
                    .map(|deleted| deleted.window())
                    .collect::<Vec<_>>(),
                "{company}"
            );
        }
    }
}
