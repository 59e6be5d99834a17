//! Customers, users and licenses, and the rules between them.
//!
//! The domain is pure and cannot panic. Time, randomness and the acting person come in through
//! [`Context`]; a [`Command`] comes in and a [`Decision`] or a [`Refusal`] goes out.
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

mod change;
mod command;
mod customer;
mod decide;
mod evolve;
mod forms;
mod licenses;
mod misfit;
mod problem;
mod rules;
mod subscription;
mod users;
mod values;
mod workspace;

pub mod catalogue;
pub mod sample;
pub mod upload;

pub use catalogue::{Plan, Sku};
pub use change::{Action, Change, CustomerEvent, Event, WorkspaceEvent};
pub use command::{Advance, Command, CustomerCommand, Restoring, WorkspaceCommand};
pub use customer::{Customer, CustomerDetails, CustomerId, Domains};
pub use decide::{
    Context, Credential, Decision, LicenseOutcome, LicenseResult, Refusal, RestoreOutcome,
    RestoreResult, decide,
};
pub use evolve::evolve;
pub use forms::{CustomerDraft, DetailsDraft, NewUser, UserDraft};
pub use licenses::{Forecast, LicenseChange, LicenseUpdate, Licenses, SeatForecast, Share, Survey};
pub use misfit::Misfit;
pub use problem::{Field, Problem, ProblemKind};
pub use subscription::{Entitlement, Quantity, Subscription, SubscriptionId, SubscriptionStatus};
pub(crate) use users::user_numbers;
pub use users::{
    DeletedUser, LazyUsers, PasswordState, RESTORE_WINDOW, RestoreWindow, Restored, User,
    UserBatch, UserDetails, UserFigures, UserFilter, UserId, UserNumber, Users,
};
pub use values::{
    AdminRole, COMPANY_LIMIT, Coded, CompanyName, DomainName, Guid, LOCAL_PART_LIMIT, Location,
    Moment, NAME_LIMIT, NoRandomness, NotAGuid, PartnerRole, PartnerUser, PersonName, Random,
    Right, TemporaryPassword, USER_NAME_LIMIT, UserName, day, distance_within, to_ascii,
};
pub(crate) use values::{coded, milliseconds};
pub use workspace::{END_OF_TIME, Workspace};
