//! What the rest of the domain relies on in the catalogue.

use std::collections::{BTreeSet, HashSet};

use seatwork::domain::Guid;
use seatwork::domain::{Plan, Sku};

fn sku(part_number: &str) -> Sku {
    Sku::by_part_number(part_number)
        .unwrap_or_else(|| panic!("{part_number} is not in the catalogue"))
}

fn plan(code: &str) -> Plan {
    Plan::by_code(code).unwrap_or_else(|| panic!("{code} is not in the catalogue"))
}

/// Returns the conflicts that prevent holding both products in full.
fn conflicts(one: Sku, other: Sku) -> Vec<(Plan, Plan)> {
    let theirs: BTreeSet<Plan> = other.plans().collect();
    one.plans()
        .flat_map(|mine| {
            mine.conflicts_with()
                .filter(|plan| theirs.contains(plan))
                .map(move |plan| (mine, plan))
        })
        .collect()
}

#[test]
fn the_products_that_were_promised_are_there() {
    for (part_number, name) in [
        ("O365_BUSINESS_ESSENTIALS", "Microsoft 365 Business Basic"),
        ("O365_BUSINESS_PREMIUM", "Microsoft 365 Business Standard"),
        ("SPB", "Microsoft 365 Business Premium"),
        ("STANDARDPACK", "Office 365 E1"),
        ("ENTERPRISEPACK", "Office 365 E3"),
        ("ENTERPRISEPREMIUM", "Office 365 E5"),
        ("SPE_E3", "Microsoft 365 E3"),
        ("SPE_E5", "Microsoft 365 E5"),
        ("EMS", "Enterprise Mobility + Security E3"),
        ("EMSPREMIUM", "Enterprise Mobility + Security E5"),
        ("POWER_BI_PRO", "Power BI Pro"),
        ("VISIOCLIENT", "Visio Plan 2"),
        ("PROJECTPROFESSIONAL", "Planner and Project Plan 3"),
        ("EXCHANGESTANDARD", "Exchange Online (Plan 1)"),
        ("EXCHANGEENTERPRISE", "Exchange Online (Plan 2)"),
        ("AAD_PREMIUM", "Microsoft Entra ID P1"),
        ("AAD_PREMIUM_P2", "Microsoft Entra ID P2"),
    ] {
        assert_eq!(sku(part_number).name, name);
    }
    for (part_number, id) in [
        ("EMS", "efccb6f7-5641-4e0e-bd10-b4976e1bf68e"),
        ("POWER_BI_PRO", "f8a1db68-be16-40ed-86d5-cb42ce701560"),
        ("ENTERPRISEPACK", "6fd2c87f-b296-42f0-b197-1e91e994b900"),
    ] {
        assert_eq!(sku(part_number).id.to_string(), id, "{part_number}");
    }
}

#[test]
fn every_identifier_stands_for_one_thing() {
    let mut ids = HashSet::new();
    for sku in Sku::all() {
        assert!(ids.insert(sku.id), "{sku:?} has the id of another");
    }
    for plan in Plan::all() {
        assert!(ids.insert(plan.id), "{plan:?} has the id of another");
    }
    assert_eq!(
        Sku::all()
            .map(|sku| sku.part_number)
            .collect::<HashSet<_>>()
            .len(),
        Sku::all().len()
    );
    assert_eq!(
        Sku::all().map(|sku| sku.name).collect::<HashSet<_>>().len(),
        Sku::all().len()
    );
    assert_eq!(
        Plan::all()
            .map(|plan| plan.code)
            .collect::<HashSet<_>>()
            .len(),
        Plan::all().len()
    );
}

#[test]
fn a_handle_is_found_by_each_of_its_identifiers() {
    for sku in Sku::all() {
        assert_eq!(Sku::by_part_number(sku.part_number), Some(sku));
        assert_eq!(Sku::by_id(sku.id), Some(sku));
        assert_eq!(format!("{sku:?}"), sku.part_number);
    }
    for plan in Plan::all() {
        assert_eq!(Plan::by_code(plan.code), Some(plan));
        assert_eq!(Plan::by_id(plan.id), Some(plan));
        assert_eq!(format!("{plan:?}"), plan.code);
    }
    assert_eq!(Sku::by_part_number("enterprisepack"), None);
    assert_eq!(Sku::by_id(Guid::from_u128(0)), None);
    assert_eq!(Plan::by_code(""), None);
    assert_eq!(Plan::by_id(Guid::from_u128(0)), None);
}

#[test]
fn equality_order_and_hash_agree_with_the_catalogue() {
    assert!(Sku::all().is_sorted_by(|one, next| one < next && one != next));
    assert!(Plan::all().is_sorted_by(|one, next| one < next && one != next));
    assert_eq!(Sku::all().collect::<HashSet<_>>().len(), Sku::all().len());
    assert_eq!(Plan::all().collect::<HashSet<_>>().len(), Plan::all().len());
    assert_eq!(
        seatwork::domain::catalogue::products::ENTERPRISEPACK,
        sku("ENTERPRISEPACK")
    );
    assert_eq!(seatwork::domain::catalogue::plans::TEAMS1, plan("TEAMS1"));
}

#[test]
fn a_product_lists_its_plans_once_and_in_catalogue_order() {
    for sku in Sku::all() {
        assert!((1..=16).contains(&sku.plans().len()), "{sku:?}");
        assert!(sku.plans().is_sorted_by(|one, next| one < next), "{sku:?}");
    }
}

#[test]
fn every_plan_is_sold_in_some_product() {
    let sold: BTreeSet<Plan> = Sku::all().flat_map(Sku::plans).collect();
    for plan in Plan::all() {
        assert!(sold.contains(&plan), "{plan:?}");
    }
}

#[test]
fn conflicts_are_mutual_and_never_with_oneself() {
    for plan in Plan::all() {
        let others: Vec<Plan> = plan.conflicts_with().collect();
        assert!(!others.contains(&plan), "{plan:?}");
        assert_eq!(
            others.iter().collect::<BTreeSet<_>>().len(),
            others.len(),
            "{plan:?} has a conflict twice"
        );
        for other in others {
            assert!(
                other.conflicts_with().any(|back| back == plan),
                "{plan:?} with {other:?}"
            );
        }
    }
}

#[test]
fn no_product_is_in_conflict_with_itself() {
    for sku in Sku::all() {
        assert_eq!(conflicts(sku, sku), [], "{sku:?}");
    }
}

#[test]
fn the_conflicts_of_the_documentation_are_there() {
    for (one, other, expected) in [
        (
            "EXCHANGESTANDARD",
            "EXCHANGEENTERPRISE",
            &[("EXCHANGE_S_STANDARD", "EXCHANGE_S_ENTERPRISE")][..],
        ),
        (
            "EXCHANGEDESKLESS",
            "EXCHANGESTANDARD",
            &[("EXCHANGE_S_DESKLESS", "EXCHANGE_S_STANDARD")],
        ),
        (
            "SHAREPOINTENTERPRISE",
            "SHAREPOINTSTANDARD",
            &[("SHAREPOINTENTERPRISE", "SHAREPOINTSTANDARD")],
        ),
        (
            "STANDARDPACK",
            "ENTERPRISEPACK",
            &[
                ("EXCHANGE_S_STANDARD", "EXCHANGE_S_ENTERPRISE"),
                ("SHAREPOINTSTANDARD", "SHAREPOINTENTERPRISE"),
            ],
        ),
        (
            "STANDARDPACK",
            "PROJECTPROFESSIONAL",
            &[("SHAREPOINTSTANDARD", "SHAREPOINTENTERPRISE")],
        ),
        (
            "MCOTEAMS_ESSENTIALS",
            "MCOPSTN2",
            &[("MCOPSTN1", "MCOPSTN2")],
        ),
        ("ENTERPRISEPACK", "EMS", &[]),
        ("ENTERPRISEPACK", "PROJECTPROFESSIONAL", &[]),
        ("AAD_PREMIUM", "AAD_PREMIUM_P2", &[]),
        ("EMS", "EMSPREMIUM", &[]),
        ("VISIOONLINE_PLAN1", "VISIOCLIENT", &[]),
        ("POWER_BI_PRO", "PBI_PREMIUM_PER_USER", &[]),
    ] {
        let expected: Vec<(Plan, Plan)> = expected
            .iter()
            .map(|(one, other)| (plan(one), plan(other)))
            .collect();
        assert_eq!(
            conflicts(sku(one), sku(other)),
            expected,
            "{one} with {other}"
        );
    }
}

#[test]
fn entra_id_p2_includes_p1() {
    let p1 = plan("AAD_PREMIUM");
    let p2 = plan("AAD_PREMIUM_P2");
    for sku in Sku::all().filter(|sku| sku.plans().any(|plan| plan == p2)) {
        assert!(sku.plans().any(|plan| plan == p1), "{sku:?}");
    }
}

/// Returns whether some set of products that contains this one meets every requirement without a
/// conflict. Products are tried one after the other, which is enough for chains (Calling Plan →
/// Phone → Teams).
fn can_be_fulfilled(held: &[Sku]) -> bool {
    let on: BTreeSet<Plan> = held.iter().copied().flat_map(Sku::plans).collect();
    let missing = on
        .iter()
        .flat_map(|plan| plan.requires())
        .find(|group| !group.iter().any(|plan| on.contains(plan)));
    missing.is_none_or(|group| {
        held.len() < 4
            && Sku::all()
                .filter(|more| more.plans().any(|plan| group.contains(&plan)))
                .filter(|more| held.iter().all(|sku| conflicts(*sku, *more).is_empty()))
                .any(|more| can_be_fulfilled(&[held, &[more]].concat()))
    })
}

#[test]
fn what_a_product_requires_can_be_had() {
    for sku in Sku::all() {
        assert!(can_be_fulfilled(&[sku]), "{sku:?}");
    }
}

#[test]
fn a_plan_requires_neither_itself_nor_what_it_excludes() {
    for plan in Plan::all() {
        for group in plan.requires() {
            assert!(!group.is_empty() && !group.contains(&plan), "{plan:?}");
            assert!(
                !plan
                    .conflicts_with()
                    .any(|excluded| group.contains(&excluded)),
                "{plan:?}"
            );
        }
    }
}

#[test]
fn add_ons_do_not_stand_alone_and_suites_do() {
    let stands_alone = |sku: Sku| {
        let on: BTreeSet<Plan> = sku.plans().collect();
        on.iter()
            .flat_map(|plan| plan.requires())
            .all(|group| group.iter().any(|plan| on.contains(plan)))
    };
    let add_ons: Vec<&str> = Sku::all()
        .filter(|sku| !stands_alone(*sku))
        .map(|sku| sku.part_number)
        .collect();
    assert_eq!(
        add_ons,
        [
            "EXCHANGEARCHIVE_ADDON",
            "MCOEV",
            "MCOTEAMS_ESSENTIALS",
            "MCOMEETADV",
            "MCOPSTN1",
            "MCOPSTN2"
        ]
    );
    assert_eq!(plan("MCOPSTN1").requires(), [[plan("MCOEV")]]);
    assert!(plan("TEAMS1").requires().is_empty());
}

#[test]
fn blocked_locations_are_countries_and_are_found_in_either_case() {
    for sku in Sku::all() {
        for location in sku.blocked_locations {
            assert!(
                location.len() == 2 && location.bytes().all(|byte| byte.is_ascii_uppercase()),
                "{sku:?}: {location}"
            );
            assert!(
                sku.is_blocked_in(location) && sku.is_blocked_in(&location.to_lowercase()),
                "{sku:?}: {location}"
            );
        }
        assert!(
            !sku.is_blocked_in("DE") && !sku.is_blocked_in(""),
            "{sku:?}"
        );
    }
    assert!(sku("MCOMEETADV").is_blocked_in("IN"));
    assert!(!sku("MCOEV").is_blocked_in("IN"));
}
