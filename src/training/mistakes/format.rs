//! The format of courses, as the types of this floor read it.

use super::name::Name;
use super::shape::Shape::{Flag, Kinds, List, Map, Number, Object, Plans, Text, Texts};
use super::shape::{Field, Shape, kind, may, needed};
use crate::domain::Quantity;
use crate::domain::upload::RecordLimit;
use crate::training::course::Course;

const fn name(name: Name) -> Shape {
    Shape::Name(name)
}

static PRODUCT: Shape = name(Name::Product);
static PRODUCTS: Shape = List(&PRODUCT);
static USER: Shape = name(Name::User);
static USERS: Shape = List(&USER);
static DOMAIN: Shape = name(Name::Domain);
static PERSON: Shape = name(Name::Person);
static LOCATION: Shape = name(Name::Location);
static ROLES: Shape = List(&name(Name::AdminRole));
static ROLE: Shape = name(Name::PartnerRole);
static ACT: Shape = name(Name::Act);
static ID: Shape = name(Name::Id);
static NUMBER: Shape = Number {
    least: i64::MIN,
    most: i64::MAX,
};
static SMALL_NUMBER: Shape = Number {
    least: 0,
    most: 65_535,
};
static QUANTITY: Shape = Number {
    least: 1,
    most: Quantity::MAX as i64,
};

static AMOUNT: Shape = Object(&[
    may("is", &NUMBER),
    may("at_least", &NUMBER),
    may("at_most", &NUMBER),
]);

const CUSTOMER: Field = needed("customer", &DOMAIN);
const ANY_CUSTOMER: Field = may("customer", &DOMAIN);

/// A condition.
pub(super) static CHECK: Shape = Kinds(&[
    // First, because a change may name a user.
    kind(
        "done",
        &name(Name::Action),
        &[may("user", &USER), ANY_CUSTOMER],
    ),
    kind(
        "user",
        &name(Name::UserOrAnyone),
        &[
            may("exists", &Flag),
            may("first_name", &PERSON),
            may("last_name", &PERSON),
            may("display_name", &PERSON),
            may("location", &LOCATION),
            may("roles", &ROLES),
            may("licenses", &PRODUCTS),
            may("without", &PRODUCTS),
            may("plans_on", &Plans),
            may("plans_off", &Plans),
        ],
    ),
    kind("deleted", &USER, &[]),
    kind(
        "count",
        &name(Name::Filter),
        &[
            CUSTOMER,
            may("domain", &DOMAIN),
            may("is", &NUMBER),
            may("at_least", &NUMBER),
            may("at_most", &NUMBER),
        ],
    ),
    kind(
        "seats",
        &PRODUCT,
        &[
            CUSTOMER,
            may("total", &AMOUNT),
            may("assigned", &AMOUNT),
            may("available", &AMOUNT),
        ],
    ),
    kind("act", &ACT, &[ANY_CUSTOMER]),
    kind("all", &List(&CHECK), &[]),
    kind("any", &List(&CHECK), &[]),
    kind("not", &CHECK, &[]),
    kind("after", &ID, &[needed("then", &CHECK)]),
]);

const BY: Field = may("role", &ROLE);

/// Something to be done.
pub(super) static INSTRUCTION: Shape = Kinds(&[
    kind(
        "create",
        &USER,
        &[
            BY,
            may("first_name", &PERSON),
            may("last_name", &PERSON),
            needed("display_name", &PERSON),
            may("location", &LOCATION),
            may("roles", &ROLES),
            may("licenses", &PRODUCTS),
            may("plans_off", &Plans),
        ],
    ),
    kind(
        "upload",
        &List(&Texts(4)),
        &[BY, CUSTOMER, needed("location", &LOCATION)],
    ),
    kind(
        "edit",
        &USER,
        &[
            BY,
            may("user_name", &USER),
            may("first_name", &PERSON),
            may("last_name", &PERSON),
            may("display_name", &PERSON),
            may("location", &LOCATION),
            may("roles", &ROLES),
        ],
    ),
    kind("reset-passwords", &USERS, &[BY]),
    kind("delete", &USERS, &[BY]),
    kind(
        "restore",
        &USERS,
        &[BY, may("renamed", &Map(Name::User, &USER))],
    ),
    kind(
        "change-licenses",
        &USERS,
        &[
            BY,
            may("assign", &PRODUCTS),
            may("revoke", &PRODUCTS),
            may("plans_on", &Plans),
            may("plans_off", &Plans),
        ],
    ),
    kind(
        "add-subscription",
        &PRODUCT,
        &[BY, CUSTOMER, needed("quantity", &QUANTITY)],
    ),
    kind(
        "change-quantity",
        &PRODUCT,
        &[BY, CUSTOMER, needed("quantity", &QUANTITY)],
    ),
    kind("suspend", &PRODUCT, &[BY, CUSTOMER]),
    kind("reactivate", &PRODUCT, &[BY, CUSTOMER]),
    kind(
        "edit-customer",
        &DOMAIN,
        &[
            BY,
            may("company", &name(Name::Company)),
            may("location", &LOCATION),
        ],
    ),
    kind("advance-clock", &SMALL_NUMBER, &[BY]),
    kind(
        "set-record-limit",
        &Number {
            least: RecordLimit::REAL.get() as i64,
            most: RecordLimit::MAX.get() as i64,
        },
        &[BY],
    ),
    kind("act", &ACT, &[BY, ANY_CUSTOMER]),
]);

pub(super) static BILINGUAL: Shape = Object(&[needed("en", &Text), needed("de", &Text)]);

pub(super) static HINT: Shape = Object(&[
    needed("text", &BILINGUAL),
    may(
        "show",
        &Object(&[
            needed("on", &name(Name::Place)),
            needed("role", &name(Name::Control)),
            needed("name", &Text),
            may("begins", &Flag),
        ]),
    ),
]);

pub(super) static GOAL: Shape = Object(&[
    needed("id", &ID),
    needed("text", &BILINGUAL),
    needed("check", &CHECK),
    may("once", &Flag),
    needed("hints", &List(&HINT)),
]);

/// An exercise.
pub(super) static EXERCISE: Shape = Object(&[
    needed("id", &ID),
    needed("title", &BILINGUAL),
    needed("story", &BILINGUAL),
    needed("minutes", &SMALL_NUMBER),
    may("role", &ROLE),
    may("start", &List(&INSTRUCTION)),
    may(
        "files",
        &List(&Object(&[
            needed("name", &Text),
            may("encoding", &name(Name::Encoding)),
            needed("lines", &List(&Text)),
        ])),
    ),
    needed("goals", &List(&GOAL)),
    needed("solution", &List(&INSTRUCTION)),
    may("next", &BILINGUAL),
]);

/// A course.
pub(super) static COURSE: Shape = Object(&[
    may("$schema", &Text),
    needed(
        "format",
        &Number {
            least: 1,
            most: Course::FORMAT as i64,
        },
    ),
    needed("id", &ID),
    needed("version", &SMALL_NUMBER),
    needed("title", &BILINGUAL),
    needed("about", &BILINGUAL),
    may(
        "pass",
        &Number {
            least: 0,
            most: 100,
        },
    ),
    may("exercises", &List(&EXERCISE)),
]);
