//! The invented companies. Domains end in `.example` (RFC 2606): no e-mail can reach anyone.

use super::people::{ENGLISH, FRENCH, GERMAN, IBERIAN, ITALIAN, NORDIC, People, WORLD};

/// A company of the sample workspace.
pub(super) struct Company {
    pub(super) seed: u64,
    pub(super) name: &'static str,
    pub(super) domains: &'static [&'static str],
    pub(super) location: &'static str,
    pub(super) people: People,
    pub(super) users: u32,
    pub(super) seats: &'static [Seats],
}

/// A subscription, and how many of its seats are assigned.
pub(super) struct Seats {
    pub(super) product: &'static str,
    pub(super) quantity: u32,
    pub(super) used: u32,
    pub(super) suite: bool,
    pub(super) suspended: bool,
}

/// Seats of a suite, of which a user holds only one.
const fn suite(product: &'static str, quantity: u32, used: u32) -> Seats {
    Seats {
        product,
        quantity,
        used,
        suite: true,
        suspended: false,
    }
}

/// Seats of a product that fits beside a suite.
const fn extra(product: &'static str, quantity: u32, used: u32) -> Seats {
    Seats {
        product,
        quantity,
        used,
        suite: false,
        suspended: false,
    }
}

/// Suspended seats.
const fn suspended(product: &'static str, quantity: u32) -> Seats {
    Seats {
        product,
        quantity,
        used: 0,
        suite: false,
        suspended: true,
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
        seats: &[
            suite("SPB", 45, 38),
            suite("O365_BUSINESS_ESSENTIALS", 20, 14),
            extra("POWER_BI_PRO", 5, 5),
            extra("VISIOCLIENT", 3, 1),
        ],
    },
    Company {
        seed: 2,
        name: "Birchfield Academy",
        domains: &["birchfield.example"],
        location: "GB",
        people: ENGLISH,
        users: 120,
        seats: &[
            suite("STANDARDPACK", 100, 98),
            extra("AAD_PREMIUM", 30, 12),
            suspended("VISIOCLIENT", 10),
        ],
    },
    Company {
        seed: 3,
        name: "Café Lumière SARL",
        domains: &["cafe-lumiere.example"],
        location: "FR",
        people: FRENCH,
        users: 6,
        seats: &[suite("O365_BUSINESS_PREMIUM", 5, 4)],
    },
    Company {
        seed: 4,
        name: "Cordillera Travel S.A.",
        domains: &["cordillera.example", "viajes-cordillera.example"],
        location: "ES",
        people: IBERIAN,
        users: 38,
        seats: &[
            suite("O365_BUSINESS_PREMIUM", 30, 30),
            suite("EXCHANGESTANDARD", 10, 1),
            extra("POWER_BI_PRO", 10, 4),
        ],
    },
    Company {
        seed: 5,
        name: "Deltabrug Logistiek B.V.",
        domains: &["deltabrug.example"],
        location: "NL",
        people: WORLD,
        users: 85,
        seats: &[
            suite("ENTERPRISEPACK", 80, 71),
            extra("EMS", 40, 22),
            extra("PROJECTPROFESSIONAL", 6, 6),
        ],
    },
    Company {
        seed: 6,
        name: "Fjordlys Energi AS",
        domains: &["fjordlys.example"],
        location: "NO",
        people: NORDIC,
        users: 150,
        seats: &[
            suite("SPE_E3", 120, 118),
            suite("SPE_E5", 20, 9),
            extra("POWER_BI_PRO", 50, 31),
            extra("PROJECTPROFESSIONAL", 12, 7),
        ],
    },
    Company {
        seed: 7,
        name: "Glasgow Harbour Studios Ltd",
        domains: &["harbourstudios.example"],
        location: "GB",
        people: ENGLISH,
        users: 1,
        seats: &[suite("SPB", 1, 1)],
    },
    Company {
        seed: 8,
        name: "Kiefernhain Kliniken gGmbH",
        domains: &["kiefernhain.example", "klinik-kiefernhain.example"],
        location: "DE",
        people: GERMAN,
        users: 250,
        seats: &[
            suite("ENTERPRISEPACK", 180, 154),
            suite("STANDARDPACK", 60, 60),
            extra("EMS", 120, 90),
            extra("AAD_PREMIUM_P2", 10, 2),
            suspended("POWER_BI_PRO", 25),
        ],
    },
    Company {
        seed: 9,
        name: "Lanterna Editrice S.r.l.",
        domains: &["lanterna.example"],
        location: "IT",
        people: ITALIAN,
        users: 22,
        seats: &[
            suite("O365_BUSINESS_ESSENTIALS", 25, 9),
            suite("SPB", 12, 11),
            extra("VISIOCLIENT", 1, 1),
        ],
    },
    Company {
        seed: 10,
        name: "Meridian Global Retail Inc.",
        domains: &["meridianretail.example", "stores.meridianretail.example"],
        location: "US",
        people: WORLD,
        users: 10_000,
        seats: &[
            suite("ENTERPRISEPACK", 4_500, 4_210),
            suite("STANDARDPACK", 3_000, 2_998),
            suite("ENTERPRISEPREMIUM", 900, 900),
            extra("EMS", 5_000, 3_100),
            extra("POWER_BI_PRO", 800, 640),
            suspended("PROJECTPROFESSIONAL", 100),
        ],
    },
    Company {
        seed: 11,
        name: "Novák & Dcery s.r.o.",
        domains: &["novak-dcery.example"],
        location: "CZ",
        people: WORLD,
        users: 0,
        seats: &[],
    },
    Company {
        seed: 12,
        name: "Quetzal Robotics",
        domains: &["quetzalrobotics.example"],
        location: "MX",
        people: IBERIAN,
        users: 47,
        seats: &[suite("SPE_E5", 40, 36), extra("PROJECTPROFESSIONAL", 15, 3)],
    },
    Company {
        seed: 13,
        name: "Saltbush Mining Pty Ltd",
        domains: &["saltbush.example"],
        location: "AU",
        people: ENGLISH,
        users: 200,
        seats: &[
            suite("ENTERPRISEPACK", 100, 88),
            suite("EXCHANGESTANDARD", 60, 57),
            suite("EXCHANGEENTERPRISE", 20, 12),
            extra("EMSPREMIUM", 60, 24),
        ],
    },
];
