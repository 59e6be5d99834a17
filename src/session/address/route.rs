//! Addresses of views, all in the part behind the `#`, so that any static host will do.

use std::fmt;

use form_urlencoded::{byte_serialize, parse};

use super::listing::{CustomerColumn, DeletedColumn, Listing, UserColumn};
use super::log_listing::LogListing;
use super::problem_listing::ProblemColumn;
use super::result_listing::ResultColumn;
use crate::domain::{CustomerId, Sku, UserId};

/// A view and what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// Where to begin, and what one would look at first.
    Dashboard,
    /// What this is, and the ways in.
    Welcome,
    Customers(Listing<CustomerColumn>),
    /// A customer's subscriptions, and the product of which more is to be bought.
    Subscriptions(CustomerId, Option<Sku>),
    Users(CustomerId, Listing<UserColumn>),
    DeletedUsers(CustomerId, Listing<DeletedColumn>),
    UsersRestored(CustomerId),
    PasswordsReset(CustomerId),
    /// The activity log of one customer, or of all.
    Activity(Option<CustomerId>, LogListing),
    /// The form for a new user, and the confirmation that follows it.
    AddUser(CustomerId),
    /// The form for the users of a file, and the problems of the file.
    UploadUsers(CustomerId, Listing<ProblemColumn>),
    UsersUploaded(CustomerId),
    User(CustomerId, UserId),
    /// The licenses of one user, or of those selected in the list.
    ManageLicenses(CustomerId, Option<UserId>),
    LicensesUpdated(CustomerId),
    Account(CustomerId),
    /// The workspace as a whole.
    Workspace,
    /// A prepared workspace at this address, to begin with.
    Open(String),
    /// The courses, with their exercises.
    Training,
    /// A course file at this address, to be added.
    CourseFile(String),
    /// The courses that are being made.
    Drafts,
    /// A course that is being made, or an exercise of it.
    Draft(String, Option<String>),
    /// Begins an exercise of a course, goes on with it, or shows its result.
    Exercise(String, String),
    /// What the attempt came to.
    Result,
    /// What the attempts of a class came to.
    Results(Listing<ResultColumn>),
    /// What the attempts of one of them, of this name, came to.
    Trainee(String),
    Unknown(String),
}

impl Route {
    /// Parses the part of an address from the `#` on.
    pub fn parse(hash: &str) -> Self {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        Self::of(&parts, query).unwrap_or_else(|| Self::Unknown(hash.to_owned()))
    }

    fn of(parts: &[&str], query: &str) -> Option<Self> {
        let (id, rest) = match parts {
            [] => return Some(Self::Dashboard),
            ["welcome"] => return Some(Self::Welcome),
            ["customers"] => return Some(Self::Customers(Listing::parse(query))),
            ["activity"] => return Some(Self::Activity(None, LogListing::parse(query))),
            ["workspace"] => return Some(Self::Workspace),
            ["training"] => return Some(Self::Training),
            ["training", course, exercise] => {
                return Some(Self::Exercise((*course).to_owned(), (*exercise).to_owned()));
            }
            ["authoring"] => return Some(Self::Drafts),
            ["authoring", course] => return Some(Self::Draft((*course).to_owned(), None)),
            ["authoring", course, exercise] => {
                let exercise = Some((*exercise).to_owned());
                return Some(Self::Draft((*course).to_owned(), exercise));
            }
            ["result"] => return Some(Self::Result),
            ["results"] => return Some(Self::Results(Listing::parse(query))),
            ["results", "trainee"] => return value(query, "name").map(Self::Trainee),
            ["open"] => return value(query, "url").map(Self::Open),
            ["course"] => return value(query, "url").map(Self::CourseFile),
            ["customers", id, rest @ ..] => (CustomerId(id.parse().ok()?), rest),
            _ => return None,
        };
        let user = |id: &str| id.parse().ok().map(UserId);
        Some(match rest {
            ["subscriptions"] => {
                let product = parse(query.as_bytes()).find(|(name, _)| name == "product");
                let product = product.and_then(|(_, code)| Sku::by_part_number(&code));
                Self::Subscriptions(id, product)
            }
            ["account"] => Self::Account(id),
            ["activity"] => Self::Activity(Some(id), LogListing::parse(query)),
            [] | ["users"] => Self::Users(id, Listing::parse(query)),
            ["users", "new"] => Self::AddUser(id),
            ["users", "deleted"] => Self::DeletedUsers(id, Listing::parse(query)),
            ["users", "deleted", "restored"] => Self::UsersRestored(id),
            ["users", "upload"] => Self::UploadUsers(id, Listing::parse(query)),
            ["users", "upload", "created"] => Self::UsersUploaded(id),
            ["users", "passwords"] => Self::PasswordsReset(id),
            ["users", "licenses"] => Self::ManageLicenses(id, None),
            ["users", "licenses", "updated"] => Self::LicensesUpdated(id),
            ["users", number, "licenses"] => Self::ManageLicenses(id, Some(user(number)?)),
            ["users", number] => Self::User(id, user(number)?),
            _ => return None,
        })
    }

    /// Returns the path behind that of the customer, and the query.
    fn path_and_query(&self) -> (String, String) {
        let path = |path: &str| (path.to_owned(), String::new());
        let listed = |path: &str, query: String| (path.to_owned(), query);
        match self {
            Self::Dashboard => path("/"),
            Self::Welcome => path("/welcome"),
            Self::Customers(listing) => listed("/customers", listing.query()),
            Self::Subscriptions(_, product) => {
                let query = product.map(|sku| format!("product={}", sku.part_number));
                listed("/subscriptions", query.unwrap_or_default())
            }
            Self::Account(_) => path("/account"),
            Self::Workspace => path("/workspace"),
            Self::Training => path("/training"),
            Self::Exercise(course, exercise) => path(&format!("/training/{course}/{exercise}")),
            Self::Drafts => path("/authoring"),
            Self::Draft(course, None) => path(&format!("/authoring/{course}")),
            Self::Draft(course, Some(exercise)) => path(&format!("/authoring/{course}/{exercise}")),
            Self::Result => path("/result"),
            Self::Results(listing) => listed("/results", listing.query()),
            Self::Trainee(name) => listed("/results/trainee", pair("name", name)),
            Self::Open(url) => listed("/open", pair("url", url)),
            Self::CourseFile(url) => listed("/course", pair("url", url)),
            Self::Activity(_, listing) => listed("/activity", listing.query()),
            Self::Users(_, listing) => listed("/users", listing.query()),
            Self::AddUser(_) => path("/users/new"),
            Self::DeletedUsers(_, listing) => listed("/users/deleted", listing.query()),
            Self::UsersRestored(_) => path("/users/deleted/restored"),
            Self::UploadUsers(_, listing) => listed("/users/upload", listing.query()),
            Self::UsersUploaded(_) => path("/users/upload/created"),
            Self::PasswordsReset(_) => path("/users/passwords"),
            Self::ManageLicenses(_, None) => path("/users/licenses"),
            Self::LicensesUpdated(_) => path("/users/licenses/updated"),
            Self::ManageLicenses(_, Some(user)) => path(&format!("/users/{}/licenses", user.0)),
            Self::User(_, user) => path(&format!("/users/{}", user.0)),
            Self::Unknown(address) => path(address),
        }
    }

    /// Returns the route to the prepared workspace at this link. A whole link to that route is as
    /// good.
    pub fn prepared(link: &str) -> Self {
        match link.split_once('#').map(|(_, hash)| Self::parse(hash)) {
            Some(open @ Self::Open(_)) => open,
            _ => Self::Open(link.to_owned()),
        }
    }

    /// Returns the route of the list of customers.
    pub fn customers() -> Self {
        Self::Customers(Listing::default())
    }

    /// Returns the route of a customer's list of users.
    pub fn users(customer: CustomerId) -> Self {
        Self::Users(customer, Listing::default())
    }

    /// Returns the route of a customer's list of deleted users.
    pub fn deleted_users(customer: CustomerId) -> Self {
        Self::DeletedUsers(customer, Listing::default())
    }

    /// Returns the route of the form for the users of a file.
    pub fn upload_users(customer: CustomerId) -> Self {
        Self::UploadUsers(customer, Listing::default())
    }

    /// Returns the route of the activity log of one customer, or of all.
    pub fn activity(customer: Option<CustomerId>) -> Self {
        Self::Activity(customer, LogListing::default())
    }

    pub fn customers_listing(&self) -> Option<&Listing<CustomerColumn>> {
        match self {
            Self::Customers(listing) => Some(listing),
            _ => None,
        }
    }

    pub fn results_listing(&self) -> Option<&Listing<ResultColumn>> {
        match self {
            Self::Results(listing) => Some(listing),
            _ => None,
        }
    }

    pub fn users_listing(&self) -> Option<&Listing<UserColumn>> {
        match self {
            Self::Users(_, listing) => Some(listing),
            _ => None,
        }
    }

    pub fn deleted_users_listing(&self) -> Option<&Listing<DeletedColumn>> {
        match self {
            Self::DeletedUsers(_, listing) => Some(listing),
            _ => None,
        }
    }

    pub fn upload_problems_listing(&self) -> Option<&Listing<ProblemColumn>> {
        match self {
            Self::UploadUsers(_, listing) => Some(listing),
            _ => None,
        }
    }

    /// Returns the customer whose view this is.
    pub fn customer(&self) -> Option<CustomerId> {
        match self {
            Self::Dashboard
            | Self::Welcome
            | Self::Customers(_)
            | Self::Workspace
            | Self::Open(_)
            | Self::Training
            | Self::CourseFile(_)
            | Self::Drafts
            | Self::Draft(..)
            | Self::Exercise(..)
            | Self::Result
            | Self::Results(_)
            | Self::Trainee(_)
            | Self::Unknown(_) => None,
            Self::Activity(customer, _) => *customer,
            Self::Subscriptions(id, _)
            | Self::ManageLicenses(id, _)
            | Self::LicensesUpdated(id)
            | Self::Users(id, _)
            | Self::DeletedUsers(id, _)
            | Self::UsersRestored(id)
            | Self::PasswordsReset(id)
            | Self::AddUser(id)
            | Self::UploadUsers(id, _)
            | Self::UsersUploaded(id)
            | Self::User(id, _)
            | Self::Account(id) => Some(*id),
        }
    }

    /// Returns whether this is about the person's own workspace or the program, and so never part
    /// of an attempt.
    pub fn is_outside_attempts(&self) -> bool {
        matches!(
            self,
            Self::Welcome
                | Self::Workspace
                | Self::Open(_)
                | Self::Training
                | Self::CourseFile(_)
                | Self::Drafts
                | Self::Draft(..)
                | Self::Exercise(..)
                | Self::Results(_)
                | Self::Trainee(_)
        )
    }

    /// Returns whether these are the same view, perhaps with another search or page.
    pub fn is_same_view(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Customers(_), Self::Customers(_)) | (Self::Results(_), Self::Results(_)) => true,
            (Self::Users(..), Self::Users(..))
            | (Self::DeletedUsers(..), Self::DeletedUsers(..))
            | (Self::UploadUsers(..), Self::UploadUsers(..))
            | (Self::Subscriptions(..), Self::Subscriptions(..))
            | (Self::Activity(..), Self::Activity(..)) => self.customer() == other.customer(),
            _ => self == other,
        }
    }
}

/// Returns the value of this name in a query.
fn value(query: &str, name: &str) -> Option<String> {
    let found = parse(query.as_bytes()).find(|(other, _)| other == name);
    found.map(|(_, value)| value.into_owned())
}

/// Returns a query with one value.
fn pair(name: &str, value: &str) -> String {
    let value: String = byte_serialize(value.as_bytes()).collect();
    format!("{name}={value}")
}

impl fmt::Display for Route {
    /// Writes the address from the `#` on.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, query) = self.path_and_query();
        f.write_str("#")?;
        if let Some(id) = self.customer() {
            write!(f, "/customers/{}", id.0)?;
        }
        f.write_str(&path)?;
        if query.is_empty() {
            return Ok(());
        }
        write!(f, "?{query}")
    }
}
