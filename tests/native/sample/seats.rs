//! The seats of the sample: plentiful, nearly exhausted, exhausted and suspended.

use std::collections::HashSet;

use seatwork::domain::{Sku, SubscriptionStatus};

use crate::support::of_sample;

use super::customers;

/// Seats of each product: all of them, and those assigned; suspended seats count as none.
#[test]
fn seats_are_plentiful_nearly_exhausted_exhausted_and_suspended() {
    type Seats = (&'static str, u32, u32);
    let expected: &[(&str, &[Seats])] = &[
        (
            "Albatros",
            &[
                ("O365_BUSINESS_ESSENTIALS", 20, 14),
                ("SPB", 45, 38),
                ("POWER_BI_PRO", 5, 5),
                ("VISIOCLIENT", 3, 1),
            ],
        ),
        (
            "Birchfield",
            &[
                ("STANDARDPACK", 100, 98),
                ("AAD_PREMIUM", 30, 12),
                ("VISIOCLIENT", 0, 0),
            ],
        ),
        ("Café", &[("O365_BUSINESS_PREMIUM", 5, 4)]),
        (
            "Cordillera",
            &[
                ("O365_BUSINESS_PREMIUM", 30, 30),
                ("EXCHANGESTANDARD", 10, 1),
                ("POWER_BI_PRO", 10, 4),
            ],
        ),
        (
            "Deltabrug",
            &[
                ("ENTERPRISEPACK", 80, 71),
                ("EMS", 40, 22),
                ("PROJECTPROFESSIONAL", 6, 6),
            ],
        ),
        (
            "Fjordlys",
            &[
                ("SPE_E3", 120, 118),
                ("SPE_E5", 20, 9),
                ("POWER_BI_PRO", 50, 31),
                ("PROJECTPROFESSIONAL", 12, 7),
            ],
        ),
        ("Glasgow", &[("SPB", 1, 1)]),
        (
            "Kiefernhain",
            &[
                ("STANDARDPACK", 60, 60),
                ("ENTERPRISEPACK", 180, 154),
                ("EMS", 120, 90),
                ("AAD_PREMIUM_P2", 10, 2),
                ("POWER_BI_PRO", 0, 0),
            ],
        ),
        (
            "Lanterna",
            &[
                ("O365_BUSINESS_ESSENTIALS", 25, 9),
                ("SPB", 12, 11),
                ("VISIOCLIENT", 1, 1),
            ],
        ),
        (
            "Meridian",
            &[
                ("STANDARDPACK", 3_000, 2_998),
                ("ENTERPRISEPACK", 4_500, 4_210),
                ("ENTERPRISEPREMIUM", 900, 900),
                ("EMS", 5_000, 3_100),
                ("POWER_BI_PRO", 800, 640),
                ("PROJECTPROFESSIONAL", 0, 0),
            ],
        ),
        ("Novák", &[]),
        (
            "Quetzal",
            &[("SPE_E5", 40, 36), ("PROJECTPROFESSIONAL", 15, 3)],
        ),
        (
            "Saltbush",
            &[
                ("ENTERPRISEPACK", 100, 88),
                ("EXCHANGESTANDARD", 60, 57),
                ("EXCHANGEENTERPRISE", 20, 12),
                ("EMSPREMIUM", 60, 24),
            ],
        ),
    ];
    for (company, seats) in expected {
        let found: Vec<_> = of_sample(company)
            .entitlements()
            .iter()
            .map(|seats| (seats.sku.part_number, seats.total, seats.consumed))
            .collect();
        assert_eq!(found, *seats, "{company}");
    }
    let states: HashSet<_> = customers()
        .flat_map(|customer| &customer.subscriptions)
        .map(|one| one.status == SubscriptionStatus::Active)
        .collect();
    assert_eq!(states.len(), 2);
}

#[test]
fn nothing_is_assigned_that_was_not_bought() {
    for customer in customers() {
        for seats in customer.entitlements() {
            assert!(seats.available() >= 0, "{}: {seats:?}", customer.company);
        }
        let bought: HashSet<Sku> = customer.subscriptions.iter().map(|one| one.sku).collect();
        for user in customer.users.active() {
            assert!(
                user.licenses.products().all(|sku| bought.contains(&sku)),
                "{user:?}"
            );
        }
    }
}
