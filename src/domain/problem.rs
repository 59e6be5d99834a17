//! What can be wrong, as data. The words for it are in `text`.

use super::{Location, Plan, Sku};

/// Where in a form a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The person's given name.
    FirstName,
    /// The person's family name.
    LastName,
    /// The name shown in lists.
    DisplayName,
    /// The part of the user name before the `@`.
    UserName,
    /// The part of the user name after the `@`.
    Domain,
    /// The usage location, or the location of a company.
    Location,
    /// The name of a company.
    Company,
    /// The number of seats of a subscription.
    Quantity,
    /// The day to which the clock is put forward.
    Day,
    /// How many users a file may have.
    RecordLimit,
    /// One product among the licenses.
    License(Sku),
}

/// One mistake, at its field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where it is.
    pub field: Field,
    /// What it is.
    pub kind: ProblemKind,
}

/// What is wrong with the value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// The field may not be empty.
    Required,
    /// More characters (Unicode scalar values) than the limit.
    TooLong {
        /// Characters given.
        length: usize,
        /// Characters allowed.
        limit: usize,
    },
    /// A control character, such as a tab or a line break.
    ControlCharacter,
    /// The user name has an `@`: the domain is chosen in its own field.
    AtSign,
    /// Characters that no user name may have.
    Characters {
        /// Each of them once, in order of appearance.
        wrong: Vec<char>,
        /// The same name in ASCII, where one can be made.
        suggestion: Option<String>,
    },
    /// The user name begins or ends with a dot.
    DotAtEdge,
    /// The user name has two dots in a row.
    DotsInARow,
    /// Not one of the customer's domains.
    NotADomainOfTheCustomer,
    /// Another active user of the customer has this user name, perhaps in another case.
    NameTaken {
        /// Display name of that user.
        by: Box<str>,
    },
    /// Not an ISO 3166-1 alpha-2 code.
    UnknownLocation,
    /// A user with licenses must have a usage location.
    LocationNeeded,
    /// The product may not be used in this location.
    Blocked {
        /// The product.
        sku: Sku,
        /// The user's location.
        location: Location,
    },
    /// The customer has no subscription to the product.
    NotEntitled,
    /// Not enough seats of the product are available.
    NoSeat {
        /// How many it would take.
        needed: u32,
        /// How many are; negative where more are assigned than there are seats.
        available: i64,
    },
    /// Every subscription to the product is suspended: none of its seats count.
    AllSuspended,
    /// Not a whole number from 1 to 10,000.
    NotAQuantity,
    /// Not a whole number from 100 to 50,000.
    NotARecordLimit,
    /// Fewer seats than are assigned.
    SeatsInUse {
        /// How many users hold the product.
        in_use: u32,
        /// The fewest seats that this subscription must keep.
        least: u32,
    },
    /// Two plans that may not be on the same user.
    PlanConflict {
        /// The plan of this product.
        plan: Plan,
        /// The plan that it conflicts with.
        with: Plan,
        /// The product that brings the other plan.
        of: Sku,
    },
    /// A plan needs at least one of these plans on the same user.
    PlanMissing {
        /// The plan that needs another.
        plan: Plan,
        /// Any one of these would do.
        any_of: Vec<Plan>,
    },
    /// Not a day of the calendar, written `2026-11-22`.
    NotADay,
    /// The clock never goes backwards.
    NotLater,
    /// Later than the clock can be put: after the year 9999.
    TooLate,
    /// The value was changed elsewhere (in another tab) since the form was opened.
    ChangedMeanwhile,
}

impl ProblemKind {
    /// Would buying more help?
    pub const fn is_about_seats(&self) -> bool {
        matches!(
            self,
            Self::NotEntitled | Self::NoSeat { .. } | Self::AllSuspended
        )
    }
}

/// Returns the problems in the order of the form.
pub(super) fn in_order(mut problems: Vec<Problem>) -> Vec<Problem> {
    problems.sort_by_key(|problem| problem.field);
    problems
}
