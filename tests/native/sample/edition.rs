//! The first edition of the sample never changes: stored workspaces keep only what differs from it.

use std::fmt::Write;

use seatwork::domain::{Customer, PersonName, User};

use super::customers;

/// FNV-1a, 64 bits.
fn digest(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Everything about a user, in a line.
pub fn told(user: &User) -> String {
    let details = &user.details;
    let name = |name: &Option<_>| {
        name.as_ref()
            .map_or(String::new(), |name: &PersonName| name.as_str().to_owned())
    };
    let roles: Vec<_> = details.roles.iter().map(|role| role.code()).collect();
    let licenses: Vec<_> = user
        .licenses
        .iter()
        .map(|(sku, off)| {
            format!(
                "{}-{:?}",
                sku.part_number,
                off.iter().map(|plan| plan.code).collect::<Vec<_>>()
            )
        })
        .collect();
    format!(
        "{} {} {} | {} | {} | {} | {:?} | {roles:?} | {licenses:?} | {} {} {}\n",
        user.number.0,
        user.id.0,
        details.user_name.as_str(),
        name(&details.first_name),
        name(&details.last_name),
        details.display_name.as_str(),
        details.location.map(|location| location.code()),
        user.created_at.timestamp_millis(),
        user.password.set_at.timestamp_millis(),
        user.password.must_change,
    )
}

fn told_in_full(customer: &Customer) -> String {
    let mut text = format!(
        "{} {} {}\n",
        customer.id.0,
        customer.company,
        customer.location.code()
    );
    for domain in customer.domains.iter() {
        let _ = writeln!(text, "{}", domain.as_str());
    }
    for one in &customer.subscriptions {
        let _ = writeln!(
            text,
            "{} {} {} {:?}",
            one.id.0, one.sku.part_number, one.quantity, one.status
        );
    }
    customer
        .users
        .active()
        .for_each(|user| text.push_str(&told(user)));
    for deleted in customer.users.deleted() {
        let _ = write!(
            text,
            "{} {}",
            deleted.deleted_at.timestamp_millis(),
            told(&deleted.user)
        );
    }
    text
}

#[test]
fn the_first_edition_stays_as_it_was_published() {
    let mut all: Vec<_> = customers().collect();
    all.sort_by(|one, other| one.company.cmp(&other.company));
    let digests: Vec<_> = all
        .iter()
        .map(|customer| (digest(&told_in_full(customer)), customer.company.as_str()))
        .collect();
    assert_eq!(
        digests,
        [
            (0x06af_4203_00e9_6826, "Albatros Werkzeugbau GmbH"),
            (0x6785_0bb4_86c1_c91a, "Birchfield Academy"),
            (0x163e_66d5_a8f8_9e73, "Café Lumière SARL"),
            (0x4b75_bb49_f562_744a, "Cordillera Travel S.A."),
            (0x9b13_d986_9e1b_38f0, "Deltabrug Logistiek B.V."),
            (0x71d1_5102_93aa_eac7, "Fjordlys Energi AS"),
            (0x0842_300a_46d4_308b, "Glasgow Harbour Studios Ltd"),
            (0x8133_875f_18b6_fcc9, "Kiefernhain Kliniken gGmbH"),
            (0x284d_df1e_b5b9_9022, "Lanterna Editrice S.r.l."),
            (0xcc99_3922_0543_ecbe, "Meridian Global Retail Inc."),
            (0x6f80_e164_8907_67d9, "Novák & Dcery s.r.o."),
            (0x1cf3_efb3_70b1_f2b6, "Quetzal Robotics"),
            (0x8d23_1aaa_3914_5bbd, "Saltbush Mining Pty Ltd"),
        ]
    );
}
