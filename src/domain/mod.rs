//! Customers, users and licenses, and the rules between them.
//!
//! The domain is pure: time, randomness and the acting person come in through [`Context`], what is to be done comes in
//! as a [`Command`], and what came of it goes out as a [`Decision`] or a [`Refusal`]. It cannot panic.
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::unreachable
)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects
    )
)]

mod calls;
mod change;
mod clock;
mod command;
mod customer;
mod customer_draft;
mod decide;
mod draft;
mod evolve;
mod filter;
mod guid;
mod license;
mod location;
mod name;
mod ordered;
mod partner;
mod password;
mod permission;
mod problem;
mod survey;
mod update;
mod user;
mod users;
mod workspace;

pub mod catalogue;
pub mod sample;
pub mod upload;

pub use calls::{Call, Calls, calls};
pub use catalogue::{Plan, Sku};
pub use change::{Action, Change, Event, Restored};
pub use clock::day;
pub use command::{Advance, Command, Restoring};
pub use customer::{
    Customer, CustomerDetails, CustomerId, Domains, Entitlement, Quantity, Subscription,
    SubscriptionId, SubscriptionStatus,
};
pub use customer_draft::CustomerDraft;
pub use decide::{
    Context, Credential, Decision, LicenseOutcome, LicenseResult, NoRandomness, Random,
    RestoreOutcome, RestoreResult, decide,
};
pub use draft::{DetailsDraft, NewUser, UserDraft};
pub use evolve::{Misfit, evolve};
pub use filter::UserFilter;
pub use guid::{Guid, NotAGuid};
pub use license::Licenses;
pub use location::Location;
pub use name::{
    COMPANY_LIMIT, CompanyName, DomainName, LOCAL_PART_LIMIT, NAME_LIMIT, PersonName,
    USER_NAME_LIMIT, UserName,
};
pub(crate) use ordered::{ByText, OrderedMap, gathered};
pub use ordered::{OrderedSet, positions};
pub use partner::{PartnerRole, PartnerUser, Right};
pub use password::TemporaryPassword;
pub use permission::AdminRole;
pub use problem::{Field, Problem, ProblemKind, Refusal};
pub use survey::{Forecast, SeatForecast, Share, Survey};
pub use update::{LicenseChange, LicenseUpdate};
pub use user::{DeletedUser, PasswordState, RESTORE_WINDOW, User, UserDetails, UserId, UserNumber};
pub use users::Users;
pub use workspace::{END_OF_TIME, Workspace};

/// A moment, in UTC: everything in the workspace is kept and shown in UTC, as Partner Center does.
pub type Moment = chrono::DateTime<chrono::Utc>;
