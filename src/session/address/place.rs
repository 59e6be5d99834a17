//! Which screen an address shows, as procedures name it.

use super::route::Route;
use crate::training::{Place, Subject};

impl Route {
    /// Returns the screen of this address, or `None` where no procedure leads: at the first visit,
    /// at a prepared workspace, where exercises begin and end, and for an unknown address.
    pub fn place(&self) -> Option<Place> {
        Some(match self {
            Self::Dashboard => Place::Dashboard,
            Self::Customers(_) => Place::Customers,
            Self::Account(_) => Place::Account,
            Self::Subscriptions(..) => Place::Subscriptions,
            Self::Users(..) => Place::Users,
            Self::AddUser(_) => Place::AddUser,
            Self::User(..) => Place::User,
            Self::ManageLicenses(_, Some(_)) => Place::ManageLicenses,
            Self::ManageLicenses(_, None) => Place::ManageSelected,
            Self::LicensesUpdated(_) => Place::LicensesUpdated,
            Self::PasswordsReset(_) => Place::PasswordReset,
            Self::DeletedUsers(..) => Place::DeletedUsers,
            Self::UsersRestored(_) => Place::UsersRestored,
            Self::UploadUsers(..) => Place::UploadUsers,
            Self::UsersUploaded(_) => Place::UsersUploaded,
            Self::Activity(..) => Place::Activity,
            Self::Workspace => Place::Workspace,
            Self::Welcome
            | Self::Open(_)
            | Self::Training
            | Self::CourseFile(_)
            | Self::Drafts
            | Self::Draft(..)
            | Self::Exercise(..)
            | Self::Result
            | Self::Results(_)
            | Self::Trainee(_)
            | Self::Unknown(_) => return None,
        })
    }

    /// Returns whether this screen is about that customer and that user, as far as it is about any.
    pub fn is_about(&self, subject: Subject) -> bool {
        let user = match self {
            Self::User(_, user) | Self::ManageLicenses(_, Some(user)) => Some(*user),
            _ => None,
        };
        let is_same_user = user.is_none() || subject.user.is_none_or(|wanted| user == Some(wanted));
        let customer = self.customer();
        is_same_user
            && (customer.is_none()
                || subject
                    .customer
                    .is_none_or(|wanted| customer == Some(wanted)))
    }

    /// Returns whether the place is on this screen, be it the screen itself or a menu above it.
    pub fn has(&self, place: Place) -> bool {
        match place {
            Place::Menu => true,
            Place::CustomerMenu => self.customer().is_some(),
            _ => self.place() == Some(place),
        }
    }
}
