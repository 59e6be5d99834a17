//! Values that are valid by construction.

mod admin_role;
mod day;
mod guid;
mod location;
mod moment;
mod name;
mod partner;
mod password;
mod random;

pub use admin_role::AdminRole;
pub use day::day;
pub use guid::{Guid, NotAGuid};
pub use location::Location;
pub use moment::Moment;
pub(super) use name::to_ascii;
pub use name::{
    COMPANY_LIMIT, CompanyName, DomainName, LOCAL_PART_LIMIT, NAME_LIMIT, PersonName,
    USER_NAME_LIMIT, UserName,
};
pub use partner::{PartnerRole, PartnerUser, Right};
pub use password::TemporaryPassword;
pub use random::{NoRandomness, Random};
