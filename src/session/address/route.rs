//! Addresses: every view has one, and it is all in the part behind the `#`, so that any static host will do.

use std::fmt;

use form_urlencoded::parse;

use super::listing::{CustomerColumn, DeletedColumn, Listing, UserColumn};
use super::log_listing::LogListing;
use super::problem_listing::ProblemColumn;
use crate::domain::{CustomerId, Guid, Sku, UserId};

/// A view and what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The list of customers.
    Customers(Listing<CustomerColumn>),
    /// A customer's subscriptions; and the product of which more is to be bought.
    Subscriptions(CustomerId, Option<Sku>),
    /// A customer's users.
    Users(CustomerId, Listing<UserColumn>),
    /// A customer's deleted users.
    DeletedUsers(CustomerId, Listing<DeletedColumn>),
    /// What became of deleted users who were to be restored.
    UsersRestored(CustomerId),
    /// The temporary passwords that were reset last.
    PasswordsReset(CustomerId),
    /// What was done: to one customer, or to all.
    Activity(Option<CustomerId>, LogListing),
    /// The form for a new user, and the confirmation that follows it.
    AddUser(CustomerId),
    /// The form for the users of a file, and what is wrong with it.
    UploadUsers(CustomerId, Listing<ProblemColumn>),
    /// The users of a file that was uploaded, with their temporary passwords.
    UsersUploaded(CustomerId),
    /// One user.
    User(CustomerId, UserId),
    /// The licenses of one user, or of those selected in the list.
    ManageLicenses(CustomerId, Option<UserId>),
    /// What became of the licenses saved last.
    LicensesUpdated(CustomerId),
    /// What is known of a customer.
    Account(CustomerId),
    /// No view has this address.
    Unknown(String),
}

impl Route {
    /// The address's part behind the `#`, as a view.
    pub fn parse(hash: &str) -> Self {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        Self::of(&parts, query).unwrap_or_else(|| Self::Unknown(hash.to_owned()))
    }

    fn of(parts: &[&str], query: &str) -> Option<Self> {
        let customer = |id: &str| id.parse::<Guid>().ok().map(CustomerId);
        Some(match parts {
            [] | ["customers"] => Self::Customers(Listing::parse(query)),
            ["customers", id, "subscriptions"] => {
                let product = parse(query.as_bytes()).find(|(name, _)| name == "product");
                let product = product.and_then(|(_, code)| Sku::by_part_number(&code));
                Self::Subscriptions(customer(id)?, product)
            }
            ["customers", id] | ["customers", id, "users"] => {
                Self::Users(customer(id)?, Listing::parse(query))
            }
            ["customers", id, "account"] => Self::Account(customer(id)?),
            ["customers", id, "users", "new"] => Self::AddUser(customer(id)?),
            ["activity"] => Self::Activity(None, LogListing::parse(query)),
            ["customers", id, "activity"] => {
                Self::Activity(Some(customer(id)?), LogListing::parse(query))
            }
            ["customers", id, "users", "deleted"] => {
                Self::DeletedUsers(customer(id)?, Listing::parse(query))
            }
            ["customers", id, "users", "deleted", "restored"] => Self::UsersRestored(customer(id)?),
            ["customers", id, "users", "upload"] => {
                Self::UploadUsers(customer(id)?, Listing::parse(query))
            }
            ["customers", id, "users", "upload", "created"] => Self::UsersUploaded(customer(id)?),
            ["customers", id, "users", "passwords"] => Self::PasswordsReset(customer(id)?),
            ["customers", id, "users", "licenses"] => Self::ManageLicenses(customer(id)?, None),
            ["customers", id, "users", "licenses", "updated"] => {
                Self::LicensesUpdated(customer(id)?)
            }
            ["customers", id, "users", user, "licenses"] => {
                Self::ManageLicenses(customer(id)?, Some(UserId(user.parse().ok()?)))
            }
            ["customers", id, "users", user] => {
                Self::User(customer(id)?, UserId(user.parse().ok()?))
            }
            _ => return None,
        })
    }

    /// The list of customers, from its beginning.
    pub fn customers() -> Self {
        Self::Customers(Listing::default())
    }

    /// A customer's list of users, from its beginning.
    pub fn users(customer: CustomerId) -> Self {
        Self::Users(customer, Listing::default())
    }

    /// A customer's list of deleted users, from its beginning.
    pub fn deleted_users(customer: CustomerId) -> Self {
        Self::DeletedUsers(customer, Listing::default())
    }

    /// The form for the users of a file, with all that is wrong with it.
    pub fn upload_users(customer: CustomerId) -> Self {
        Self::UploadUsers(customer, Listing::default())
    }

    /// What was done, the latest first: to this customer, or to all.
    pub fn activity(customer: Option<CustomerId>) -> Self {
        Self::Activity(customer, LogListing::default())
    }

    /// What the list of customers shows; none on other screens.
    pub fn customers_listing(&self) -> Option<&Listing<CustomerColumn>> {
        match self {
            Self::Customers(listing) => Some(listing),
            _ => None,
        }
    }

    /// What a customer's list of users shows; none on other screens.
    pub fn users_listing(&self) -> Option<&Listing<UserColumn>> {
        match self {
            Self::Users(_, listing) => Some(listing),
            _ => None,
        }
    }

    /// What a customer's list of deleted users shows; none on other screens.
    pub fn deleted_users_listing(&self) -> Option<&Listing<DeletedColumn>> {
        match self {
            Self::DeletedUsers(_, listing) => Some(listing),
            _ => None,
        }
    }

    /// What the list of problems with an uploaded file shows; none on other screens.
    pub fn upload_problems_listing(&self) -> Option<&Listing<ProblemColumn>> {
        match self {
            Self::UploadUsers(_, listing) => Some(listing),
            _ => None,
        }
    }

    /// The customer whose view this is.
    pub fn customer(&self) -> Option<CustomerId> {
        match self {
            Self::Customers(_) | Self::Unknown(_) => None,
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

    /// Are these the same view, though it may show something else (another page, another search)?
    pub fn is_same_view(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Customers(_), Self::Customers(_)) => true,
            (Self::Users(one, _), Self::Users(another, _))
            | (Self::DeletedUsers(one, _), Self::DeletedUsers(another, _))
            | (Self::UploadUsers(one, _), Self::UploadUsers(another, _))
            | (Self::Subscriptions(one, _), Self::Subscriptions(another, _)) => one == another,
            (Self::Activity(one, _), Self::Activity(another, _)) => one == another,
            _ => self == other,
        }
    }
}

impl fmt::Display for Route {
    /// The address, with the `#`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let with_query = |f: &mut fmt::Formatter<'_>, query: String| match query.as_str() {
            "" => Ok(()),
            query => write!(f, "?{query}"),
        };
        match self {
            Self::Customers(listing) => {
                f.write_str("#/customers")?;
                with_query(f, listing.query())
            }
            Self::Subscriptions(id, product) => {
                write!(f, "#/customers/{}/subscriptions", id.0)?;
                let query = product.map(|sku| format!("product={}", sku.part_number));
                with_query(f, query.unwrap_or_default())
            }
            Self::Users(id, listing) => {
                write!(f, "#/customers/{}/users", id.0)?;
                with_query(f, listing.query())
            }
            Self::DeletedUsers(id, listing) => {
                write!(f, "#/customers/{}/users/deleted", id.0)?;
                with_query(f, listing.query())
            }
            Self::UploadUsers(id, listing) => {
                write!(f, "#/customers/{}/users/upload", id.0)?;
                with_query(f, listing.query())
            }
            Self::UsersUploaded(id) => write!(f, "#/customers/{}/users/upload/created", id.0),
            Self::UsersRestored(id) => write!(f, "#/customers/{}/users/deleted/restored", id.0),
            Self::PasswordsReset(id) => write!(f, "#/customers/{}/users/passwords", id.0),
            Self::Activity(customer, listing) => {
                match customer {
                    Some(id) => write!(f, "#/customers/{}/activity", id.0)?,
                    None => f.write_str("#/activity")?,
                }
                with_query(f, listing.query())
            }
            Self::AddUser(id) => write!(f, "#/customers/{}/users/new", id.0),
            Self::User(id, user) => write!(f, "#/customers/{}/users/{}", id.0, user.0),
            Self::LicensesUpdated(id) => {
                write!(f, "#/customers/{}/users/licenses/updated", id.0)
            }
            Self::ManageLicenses(id, None) => write!(f, "#/customers/{}/users/licenses", id.0),
            Self::ManageLicenses(id, Some(user)) => {
                write!(f, "#/customers/{}/users/{}/licenses", id.0, user.0)
            }
            Self::Account(id) => write!(f, "#/customers/{}/account", id.0),
            Self::Unknown(address) => write!(f, "#{address}"),
        }
    }
}
