//! Values that are valid by construction, and where time and randomness come from.

mod admin_role;
mod coded;
mod company_name;
mod day;
mod distance;
mod domain_name;
mod guid;
mod latin;
mod line_of_text;
mod location;
pub(crate) mod milliseconds;
mod moment;
mod partner_user;
mod password;
mod person_name;
mod random;
mod typed_number;
mod user_name;

pub use admin_role::AdminRole;
pub use coded::Coded;
pub(crate) use coded::coded;
pub use company_name::{COMPANY_LIMIT, CompanyName};
pub use day::day;
pub use distance::distance_within;
pub use domain_name::DomainName;
pub use guid::{Guid, NotAGuid};
pub(super) use latin::to_ascii;
pub use location::Location;
pub use moment::Moment;
pub use partner_user::{PartnerRole, PartnerUser, Right};
pub use password::TemporaryPassword;
pub use person_name::{NAME_LIMIT, PersonName};
pub use random::{NoRandomness, Random};
pub(super) use typed_number::typed_number;
pub use user_name::{LOCAL_PART_LIMIT, USER_NAME_LIMIT, UserName};
