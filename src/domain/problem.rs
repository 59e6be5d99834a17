//! What can be wrong with a form, as data. `text` has the words for it.

use super::{Location, Plan, Sku};

/// A field of a form. The order is that of the forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    FirstName,
    LastName,
    DisplayName,
    /// The part of the user name before the `@`.
    UserName,
    Domain,
    /// The usage location, or the location of a company.
    Location,
    Company,
    Quantity,
    /// The day to which the clock is put forward.
    Day,
    RecordLimit,
    License(Sku),
}

/// A mistake in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub field: Field,
    pub kind: ProblemKind,
}

/// What is wrong with the value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    Required,
    /// More characters (Unicode scalar values) than the limit.
    TooLong {
        length: usize,
        limit: usize,
    },
    /// A control character, such as a tab or a line break.
    ControlCharacter,
    /// Invisible characters in a name or an address, each once, in order of appearance.
    Invisible(Vec<char>),
    /// The name begins like a formula, which could do harm in a spreadsheet with an export (ours).
    Formula,
    /// The user name contains an `@`. The domain has a field of its own.
    AtSign,
    /// Characters that are not allowed in user names.
    Characters {
        /// The characters, each once, in order of appearance.
        wrong: Vec<char>,
        /// The nearest valid name, if there is one.
        suggestion: Option<String>,
    },
    DotAtEdge,
    DotsInARow,
    NotADomainOfTheCustomer,
    /// Another active user has this user name, perhaps in another case.
    NameTaken {
        /// The display name of that user.
        by: Box<str>,
    },
    /// Not an ISO 3166-1 alpha-2 code.
    UnknownLocation,
    /// A user with licenses must have a usage location.
    LocationNeeded,
    Blocked {
        sku: Sku,
        location: Location,
    },
    /// The customer has no subscription to the product.
    NotEntitled,
    NoSeat {
        needed: u32,
        /// The number of seats available; negative if the product is over-assigned.
        available: i64,
    },
    AllSuspended,
    /// Not a whole number from 1 to 10,000.
    NotAQuantity,
    /// Not a whole number from 100 to 50,000.
    NotARecordLimit,
    /// The quantity is lower than the number of assigned seats.
    SeatsInUse {
        in_use: u32,
        /// The fewest seats that this subscription needs.
        least: u32,
    },
    PlanConflict {
        plan: Plan,
        with: Plan,
        /// The product of the other plan.
        of: Sku,
    },
    PlanMissing {
        plan: Plan,
        /// The plans of which it needs any one.
        any_of: Vec<Plan>,
    },
    /// Not a day such as `2026-11-22`.
    NotADay,
    /// Not later than the workspace's time: the clock never goes backwards.
    NotLater,
    /// After the year 9999, beyond which the clock cannot go.
    TooLate,
    /// The value was changed in another tab since the form was opened.
    ChangedMeanwhile,
}

impl ProblemKind {
    /// Returns the problem of this kind in a field.
    pub const fn at(self, field: Field) -> Problem {
        Problem { field, kind: self }
    }

    /// Returns whether buying seats would solve the problem.
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
