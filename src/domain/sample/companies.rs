//! The invented companies. Domains end in `.example` (RFC 2606): no e-mail can reach anyone.

use Kind::{Extra, Suite, Suspended};

use super::people::{ENGLISH, FRENCH, GERMAN, IBERIAN, ITALIAN, NORDIC, People, WORLD};

/// A company of the sample workspace.
pub(super) struct Company {
    pub(super) seed: u64,
    pub(super) name: &'static str,
    pub(super) domains: &'static [&'static str],
    pub(super) location: &'static str,
    pub(super) people: People,
    pub(super) users: u32,
    /// How many of them get no license.
    pub(super) unlicensed: u32,
    pub(super) seats: &'static [Seats],
}

impl Company {
    /// Returns how many hours before the workspace was created each deleted user was deleted: three
    /// users of companies of at least eight, who can be restored for 29, 15 and half a day.
    pub(super) fn hours_since_deleting(&self) -> &'static [i64] {
        if self.users < 8 {
            &[]
        } else {
            &[24, 15 * 24, 29 * 24 + 12]
        }
    }
}

/// A subscription, and how many of its seats are assigned.
pub(super) struct Seats {
    pub(super) kind: Kind,
    pub(super) product: &'static str,
    pub(super) quantity: u32,
    pub(super) used: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A user holds only one suite.
    Suite,
    /// The product fits beside a suite.
    Extra,
    Suspended,
}

const fn seats(kind: Kind, product: &'static str, quantity: u32, used: u32) -> Seats {
    Seats {
        kind,
        product,
        quantity,
        used,
    }
}

pub(super) const COMPANIES: &[Company] = &[
    Company {
        seed: 1,
        name: "Albatros Werkzeugbau GmbH",
        domains: &["albatros-werkzeugbau.example", "albatros.example"],
        location: "DE",
        people: GERMAN,
        users: 64,
        unlicensed: 12,
        seats: &[
            seats(Suite, "SPB", 45, 38),
            seats(Suite, "O365_BUSINESS_ESSENTIALS", 20, 14),
            seats(Extra, "POWER_BI_PRO", 5, 5),
            seats(Extra, "VISIOCLIENT", 3, 1),
        ],
    },
    Company {
        seed: 2,
        name: "Birchfield Academy",
        domains: &["birchfield.example"],
        location: "GB",
        people: ENGLISH,
        users: 120,
        unlicensed: 22,
        seats: &[
            seats(Suite, "STANDARDPACK", 100, 98),
            seats(Extra, "AAD_PREMIUM", 30, 12),
            seats(Suspended, "VISIOCLIENT", 10, 0),
        ],
    },
    Company {
        seed: 3,
        name: "Café Lumière SARL",
        domains: &["cafe-lumiere.example"],
        location: "FR",
        people: FRENCH,
        users: 6,
        unlicensed: 2,
        seats: &[seats(Suite, "O365_BUSINESS_PREMIUM", 5, 4)],
    },
    Company {
        seed: 4,
        name: "Cordillera Travel S.A.",
        domains: &["cordillera.example", "viajes-cordillera.example"],
        location: "ES",
        people: IBERIAN,
        users: 38,
        unlicensed: 7,
        seats: &[
            seats(Suite, "O365_BUSINESS_PREMIUM", 30, 30),
            seats(Suite, "EXCHANGESTANDARD", 10, 1),
            seats(Extra, "POWER_BI_PRO", 10, 4),
        ],
    },
    Company {
        seed: 5,
        name: "Deltabrug Logistiek B.V.",
        domains: &["deltabrug.example"],
        location: "NL",
        people: WORLD,
        users: 85,
        unlicensed: 14,
        seats: &[
            seats(Suite, "ENTERPRISEPACK", 80, 71),
            seats(Extra, "EMS", 40, 22),
            seats(Extra, "PROJECTPROFESSIONAL", 6, 6),
        ],
    },
    Company {
        seed: 6,
        name: "Fjordlys Energi AS",
        domains: &["fjordlys.example"],
        location: "NO",
        people: NORDIC,
        users: 150,
        unlicensed: 23,
        seats: &[
            seats(Suite, "SPE_E3", 120, 118),
            seats(Suite, "SPE_E5", 20, 9),
            seats(Extra, "POWER_BI_PRO", 50, 31),
            seats(Extra, "PROJECTPROFESSIONAL", 12, 7),
        ],
    },
    Company {
        seed: 7,
        name: "Glasgow Harbour Studios Ltd",
        domains: &["harbourstudios.example"],
        location: "GB",
        people: ENGLISH,
        users: 1,
        unlicensed: 0,
        seats: &[seats(Suite, "SPB", 1, 1)],
    },
    Company {
        seed: 8,
        name: "Kiefernhain Kliniken gGmbH",
        domains: &["kiefernhain.example", "klinik-kiefernhain.example"],
        location: "DE",
        people: GERMAN,
        users: 250,
        unlicensed: 35,
        seats: &[
            seats(Suite, "ENTERPRISEPACK", 180, 154),
            seats(Suite, "STANDARDPACK", 60, 60),
            seats(Extra, "EMS", 120, 90),
            seats(Extra, "AAD_PREMIUM_P2", 10, 2),
            seats(Suspended, "POWER_BI_PRO", 25, 0),
        ],
    },
    Company {
        seed: 9,
        name: "Lanterna Editrice S.r.l.",
        domains: &["lanterna.example"],
        location: "IT",
        people: ITALIAN,
        users: 22,
        unlicensed: 2,
        seats: &[
            seats(Suite, "O365_BUSINESS_ESSENTIALS", 25, 9),
            seats(Suite, "SPB", 12, 11),
            seats(Extra, "VISIOCLIENT", 1, 1),
        ],
    },
    Company {
        seed: 10,
        name: "Meridian Global Retail Inc.",
        domains: &["meridianretail.example", "stores.meridianretail.example"],
        location: "US",
        people: WORLD,
        users: 10_000,
        unlicensed: 1_892,
        seats: &[
            seats(Suite, "ENTERPRISEPACK", 4_500, 4_210),
            seats(Suite, "STANDARDPACK", 3_000, 2_998),
            seats(Suite, "ENTERPRISEPREMIUM", 900, 900),
            seats(Extra, "EMS", 5_000, 3_100),
            seats(Extra, "POWER_BI_PRO", 800, 640),
            seats(Suspended, "PROJECTPROFESSIONAL", 100, 0),
        ],
    },
    Company {
        seed: 11,
        name: "Novák & Dcery s.r.o.",
        domains: &["novak-dcery.example"],
        location: "CZ",
        people: WORLD,
        users: 0,
        unlicensed: 0,
        seats: &[],
    },
    Company {
        seed: 12,
        name: "Quetzal Robotics",
        domains: &["quetzalrobotics.example"],
        location: "MX",
        people: IBERIAN,
        users: 47,
        unlicensed: 11,
        seats: &[
            seats(Suite, "SPE_E5", 40, 36),
            seats(Extra, "PROJECTPROFESSIONAL", 15, 3),
        ],
    },
    Company {
        seed: 13,
        name: "Saltbush Mining Pty Ltd",
        domains: &["saltbush.example"],
        location: "AU",
        people: ENGLISH,
        users: 200,
        unlicensed: 43,
        seats: &[
            seats(Suite, "ENTERPRISEPACK", 100, 88),
            seats(Suite, "EXCHANGESTANDARD", 60, 57),
            seats(Suite, "EXCHANGEENTERPRISE", 20, 12),
            seats(Extra, "EMSPREMIUM", 60, 24),
        ],
    },
];
